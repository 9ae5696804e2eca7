// Files that are replaced as a whole: a reader sees the old content or the new one.
//
// Input: a path and bytes. A new file is written beside the old one and takes its name; mode and owner stay, if
// the user may set them. What is no regular file (a terminal, a pipe) is written to as it is.

import Glibc

package struct FileReplacement {
    private let path: [UInt8]
    private let status: stat?

    /// Follows symbolic links, so that the file is replaced and not the link to it.
    package init(_ path: [UInt8]) {
        let resolved = Self.terminated(path) { realpath($0, nil) }
        defer { free(resolved) }
        let bytes = resolved.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
        self.path = bytes ?? path
        var status = stat()
        let isThere = Self.terminated(self.path) { stat($0, &status) } == 0
        self.status = isThere ? status : nil
    }

    package func write(_ bytes: [UInt8]) throws(CommandFailure) {
        if let status, status.st_mode & S_IFMT != S_IFREG { return try writeThrough(bytes) }
        // The kernel gives a new file its mode; an old one's is kept.
        let template = path + Array(".XXXXXX".utf8) + [0]
        var name = template.map { CChar(bitPattern: $0) }
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw failure(errno) }
        let output = Output(descriptor: descriptor)
        do throws(CommandFailure) {
            try fill(output, bytes)
            guard Self.terminated(path, { rename(name, $0) }) == 0 else { throw failure(errno) }
        } catch {
            unlink(name)
            throw error
        }
    }

    private func fill(_ output: Output, _ bytes: [UInt8]) throws(CommandFailure) {
        defer { output.close() }
        if let status {
            // Its owner first: that may take away bits of the mode.
            _ = fchown(output.descriptor, status.st_uid, status.st_gid)
        }
        guard fchmod(output.descriptor, status.map { $0.st_mode & 0o7777 } ?? Self.newMode) == 0
        else { throw failure(errno) }
        do {
            try output.write(bytes)
        } catch {
            throw failure(error.number)
        }
    }

    private func writeThrough(_ bytes: [UInt8]) throws(CommandFailure) {
        let output = try Output(creating: path)
        defer { output.close() }
        do {
            try output.write(bytes)
        } catch {
            if error.isBrokenPipe { return }
            throw failure(error.number)
        }
    }

    private func failure(_ number: Int32) -> CommandFailure {
        CommandFailure(
            "'\(quotable(path))' can't be written: \(String(cString: strerror(number)))")
    }

    private static var newMode: mode_t {
        let mask = umask(0)
        umask(mask)
        return 0o666 & ~mask
    }

    private static func terminated<Result>(
        _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
    ) -> Result {
        (path + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
    }
}
