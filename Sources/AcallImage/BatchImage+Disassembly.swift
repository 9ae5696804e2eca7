// The disassembler: an image as a person reads it.
//
// Input: an image. Output: a header, the inputs, outputs and storage, then each chain, one line a record,
// under the source line that it came from. Invariant: the same image gives the same text; nothing in an
// image can put a control character into it.

import AcallCatalog
import AcallText
import CAcall

extension BatchImage {
    /// The image as text; `color` adds the terminal's.
    package func disassembly(color: Bool = false) -> String {
        disassembly(color: color, knowing: [])
    }

    /// As above, with system calls that the catalog does not have.
    func disassembly(color: Bool, knowing calls: [Syscall]) -> String {
        let known = KnownCalls(architecture: architecture, more: calls)
        var disassembler = Disassembler(self, calls: known, color: color)
        return disassembler.run()
    }
}

private struct Disassembler {
    private let image: BatchImage
    private let color: Bool
    private var arguments: ArgumentText
    private let lines: SourceMap
    private var shownSteps: Set<Int> = []
    private var stopsOfRecords: [UInt32: StopEntry] = [:]
    private var output = ""

    /// Operations longer than this push their line's flags to the right, and only theirs.
    private let widestColumn = 72

    init(_ image: BatchImage, calls: KnownCalls, color: Bool) {
        self.image = image
        self.color = color
        arguments = ArgumentText(image, calls: calls)
        lines = image.sourceMap
        for stop in image.stops { stopsOfRecords[stop.record] = stop }
    }

    mutating func run() -> String {
        writeHeader()
        table("inputs", inputRows())
        table("outputs", image.outputs.map { [image.text($0.name), $0.kind.name] })
        table("storage", storageRows())
        for (index, batch) in image.batches.enumerated() { writeChain(batch, index) }
        return output
    }

    // MARK: Header and tables

    private mutating func writeHeader() {
        let name = image.sourceName.isEmpty ? "image" : Terminal.printable(image.sourceName)
        output += paint(name, .bold)
        output += " for \(image.architecture), digest \(hexadecimal(image.digest))\n"
        let counts = [
            counted(image.batches.count, "chain"), counted(image.records.count, "record"),
            counted(image.steps.count, "step"),
            counted(Int(image.dataSize), "byte") + " of data (\(image.data.count) initialised)",
            counted(image.inputs.count, "input"), counted(image.outputs.count, "output"),
        ]
        output += "  " + counts.joined(separator: ", ") + "\n"
    }

    private func counted(_ count: Int, _ what: String) -> String {
        "\(count) \(what)\(count == 1 ? "" : "s")"
    }

