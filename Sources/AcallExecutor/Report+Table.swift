// The report as a table: one row a step, in aligned columns.

import AcallImage
import AcallText

extension Report {
    private static let widestCall = 64

    private struct Row {
        var number: String
        var name: String
        var call: String
        var result: String
        var time: String
        var line: String
    }

    func table(colour: Bool) -> [UInt8] {
        let head = Row(
            number: "#", name: "step", call: "call", result: "result", time: "time", line: "line")
        let rows = steps.enumerated().map { row($0 + 1, $1) }
        let all = [head] + rows
        func width(_ part: (Row) -> String) -> Int {
            all.map { Terminal.width(part($0)) }.max() ?? 0
        }
        let widths = (
            number: width(\.number), name: width(\.name), call: width(\.call),
            result: width(\.result), time: width(\.time), line: width(\.line)
        )
        var writer = TextWriter(colour: colour)
        for (index, row) in all.enumerated() {
            let outcome = index == 0 ? nil : steps[index - 1].outcome
            let style: Terminal.Style =
                switch outcome {
                case nil, .skipped: .faint
                case .failed, .cancelled: .red
                case .returned: .plain
                }
            writer.add(rightAligned: row.number, .faint, width: widths.number)
            writer.space(2)
            writer.add(row.name, index == 0 ? .faint : .name, width: widths.name)
            writer.space(2)
            let isFaint = outcome == nil || outcome == .skipped
            writer.add(row.call, isFaint ? .faint : .plain, width: widths.call)
            writer.space(2)
            writer.add(row.result, style, width: widths.result)
            writer.space(2)
            writer.add(rightAligned: row.time, .faint, width: widths.time)
            writer.space(2)
            writer.add(rightAligned: row.line, .faint, width: widths.line)
            writer.endLine()
        }
        writeEnd(to: &writer)
        return writer.bytes
    }

    /// `lib/io.acall:2 < 5`: the step's own line, and those of the calls that led there.
    private func lines(of step: Step) -> String {
        ([step.place] + step.callers.map(\.place)).map { place in
            place.file.map { "\(Terminal.printable($0)):\(place.line)" } ?? String(place.line)
        }.joined(separator: " < ")
    }

    private func row(_ number: Int, _ step: Step) -> Row {
        var row = Row(
            number: String(number), name: Terminal.cut(Terminal.printable(step.name), to: 16),
            call: "", result: "skipped", time: "", line: lines(of: step))
        guard let result = step.result else {
            row.call = source.text(step.range.bytes, limit: Self.widestCall)
            return row
        }
        if step.callCount == 1, let call = step.calls.first {
            row.call = call.shown(name: step.call)
        } else {
            row.call = "\(step.call)(...) \(step.callCount) calls"
        }
        row.call = Terminal.cut(row.call, to: Self.widestCall)
        row.result = result.errno.map { "-1 \($0)" } ?? result.shown
        row.time = Terminal.time(step.duration)
        return row
    }
}
