// What strace shows in a manner that no field's type says: control messages, a signal's description, descriptor sets,
// and the structures that follow another one.

import AcallText

extension Catalog.Format {
    // MARK: Control messages

    private static let int = IntegerType(width: 4, isSigned: true)

    /// `[{cmsg_len=20, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[6]}]`; nil where the bytes are not known.
    mutating func controlMessages(
        of field: Structure.Field, _ pointee: Pointee, _ bytes: UnsafeRawBufferPointer,
        _ shape: Shape
    ) -> String? {
        let isFilled = shape.target.parameter?.fills.contains(field.name) == true
        // What stood there before is gone.
        guard !(isFilled && shape.moment == .before), case .bytes(let length) = pointee,
            let count = Operands(fields: shape.layout, bytes: bytes).length(length, shape.moment),
            let address = IntegerType.word.load(bytes, at: field.offset),
            let kept = shape.call.memory.bytes(at: UInt64(bitPattern: address), .after)
        else { return nil }
        let control = UnsafeRawBufferPointer(rebasing: kept.prefix(Int(clamping: count)))
        var parts: [String] = []
        var offset = 0
        while offset + 16 <= control.count, parts.count < ShownLimit.elements,
            let size = IntegerType.word.load(control, at: offset), size >= 16
        {
            let end = offset + Int(clamping: min(size, Int64(control.count - offset)))
            parts.append(
                controlMessage(UnsafeRawBufferPointer(rebasing: control[offset..<end]), size))
            guard size <= Int64(control.count - offset) else { break }
            offset = (end + 7) & ~7
        }
        if parts.isEmpty { return nil }
        let isCut = UInt64(offset) + 16 <= count
        return "[" + parts.joined(separator: ", ") + (isCut ? ", ...]" : "]")
    }

