// Text for a terminal: subtle colours, aligned columns, nothing that could steer the terminal
// itself.

enum Terminal {
    enum Style: String {
        case plain = ""
        case faint = "2"
        case bold = "1"
        case red = "31"
        case error = "1;31"
        case name = "36"
    }

    /// Control characters are replaced, so that a program's own text can't send escape sequences.
    static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            clean.append(isControl(scalar) ? "?" : scalar)
        }
        return String(clean)
    }

    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7f..<0xa0, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069: true
        default: false
        }
    }

    static func width(_ text: String) -> Int { text.unicodeScalars.count }

    static func cut(_ text: String, to limit: Int) -> String {
        guard width(text) > limit, limit > 3 else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 3))) + "..."
    }

    /// Nanoseconds in the unit that leaves few digits: `950ns`, `12.3us`, `4.0ms`, `1.5s`.
    static func time(_ nanoseconds: UInt64, separator: String = "") -> String {
        if nanoseconds < 1000 { return "\(nanoseconds)\(separator)ns" }
        for (unit, size) in [("us", UInt64(1000)), ("ms", 1_000_000), ("s", 1_000_000_000)] {
            let (whole, rest) = nanoseconds.quotientAndRemainder(dividingBy: size / 10)
            let tenths = whole + (rest * 2 >= size / 10 ? 1 : 0)
            // The next unit begins where this one would be rounded up to 1000.
            if tenths < 10_000 || unit == "s" {
                return "\(tenths / 10).\(tenths % 10)\(separator)\(unit)"
            }
        }
        return "\(nanoseconds)\(separator)ns"
    }
}

/// Collects bytes, with colours or without.
struct TextWriter {
    private(set) var bytes: [UInt8] = []
    let colour: Bool

    init(colour: Bool) { self.colour = colour }

    mutating func add(_ text: String, _ style: Terminal.Style = .plain) {
        if text.isEmpty { return }
        let isStyled = colour && style != .plain
        if isStyled { bytes += "\u{1b}[\(style.rawValue)m".utf8 }
        bytes += text.utf8
        if isStyled { bytes += "\u{1b}[0m".utf8 }
    }

    /// `text` and spaces up to `width`.
    mutating func add(_ text: String, _ style: Terminal.Style = .plain, width: Int) {
        add(text, style)
        space(width - Terminal.width(text))
    }

    mutating func add(rightAligned text: String, _ style: Terminal.Style = .plain, width: Int) {
        space(width - Terminal.width(text))
        add(text, style)
    }

    mutating func space(_ count: Int) {
        if count > 0 { bytes += [UInt8](repeating: 0x20, count: count) }
    }

    mutating func endLine() { bytes.append(0x0a) }
}
