// Programs in files, and in an app's data.

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

/// RFC 4648; what is no digit is skipped.
func decodeBase64(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var (word, count) = (UInt32(0), 0)
    for byte in text {
        let digit: UInt8? =
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
            case UInt8(ascii: "+"): 62
            case UInt8(ascii: "/"): 63
            default: nil
            }
        guard let digit else { continue }
        word = word << 6 | UInt32(digit)
        count += 6
        if count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(count)))
        }
    }
    return bytes
}
