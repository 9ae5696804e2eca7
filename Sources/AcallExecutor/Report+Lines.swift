// The report for people: one line a step in strace's manner, failures under their source lines,
// outputs, a summary.

import AcallImage
import AcallText

extension Report {
    private static let widestName = 16
    /// Of a step made many times: so many calls, and the last one.
    private static let shownCalls = 8
    private static let skippedText = 60

    func lines(colour: Bool) -> [UInt8] {
        var writer = TextWriter(colour: colour)
        let longest = steps.map { Terminal.width($0.name) }.max() ?? 0
        let column = longest == 0 ? 0 : min(longest, Self.widestName) + 2
        for step in steps { write(step, column: column, to: &writer) }
        writeEnd(to: &writer)
        return writer.bytes
    }

    private func write(_ step: Step, column: Int, to writer: inout TextWriter) {
        let name = Terminal.printable(step.name)
        if column > 0 {
            writer.add(name, .name, width: column)
            // A longer name pushes its own line only.
            if Terminal.width(name) >= column { writer.space(2) }
        }
        let isOne = step.calls.count == 1 && step.callCount == 1
        // A step that its deadline ended between two calls has another result than its last call.
        if isOne, step.result?.value == step.calls[0].result.value {
            write(step.calls[0], of: step, to: &writer)
        } else if let result = step.result {
            writer.add("\(step.call)(...) = ")
            write(result, of: step, to: &writer)
            let restarts =
                step.restarts == 0
                ? "" : ", \(step.restarts) restart\(step.restarts == 1 ? "" : "s")"
            writer.add(" (\(step.callCount) call\(isOne ? "" : "s")\(restarts))")
            let isWhole = step.timedCount >= step.callCount
            let time = Terminal.time(step.duration)
            writer.add(isWhole ? " <\(time)>" : " <\(time) for \(step.timedCount)>", .faint)
        } else {
            let end = step.outcome == .failed ? "failed before the call" : "skipped"
            writer.add("- \(source.text(step.range.bytes, limit: Self.skippedText)) \(end)", .faint)
        }
        let remarks = [step.outcome == .cancelled ? "cancelled" : "", step.remark]
        let remark = remarks.filter { !$0.isEmpty }.joined(separator: ", ")
        if !remark.isEmpty { writer.add("  # \(Terminal.printable(remark))", .faint) }
        writer.endLine()
        guard step.callCount > 1 else { return }
        let isCut = step.callCount > UInt64(Self.shownCalls + 2)
        let shown = isCut ? step.calls.prefix(Self.shownCalls) : step.calls.dropLast()
        for call in shown {
            writer.space(column + 2)
            write(call, of: step, to: &writer)
            writer.endLine()
        }
        let left = step.callCount - UInt64(shown.count) - 1
        if left > 0 {
            writer.space(column + 2)
            writer.add("... \(left) more call\(left == 1 ? "" : "s")", .faint)
            writer.endLine()
        }
        if let last = step.calls.last {
            writer.space(column + 2)
            write(last, of: step, to: &writer)
            writer.endLine()
        }
    }

    private func write(_ call: Call, of step: Step, to writer: inout TextWriter) {
        writer.add("\(call.shown(name: step.call)) = ")
        write(call.result, of: step, to: &writer)
        writer.add(" <\(Terminal.time(call.duration))>", .faint)
    }

    private func write(_ result: Result, of step: Step, to writer: inout TextWriter) {
        let isBad = step.outcome == .failed || step.outcome == .cancelled
        writer.add(result.shown, result.errno != nil && isBad ? .red : .plain)
    }

    // MARK: What follows the steps

    /// Failures, outputs, summary.
    func writeEnd(to writer: inout TextWriter) {
        for failure in failures { write(failure, to: &writer) }
        for output in outputs {
            if let items = output.items {
                write(items, of: output.name, to: &writer)
                continue
            }
            writer.add(Terminal.printable(output.name), .name)
            if let value = output.value {
                writer.add(" = \(value.shown)")
            } else {
                writer.add(" was not set", .faint)
            }
            writer.endLine()
        }
        writer.add(summary, failures.isEmpty ? .plain : .bold)
        writer.endLine()
    }

