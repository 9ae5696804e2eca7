// Socket addresses as strace shows them, and internet addresses as people write them.

import AcallText

extension Catalog.Format {
    /// The structures of families whose addresses are shown field by field.
    private static let families = ["AF_PACKET": "sockaddr_ll", "AF_ALG": "sockaddr_alg"]

    mutating func socketAddress(_ bytes: UnsafeRawBufferPointer, _ call: ShownCall) -> String {
        let half = IntegerType(width: 2, isSigned: false)
        let port = IntegerType(width: 2, isSigned: false, isBigEndian: true)
        let long = IntegerType(width: 4, isSigned: false)
        guard let family = half.load(bytes) else { return QuotedText.quoted(bytes) }
        let name = text(of: family, set: "address_family")
        let head = "{sa_family=\(name)"
        func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(rebasing: bytes[range])
        }
        switch family {
        case 1: return head + Self.unixPath(part(2..<bytes.count)) + "}"
        case 2 where bytes.count >= 16:
            return head + ", sin_port=htons(\(port.load(bytes, at: 2) ?? 0)), "
                + "sin_addr=inet_addr(\"\(Self.ipv4(Array(bytes[4..<8])))\")}"
        case 10 where bytes.count >= 28:
            let flow = IntegerType(width: 4, isSigned: false, isBigEndian: true).load(bytes, at: 4)
            return head + ", sin6_port=htons(\(port.load(bytes, at: 2) ?? 0)), "
                + "sin6_flowinfo=htonl(\(flow ?? 0)), "
                + "inet_pton(AF_INET6, \"\(Self.ipv6(Array(bytes[8..<24])))\", &sin6_addr), "
                + "sin6_scope_id=\(long.load(bytes, at: 24) ?? 0)}"
        case 16 where bytes.count >= 12:
            // Eight characters at least, as C's %#08x has it.
            let groups = long.load(bytes, at: 8) ?? 0
            let digits = String(groups, radix: 16)
            let padding = String(
                repeating: "0", count: max(0, (groups == 0 ? 8 : 6) - digits.utf8.count))
            return head + ", nl_pid=\(long.load(bytes, at: 4) ?? 0), "
                + "nl_groups=\(groups == 0 ? "" : "0x")\(padding)\(digits)}"
        case 40 where bytes.count >= 13:
            let (cid, port) = (long.load(bytes, at: 8) ?? 0, long.load(bytes, at: 4) ?? 0)
            let named = text(of: cid, set: "vsock_cid")
            let place = named.hasPrefix("VMADDR") ? named : integer(cid, long, .hex)
            let number = port == 0xffff_ffff ? "VMADDR_PORT_ANY" : integer(port, long, .hex)
            return head + ", svm_cid=\(place), svm_port=\(number), svm_flags=\(bytes[12])}"
        default:
            if let shown = addressFields(bytes, Self.families[name], call) {
                return "\(head), \(shown)}"
            }
            if bytes.count <= 2 { return head + "}" }
            return head + ", sa_data=\(QuotedText.quoted(part(2..<bytes.count)))}"
        }
    }

    /// All fields behind the family but those that are reserved.
    private mutating func addressFields(
        _ bytes: UnsafeRawBufferPointer, _ name: String?, _ call: ShownCall
    ) -> String? {
        guard let name, var layout = layout(name) else { return nil }
        layout.fields.removeFirst()
        layout.fields.removeAll { $0.name.hasSuffix("zero") || $0.name.hasSuffix("reserved1") }
        for index in layout.fields.indices { layout.fields[index].isBrief = false }
        // Not taken for a whole address again.
        layout.name = ""
        let shape = Shape(
            layout: layout, target: Target(.structure(name), .in), moment: .after, call: call)
        return String(structure(bytes, shape).dropFirst().dropLast())
    }

    private static func unixPath(_ path: UnsafeRawBufferPointer) -> String {
        if path.isEmpty { return "" }
        if path[0] == 0 { return ", sun_path=@" + QuotedText.quoted(path.dropFirst()) }
        return ", sun_path=" + QuotedText.quoted(path.prefix { $0 != 0 })
    }

    /// `127.0.0.1`
    package static func ipv4(_ bytes: [UInt8]) -> String {
        bytes.map { String($0) }.joined(separator: ".")
    }

    /// The longest run of two zero groups or more is left out, as RFC 5952 has it.
    /// - Parameter bytes: sixteen.
    package static func ipv6(_ bytes: [UInt8]) -> String {
        let groups = (0..<8).map { Int(bytes[$0 * 2]) << 8 | Int(bytes[$0 * 2 + 1]) }
        var longest = 0..<0
        var start = 0
        for index in 0...8 where index == 8 || groups[index] != 0 {
            if index - start > max(1, longest.count) { longest = start..<index }
            start = index + 1
        }
        func joined(_ part: some Sequence<Int>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        let tail = bytes[12..<16].map { String($0) }.joined(separator: ".")
        if longest == 0..<6, groups[6] != 0 { return "::\(tail)" }
        if longest == 0..<5, groups[5] == 0xffff { return "::ffff:\(tail)" }
        if longest.isEmpty { return joined(groups) }
        return joined(groups[..<longest.lowerBound]) + "::" + joined(groups[longest.upperBound...])
    }
}
