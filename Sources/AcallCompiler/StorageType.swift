// The types that storage can have, and the catalog's structures as the checker sees them.

import AcallCatalog

/// A structure of the catalog with its fields by name.
final class StructureInfo: Sendable {
    let layout: Structure
    private let byName: [String: Int]

    init(_ layout: Structure) {
        self.layout = layout
        var byName: [String: Int] = [:]
        for (index, field) in layout.fields.enumerated() {
            byName[field.name] = index
        }
        // A name without the common prefix is good too, where it is not another field's own.
        if !layout.commonPrefix.isEmpty {
            for (index, field) in layout.fields.enumerated()
            where field.name.hasPrefix(layout.commonPrefix) {
                let short = String(field.name.dropFirst(layout.commonPrefix.count))
                if byName[short] == nil { byName[short] = index }
            }
        }
        self.byName = byName
    }

    func field(named name: String) -> Structure.Field? {
        byName[name].map { layout.fields[$0] }
    }

    /// Field names for "did you mean": full and short, without the flattened ones.
    var fieldNames: [String] { byName.keys.filter { !$0.contains(".") }.sorted() }
}

extension StructureInfo: Hashable {
    static func == (a: StructureInfo, b: StructureInfo) -> Bool { a.layout.name == b.layout.name }
    func hash(into hasher: inout Hasher) { hasher.combine(layout.name) }
}

enum StorageType: Hashable, Sendable {
    case integer(IntegerType, IntegerMeaning)
    case bytes(Int)
    case integers(IntegerType, Int)
    case structure(StructureInfo)
    case structures(StructureInfo, Int)
    case ipv4, ipv6
    case pointer(Pointee)

    /// As a program would most naturally write it.
    var languageName: String {
        switch self {
        case .integer(let type, _): type.languageName
        case .integers(let type, let count): "\(type.languageName)[\(count)]"
        default: description
        }
    }

    var size: Int {
        switch self {
        case .integer(let type, _): Int(type.width)
        case .bytes(let count): count
        case .integers(let type, let count): Int(type.width) * count
        case .structure(let info): info.layout.size
        case .structures(let info, let count): info.layout.size * count
        case .ipv4: 4
        case .ipv6: 16
        case .pointer: 8
        }
    }

    /// As a person would write it.
    var description: String {
        switch self {
        case .integer(let type, _): type.name
        case .bytes(let count): "bytes[\(count)]"
        case .integers(let type, let count): "\(type.name)[\(count)]"
        case .structure(let info): info.layout.name
        case .structures(let info, let count): "\(info.layout.name)[\(count)]"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .pointer: "an address"
        }
    }
}

extension IntegerType {
    static let int = IntegerType(width: 4, isSigned: true)
    static let i64 = IntegerType(width: 8, isSigned: true)
    static let u32 = IntegerType(width: 4, isSigned: false)
    static let u64 = IntegerType(width: 8, isSigned: false)

    /// The language's integer types by name.
    static let byName: [String: IntegerType] = [
        "int": .int, "long": .i64, "size": .u64,
        "i8": IntegerType(width: 1, isSigned: true), "u8": IntegerType(width: 1, isSigned: false),
        "i16": IntegerType(width: 2, isSigned: true), "u16": IntegerType(width: 2, isSigned: false),
        "i32": .int, "u32": .u32, "i64": .i64, "u64": .u64,
    ]

    var name: String { "\(isSigned ? "i" : "u")\(Int(width) * 8)" }

    /// The values it holds, as far as signed 64 bits reach.
    var range: ClosedRange<Int64> {
        if width >= 8 { return isSigned ? .min ... .max : 0 ... .max }
        let bits = Int64(width) * 8
        return isSigned
            ? -(1 << (bits - 1))...(1 << (bits - 1)) - 1
            : 0...(1 << bits) - 1
    }
}
