// Runs a program with descriptors as it is written, without the kernel: what it gives, and what it does that no
// program may do.

/// What a program did that the check is there to refuse.
enum Misbehaviour: String, Hashable, CaseIterable {
    /// A descriptor was used, copied or handed out after it was closed.
    case closedIsUsed
    case closedTwice
    /// A close of what an output hands out, or two outputs that hand out one descriptor.
    case handedOut
    /// An error's number, or the result of a step that was not made, was used as a descriptor.
    case errorIsUsed
    /// An element was closed, or is used, whose number only the run knows: the check takes another one for it.
    case elementByNumber
    /// Nothing had written what was read.
    case unwrittenIsRead
}

struct DescriptorMachine {
    enum Value: Hashable {
        case descriptor(Int)
        case number(Int64)
    }

    private struct Handle {
        var file: Int
        var isOpen = true
        var isHandedOut = false
        /// Closed by itself when the pass of a loop, or the chain, ends in which it was opened.
        var isKept = false
        /// It was named by an element whose number only the run knows.
        var isNamedByNumber = false
    }

    private struct Buffer {
        var bytes = [UInt8](repeating: 0, count: DescriptorProgram.bufferSize)
        var isWritten = false
    }

    private enum End: Error { case failed, stopped }
    private enum Exit { case none, breaks, continues }

    let program: DescriptorProgram
    private let pathFile: Int?
    private var handles: [Handle] = []
    private var numbers: [String: Int64] = [:]
    private var places: [DescriptorPlace: Value] = [:]
    private var arrays: [String: [Value]] = [:]
    private var buffers: [String: Buffer] = [:]
    private(set) var misbehaviours: Set<Misbehaviour> = []
    private(set) var outputs: [String: Int64] = [:]
    private(set) var texts: [String: [UInt8]] = [:]
    private(set) var handedOut: [String: Int] = [:]
    private(set) var hasFailed = false
    /// The descriptor of the input `h` is not closed.
    var isInputOpen: Bool { handles[1].isOpen }
    private var loopDepth = 0
    /// Arrays into which something was stored at an index that only the run knows.
    private var storedByNumber: Set<String> = []

    static func size(_ file: Int) -> Int64 { Int64(64 + file) }
    static func byte(_ file: Int) -> UInt8 { UInt8(0x41 + file) }

    /// Runs it. `pathFile`: the file that the input `p` names; nil if there is none.
    init(_ program: DescriptorProgram, x: Int64, pathFile: Int?) {
        self.program = program
        self.pathFile = pathFile
        numbers = ["x": x, "n": 0]
        handles = [Handle(file: 0)]
        places[.input("h")] = .descriptor(open(DescriptorProgram.fileCount - 1))
        handles[1].isKept = true
        for name in program.variables { places[.variable(name)] = .descriptor(open(0)) }
        for name in program.arrays {
            arrays[name] = (0..<3).map { _ in .descriptor(open(0)) }
        }
        for name in program.buffers { buffers[name] = Buffer() }
        do { _ = try run(program.body) } catch End.failed { hasFailed = true } catch {}
        for (name, handle) in handedOut {
            outputs[name] = handles[handle].file < 0 ? 0 : Self.size(handles[handle].file)
        }
    }

    private mutating func open(_ file: Int) -> Int {
        handles.append(Handle(file: file))
        return handles.count - 1
    }

    // MARK: Places

    private mutating func index(_ index: DescriptorIndex) throws -> Int {
        let number: Int
        switch index {
        case .number(let known): number = known
        case .variable(let name): number = Int(numbers[name] ?? 0)
        }
        guard (0..<3).contains(number) else { throw End.failed }
        return number
    }

    private mutating func value(_ place: DescriptorPlace) throws -> Value {
        if case .element(let name, let index) = place {
            let value = arrays[name]![try self.index(index)]
            // From here on the check takes it for any of the elements.
            if case .descriptor(let handle) = value, place.isByNumber {
                handles[handle].isNamedByNumber = true
            }
            return value
        }
        return places[place] ?? places[.result(place.text)] ?? .number(0)
    }

