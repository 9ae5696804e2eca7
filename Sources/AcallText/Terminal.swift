// Text for a terminal: colours, widths, and nothing that could steer the terminal itself.

package enum Terminal {
    package enum Style: String, Sendable {
        case plain = ""
        case faint = "2"
        case bold = "1"
        case red = "31"
        case green = "32"
        case name = "36"
        case error = "1;31"
        case warning = "1;33"
        case note = "1;34"
    }

    package static func styled(_ text: String, _ style: Style) -> String {
        style == .plain ? text : "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m"
    }

    /// Control characters are made visible, so that a program's own text can't send escape sequences.
    package static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { clean.append(isControl(scalar) ? "\u{fffd}" : scalar) }
        return String(clean)
    }

    /// Controls, line separators and marks of direction: they would steer a terminal.
    package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7f..<0xa0, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069: true
        default: false
        }
    }

    /// The columns that a text takes.
    package static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    /// Two for what East Asian scripts and pictures take, none for a mark on a letter.
    package static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: return 1
        case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
            0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f680...0x1f6ff,
            0x1f900...0x1f9ff, 0x20000...0x3fffd:
            return 2
        default:
            let category = scalar.properties.generalCategory
            return category == .nonspacingMark || category == .enclosingMark || category == .format
                ? 0 : 1
        }
    }

    /// At most so many columns, the last three of them dots where something was left out.
    package static func cut(_ text: String, to limit: Int) -> String {
        guard width(text) > limit, limit > 3 else { return text }
        var kept = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            used += columns(scalar)
            if used > limit - 3 { break }
            kept.append(scalar)
        }
        return String(kept) + "..."
    }

    /// Nanoseconds in the unit that leaves few digits: `950ns`, `12.3us`, `4.0ms`, `1.5s`.
    package static func time(_ nanoseconds: UInt64, separator: String = "") -> String {
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
package struct TextWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private let colour: Bool

    package init(colour: Bool) { self.colour = colour }

    package mutating func add(_ text: String, _ style: Terminal.Style = .plain) {
        if text.isEmpty { return }
        let isStyled = colour && style != .plain
        if isStyled { bytes += "\u{1b}[\(style.rawValue)m".utf8 }
        bytes += text.utf8
        if isStyled { bytes += "\u{1b}[0m".utf8 }
    }

    /// `text` and spaces up to `width`.
    package mutating func add(_ text: String, _ style: Terminal.Style = .plain, width: Int) {
        add(text, style)
        space(width - Terminal.width(text))
    }

    package mutating func add(
        rightAligned text: String, _ style: Terminal.Style = .plain, width: Int
    ) {
        space(width - Terminal.width(text))
        add(text, style)
    }

    package mutating func space(_ count: Int) {
        if count > 0 { bytes += [UInt8](repeating: 0x20, count: count) }
    }

    package mutating func endLine() { bytes.append(0x0a) }
}