    private mutating func table(_ title: String, _ rows: [[String]]) {
        guard !rows.isEmpty else { return }
        output += "\n" + paint(title, .bold) + "\n"
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.count)
            }
        }
        for row in rows {
            var line = "  "
            for (column, cell) in row.enumerated() {
                line += column == row.count - 1 ? cell : padded(cell, widths[column]) + "  "
            }
            output += line + "\n"
        }
    }

    private func inputRows() -> [[String]] {
        image.inputs.map { input in
            let type = input.type.name
            guard input.hasDefault else { return [image.text(input.name), type] }
            return [image.text(input.name), type, "= " + defaultText(of: input)]
        }
    }

    private func storageRows() -> [[String]] {
        image.storages.map { storage in
            var row = [
                image.text(storage.name), hexadecimal(UInt64(storage.offset)),
                counted(Int(storage.size), "byte"),
            ]
            let structure = image.text(storage.structure)
            if !structure.isEmpty { row.append(structure) }
            return row
        }
    }

    private func defaultText(of input: InputEntry) -> String {
        let slot = Int(input.slot)
        guard slot + 8 * input.type.slotCount <= image.data.count else { return "?" }
        switch input.type {
        case .integer(let type): return integer(at: slot, isSigned: type.isSigned) ?? "?"
        case .descriptor: return integer(at: slot, isSigned: true) ?? "?"
        case .path, .string: return quotedText(at: slot) ?? "?"
        case .integers(let type):
            return list(at: slot, step: 8) { integer(at: $0, isSigned: type.isSigned) }
        case .paths, .strings: return list(at: slot, step: 16) { quotedText(at: $0) }
        }
    }

    private func integer(at offset: Int, isSigned: Bool) -> String? {
        guard offset >= 0, offset <= image.data.count - 8 else { return nil }
        let word = image.data.littleEndian(UInt64.self, at: offset)
        return isSigned ? String(Int64(bitPattern: word)) : String(word)
    }

    /// A text whose address and count stand at an offset.
    private func quotedText(at offset: Int) -> String? {
        guard offset >= 0, offset <= image.data.count - 16 else { return nil }
        let first = image.data.littleEndian(UInt64.self, at: offset)
        let count = image.data.littleEndian(UInt64.self, at: offset + 8)
        let total = UInt64(image.data.count)
        guard first <= total, count <= total - first else { return nil }
        return QuotedText.readable(
            Array(image.data[Int(first)..<Int(first + count)]), limit: 64)
    }

    /// The first items of a list whose address and count stand at an offset.
    private func list(at offset: Int, step: Int, _ item: (Int) -> String?) -> String {
        let first = Int(truncatingIfNeeded: image.data.littleEndian(UInt64.self, at: offset))
        let count = image.data.littleEndian(UInt64.self, at: offset + 8)
        guard first >= 0, first <= image.data.count else { return "?" }
        let shown = (0..<Int(min(count, 8))).map { item(first + $0 * step) ?? "?" }
        return "[" + shown.joined(separator: ", ") + (count > 8 ? ", ...]" : "]")
    }

    // MARK: Chains

    private mutating func writeChain(_ batch: Batch, _ index: Int) {
        let first = Int(batch.firstRecord)
        let end = first + Int(batch.count)
        guard first < end, end <= image.records.count else { return }
        let remark = index == 0 ? ", the main one" : ""
        output += "\n" + paint("chain \(index)", .bold) + remark + "\n"
        var texts: [String] = []
        for record in first..<end { texts.append(arguments.text(of: record, in: batch)) }
        let width = texts.map(\.count).filter { $0 <= widestColumn }.max() ?? 0
        let numberWidth = String(end - 1).count
        var origin: String?
        for (record, text) in zip(first..<end, texts) {
            let from = originKey(of: record)
            if from != origin {
                origin = from
                writeOrigin(of: record, indent: numberWidth)
            }
            let number = String(record)
            output += String(repeating: " ", count: 2 + numberWidth - number.count) + number + "  "
            let flags = flagsText(of: record)
            if flags.isEmpty {
                output += text + "\n"
            } else {
                output += padded(text, width) + "  " + paint(flags, .faint) + "\n"
            }
        }
    }

    /// What a line's heading depends on: records with the same one stand together.
    private func originKey(of record: Int) -> String {
        if let step = step(of: record) { return "step \(step)" }
        if let stop = stopsOfRecords[UInt32(record)] {
            return "line \(lines.line(of: Int(stop.range.start)))"
        }
        return ""
    }

    private func step(of record: Int) -> Int? {
        guard record < image.recordSteps.count else { return nil }
        let step = Int(image.recordSteps[record])
        return step < image.steps.count ? step : nil
    }

    private mutating func writeOrigin(of record: Int, indent: Int) {
        let margin = String(repeating: " ", count: indent + 4)
        var line = ";"
        if let index = step(of: record) {
            let step = image.steps[index]
            line += " " + location(of: step.range)
            if shownSteps.insert(index).inserted {
                let number = step.name.count == 0 ? "step \(index): " : ""
                line += "  " + number + lineText(at: Int(step.range.start))
                line += step.origin.remark + step.deadline.remark
            } else {
                line += "  " + image.text(step.name, else: "step \(index)") + ", continued"
            }
        } else if let stop = stopsOfRecords[UInt32(record)] {
            line += " " + location(of: stop.range) + "  " + lineText(at: Int(stop.range.start))
        }
        output += margin + paint(line, .green) + "\n"
    }

    private func location(of range: SourceRange) -> String {
        let place = lines.place(of: Int(range.start))
        let own = image.sourceName.isEmpty ? "line" : image.sourceName
        return "\(Terminal.printable(place.file ?? own)):\(place.line)"
    }

    private func lineText(at offset: Int) -> String {
        lines.text(lines.range(ofLine: lines.line(of: offset)), limit: 100)
    }

    private func flagsText(of index: Int) -> String {
        let record = image.records[index]
        var flags: [String] = []
        switch record.flags & UInt32(ACALL_SUBMIT_STOP_MASK) {
        case ACALL_SUBMIT_STOP_NEGATIVE: flags.append("stop if negative")
        case ACALL_SUBMIT_STOP_ZERO: flags.append("stop if zero")
        case ACALL_SUBMIT_STOP_NONPOSITIVE: flags.append("stop unless positive")
        case ACALL_SUBMIT_STOP_NONZERO: flags.append("stop unless zero")
        case ACALL_SUBMIT_STOP_ERROR: flags.append("stop on error")
        case ACALL_SUBMIT_STOP_ALWAYS: flags.append("stop")
        default: break
        }
        if record.flags & UInt32(ACALL_SUBMIT_CLEANUP) != 0 { flags.append("cleanup") }
        if record.flags & UInt32(ACALL_SUBMIT_THREAD_POOL) != 0 { flags.append("pool") }
        let isObserved = record.flags & UInt32(ACALL_SUBMIT_OBSERVED) != 0
        if index < image.relocations.count, image.relocations[index].contains(.completion) {
            let verb = isObserved ? "observed at " : "completes at "
            flags.append(verb + hexadecimal(record.completion_pointer))
        }
        if record.flags & UInt32(ACALL_SUBMIT_LINK) != 0 { flags.append("linked") }
        if let shown = stopsOfRecords[UInt32(index)]?.operandText { flags.append(shown) }
        return flags.joined(separator: ", ")
    }

    // MARK: Text

    private func paint(_ text: String, _ style: Terminal.Style) -> String {
        color ? Terminal.styled(text, style) : text
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension StopEntry {
    /// The arguments that a report shows if the record stops its chain, from 0: `shows low 2, high 3, size 4 (bytes)`.
    fileprivate var operandText: String? {
        if operands.isEmpty { return nil }
        let all = operands.map { operand -> String in
            var marks: [String] = []
            let word = IntegerType(width: 8, isSigned: true)
            if operand.type != word { marks.append(operand.type.name) }
            if operand.unit != .none { marks.append("\(operand.unit)") }
            let remark = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
            return "\(operand.role) \(operand.argument)\(remark)"
        }
        return "shows " + all.joined(separator: ", ")
    }
}

extension StepOrigin {
    /// What is said after the source line.
    fileprivate var remark: String {
        switch self {
        case .written: ""
        case .deferred: "  (deferred)"
        case .automaticClose: "  (closed at the end)"
        case .retryWait: "  (the wait before another attempt)"
        case .called: "  (a step of a proc)"
        }
    }
}

extension StepDeadline {
    /// What is said after the source line.
    fileprivate var remark: String {
        switch self {
        case .none: ""
        case .fixed(let time): "  (at most \(Terminal.time(time)))"
        case .computed: "  (in limited time)"
        }
    }
}

extension InputType {
    /// As the language spells it.
    fileprivate var name: String {
        switch self {
        case .integer(let type): type.name
        case .descriptor: "fd"
        case .path: "path"
        case .string: "string"
        case .integers(let type): "[\(type.name)]"
        case .paths: "[path]"
        case .strings: "[string]"
        }
    }
}

extension OutputKind {
    fileprivate var name: String { String(describing: self) }
}

extension IntegerType {
    fileprivate var name: String {
        switch (width, isSigned) {
        case (4, true): "int"
        case (8, true): "long"
        case (8, false): "size"
        default: "\(isSigned ? "i" : "u")\(Int(width) * 8)"
        }
    }
}
