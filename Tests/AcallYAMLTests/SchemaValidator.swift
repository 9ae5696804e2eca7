// Enough of JSON Schema draft 7 to check a program: the keywords that `grammar/acall.schema.json`
// uses. Any other keyword is an error, so that nothing in the schema goes unchecked.

import Foundation

/// A JSON value, as an editor makes it of YAML.
indirect enum JSONValue: Hashable, Sendable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let items = try? container.decode([JSONValue].self) {
            self = .array(items)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}

final class SchemaValidator {
    let root: JSONValue
    /// The definitions that have accepted, and refused, something.
    private(set) var accepting: Set<String> = []
    private(set) var refusing: Set<String> = []
    /// What is wrong with the schema itself.
    private(set) var problems: Set<String> = []

    private static let silent: Set<String> = [
        "$schema", "$comment", "title", "description", "examples", "default", "definitions",
    ]

    init(_ root: JSONValue) { self.root = root }

    func accepts(_ value: JSONValue) -> Bool { check(value, root) }

    private func check(_ value: JSONValue, _ schema: JSONValue) -> Bool {
        if case .bool(let answer) = schema { return answer }
        guard case .object(let rules) = schema else { return problem("\(schema) is no schema") }
        if case .string(let reference)? = rules["$ref"] {
            if rules.count > 1 { return problem("what stands beside \(reference) says nothing") }
            return follow(value, reference)
        }
        // Every rule is looked at, so that a definition is exercised wherever it stands.
        return rules.map { check(value, $0.key, $0.value, rules) }.allSatisfy(\.self)
    }

    private func follow(_ value: JSONValue, _ reference: String) -> Bool {
        let name = String(reference.dropFirst("#/definitions/".count))
        guard reference.hasPrefix("#/definitions/"), let target = root["definitions"]?[name] else {
            return problem("there is no \(reference)")
        }
        let answer = check(value, target)
        if answer { accepting.insert(name) } else { refusing.insert(name) }
        return answer
    }

    private func problem(_ text: String) -> Bool {
        problems.insert(text)
        return false
    }

    private func check(
        _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: [String: JSONValue]
    ) -> Bool {
        switch (keyword, rule) {
        case (_, _) where Self.silent.contains(keyword): return true
        case ("type", .string(let name)): return value.typeName == name
        case ("type", .array(let names)): return names.contains(.string(value.typeName))
        case ("const", _): return value == rule
        case ("enum", .array(let options)): return options.contains(value)
        case ("allOf", .array(let rules)): return rules.map { check(value, $0) }.allSatisfy(\.self)
        case ("anyOf", .array(let rules)): return rules.map { check(value, $0) }.contains(true)
        case ("not", _): return !check(value, rule)
        case ("if", _):
            let next = check(value, rule) ? schema["then"] : schema["else"]
            return next.map { check(value, $0) } ?? true
        case ("then", _), ("else", _):
            return schema["if"] != nil || problem("\(keyword) without if")
        default: return checkParts(value, keyword, rule, schema)
        }
    }

    /// Rules for values of one type, which say nothing of others.
    private func checkParts(
        _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: [String: JSONValue]
    ) -> Bool {
        switch (keyword, rule) {
        case ("pattern", .string(let pattern)):
            guard case .string(let text) = value else { return true }
            return text.range(of: pattern, options: .regularExpression) != nil
        case ("items", _):
            guard case .array(let items) = value else { return true }
            return items.map { check($0, rule) }.allSatisfy(\.self)
        case ("minItems", .number(let least)):
            guard case .array(let items) = value else { return true }
            return Double(items.count) >= least
        case ("maxItems", .number(let most)):
            guard case .array(let items) = value else { return true }
            return Double(items.count) <= most
        default: return checkMembers(value, keyword, rule, schema)
        }
    }

    private func checkMembers(
        _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: [String: JSONValue]
    ) -> Bool {
        var members: [String: JSONValue]?
        if case .object(let object) = value { members = object }
        switch (keyword, rule) {
        case ("required", .array(let names)):
            return members.map { has in
                names.allSatisfy {
                    if case .string(let name) = $0 { has[name] != nil } else { false }
                }
            } ?? true
        case ("properties", .object(let rules)):
            return (members ?? [:]).map { name, member in
                rules[name].map { check(member, $0) } ?? true
            }.allSatisfy(\.self)
        case ("additionalProperties", _):
            let known = schema["properties"]
            return (members ?? [:]).filter { known?[$0.key] == nil }
                .map { check($0.value, rule) }.allSatisfy(\.self)
        case ("propertyNames", _):
            return (members ?? [:]).keys.map { check(.string($0), rule) }.allSatisfy(\.self)
        case ("minProperties", .number(let least)):
            return members.map { Double($0.count) >= least } ?? true
        case ("maxProperties", .number(let most)):
            return members.map { Double($0.count) <= most } ?? true
        default: return problem("the keyword \(keyword) is not understood")
        }
    }
}
