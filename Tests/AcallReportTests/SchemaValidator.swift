// Enough of JSON Schema draft 7 to check a report: the keywords that `grammar/report.schema.json`
// uses. Any other keyword is an error, so that nothing in the schema goes unchecked.

import Foundation

struct SchemaValidator {
    typealias Object = [String: Any]

    let root: Object
    private static let silent: Set<String> = ["$schema", "title", "description", "definitions"]

    /// What is wrong, each with its place (`/steps/0/line: ...`); empty where the value is valid.
    func errors(in value: Any) -> [String] { check(value, root, at: "") }

    private func check(_ value: Any, _ schema: Object, at path: String) -> [String] {
        if let reference = schema["$ref"] as? String {
            guard let target = resolve(reference) else { return ["\(path): no \(reference)"] }
            return check(value, target, at: path)
        }
        return schema.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
            if Self.silent.contains(keyword) { return [] }
            return check(value, keyword, rule, schema, at: path)
        }
    }

    private func check(
        _ value: Any, _ keyword: String, _ rule: Any, _ schema: Object, at path: String
    ) -> [String] {
        func fails(_ isWrong: Bool) -> [String] {
            isWrong ? ["\(path): \(value) breaks \(keyword) \(rule)"] : []
        }
        switch (keyword, rule, value) {
        case ("type", let name as String, _): return fails(!has(value, type: name))
        case ("type", let names as [String], _):
            return fails(!names.contains { has(value, type: $0) })
        case ("const", _, _): return fails(!isEqual(value, rule))
        case ("enum", let options as [Any], _):
            return fails(!options.contains { isEqual(value, $0) })
        case ("required", let names as [String], let object as Object):
            return names.filter { object[$0] == nil }.map { "\(path): no \($0)" }
        case ("properties", let rules as [String: Object], let object as Object):
            return rules.flatMap { name, rule in
                object[name].map { check($0, rule, at: "\(path)/\(name)") } ?? []
            }
        case ("additionalProperties", _, let object as Object):
            let known = Set((schema["properties"] as? Object ?? [:]).keys)
            return object.filter { !known.contains($0.key) }.flatMap { name, member in
                (rule as? Object).map { check(member, $0, at: "\(path)/\(name)") }
                    ?? ["\(path): \(name) is not allowed"]
            }
        case ("items", let rule as Object, let array as [Any]):
            return array.enumerated().flatMap { check($1, rule, at: "\(path)/\($0)") }
        case ("oneOf", let rules as [Object], _):
            let count = rules.filter { check(value, $0, at: path).isEmpty }.count
            return fails(count != 1)
        case ("pattern", let pattern as String, let text as String):
            return fails(text.range(of: pattern, options: .regularExpression) == nil)
        case ("minimum", let least as NSNumber, let number as NSNumber):
            return fails(number.compare(least) == .orderedAscending)
        case ("minLength", let least as Int, let text as String): return fails(text.count < least)
        case ("minItems", let least as Int, let array as [Any]): return fails(array.count < least)
        case ("maxItems", let most as Int, let array as [Any]): return fails(array.count > most)
        case ("required", _, _), ("properties", _, _), ("items", _, _), ("pattern", _, _),
            ("minimum", _, _), ("minLength", _, _), ("minItems", _, _), ("maxItems", _, _),
            ("additionalProperties", _, _):
            return []  // A rule for values of another type.
        default:
            return ["\(path): the schema's \(keyword) is not understood"]
        }
    }

    private func resolve(_ reference: String) -> Object? {
        guard reference.hasPrefix("#/") else { return nil }
        var current: Any = root
        for part in reference.dropFirst(2).split(separator: "/") {
            guard let next = (current as? Object)?[String(part)] else { return nil }
            current = next
        }
        return current as? Object
    }

    private func has(_ value: Any, type: String) -> Bool {
        switch type {
        case "null": value is NSNull
        case "string": value is String
        case "array": value is [Any]
        case "object": value is Object
        case "integer":
            (value as? NSNumber).map { $0.doubleValue.rounded() == $0.doubleValue } ?? false
        default: false
        }
    }

    private func isEqual(_ first: Any, _ second: Any) -> Bool {
        (first as? NSObject)?.isEqual(second) ?? ("\(first)" == "\(second)")
    }
}
