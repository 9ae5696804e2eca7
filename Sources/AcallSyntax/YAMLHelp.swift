// Help in the YAML spelling: what is to be written, as a step has it.
//
// Input: a sentence whose pieces between backquotes are in the text spelling. Output: the same with those pieces that
// are statements, calls or modifiers as keys and values; expressions are the same in both spellings.

enum YAMLHelp {
    static func respelled(_ help: String) -> String {
        let parts = help.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        // What stands between two backquotes has an odd number.
        guard parts.count % 2 == 1 else { return help }
        var result = ""
        for (index, part) in parts.enumerated() {
            if index % 2 == 0 {
                result += quoted(part)
            } else {
                result += "`" + (respelled(piece: part) ?? expression(part) ?? part) + "`"
            }
        }
        return result
    }

    /// `as in "name"`: a string has quotes of its own.
    private static func quoted(_ text: String) -> String {
        guard let start = text.firstRange(of: "as in \"") else { return text }
        let rest = text[text.index(before: start.upperBound)...]
        guard let end = rest.dropFirst().firstIndex(of: "\"") else { return text }
        let string = rest[...end]
        return text[..<rest.startIndex] + "'\(string)'" + text[text.index(after: end)...]
    }

    /// An expression that YAML would take apart, in quotes: a string, a slice, an element, a list of strings.
    private static func expression(_ piece: String) -> String? {
        let isString = piece.count > 1 && piece.hasPrefix("\"") && piece.hasSuffix("\"")
        if piece.count > 1, piece.hasPrefix("!"), piece != "!=" { return scalar(piece) }
        let isList = piece.hasPrefix("[\"") && piece.hasSuffix("]")
        let place = piece.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_.".contains($0)) }
        let rest = piece.dropFirst(place.count)
        let isPart =
            !place.isEmpty && rest.hasPrefix("[") && rest.hasSuffix("]")
            && !rest.contains(": ") && rest.count > 2
        return isString || isList || isPart ? scalar(piece) : nil
    }

    private static func respelled(piece: String) -> String? {
        let words = piece.split(separator: " ", maxSplits: 1).map(String.init)
        guard let word = words.first, words.count > 1 else { return call(piece) }
        let rest = words[1]
        switch word {
        case "var", "input": return declaration(rest, word, word == "var" ? "value" : "default")
        case "output":
            return assigned(rest).map { name, value in
                "output: {\(scalar(name)): \(scalar(value))}"
            } ?? (isName(rest) ? "output: \(rest)" : nil)
        case "await" where rest.split(separator: ", ").allSatisfy { isName(String($0)) }:
            return rest.contains(",") ? "await: [\(rest)]" : "await: \(rest)"
        case "cancel" where isName(rest): return "cancel: \(rest)"
        case "async", "defer":
            if let step = call(rest) { return "\(word): " + braced(step) }
            return assigned(rest).map { name, _ in "\(word): {as: \(name), ...}" }
        case "task": return task(rest)
        case "allow", "timeout", "expect": return modifiers(piece)
        case "include": return "include: " + rest.filter { $0 != "\"" }
        case "fail": return "fail: " + rest.filter { $0 != "\"" }
        case "proc": return procedure(rest)
        case "for": return iteration(rest)
        default: break
        }
        return call(piece) ?? assignment(piece)
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(\.isNameByte)
            && text.utf8.first.map(\.isNameStart) == true
    }

    /// What stands left and right of ` = `.
    private static func assigned(_ text: String) -> (String, String)? {
        text.firstRange(of: " = ").map {
            (String(text[..<$0.lowerBound]), String(text[$0.upperBound...]))
        }
    }

    /// A value within brackets or braces.
    private static func scalar(_ text: String) -> String {
        if text == "..." { return text }
        let isPlain = text.utf8.allSatisfy { !"\"'[]{},#&*!|>%@`".utf8.contains($0) }
        if isPlain, !text.contains(": ") { return text }
        return "'" + text.replacing("'", with: "''") + "'"
    }

    // MARK: Statements

    /// `n: int = 3`
    private static func declaration(_ text: String, _ word: String, _ valueKey: String) -> String? {
        guard let colon = text.firstRange(of: ": ") else { return nil }
        let name = String(text[..<colon.lowerBound])
        let rest = String(text[colon.upperBound...])
        guard isName(name), let (type, value) = assigned(rest) else {
            return isName(name) ? "\(word): {\(name): \(scalar(rest))}" : nil
        }
        // A structure's fields are a mapping in both spellings, strings apart.
        let isMapping = value.hasPrefix("{") || value.hasPrefix("[")
        let given = isMapping ? strings(value) : scalar(value)
        return "\(word): {\(name): {type: \(scalar(type)), \(valueKey): \(given)}}"
    }

