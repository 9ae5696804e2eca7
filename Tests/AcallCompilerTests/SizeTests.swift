// Every pointer of every call, given one byte: it is refused, or records look at it before the call.

import AcallCatalog
import AcallCompiler
import AcallImage
import AcallSyntax
import CAcall
import Testing

@Suite struct SizeTests {
    private static let catalog = Catalog(architecture: .x86_64)

    /// The errors of a program, and how often records compare sizes before a call.
    private static func compile(_ text: String) -> (codes: [String], checks: Int) {
        let source = SourceText(name: "p.acall", bytes: Array(text.utf8))
        var diagnostics = Diagnostics(source)
        let tree = SyntaxTree(parsing: source, into: &diagnostics)
        let checked = try? TypedProgram(
            checking: tree, architecture: .x86_64, into: &diagnostics)
        let image = checked.map { BatchImage(lowering: $0) }
        return (
            diagnostics.list.filter { $0.severity == .error }.map(\.code),
            image.map { image in
                image.stops.count { stop in
                    // The comparison, not what it compares.
                    stop.kind == .bounds
                        && [UInt32(ACALL_OP_SLICE), UInt32(ACALL_OP_HOST)]
                            .contains(image.records[Int(stop.record)].nr)
                }
            } ?? 0
        )
    }

