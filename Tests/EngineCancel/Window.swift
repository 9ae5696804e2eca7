// The window, one instruction at a time: a signal between any two of them.
//
// Input: the window's code, as this process has it. Output: how each boundary ended. Invariant:
// every trial has a child of its own, traced by this process, which makes one call in the window
// and ends; what they share is one page.

import AcallEngine
import CAcall
import Glibc

#if arch(x86_64)

    /// What one trial does at its boundary.
    struct Trial {
        var isRead = false
        /// Whether a read finds a byte.
        var isReady = true
        /// Whether the request is made before the signal is sent.
        var isRequested = true
        /// By tgkill, as the engine sends it, or by kill, as a stranger would.
        var isByThread = true

        var name: String {
            let call = isRead ? (isReady ? "read" : "read of an empty pipe") : "write"
            return "\(call), \(isRequested ? "cancelled" : "stray signal"), "
                + (isByThread ? "tgkill" : "kill")
        }
    }

    /// What a trial left.
    struct Outcome {
        let code: Int64
        /// Bytes in the pipe.
        let left: Int
        let isNoted: Bool
        let keptRegisters: Bool
    }

    /// Where the signal is delivered: before the call's thread has come to the window, before the
    /// instruction of that number, or while the thread sleeps in its call.
    enum Moment: Equatable {
        case early
        case instruction(Int)
        case asleep
    }

    /// The page: six arguments, the result, the flag with its note, the byte.
    private struct Page {
        let base: UnsafeMutableRawPointer

        init() throws(Broken) {
            let flags = MAP_SHARED | MAP_ANONYMOUS
            guard let base = mmap(nil, 4096, PROT_READ | PROT_WRITE, flags, -1, 0),
                base != MAP_FAILED
            else { throw Broken("no page") }
            self.base = base
        }

        var args: UnsafeMutablePointer<UInt64> { base.assumingMemoryBound(to: UInt64.self) }
        var result: UnsafeMutablePointer<Int64> {
            (base + 48).assumingMemoryBound(to: Int64.self)
        }
        /// Three words at least: the third is the handler's note.
        var flag: UnsafeMutablePointer<UInt32> {
            (base + 64).assumingMemoryBound(to: UInt32.self)
        }
        var byte: UnsafeMutableRawPointer { base + 128 }
    }

    /// ptrace, whose C function takes a variable number of arguments.
    private enum Trace: UInt64 {
        case me = 0
        case peek = 2
        case go = 7
        case step = 9
        case registers = 12

        @discardableResult
        func callAsFunction(_ pid: pid_t, _ place: UInt64 = 0, _ data: UInt64 = 0) -> Int64 {
            raw(101, rawValue, UInt64(UInt32(bitPattern: pid)), place, data)
        }
    }

    private func raw(
        _ nr: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0, _ d: UInt64 = 0
    ) -> Int64 {
        var args = [a, b, c, d, 0, 0]
        return acall_raw_syscall(nr, &args)
    }

    /// The registers that count here, by their places in struct user_regs_struct.
    private struct Registers: Equatable {
        var all = [UInt64](repeating: 0, count: 27)
        var counter: UInt64 { all[16] }
        var stack: UInt64 { all[19] }
        /// r15 to r12, rbp, rbx: a function gives them back as they were.
        var kept: ArraySlice<UInt64> { all[0..<6] }
    }

    /// A child that stands still, at its SIGSTOP first.
    private struct Child {
        let pid: pid_t
        let entry: UInt64
        static let sigstop: Int32 = 19, sigtrap: Int32 = 5

        init(_ page: Page, _ nr: UInt64, _ call: Call) throws(Broken) {
            entry = UInt64(UInt(bitPattern: unsafeBitCast(call, to: UnsafeRawPointer.self)))
            pid = fork()
            if pid == 0 {
                if Trace.me(0) != 0 { _exit(3) }
                raise(Self.sigstop)
                page.result.pointee = call(nr, page.args, page.flag)
                _exit(0)
            }
            try require(pid > 0, "no child")
            let status = wait()
            if status == 3 << 8 { fail("no ptrace here", 3) }
            try require(status == Self.sigstop << 8 | 0x7f, "the child ended with \(status)")
        }

        func wait() -> Int32 {
            var status: Int32 = -1
            while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
            return status
        }

        func registers() -> Registers {
            var registers = Registers()
            registers.all.withUnsafeMutableBytes {
                guard let base = $0.baseAddress else { return }
                Trace.registers(pid, 0, address(base))
            }
            return registers
        }

        /// One instruction, or the start of the handler of a signal.
        func step(_ signal: Int32 = 0) throws(Broken) {
            Trace.step(pid, 0, UInt64(signal))
            let status = wait()
            try require(status == Self.sigtrap << 8 | 0x7f, "a step ended with \(status)")
        }

        func step(until place: UInt64) throws(Broken) {
            var patience = 1_000_000
            while registers().counter != place {
                try step()
                patience -= 1
                try require(patience > 0, "the child never came to \(place)")
            }
        }

        /// Goes on to the end.
        func finish(_ signal: Int32 = 0) throws(Broken) {
            Trace.go(pid, 0, UInt64(signal))
            let status = wait()
            try require(status == 0, "the child ended with \(status)")
        }

        /// Waits until it sleeps in its call.
        func untilAsleep() throws(Broken) {
            for _ in 0..<20_000 {
                if state() == UInt8(ascii: "S") { return }
                usleep(100)
            }
            throw Broken("the child never fell asleep")
        }

        private func state() -> UInt8 {
            let file = open("/proc/\(pid)/stat", O_RDONLY | O_CLOEXEC)
            defer { close(file) }
            var text = [UInt8](repeating: 0, count: 512)
            let count = read(file, &text, text.count)
            guard count > 0, let end = text[..<count].lastIndex(of: UInt8(ascii: ")")),
                end + 2 < count
            else { return 0 }
            return text[end + 2]
        }
    }

    /// A function that is a window, or has one in it.
    private typealias Call =
        @convention(c) (UInt64, UnsafePointer<UInt64>, UnsafePointer<UInt32>) -> Int64

    /// The function's instructions, found by stepping through it.
    private struct Window {
        let function: Call
        /// How many there are from its first to its return.
        var count = 0
        /// Which of them is the system call.
        var call = 0
        let signal: Int32
        let page: Page

        init(_ function: Call) throws(Broken) {
            self.function = function
            signal = acall_signal_install(0)
            try require(signal > 0, "no signal: \(signal)")
            page = try Page()
            let pipe = prepare(Trial())
            defer { pipe.close() }
            let child = try Child(page, 1, function)
            try child.step(until: child.entry)
            let end = returnAddress(child)
            var calls: [Int] = []
            var counter = child.entry
            while counter != end {
                let code = UnsafePointer<UInt8>(bitPattern: UInt(counter))
                if code?[0] == 0x0f && code?[1] == 0x05 { calls.append(count) }
                try child.step()
                count += 1
                counter = child.registers().counter
            }
            try child.finish()
            try require(calls.count == 1, "system calls at \(calls)")
            call = calls[0]
        }

        /// The pipe, with a byte in it where one is to be read; the page as the child wants it.
        func prepare(_ trial: Trial) -> Ends {
            let pipe = Ends()
            for index in 0..<3 { page.flag[index] = 0 }
            for index in 0..<6 { page.args[index] = 0 }
            page.result.pointee = .min
            page.args[0] = UInt64(trial.isRead ? pipe.reader : pipe.writer)
            page.args[1] = address(page.byte)
            page.args[2] = 1
            if trial.isRead && trial.isReady { _ = write(pipe.writer, page.byte, 1) }
            return pipe
        }

        /// What stands on the stack at the entry.
        func returnAddress(_ child: Child) -> UInt64 {
            var word: UInt64 = 0
            Trace.peek(child.pid, child.registers().stack, address(&word))
            return word
        }

        func run(_ trial: Trial, at moment: Moment) throws(Broken) -> Outcome {
            let pipe = prepare(trial)
            defer { pipe.close() }
            let mayBlock = trial.isRead && !trial.isReady
            // The reader of the other trials must not block this process.
            if mayBlock { _ = fcntl(pipe.reader, F_SETFL, 0) }
            let child = try Child(page, trial.isRead ? 0 : 1, function)
            var (end, before) = (UInt64(0), Registers())
            if moment != .early {
                try child.step(until: child.entry)
                (end, before) = (returnAddress(child), child.registers())
            }
            if case .instruction(let number) = moment {
                for _ in 0..<number { try child.step() }
            } else if moment == .asleep {
                Trace.go(child.pid)
                try child.untilAsleep()
            }
            if trial.isRequested { acall_store32(page.flag, ACALL_CANCELLED) }
            let (pid, number) = (UInt64(child.pid), UInt64(signal))
            _ = trial.isByThread ? raw(234, pid, pid, number) : raw(62, pid, number)
            if moment != .asleep { Trace.go(child.pid) }
            let status = child.wait()
            try require(status == signal << 8 | 0x7f, "no signal, but \(status)")
            var kept = true
            if case .instruction(let number) = moment, number < count, !mayBlock {
                try child.step(signal)
                try child.step(until: end)
                let after = child.registers()
                kept = before.kept == after.kept && before.stack + 8 == after.stack
                try child.finish()
            } else if mayBlock && !trial.isRequested && moment != .asleep {
                // It has changed nothing: the call is made, and waits for its byte.
                Trace.go(child.pid, 0, UInt64(signal))
                try child.untilAsleep()
                _ = write(pipe.writer, page.byte, 1)
                try require(child.wait() == 0, "the child did not end")
            } else {
                try child.finish(signal)
            }
            _ = fcntl(pipe.reader, F_SETFL, O_NONBLOCK)
            return Outcome(
                code: page.result.pointee, left: pipe.drain().count,
                isNoted: page.flag[2] != 0, keptRegisters: kept)
        }

        /// Every boundary of one trial.
        func runAll(_ trial: Trial) throws(Broken) {
            let mayBlock = trial.isRead && !trial.isReady
            // One instruction past the return, too; not past a call that blocks.
            let last = mayBlock ? call : count + 1
            let moments = [.early] + (0...last).map { Moment.instruction($0) }
            var ends: [Int64: Int] = [:]
            var notes = 0
            for moment in moments {
                var number = -1
                if case .instruction(let place) = moment { number = place }
                let outcome = try run(trial, at: moment)
                let name = "\(trial.name), before instruction \(number) of \(count)"
                let isMade = number > call || !trial.isRequested
                try require(
                    outcome.code == (isMade ? 1 : -Int64(ECANCELED)), "\(name): \(outcome.code)")
                let expected = trial.isRead ? (isMade || mayBlock ? 0 : 1) : (isMade ? 1 : 0)
                try require(outcome.left == expected, "\(name): \(outcome.left) bytes in the pipe")
                try require(outcome.keptRegisters, "\(name): registers were not given back")
                // The note says that the signal has come, and only the engine's leaves one.
                let isInside = number == call || number == call + 1
                let isOutside = number < 1 || number >= count || !trial.isByThread
                try require(!isInside || !trial.isByThread || outcome.isNoted, "\(name): no note")
                try require(!isOutside || !outcome.isNoted, "\(name): a note")
                ends[outcome.code, default: 0] += 1
                notes += outcome.isNoted ? 1 : 0
            }
            let text = ends.sorted { $0.key < $1.key }.map { "\($0.value) ended with \($0.key)" }
            print(
                "\(trial.name): \(moments.count) boundaries: \(text.joined(separator: ", ")); "
                    + "\(notes) noted")
        }

        /// A read that sleeps: the signal ends it, whoever sent it; who calls the window looks at
        /// the flag and calls again.
        func runAsleep(_ trial: Trial) throws(Broken) {
            let outcome = try run(trial, at: .asleep)
            try require(outcome.code == -Int64(EINTR), "\(trial.name): \(outcome.code)")
            try require(outcome.left == 0, "\(trial.name): \(outcome.left) bytes in the pipe")
            try require(outcome.isNoted == trial.isByThread, "\(trial.name): a wrong note")
            print("\(trial.name), asleep: ended with \(outcome.code)")
        }
    }

    func window() throws(Broken) {
        try window("the window", acall_window_call)
        try window("a window within a function", acall_window_made_here)
    }

    private func window(_ name: String, _ function: Call) throws(Broken) {
        let window = try Window(function)
        print("\(name): \(window.count) instructions, the system call is number \(window.call)")
        for isRequested in [true, false] {
            for isByThread in [true, false] {
                var trial = Trial(isRequested: isRequested, isByThread: isByThread)
                try window.runAll(trial)
                trial.isRead = true
                try window.runAll(trial)
                trial.isReady = false
                try window.runAll(trial)
                try window.runAsleep(trial)
            }
        }
    }

#else

    func window() throws(Broken) { fail("window: x86_64 only", 3) }

#endif
