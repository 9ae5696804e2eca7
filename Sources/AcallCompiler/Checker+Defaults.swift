// Defaults of inputs: integers, strings, and lists of them.

import AcallCatalog
import AcallSyntax

extension Checker {
    /// - Parameter name: the type's, as it is written.
    mutating func defaultValue(
        _ value: ExpressionID, _ type: CheckedInputType, _ name: String
    ) -> CheckedInput.DefaultValue? {
        let span = tree[value].span
        switch type {
        case .integer(let integer):
            return defaultInteger(value, integer, what: "a default").map { .integer($0) }
        case .path, .string:
            return defaultText(
                value, isPath: type == .path, "the default of a \(name) is a string",
                help: "a list input is declared with brackets: `[\(name)]`"
            ).map { .bytes($0) }
        case .integers(let integer):
            return items(of: value, name, as: "[1, 2, 3]") {
                checker, item in
                checker.defaultInteger(item, integer, what: "an item of a default")
            }.map { .integers($0) }
        case .paths, .strings:
            return items(of: value, name, as: #"["a", "b"]"#) { checker, item in
                checker.defaultText(
                    item, isPath: type == .paths, "an item of a `[\(name)]` is a string",
                    help: "lists don't nest")
            }.map { .list($0) }
        case .descriptor:
            diagnostics.error(
                "E0420", span, "an input of this type can't have a default", help: "remove it")
            return nil
        }
    }

    private mutating func defaultInteger(
        _ value: ExpressionID, _ type: IntegerType, what: String
    ) -> Int64? {
        guard let constant = constantInteger(value, what: what) else { return nil }
        if !type.range.contains(constant) {
            diagnostics.error(
                "E0407", tree[value].span, "\(constant) does not fit \(type.name)",
                help: Self.rangeHelp(type))
        }
        return constant
    }

    private mutating func defaultText(
        _ value: ExpressionID, isPath: Bool, _ message: String, help: String
    ) -> [UInt8]? {
        let span = tree[value].span
        switch tree[value].kind {
        case .hole: return nil
        case .string(let index):
            let bytes = tree.strings[Int(index)]
            if isPath, bytes.contains(0) {
                diagnostics.error(
                    "E0406", span, "a path can't contain a NUL byte", help: "remove it")
            }
            return bytes
        case .vector:
            diagnostics.error("E0420", span, message, help: help)
        default:
            diagnostics.error("E0420", span, message, help: stringHelp(span) ?? "put it in quotes")
        }
        return nil
    }

    /// The items of a list; nil where it is none, or where one of them is wrong, which is reported.
    private mutating func items<Item>(
        of value: ExpressionID, _ name: String, as example: String,
        _ item: (inout Checker, ExpressionID) -> Item?
    ) -> [Item]? {
        switch tree[value].kind {
        case .hole: return nil
        case .vector(let list):
            let ids = list.indices.map { tree.expressionLists[$0] }
            let items = ids.compactMap { item(&self, $0) }
            return items.count == ids.count ? items : nil
        default:
            diagnostics.error(
                "E0420", tree[value].span, "the default of a `[\(name)]` is a list",
                help: "as in `\(example)`, or `[]`")
            return nil
        }
    }
}
