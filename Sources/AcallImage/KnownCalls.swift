// System calls by number, each looked up in the catalog once: an image has many records and few calls.
//
// Input: numbers from an image. Output: the catalog's row, with the sizes its pointers stand for.
// Invariant: only numbers that the catalog knows are kept, so a hostile image can't make it grow.

import AcallCatalog

struct KnownCalls {
    let catalog: Catalog
    private var calls: [UInt32: KnownCall] = [:]
    private var structures: [String: Structure] = [:]

    /// `more` are known beside the catalog's, and come before them.
    init(architecture: Architecture, more: [Syscall] = []) {
        catalog = Catalog(architecture: architecture)
        for syscall in more {
            guard let number = syscall.number else { continue }
            calls[number] = known(syscall)
        }
    }

    mutating func call(number: UInt32) -> KnownCall? {
        if let known = calls[number] { return known }
        guard let syscall = catalog.syscall(number: number) else { return nil }
        let known = known(syscall)
        calls[number] = known
        return known
    }

    /// nil where the catalog has no structure of that name.
    mutating func structure(named name: String) -> Structure? {
        if let known = structures[name] { return known }
        guard let structure = catalog.structure(named: name) else { return nil }
        structures[name] = structure
        return structure
    }

    private func known(_ syscall: Syscall) -> KnownCall {
        KnownCall(syscall: syscall, extents: syscall.parameters.map { extent(of: $0.type) })
    }

    private func structureSize(named name: String) -> Int {
        catalog.structure(named: name)?.size ?? 0
    }

    private func extent(of type: ParameterType) -> KnownCall.Extent {
        guard case .pointer(let pointee, let direction) = type else { return .none }
        switch pointee {
        case .path, .string: return direction == .in ? .terminated : .none
        case .bytes(let length): return .array(1, count: length)
        case .structure(let name): return .fixed(structureSize(named: name))
        case .structures(let name, let count):
            return .array(structureSize(named: name), count: count)
        case .integer(let type, _): return .fixed(Int(type.width))
        case .integers(let type, _, let count): return .fixed(Int(type.width) * count)
        case .integerArray(let type, let count): return .array(Int(type.width), count: count)
        case .vector(let count): return .array(16, count: count)
        case .socketAddress(let length): return .array(1, count: length)
        case .signalSet(let size): return .array(1, count: size)
        case .stringArray: return .fixed(8)
        case .opaque: return .none
        }
    }
}

struct KnownCall {
    var syscall: Syscall
    /// As many as parameters.
    var extents: [Extent]

    /// How many bytes a pointer stands for.
    enum Extent {
        /// Nothing is known, or the parameter is no pointer.
        case none
        case fixed(Int)
        /// Elements of that size; the index of the parameter with their number, if there is one.
        case array(Int, count: Int?)
        /// Up to a zero byte.
        case terminated
    }
}
