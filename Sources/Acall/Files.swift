// Programs in files.

import AcallSyntax
import Glibc

/// A regular file's bytes, at most 64 MiB.
func readFile(_ path: String) throws(IncludeFailure) -> [UInt8] {
    func failure() -> IncludeFailure { IncludeFailure(String(cString: strerror(errno))) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { throw failure() }
        if count == 0 { return bytes }
        bytes += buffer[..<count]
        guard bytes.count <= 64 << 20 else { throw IncludeFailure("it is larger than 64 MiB") }
    }
}
