// What a run may use, and what happens when it wants more: it is cancelled and cleaned up, and its report says why.

import AcallCatalog
import AcallImage
import AcallText
import CAcall

package struct RunLimits: Sendable {
    /// What the program and its storage add to the address space, in bytes.
    package var memory: Int?
    /// Open descriptors of the program.
    package var files: Int?
    /// Children that are alive at once.
    package var processes: Int?
    /// Bytes of outputs.
    package var output: Int?

    /// Where nobody says how large outputs may be.
    package static let usualOutput = 256 << 20

    package enum Kind: Sendable {
        case time, memory, files, processes, output
        /// There is no memory for an output.
        case room
    }

    package init() {}
}

extension RunLimits.Kind {
    /// Why the program failed.
    var message: String {
        switch self {
        case .time: "the program ran longer than --max-time allows"
        case .memory: "the program's memory is larger than --max-memory allows"
        case .files:
            "the program has as many open descriptors as --max-files allows, and wants another"
        case .processes:
            "the program has as many children as --max-processes allows, and wants another"
        case .room: "there is no memory for the outputs; they are dropped"
        case .output:
            "the outputs are larger than allowed; acall-run --max-output SIZE raises the limit"
        }
    }
}

/// Calls that change the size of the address space.
enum MemoryCalls {
    private static let numbers: (map: UInt32, unmap: UInt32, move: UInt32) = {
        let catalog = Catalog()
        func number(_ name: String) -> UInt32 { catalog.syscall(named: name)?.number ?? .max }
        return (number("mmap"), number("munmap"), number("mremap"))
    }()

    /// By how many bytes a call has changed it; nil for others.
    static func change(
        _ number: UInt32, _ arguments: UnsafePointer<UInt64>, _ result: Int64
    ) -> Int? {
        func pages(_ count: UInt64) -> Int {
            Int(clamping: count / 4096 + (count % 4096 == 0 ? 0 : 1)) &* 4096
        }
        if (-4095 ... -1).contains(result) { return nil }
        switch number {
        case numbers.map: return pages(arguments[1])
        case numbers.unmap: return -pages(arguments[1])
        case numbers.move: return pages(arguments[2]) - pages(arguments[1])
        default: return nil
        }
    }
}

extension Report {
    /// The run was ended because it reached a limit: that is its failure, and not what was cancelled.
    package mutating func noteExceeded(_ limit: RunLimits.Kind, at range: SourceRange? = nil) {
        status = 1
        wasCancelled = false
        failures.removeAll { $0.errno == "ECANCELED" }
        // The engine's own answer to the step that reached it.
        if let index = failures.firstIndex(where: { $0.errno == "EDQUOT" }) {
            (failures[index].message, failures[index].errno) = (limit.message, nil)
            return
        }
        for index in steps.indices where steps[index].outcome == .failed {
            if steps[index].result?.errno == "ECANCELED" { steps[index].outcome = .cancelled }
        }
        let step =
            steps.first { $0.outcome == .cancelled }
            ?? steps.last { $0.outcome == .returned || $0.outcome == .failed }
        let callers = range == nil || range == step?.range ? step?.callers ?? [] : []
        let range = range ?? step?.range ?? SourceRange(start: 0, end: 0)
        failures.insert(
            Failure(
                kind: .fail, step: nil, message: limit.message, errno: nil, range: range,
                place: source.place(of: Int(range.start)), callers: callers), at: 0)
    }

    /// Bytes of all outputs.
    var outputSize: Int {
        outputs.reduce(0) { sum, output in
            let items = output.items ?? []
            return sum + (output.value.map(\.size) ?? 0)
                + items.reduce(0) { $0 + $1.key.size + $1.value.size }
        }
    }
}

extension Report.Value {
    fileprivate var size: Int {
        switch self {
        case .integer, .unsigned: 8
        case .text(let bytes), .hex(let bytes), .bytes(let bytes): bytes.count
        }
    }
}

extension Report.Key {
    fileprivate var size: Int {
        switch self {
        case .integer: 8
        case .text(let bytes): bytes.count
        }
    }
}
