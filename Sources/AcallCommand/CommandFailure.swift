// Why the tool can't do what its command line asks: one sentence, what to write instead, a status.

/// Not a program's error (those are diagnostics) and not a step's (those are in the report).
package struct CommandFailure: Error, Sendable, Hashable {
    /// One sentence, lower case, no full stop.
    package var message: String
    /// What to write instead.
    package var help: String?
    package var status: ExitStatus

    package init(_ message: String, help: String? = nil, status: ExitStatus = .wrong) {
        self.message = message
        self.help = help
        self.status = status
    }

    /// As it is printed on standard error.
    package var rendered: String {
        let first = "acall-run: \(message)\n"
        guard let help else { return first }
        return first + "  help: \(help)\n"
    }
}

/// Bytes as text, if they are UTF-8. (`String(validating:as:)` is not specialised and costs a run's start.)
func text(_ bytes: some Collection<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.elementsEqual(bytes) ? text : nil
}

/// Bytes from outside as text that is safe to print: what is no UTF-8, or would move a terminal's cursor,
/// is shown as `\xNN`.
package func quotable(_ bytes: some Collection<UInt8>) -> String {
    if let text = text(bytes),
        text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value) })
    {
        return text
    }
    var text = ""
    for byte in bytes {
        if (0x20..<0x7f).contains(byte) {
            text.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16)
            text += byte < 16 ? "\\x0\(digits)" : "\\x\(digits)"
        }
    }
    return text
}