    /// Strings within a structure's fields, with YAML's quotes around theirs.
    private static func strings(_ value: String) -> String {
        var result = ""
        var isOpen = false
        for character in value {
            if character == "\"" {
                result += isOpen ? "\"'" : "'\""
                isOpen.toggle()
            } else {
                result.append(character)
            }
        }
        return result
    }

    private static func task(_ text: String) -> String? {
        guard let brace = text.firstIndex(of: "{") else { return nil }
        let name = text[..<brace].filter { $0 != " " }
        return name.isEmpty ? "task: {steps: [...]}" : "task: {as: \(name), steps: [...]}"
    }

    private static func procedure(_ text: String) -> String? {
        guard let open = text.firstIndex(of: "("), isName(String(text[..<open])) else { return nil }
        let result = text.firstRange(of: "-> ").map { range in
            "result: \(text[range.upperBound...].prefix { $0 != " " }), "
        }
        return "procs: {\(text[..<open]): {\(result ?? "")steps: [...]}}"
    }

    /// `item in x { }`
    private static func iteration(_ text: String) -> String? {
        guard let place = text.firstRange(of: " in "), let brace = text.firstIndex(of: "{") else {
            return nil
        }
        let items = text[place.upperBound..<brace].trimmed
        return "for: {each: \(text[..<place.lowerBound]), in: \(scalar(items)), steps: [...]}"
    }

    /// `total += n`, `x.field = ...`
    private static func assignment(_ text: String) -> String? {
        for op in ["+=", "-=", "="] {
            guard let place = text.firstRange(of: " \(op) ") else { continue }
            let target = String(text[..<place.lowerBound])
            let isPlace = target.utf8.allSatisfy { $0.isNameByte || ".[]".utf8.contains($0) }
            guard isPlace else { return nil }
            let value = scalar(String(text[place.upperBound...]))
            return "{as: \(scalar(target)), set: \(op == "=" ? "" : op + " ")\(value)}"
        }
        return nil
    }

    // MARK: Calls

    /// What is no call of its own.
    private static let functions: Set<String> = ["min", "max", "sizeof", "now", "records"]

    /// `n = close(fd) timeout 5s`
    private static func call(_ text: String) -> String? {
        var name = ""
        var text = text
        if let (left, right) = assigned(text), isName(left), right.contains("(") {
            (name, text) = (left, right)
        }
        guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")") else {
            return nil
        }
        let callee = String(text[..<open])
        guard isName(callee), !functions.contains(callee), open < close else { return nil }
        let inner = String(text[text.index(after: open)..<close])
        let behind = text[text.index(after: close)...].trimmed
        let modifiers = behind.isEmpty ? "" : modifiers(behind)
        guard let modifiers else { return nil }
        var step = "\(callee): \(arguments(inner))"
        if !name.isEmpty { step = "as: \(name), " + step }
        if !modifiers.isEmpty { step += ", " + modifiers }
        return name.isEmpty && modifiers.isEmpty ? step : braced(step)
    }

    private static func braced(_ text: String) -> String {
        text.hasPrefix("{") ? text : "{\(text)}"
    }

    private static func arguments(_ text: String) -> String {
        let parts = split(text)
        let hasLabels = parts.contains { label($0) != nil }
        guard hasLabels else { return "[" + parts.map(scalar).joined(separator: ", ") + "]" }
        let entries = parts.enumerated().map { position, part in
            label(part).map { "\($0): \(scalar($1))" } ?? "\(position): \(scalar(part))"
        }
        return "{" + entries.joined(separator: ", ") + "}"
    }

    private static func label(_ part: String) -> (String, String)? {
        guard let colon = part.firstIndex(of: ":"), isName(String(part[..<colon])) else {
            return nil
        }
        return (String(part[..<colon]), part[part.index(after: colon)...].trimmed)
    }

    /// At the commas that stand within no brackets and quotes.
    private static func split(_ text: String) -> [String] {
        var parts: [String] = []
        var (depth, isQuoted) = (0, false)
        var part = ""
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "(", "[", "{": depth += 1
            case ")", "]", "}": depth -= 1
            default: break
            }
            if character == ",", depth == 0, !isQuoted {
                parts.append(part.trimmed)
                part = ""
            } else {
                part.append(character)
            }
        }
        return part.trimmed.isEmpty ? parts : parts + [part.trimmed]
    }

    /// One modifier; nil where it is none that this knows.
    private static func modifiers(_ text: String) -> String? {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { return words == ["fully"] ? "fully: true" : nil }
        switch words[0] {
        case "timeout", "expect", "if": return "\(words[0]): \(scalar(words[1]))"
        case "allow":
            return words[1].contains(",") ? "allow: [\(words[1])]" : "allow: \(words[1])"
        default: return nil
        }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
