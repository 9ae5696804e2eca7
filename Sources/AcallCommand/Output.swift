// Writing to a descriptor: all of it, or an error number.
//
// SIGPIPE and SIGXFSZ must be ignored (`Output.ignoreRaisedSignals`), so that a reader who has gone and a limit on a
// file's size are errors like any other, for the tool's own output and for the steps of a program.

import Glibc

/// Why something could not be written.
package struct OutputFailure: Error, Sendable, Hashable {
    package var number: Int32
    /// The reader has gone: nothing to tell anybody.
    package var isBrokenPipe: Bool { number == EPIPE }
    package var description: String { String(cString: strerror(number)) }
}

/// A descriptor to write to; it owns nothing.
package struct Output: Sendable, Hashable {
    package let descriptor: Int32

    package static let standard = Output(descriptor: 1)
    package static let error = Output(descriptor: 2)

    package init(descriptor: Int32) { self.descriptor = descriptor }

    /// A file that is made, or emptied if it is there; to be closed by the caller.
    ///
    /// A file that the command has read is refused: it would be lost before anybody saw why. A FIFO is waited for until it
    /// has a reader, which the user is told.
    package init(creating path: [UInt8]) throws(CommandFailure) {
        var descriptor = Self.open(path, O_NONBLOCK)
        if descriptor < 0, errno == ENXIO, Self.isFIFO(path) {
            try? Output.error.write(
                "acall-run: waiting until a process reads from '\(quotable(path))'\n")
            descriptor = Self.open(path, 0)
        }
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
        self.descriptor = descriptor
        let flags = fcntl(descriptor, F_GETFL)
        if flags >= 0 { _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { return }
        let known = KnownFile.read.first {
            $0.device == status.st_dev && $0.inode == status.st_ino
        }
        if let known {
            Glibc.close(descriptor)
            throw CommandFailure(
                "'\(quotable(path))' can't be written: it is \(known.name), which this command reads",
                help: "write to another file")
        }
        guard ftruncate(descriptor, 0) == 0 else { throw Self.failure(path, errno) }
    }

    private static func open(_ path: [UInt8], _ flag: Int32) -> Int32 {
        (path + [0]).withUnsafeBytes { raw in
            Glibc.open(
                raw.baseAddress!.assumingMemoryBound(to: CChar.self),
                O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY | flag, 0o666)
        }
    }

    private static func isFIFO(_ path: [UInt8]) -> Bool {
        var status = stat()
        return (path + [0]).withUnsafeBytes { raw in
            stat(raw.baseAddress!.assumingMemoryBound(to: CChar.self), &status)
        } == 0 && status.st_mode & S_IFMT == S_IFIFO
    }

    private static func failure(_ path: [UInt8], _ number: Int32) -> CommandFailure {
        CommandFailure(
            "'\(quotable(path))' can't be written: \(String(cString: strerror(number)))")
    }

    package static func ignoreRaisedSignals() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    package func close() { _ = Glibc.close(descriptor) }

    package func write(_ text: String) throws(OutputFailure) {
        var text = text
        let failure = text.withUTF8 { writeAll(UnsafeRawBufferPointer($0)) }
        if let failure { throw failure }
    }

    package func write(_ bytes: [UInt8]) throws(OutputFailure) {
        let failure = bytes.withUnsafeBytes(writeAll)
        if let failure { throw failure }
    }

    /// For what the user asked to see: a reader who has gone is no failure, a full disk is.
    package func print(_ text: String) throws(CommandFailure) { try print(Array(text.utf8)) }

    package func print(_ bytes: [UInt8]) throws(CommandFailure) {
        do {
            try write(bytes)
        } catch {
            if error.isBrokenPipe { return }
            throw CommandFailure("can't write the output: \(error.description)", status: .unable)
        }
    }

    /// Short writes are continued; where the descriptor does not block, it is waited for.
    private func writeAll(_ bytes: UnsafeRawBufferPointer) -> OutputFailure? {
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
            if count >= 0 {
                done += count
            } else if errno == EAGAIN {
                var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&entry, 1, -1)
            } else if errno != EINTR {
                return OutputFailure(number: errno)
            }
        }
        return nil
    }

    /// Colours are for a terminal whose user has not said no (https://no-color.org).
    package func isColoured(allowed: Bool) -> Bool {
        Self.isColoured(
            isTerminal: isatty(descriptor) == 1, isAllowed: allowed,
            noColor: getenv("NO_COLOR").map { String(cString: $0) },
            terminal: getenv("TERM").map { String(cString: $0) })
    }

    static func isColoured(
        isTerminal: Bool, isAllowed: Bool, noColor: String?, terminal: String?
    ) -> Bool {
        isTerminal && isAllowed && (noColor ?? "").isEmpty && terminal != "dumb"
    }
}