    /// What stands for a parameter that is not the one at hand.
    private static func plain(_ parameter: Parameter, _ declarations: inout [String]) -> String {
        guard case .pointer(let pointee, _) = parameter.type else {
            if case .integer(_, .directory) = parameter.type { return "AT_FDCWD" }
            return "0"
        }
        if parameter.mayBeNull { return "null" }
        func declared(_ type: String) -> String {
            let name = "x\(declarations.count)"
            declarations.append("var \(name): \(type) = \(type.hasSuffix("]") ? "[]" : "{}")")
            return name
        }
        switch pointee {
        case .path, .string: return "\"/x\""
        case .stringArray: return "[\"x\"]"
        case .structure(let name): return declared(name)
        case .structures(let name, _): return declared("\(name)[2]")
        case .vector: return "[x]"
        case .signalSet: return "[SIGINT]"
        case .socketAddress: return declared("sockaddr_in")
        case .integer(let type, _):
            declarations.append("var n\(declarations.count): \(name(type)) = 64")
            return "n\(declarations.count - 1)"
        case .integers(let type, _, let count): return declared("\(name(type))[\(count)]")
        case .integerArray(let type, _): return declared("\(name(type))[4]")
        case .bytes, .opaque: return declared("bytes[64]")
        }
    }

    private static func name(_ type: IntegerType) -> String {
        "\(type.isSigned ? "i" : "u")\(type.width * 8)"
    }

    /// A call with one byte as a parameter, and with lengths that only the run knows.
    private static func program(
        _ call: Syscall, at index: Int, given: String, _ fixed: [Int: String] = [:]
    ) -> String {
        var declarations = [
            "input n: int = 64", "var tiny: bytes[1] = [1]", "var x: bytes[64] = [1]",
        ]
        let size = call.parameters[index].extent(among: call.parameters)
        var arguments: [String] = []
        for (position, parameter) in call.parameters.enumerated() {
            var value = given
            if let known = fixed[position] {
                value = known
            } else if position != index {
                value = plain(parameter, &declarations)
                if size?.names(position) == true {
                    switch parameter.type {
                    case .integer: value = "n"
                    case .pointer(.integer(let type, _), _):
                        declarations.append("var length: \(name(type)) = 64")
                        value = "length"
                    default: break
                    }
                }
            }
            arguments.append("\(parameter.name): \(value)")
        }
        return (declarations + ["\(call.name)(\(arguments.joined(separator: ", ")))"])
            .joined(separator: "\n")
    }

    /// What the kernel touches at least, as far as it is known.
    private static func least(_ size: Size) -> Int {
        switch size {
        case .number(let number): Int(number)
        case .structure(let name): catalog.structure(named: name)?.size ?? 0
        case .sum(let a, let b): least(a) + least(b)
        case .product(let a, let b): least(a) * least(b)
        case .quotient(let a, let b): least(a) / max(1, least(b))
        case .maximum(let a, let b): max(least(a), least(b))
        case .parameter, .behind, .field: 64
        }
    }

    private static let calls: [String] = {
        catalog.syscallNames.filter { name in
            guard let call = catalog.syscall(named: name), call.name == name, call.number != nil
            else { return false }
            return call.policy == .allow || call.policy == .own
        }
    }()

    @Test(arguments: calls)
    func oneByteIsNeverTakenForMore(_ name: String) throws {
        let call = try #require(Self.catalog.syscall(named: name))
        for (index, parameter) in call.parameters.enumerated() {
            guard case .pointer = parameter.type, parameter.cases == nil || parameter.size != nil,
                let size = parameter.extent(among: call.parameters), Self.least(size) > 1
            else { continue }
            for given in ["tiny", "&tiny"] {
                let text = Self.program(call, at: index, given: given)
                let (codes, checks) = Self.compile(text)
                #expect(!codes.isEmpty || checks > 0, "\(parameter.name)\n\(text)")
            }
        }
    }

    @Test(arguments: ["ioctl", "fcntl", "semctl", "shmctl", "msgctl", "mount_id"])
    func oneByteIsNeverTakenForAnOperationsMore(_ name: String) throws {
        let table = try #require(Self.catalog.cases(named: name))
        let call = try #require(
            Self.calls.lazy.compactMap { Self.catalog.syscall(named: $0) }
                .first { $0.parameters.contains { $0.cases == name } })
        let index = try #require(call.parameters.firstIndex { $0.cases == name })
        let operation = try #require(
            call.parameters.firstIndex { $0.name == table.parameters.last })
        for row in table.rows {
            // A string ends where its storage does, at the latest.
            if case .pointer(.string, _)? = row.arguments.first??.type { continue }
            for constant in row.constants.last ?? ["0"] {
                for given in ["tiny", "&tiny"] {
                    let text = Self.program(call, at: index, given: given, [operation: constant])
                    let codes = Self.compile(text).codes
                    #expect(codes.contains { $0 != "E0603" }, "\(text)")
                }
                guard case .pointer(let pointee, let direction)? = row.arguments.first??.type,
                    direction != .in, row.refusal.isEmpty
                else { continue }
                // And what is right is accepted.
                var right = "bytes[304]"
                if case .structure(let name) = pointee { right = name }
                if case .integer(let type, _) = pointee { right = Self.name(type) }
                if case .integers(let type, _, let count) = pointee {
                    right = "\(Self.name(type))[\(count)]"
                }
                let text =
                    "var right: \(right)\n"
                    + Self.program(call, at: index, given: "right", [operation: constant])
                #expect(Self.compile(text).codes.isEmpty, "\(text): \(Self.compile(text).codes)")
            }
        }
    }

    /// The records stand before the call, and again before each attempt.
    @Test(arguments: [
        ("getsockname(s, short, len)", 1), ("getsockname(s, short)", 0),
        ("recvfrom(s, block, 64, 0, short, len) fully", 1),
        ("recvfrom(s, block, 64, 0, short, len) retry EAGAIN up to 2", 1),
        ("readv(s, v, 2)", 1), ("readv(s, [block, short])", 0),
        ("sendmsg(s, {iov: [\"x\"]})", 0), ("sendmsg(s, {iov: [block[..<n]], name: &short})", 0),
        ("sendmsg(s, {iov: v})", 1),
        ("sendmsg(s, {iov: [\"x\"], control: &block, controllen: n})", 1),
        ("msgrcv(0, block, n)", 1), ("msgrcv(0, block, 8)", 0), ("fstat(s, st)", 0),
        ("poll(&p, 1, 0)", 0), ("ioctl(s, FS_IOC_FIEMAP, map)", 1),
    ])
    func checksStandWhereTheyAreNeeded(_ call: String, _ count: Int) {
        let (codes, checks) = Self.compile(
            """
            input n: int = 1
            s = socket(AF_INET, SOCK_STREAM)
            var short: bytes[16] = [1]
            var block: bytes[64] = [1]
            var len: int = 16
            var st: stat
            var p: pollfd = {fd: 1}
            var map: fiemap = {}
            var v: iovec[2] = [{base: &block}, {base: &short}]
            \(call)
            """)
        #expect(codes == [])
        let slices = call.contains("..<") ? 1 : 0
        #expect(checks == count + slices)
    }
}

extension Size {
    /// It depends on the parameter.
    fileprivate func names(_ index: Int) -> Bool {
        switch self {
        case .parameter(index), .behind(index), .field(index, _): true
        case .sum(let a, let b), .product(let a, let b), .quotient(let a, let b),
            .maximum(let a, let b):
            a.names(index) || b.names(index)
        case .parameter, .behind, .field, .number, .structure: false
        }
    }
}