    /// One line for each key.
    private func write(_ items: [Item], of name: String, to writer: inout TextWriter) {
        if items.isEmpty {
            writer.add(Terminal.printable(name), .name)
            writer.add(" was not set", .faint)
            writer.endLine()
        }
        for item in items {
            writer.add(Terminal.printable(name), .name)
            writer.add("[\(item.key.shown)] = \(item.value.shown)")
            writer.endLine()
        }
    }

    private func write(_ failure: Failure, to writer: inout TextWriter) {
        writer.add("\(shown(failure.place)): ", .bold)
        writer.add("error: ", .error)
        var what = ""
        if let step = failure.step {
            what = steps[step].call + ": "
        }
        writer.add(what + Terminal.printable(failure.message), .bold)
        writer.endLine()
        writeExcerpt(failure.range, .error, to: &writer)
        for caller in failure.callers {
            let named = caller.name.isEmpty ? "" : ", for \(caller.name)"
            writer.add("\(shown(caller.place)): ", .bold)
            writer.add(Terminal.printable("\(caller.procedure) is called here\(named)"))
            writer.endLine()
            writeExcerpt(caller.range, .plain, to: &writer)
        }
    }

    /// A range's source line and carets below it; nothing where the image has no source.
    private func writeExcerpt(
        _ range: SourceRange, _ style: Terminal.Style, to writer: inout TextWriter
    ) {
        if source.bytes.isEmpty { return }
        Excerpt(source, range.bytes).write(to: &writer, lead: 2, style, edge: .faint)
    }

    private func shown(_ place: SourcePlace) -> String {
        "\(Terminal.printable(place.file ?? program)):\(place.line):\(place.column)"
    }

    /// `head.acall: 5 steps, 5 calls, all returned, 31.0 us`
    package var summary: String {
        let totals = totals
        func counted(_ count: UInt64, _ noun: String) -> String {
            "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
        var parts = [counted(UInt64(totals.steps), "step"), counted(totals.calls, "call")]
        if totals.failed > 0 { parts.append("\(totals.failed) failed") }
        if totals.cancelled > 0 { parts.append("\(totals.cancelled) cancelled") }
        if totals.skipped > 0 { parts.append("\(totals.skipped) skipped") }
        let isWhole = totals.failed + totals.cancelled + totals.skipped == 0
        if isWhole && failures.isEmpty { parts.append("all returned") }
        if status != 0 { parts.append("exit status \(status)") }
        parts.append(Terminal.time(duration, separator: " "))
        return "\(Terminal.printable(program)): " + parts.joined(separator: ", ")
    }
}

extension Report.Call {
    /// `read(3, "root:x:0:0:root:/root:/bin/bash\nd"..., 512)`
    package func shown(name: String) -> String {
        var text = name + "("
        for (index, argument) in arguments.enumerated() {
            if index > 0 { text += ", " }
            text += argument.shown
        }
        return text + ")"
    }
}

extension Report.Value {
    private static let shownBytes = 256

    /// On one line, cut where it is long.
    package var shown: String {
        switch self {
        case .integer(let value): return String(value)
        case .unsigned(let value): return String(value)
        case .text(let bytes):
            return QuotedText.readable(bytes, limit: Self.shownBytes)
        case .bytes(let bytes):
            return QuotedText.quoted(
                bytes.prefix(Self.shownBytes), isCut: bytes.count > Self.shownBytes)
        case .hex(let bytes):
            let digits = JSONWriter.hex(bytes.prefix(Self.shownBytes))
            return digits + (bytes.count > Self.shownBytes ? "..." : "")
        }
    }
}

extension Report.Key {
    /// As the program would write it.
    var shown: String {
        switch self {
        case .integer(let value): String(value)
        case .text(let bytes): QuotedText.readable(bytes, limit: 4096)
        }
    }

    /// As a JSON object's key.
    var plain: String {
        switch self {
        case .integer(let value): String(value)
        case .text(let bytes): String(decoding: bytes, as: UTF8.self)
        }
    }
}
