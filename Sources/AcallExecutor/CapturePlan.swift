// What of a call's memory is worth keeping: a catalog row, turned into steps that can be followed
// in nanoseconds.
//
// Input: a `Syscall`. Output: `CaptureStep`s, trivial records. Invariant: what a plan keeps is
// bounded, whatever the arguments are (`CaptureLimit`).

import AcallCatalog

/// The bounds of what is kept of one call.
enum CaptureLimit {
    /// A structure is kept whole up to this size.
    static let structure = 512
    static let socketAddress = 128
    /// Records of variable length (directory entries) are kept up to this many bytes.
    static let variableRecords = 1024
    /// All pieces of one call together, with their heads.
    static let call = 16 * 1024
    /// Those of them that are kept before the call.
    static let before = 4 * 1024
}

/// Where a length is found: in the arguments, or in the structure that holds the pointer.
struct CaptureLength {
    enum Source: UInt8 { case fixed, value, pointed }
    var source: Source
    /// In bytes, from the start of the arguments or of the structure.
    var offset: UInt16 = 0
    /// Of the integer that is the length, or that is pointed to.
    var width: UInt8 = 8
    var fixed: UInt32 = 0

    static func fixed(_ count: Int) -> CaptureLength {
        CaptureLength(source: .fixed, fixed: UInt32(clamping: count))
    }
}

/// One pointer that is followed.
struct CaptureStep {
    enum Kind: UInt8 {
        /// Up to its NUL, `limit` bytes at most.
        case cString
        /// `length` elements of `elementSize` bytes, `limit` of them at most.
        case elements
        /// As `elements`, up to the first that is zero.
        case untilNull
    }
    var kind: Kind
    /// The memory has its meaning only once the call succeeded.
    var needsSuccess: Bool
    /// The call reads and writes it: what stood there before is kept too.
    var isChanged = false
    var elementSize: UInt32
    var limit: UInt32
    /// Where the pointer is, in bytes from the start of the arguments or of the structure.
    var pointer: UInt16
    var length: CaptureLength
    /// The pointers inside each element.
    var nested: Range<Int> = 0..<0
}

/// All steps of a call: those for the arguments in `roots`, nested ones elsewhere in `steps`.
struct CapturePlan {
    private(set) var steps: [CaptureStep] = []
    private(set) var roots: Range<Int> = 0..<0

    /// Something is kept before the call too.
    private(set) var hasChanged = false

    init(_ parameters: [Parameter], catalog: Catalog) {
        var found: [CaptureStep] = []
        let layout = parameters.enumerated().map { index, parameter in
            Operand(offset: index * 8, width: 8, type: parameter.type)
        }
        for (index, parameter) in parameters.prefix(6).enumerated() {
            guard case .pointer(let pointee, let direction) = parameter.type else { continue }
            let step = self.step(
                pointee, at: index * 8, needsSuccess: direction == .out, layout: layout,
                catalog: catalog, depth: 0)
            guard var step else { continue }
            step.isChanged = direction == .inOut
            if step.isChanged { hasChanged = true }
            // Descriptor sets and the structures behind one take more than is shown of other bytes.
            let hasTail = if case .sum? = parameter.size { true } else { false }
            if case .bytes(nil) = pointee, direction == .inOut {
                step.limit = UInt32(CaptureLimit.variableRecords)
                step.length = .fixed(CaptureLimit.variableRecords)
            } else if hasTail, case .structure = pointee, step.nested.isEmpty {
                step.elementSize = 1
                step.limit = UInt32(CaptureLimit.variableRecords)
                step.length = .fixed(CaptureLimit.variableRecords)
            }
            if parameter.records != nil {
                step.limit = UInt32(CaptureLimit.variableRecords)
                if step.length.source == .fixed { step.length.fixed = step.limit }
            }
            found.append(step)
        }
        roots = steps.count..<steps.count + found.count
        steps += found
    }

    /// What stands beside a pointer and may be its length.
    private struct Operand {
        var offset: Int
        var width: Int
        var type: ParameterType
    }