    private mutating func set(_ place: DescriptorPlace, _ value: Value) throws {
        if case .element(let name, let index) = place {
            arrays[name]![try self.index(index)] = value
            if place.isByNumber { storedByNumber.insert(name) }
        } else {
            places[place] = value
        }
    }

    /// The descriptor that a place holds, which is to be open.
    private mutating func handle(
        _ place: DescriptorPlace, _ otherwise: Misbehaviour = .closedIsUsed
    ) throws -> Int {
        switch try value(place) {
        case .number:
            var isByNumber = place.isByNumber
            if case .element(let name, _) = place, storedByNumber.contains(name) {
                isByNumber = true
            }
            misbehaviours.insert(isByNumber ? .elementByNumber : .errorIsUsed)
            throw End.failed
        case .descriptor(let handle):
            if !handles[handle].isOpen {
                let isByNumber = handles[handle].isNamedByNumber || place.isByNumber
                misbehaviours.insert(isByNumber ? .elementByNumber : otherwise)
                throw End.failed
            }
            return handle
        }
    }

    private mutating func close(_ place: DescriptorPlace) throws {
        let handle = try handle(place, .closedTwice)
        if handles[handle].isHandedOut { misbehaviours.insert(.handedOut) }
        handles[handle].isOpen = false
    }

    // MARK: Actions

    private mutating func holds(_ condition: DescriptorCondition) throws -> Bool {
        switch condition {
        case .equal(let name, let number): return numbers[name] == Int64(number)
        case .notEqual(let name, let number): return numbers[name] != Int64(number)
        case .below(let name, let number): return numbers[name]! < Int64(number)
        case .isOpen(let place):
            if case .number(let number) = try value(place) { return number >= 0 }
            return true
        }
    }

    private mutating func run(_ actions: [DescriptorAction]) throws -> Exit {
        var deferred: [DescriptorPlace] = []
        var exit = Exit.none
        var end: (any Error)?
        do {
            for action in actions {
                if case .deferClose(let place) = action {
                    deferred.append(place)
                    continue
                }
                exit = try run(action)
                if exit != .none { break }
            }
        } catch { end = error }
        for place in deferred.reversed() {
            do { try close(place) } catch { end = End.failed }
        }
        if let end { throw end }
        return exit
    }

    private mutating func run(_ action: DescriptorAction) throws -> Exit {
        switch action {
        case .open(let place, let source, let condition):
            if let condition, !(try holds(condition)) {
                try set(place, .number(-125))
                break
            }
            let value = try opened(source)
            if case .result = place {} else { keep(value) }
            try set(place, value)
        case .pipe(let array):
            arrays[array]![0] = .descriptor(open(-1))
            arrays[array]![1] = .descriptor(open(-1))
        case .assign(let target, let source):
            let value = try value(source)
            if case .result = source { keep(value) }
            try set(target, value)
        case .replace(let name, let from, let onto):
            let source = try handle(from)
            let target = try handle(onto)
            if source == target { throw End.failed }
            handles[target].file = handles[source].file
            if let name { places[.result(name)] = .descriptor(target) }
        case .structure(let name, let place):
            let value = try value(place)
            places[.field(name)] = value
        case .copyStructure(let name, let other): places[.field(name)] = places[.field(other)]
        case .close(let place, let condition):
            if try condition.map({ try holds($0) }) ?? true { try close(place) }
        case .closeRange(let place): try close(place)
        case .use(let place, let name, let condition):
            guard try condition.map({ try holds($0) }) ?? true else { break }
            let handle = try handle(place)
            if condition == nil, name != "" {
                outputs[name] = handles[handle].file < 0 ? 0 : Self.size(handles[handle].file)
            }
        case .handOut(let place, let name):
            // An error may be handed out too.
            if case .number(let number) = try value(place) {
                outputs[name] = number
                break
            }
            let handle = try handle(place)
            if handles[handle].isHandedOut { misbehaviours.insert(.handedOut) }
            handles[handle].isHandedOut = true
            handedOut[name] = handle
        case .deferClose: break
        case .branch(let condition, let then, let otherwise):
            return try run(try holds(condition) ? then : otherwise)
        case .count(let name, let count, let body), .repeated(let name, let count, let body):
            try loop(name, count, body)
        case .leave(let exit, let condition):
            guard try holds(condition) else { break }
            switch exit {
            case .breaks: return .breaks
            case .continues: return .continues
            case .stops: throw End.stopped
            }
        case .fail(let condition): if try holds(condition) { throw End.failed }
        case .call(let index, let arguments): _ = try call(index, arguments)
        case .task(_, let body):
            let first = handles.count
            do { _ = try run(body) } catch End.stopped {}
            endChain(since: first)
        case .wait, .declare: break
        case .set(let name, let number): numbers[name] = Int64(number)
        case .fill(let place, let slice, let condition):
            if try condition.map({ try holds($0) }) ?? true { try fill(place, slice) }
        case .fillVector(_, let place, let buffer, let length):
            try fill(
                place, DescriptorSlice(buffer: buffer, low: 0, high: length ?? Int(numbers["x"]!)))
        case .setByte(let name, let index):
            buffers[name]!.bytes[index] = 35
            buffers[name]!.isWritten = true
        case .show(let slice, let name):
            let range = try range(slice)
            // In a loop a pass before may have written it.
            if !buffers[slice.buffer]!.isWritten, loopDepth == 0 {
                misbehaviours.insert(.unwrittenIsRead)
            }
            texts[name] = Array(buffers[slice.buffer]!.bytes[range])
        }
        return .none
    }

