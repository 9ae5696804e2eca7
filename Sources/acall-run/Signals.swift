// Which signals end a run.
//
// Input: what a program's calls name. Output: sets of signal numbers, 1 to 64, as the kernel writes them.

import AcallCatalog
import AcallImage
import CAcall
import Glibc

/// A set of signals: bit n - 1 is signal n.
struct SignalSet: OptionSet, Sendable {
    var rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    init(_ numbers: [Int32]) {
        rawValue = numbers.reduce(0) { $0 | 1 << UInt64($1 - 1) }
    }

    static let all = SignalSet(rawValue: .max)
    /// What a process can't keep from itself, and what tells of its own faults: blocked, these would end it.
    static let unblockable = SignalSet([
        SIGKILL, SIGSTOP, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSEGV, SIGSYS,
    ])

    func contains(_ number: Int32) -> Bool { rawValue & 1 << UInt64(number - 1) != 0 }

    func forEach(_ body: (Int32) -> Void) {
        for number in Int32(1)...64 where contains(number) { body(number) }
    }

    /// Those whose default action ends a process. Not those that a fault of the process itself raises, nor those
    /// that stand beside an errno (SIGPIPE, SIGXFSZ), which the tool ignores, nor libc's own.
    static let ending: SignalSet = {
        let others: [Int32] = [
            SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGSEGV, SIGPIPE, SIGCHLD, SIGCONT,
            SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGXFSZ, SIGWINCH, SIGSYS, 32, 33,
        ]
        return all.subtracting(SignalSet(others))
    }()

    /// Less those that the process that started this one has it ignore, as a shell has its background jobs ignore the
    /// interrupt key.
    func withoutIgnored() -> SignalSet {
        var heeded = self
        forEach { number in
            var action = sigaction()
            let isIgnored =
                sigaction(number, nil, &action) == 0
                && unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
            if isIgnored { heeded.remove(SignalSet([number])) }
        }
        return heeded
    }

    /// For libc's functions; they leave out its own.
    func withLibcSet(_ body: (UnsafePointer<sigset_t>) -> Void) {
        var signals = sigset_t()
        sigemptyset(&signals)
        forEach { sigaddset(&signals, $0) }
        body(&signals)
    }
}

extension BatchImage {
    /// Signals that the program's calls take themselves.
    var takenSignals: SignalSet {
        let catalog = Catalog()
        let takers = [("signalfd", 1), ("signalfd4", 1), ("rt_sigtimedwait", 0)]
            .compactMap { name, argument in
                catalog.syscall(named: name)?.number.map { (number: $0, argument: argument) }
            }
        var taken = SignalSet()
        for (index, record) in records.enumerated() {
            guard let taker = takers.first(where: { $0.number == record.nr }) else { continue }
            taken.formUnion(signals(of: record, index, taker.argument))
        }
        return taken
    }

    /// The set that an argument points to. Where it is not known before the run, the program may take any signal but
    /// SIGTERM, which then ends it.
    private func signals(
        of record: acall_submission, _ index: Int, _ argument: Int
    ) -> SignalSet {
        let unknown = SignalSet.all.subtracting(SignalSet([SIGTERM]))
        let isIndirect = record.flags >> UInt32(ACALL_SUBMIT_INDIRECT_SHIFT + Int32(argument)) & 1
        guard relocations[index].contains(.argument(argument)), isIndirect == 0 else {
            return unknown
        }
        let offset = Int(clamping: argument == 0 ? record.args.0 : record.args.1)
        guard offset >= 0, offset <= data.count - 8,
            !storages.contains(where: {
                Int($0.offset) < offset + 8 && offset < Int($0.offset) + Int($0.size)
            })
        else { return unknown }
        return SignalSet(
            rawValue: data.withUnsafeBytes {
                $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            })
    }
}