    private mutating func controlMessage(
        _ bytes: UnsafeRawBufferPointer, _ size: Int64
    ) -> String {
        let level = Self.int.load(bytes, at: 8) ?? 0
        let type = Self.int.load(bytes, at: 12) ?? 0
        let isSocket = text(of: level, set: "socket_level") == "SOL_SOCKET"
        let name = isSocket ? text(of: type, set: "scm_type") : integer(type, Self.int, .hex)
        var shown = "cmsg_len=\(size), cmsg_level=\(text(of: level, set: "socket_level")), "
        shown += "cmsg_type=\(name)"
        let data = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(16))
        if data.isEmpty { return "{\(shown)}" }
        func words() -> [String] {
            (0..<data.count / 4).compactMap { Self.int.load(data, at: $0 * 4).map { String($0) } }
        }
        switch name {
        case "SCM_RIGHTS" where isSocket:
            let descriptors = words()
            let some = Array(descriptors.prefix(ShownLimit.elements))
            shown += ", cmsg_data=" + Self.list(some, of: UInt64(descriptors.count))
        case "SCM_CREDENTIALS" where isSocket && data.count >= 12:
            let parts = zip(["pid", "uid", "gid"], words()).map { "\($0)=\($1)" }
            shown += ", cmsg_data={" + parts.joined(separator: ", ") + "}"
        default:
            let some = data.prefix(ShownLimit.bytes)
            shown += ", cmsg_data=" + QuotedText.quoted(some, isCut: data.count > some.count)
        }
        return "{\(shown)}"
    }

    // MARK: Signals

    /// By what `si_code` says: which fields there are depends on it.
    mutating func signalInfo(_ bytes: UnsafeRawBufferPointer, _ layout: Structure) -> String {
        func number(_ name: String) -> Int64? {
            guard let field = layout.fields.first(where: { $0.name == name }),
                case .integer(let type, _) = field.type
            else { return nil }
            return type.load(bytes, at: field.offset)
        }
        guard let signal = number("si_signo"), let code = number("si_code") else { return "{...}" }
        // Nobody has sent one.
        if signal == 0 { return "{}" }
        let named = text(of: signal, set: "signal")
        let reason = signalCode(code, of: named)
        var parts = ["si_signo=\(named)", "si_code=\(reason)"]
        if let error = number("si_errno"), error != 0 { parts.append("si_errno=\(error)") }
        func add(_ names: String...) {
            for name in names { parts.append("\(name)=\(number(name) ?? 0)") }
        }
        let value = UInt64(bitPattern: number("si_value") ?? 0)
        let pointer = value == 0 ? "NULL" : "0x" + String(value, radix: 16)
        let values = ["si_int=\(Int32(truncatingIfNeeded: value))", "si_ptr=\(pointer)"]
        switch reason {
        case "SI_USER", "SI_TKILL": add("si_pid", "si_uid")
        case "SI_QUEUE", "SI_MESGQ":
            add("si_pid", "si_uid")
            parts += values
        case "SI_TIMER":
            add("si_timerid", "si_overrun")
            parts += values
        case _ where reason.hasPrefix("CLD_"):
            add("si_pid", "si_uid")
            let status = number("si_status") ?? 0
            parts.append(
                "si_status="
                    + (reason == "CLD_EXITED" ? "\(status)" : text(of: status, set: "signal")))
            add("si_utime", "si_stime")
        default: break
        }
        return "{" + parts.joined(separator: ", ") + "}"
    }

    /// A code of the kernel's has a meaning for its signal only.
    private mutating func signalCode(_ code: Int64, of signal: String) -> String {
        guard 0 < code, code < 128 else { return text(of: code, set: "signal_code") }
        let prefixes = [
            "SIGCHLD": "CLD_", "SIGTRAP": "TRAP_", "SIGIO": "POLL_", "SIGPOLL": "POLL_",
        ]
        let prefix = prefixes[signal] ?? signal.dropFirst(3) + "_"
        let member = catalog.constantSet(named: "signal_code")?.members.first {
            $0.value == code && $0.name.hasPrefix(prefix)
        }
        return member?.name ?? String(code)
    }

    // MARK: Descriptor sets

    /// `[3 5]`: the bits that are set of the first `count`.
    func descriptorSet(
        at address: UInt64, count: UInt64, _ moment: ShownCall.Moment, _ call: ShownCall
    ) -> String? {
        let size = (count + 63) / 64 * 8
        if size == 0 { return "[]" }
        guard let bytes = call.memory.bytes(at: address, moment), UInt64(bytes.count) >= size
        else { return nil }
        let members = (0..<Int(count)).filter { bytes[$0 / 8] >> UInt8($0 % 8) & 1 == 1 }
        let shown = members.prefix(ShownLimit.elements).map { String($0) }
        let isCut = members.count > shown.count
        return "[" + shown.joined(separator: " ") + (isCut ? " ...]" : "]")
    }

    // MARK: Tails

    /// Of structures that others follow: what these are called, and the field that says how many the call has filled.
    private static let tails = ["fiemap": ("fm_extents", "fm_mapped_extents")]

    /// `fm_extents=[...]`: the structures behind one that a call has filled; nil where there are none.
    mutating func tail(_ bytes: UnsafeRawBufferPointer, _ shape: Shape) -> String? {
        let layout = shape.layout
        guard shape.depth == 0, shape.moment == .after, shape.call.succeeded,
            let (name, filled) = Self.tails[layout.name],
            case .sum(_, .product(let size, .structure(let inner)))? = shape.target.parameter?.size,
            let most = self.bytes(size, shape.moment, shape.call), most > 0,
            let element = self.layout(inner), element.size > 0,
            let field = layout.fields.first(where: { $0.name == filled }),
            case .integer(let type, _) = field.type,
            let told = type.load(bytes, at: field.offset)
        else { return nil }
        let count = min(most, told)
        var parts: [String] = []
        while Int64(parts.count) < count, parts.count < ShownLimit.records,
            layout.size + (parts.count + 1) * element.size <= bytes.count
        {
            let start = layout.size + parts.count * element.size
            parts.append(
                structure(
                    UnsafeRawBufferPointer(rebasing: bytes[start..<start + element.size]),
                    shape.nested(element)))
        }
        return "\(name)=" + Self.list(parts, of: UInt64(count))
    }
}

extension Size {
    /// Of a size in words for a number of bits, `(nfds + 63) / 64 * 8`: the parameter that holds this number.
    var bitCount: Int? {
        guard
            case .product(.quotient(.sum(.parameter(let index), .number(63)), .number(64)), _) =
                self
        else { return nil }
        return index
    }
}