    private mutating func keep(_ value: Value) {
        if case .descriptor(let handle) = value { handles[handle].isKept = true }
    }

    private mutating func opened(_ source: DescriptorSource) throws -> Value {
        switch source {
        case .file(let file): return .descriptor(open(file))
        case .path(let isAllowed):
            if let pathFile { return .descriptor(open(pathFile)) }
            guard isAllowed else { throw End.failed }
            return .number(-2)
        case .copy(let place):
            let handle = try handle(place)
            return .descriptor(open(handles[handle].file))
        case .call(let index, let arguments): return try call(index, arguments)
        }
    }

    private mutating func loop(_ name: String, _ count: Int, _ body: [DescriptorAction]) throws {
        loopDepth += 1
        defer { loopDepth -= 1 }
        // What a loop writes counts as written behind it.
        for buffer in body.filled { buffers[buffer]?.isWritten = true }
        for pass in 0..<count {
            numbers[name] = Int64(pass)
            let first = handles.count
            defer { endPass(since: first) }
            if try run(body) == .breaks { break }
        }
    }

    private mutating func endPass(since first: Int) {
        for index in first..<handles.count
        where !handles[index].isKept && !handles[index].isHandedOut {
            handles[index].isOpen = false
        }
    }

    private mutating func endChain(since first: Int) {
        for index in first..<handles.count where !handles[index].isHandedOut {
            handles[index].isOpen = false
        }
    }

    private mutating func call(_ index: Int, _ arguments: [DescriptorPlace]) throws -> Value {
        let procedure = program.procedures[index]
        let values = try arguments.map { try value($0) }
        let outer = places
        for (parameter, value) in zip(procedure.parameters, values) {
            places[.result(parameter)] = value
        }
        defer { places = outer }
        do { _ = try run(procedure.body) } catch End.stopped {}
        return try procedure.result.map { try value($0) } ?? .number(0)
    }

    // MARK: Buffers

    private mutating func range(_ slice: DescriptorSlice) throws -> Range<Int> {
        let high = slice.high ?? Int(numbers[slice.count]!)
        guard slice.low <= high, high <= DescriptorProgram.bufferSize else { throw End.failed }
        return slice.low..<high
    }

    private mutating func fill(_ place: DescriptorPlace, _ slice: DescriptorSlice) throws {
        let handle: Int
        // The bounds are looked at before the call is made.
        do { _ = try range(slice) } catch {
            buffers[slice.buffer]!.isWritten = true
            throw error
        }
        handle = try self.handle(place)
        buffers[slice.buffer]!.isWritten = true
        // A pipe has no place to read at.
        guard handles[handle].file >= 0 else { throw End.failed }
        for index in try range(slice) {
            buffers[slice.buffer]!.bytes[index] = Self.byte(handles[handle].file)
        }
    }
}