    private mutating func step(
        _ pointee: Pointee, at pointer: Int, needsSuccess: Bool, layout: [Operand],
        catalog: Catalog, depth: Int
    ) -> CaptureStep? {
        guard depth < ShownLimit.depth else { return nil }
        func make(
            _ kind: CaptureStep.Kind, _ size: Int, _ limit: Int, _ length: CaptureLength,
            _ nested: Range<Int>
        ) -> CaptureStep {
            CaptureStep(
                kind: kind, needsSuccess: needsSuccess, elementSize: UInt32(clamping: size),
                limit: UInt32(clamping: limit), pointer: UInt16(clamping: pointer),
                length: length, nested: nested)
        }
        func length(_ index: Int?) -> CaptureLength? {
            guard let index, layout.indices.contains(index) else { return nil }
            return Self.length(layout[index])
        }
        switch pointee {
        case .path:
            return make(.cString, 1, ShownLimit.path, .fixed(0), 0..<0)
        case .string:
            return make(.cString, 1, ShownLimit.bytes + 1, .fixed(0), 0..<0)
        case .bytes(let index):
            return make(
                .elements, 1, ShownLimit.bytes, length(index) ?? .fixed(ShownLimit.bytes), 0..<0)
        case .socketAddress(let index):
            guard let length = length(index) else { return nil }
            return make(.elements, 1, CaptureLimit.socketAddress, length, 0..<0)
        case .integer(let type, _):
            return make(.elements, Int(type.width), 1, .fixed(1), 0..<0)
        case .integers(let type, _, let count):
            return make(
                .elements, Int(type.width), ShownLimit.elements, .fixed(count), 0..<0)
        case .integerArray(let type, let index):
            let length = length(index) ?? .fixed(ShownLimit.elements)
            return make(.elements, Int(type.width), ShownLimit.elements, length, 0..<0)
        case .signalSet:
            return make(.elements, 8, 1, .fixed(1), 0..<0)
        case .opaque:
            return nil
        case .stringArray:
            steps.append(make(.cString, 1, ShownLimit.bytes + 1, .fixed(0), 0..<0))
            // Each element is the pointer.
            steps[steps.count - 1].pointer = 0
            let strings = steps.count - 1..<steps.count
            return make(.untilNull, 8, ShownLimit.elements, .fixed(0), strings)
        case .structure(let name):
            return structures(name, length: .fixed(1), catalog: catalog, depth: depth, make: make)
        case .structures(let name, let index):
            // How many there are is known when they are shown.
            let length = length(index) ?? .fixed(ShownLimit.elements)
            return structures(name, length: length, catalog: catalog, depth: depth, make: make)
        case .vector(let index):
            guard let length = length(index) else { return nil }
            var step = structures(
                "iovec", length: length, catalog: catalog, depth: depth, make: make)
            // The kernel reads the vector also where it writes to what that names.
            step?.needsSuccess = false
            return step
        }
    }

    private mutating func structures(
        _ name: String, length: CaptureLength, catalog: Catalog, depth: Int,
        make: (CaptureStep.Kind, Int, Int, CaptureLength, Range<Int>) -> CaptureStep
    ) -> CaptureStep? {
        guard let structure = catalog.structure(named: name), structure.size > 0
        else { return nil }
        if structure.isVariable {
            let whole = CaptureLimit.variableRecords
            let isOne = length.source == .fixed
            return make(.elements, 1, whole, isOne ? .fixed(whole) : length, 0..<0)
        }
        guard structure.size <= CaptureLimit.structure else {
            return make(
                .elements, 1, CaptureLimit.structure, .fixed(CaptureLimit.structure), 0..<0)
        }
        let limit = min(ShownLimit.elements, max(1, 2048 / structure.size))
        let nested = pointers(in: structure, catalog: catalog, depth: depth + 1)
        return make(.elements, structure.size, limit, length, nested)
    }

    private mutating func pointers(
        in structure: Structure, catalog: Catalog, depth: Int
    ) -> Range<Int> {
        let layout = structure.fields.map { field in
            var width = 8
            if case .integer(let type, _) = field.type { width = Int(type.width) }
            let word = ParameterType.integer(IntegerType(width: 8, isSigned: false), .plain)
            return Operand(offset: field.offset, width: width, type: word)
        }
        var found: [CaptureStep] = []
        for field in structure.fields {
            guard case .pointer(let pointee) = field.type else { continue }
            let step = self.step(
                pointee, at: field.offset, needsSuccess: false, layout: layout, catalog: catalog,
                depth: depth)
            guard var step else { continue }
            // Messages are shown one by one.
            if field.name == "msg_control" { step.limit = UInt32(CaptureLimit.variableRecords) }
            found.append(step)
        }
        let range = steps.count..<steps.count + found.count
        steps += found
        return range
    }

    private static func length(_ operand: Operand) -> CaptureLength {
        let offset = UInt16(clamping: operand.offset)
        if case .pointer(let pointee, _) = operand.type {
            var width: UInt8 = 4
            if case .integer(let type, _) = pointee { width = type.width }
            return CaptureLength(source: .pointed, offset: offset, width: width)
        }
        return CaptureLength(source: .value, offset: offset, width: UInt8(clamping: operand.width))
    }
}
