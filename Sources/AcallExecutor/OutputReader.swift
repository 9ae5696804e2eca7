// Reads a program's outputs out of its data segment.
//
// Input: the image's output entries, the data segment. Output: values, nil where the program set
// none. Invariant: nothing outside the data segment and the map's ranges is read, wherever a slot
// points.

import AcallCatalog
import AcallImage
import Glibc

/// What tells one item of an output from another; good as long as the entry's log lives.
private struct ItemKey: Hashable {
    let output: Int
    let entry: OutputLog.Entry

    static func == (left: ItemKey, right: ItemKey) -> Bool {
        guard left.output == right.output, left.entry.hasTextKey == right.entry.hasTextKey else {
            return false
        }
        if !left.entry.hasTextKey { return left.entry.key == right.entry.key }
        let count = left.entry.keyCount
        guard count == right.entry.keyCount else { return false }
        guard count > 0, let a = left.entry.name.baseAddress, let b = right.entry.name.baseAddress
        else { return true }
        return memcmp(a, b, count) == 0
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(output)
        if entry.hasTextKey {
            hasher.combine(bytes: entry.name)
        } else {
            hasher.combine(entry.key)
        }
    }
}

struct OutputReader {
    let image: BatchImage
    let dataSegment: UnsafeRawPointer?
    var memory: MemoryMap

    /// One of each name, in the order of first mention.
    func outputs(_ log: OutputLog) -> [Report.Output] {
        var outputs: [Report.Output] = []
        var positions: [String: Int] = [:]
        for entry in image.outputs {
            let name = image.name(entry.name)
            if entry.key != nil {
                if positions[name] != nil { continue }
                positions[name] = outputs.count
                outputs.append(Report.Output(name: name, kind: entry.kind, items: []))
                continue
            }
            let output = Report.Output(
                name: image.name(entry.name), kind: entry.kind, value: value(of: entry))
            guard let known = positions[output.name] else {
                positions[output.name] = outputs.count
                outputs.append(output)
                continue
            }
            // Two statements that give the same output: the later one that ran counts.
            if output.value != nil { outputs[known] = output }
        }
        add(log, to: &outputs, positions)
        return outputs
    }

    /// Of two values for one key the later one counts.
    private func add(
        _ log: OutputLog, to outputs: inout [Report.Output], _ positions: [String: Int]
    ) {
        let entries = log.sorted()
        if entries.isEmpty { return }
        let names = image.outputs.map { positions[image.name($0.name)] ?? 0 }
        var known: [ItemKey: (place: Int, order: UInt64)] = [:]
        known.reserveCapacity(entries.count)
        for entry in entries {
            let index = names[Int(entry.output)]
            let value = value(of: entry)
            if image.outputs[Int(entry.output)].key == nil {
                outputs[index].value = value
                continue
            }
            let key = ItemKey(output: index, entry: entry)
            if let (place, order) = known[key] {
                // They stand in the order in which their keys were first given.
                if entry.order < order { continue }
                known[key] = (place, entry.order)
                outputs[index].items?[place].value = value
            } else {
                known[key] = (outputs[index].items?.count ?? 0, entry.order)
                outputs[index].items?.append(Report.Item(key: self.key(of: entry), value: value))
            }
        }
    }

    private func key(of entry: OutputLog.Entry) -> Report.Key {
        guard entry.hasTextKey else { return .integer(Int64(bitPattern: entry.key)) }
        let bytes = [UInt8](entry.name)
        guard image.outputs[Int(entry.output)].key == .address,
            case .text(let text) = Self.address(bytes)
        else { return .text(bytes) }
        return .text(text)
    }

    private func value(of entry: OutputLog.Entry) -> Report.Value {
        switch image.outputs[Int(entry.output)].kind {
        case .integer, .descriptor: .integer(Int64(bitPattern: entry.value))
        case .unsigned: .unsigned(entry.value)
        case .text, .string: .text([UInt8](entry.text))
        case .hex: .hex([UInt8](entry.text))
        case .bytes: .bytes([UInt8](entry.text))
        case .address: Self.address([UInt8](entry.text))
        }
    }

    func value(of entry: OutputEntry) -> Report.Value? {
        guard let isSet = slot(entry.isSet), isSet != 0, let first = slot(entry.slot) else {
            return nil
        }
        switch entry.kind {
        case .integer, .descriptor: return .integer(Int64(bitPattern: first))
        case .unsigned: return .unsigned(first)
        case .text, .hex, .bytes, .string, .address: break
        }
        guard let count = slot(entry.slot, plus: 8), let bytes = bytes(at: first, count: count)
        else { return nil }
        switch entry.kind {
        case .text: return .text(bytes)
        // A `char` array: what stands behind its NUL is no text.
        case .string: return .text(Array(bytes.prefix { $0 != 0 }))
        case .hex: return .hex(bytes)
        case .address: return Self.address(bytes)
        default: return .bytes(bytes)
        }
    }

    /// As people write it; bytes that are no internet address stay bytes.
    private static func address(_ bytes: [UInt8]) -> Report.Value {
        switch bytes.count {
        case 4: .text(Array(Catalog.Format.ipv4(bytes).utf8))
        case 16: .text(Array(Catalog.Format.ipv6(bytes).utf8))
        default: .bytes(bytes)
        }
    }

    private func slot(_ offset: DataOffset, plus: UInt64 = 0) -> UInt64? {
        let place = UInt64(offset) + plus
        guard let dataSegment, place + 8 <= UInt64(image.dataSize) else { return nil }
        return dataSegment.loadUnaligned(fromByteOffset: Int(place), as: UInt64.self)
    }

    private func bytes(at address: UInt64, count: UInt64) -> [UInt8]? {
        if count == 0 { return [] }
        guard let dataSegment, let start = UnsafeRawPointer(bitPattern: UInt(address)) else {
            return nil
        }
        var readable = memory.readableCount(at: UInt(address))
        let data = UInt64(UInt(bitPattern: dataSegment))
        if address >= data, address - data < UInt64(image.dataSize) {
            readable = max(readable, Int(UInt64(image.dataSize) - (address - data)))
        }
        guard count <= UInt64(readable) else { return nil }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(count)))
    }
}
