// The report as JSON: the shape that `grammar/report.md` documents and `grammar/report.schema.json`
// checks.

import AcallImage
import AcallText

extension Report {
    func json() -> [UInt8] {
        var writer = JSONWriter()
        let totals = totals
        writer.object(spread: true) { writer in
            writer.key("acall")
            writer.integer(1)
            writer.key("program")
            writer.string(program)
            writer.key("status")
            writer.integer(status)
            writer.key("duration_ns")
            writer.integer(duration)
            writer.key("totals")
            writer.object { writer in
                writer.key("steps")
                writer.integer(totals.steps)
                writer.key("calls")
                writer.integer(totals.calls)
                writer.key("failed")
                writer.integer(totals.failed)
                writer.key("skipped")
                writer.integer(totals.skipped)
                writer.key("cancelled")
                writer.integer(totals.cancelled)
            }
            writer.key("steps")
            writer.array(spread: true) { writer in
                for step in steps { step.write(to: &writer) }
            }
            writer.key("failures")
            writer.array(spread: true) { writer in
                for failure in failures { failure.write(to: &writer) }
            }
            writer.key("outputs")
            writer.object(spread: true) { writer in
                for output in outputs {
                    writer.key(output.name)
                    output.write(to: &writer)
                }
            }
        }
        writer.endLine()
        return writer.bytes
    }
}

extension Report.Step {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.stringOrNull(name.isEmpty ? nil : name)
            writer.key("call")
            writer.string(call)
            place.write(to: &writer)
            writer.key("origin")
            writer.string(origin.text)
            callers.write(to: &writer)
            writer.key("outcome")
            writer.string(outcome.rawValue)
            writer.key("result")
            writer.result(result)
            writer.key("errno")
            writer.stringOrNull(result?.errno)
            writer.key("start_ns")
            if result == nil { writer.null() } else { writer.integer(start) }
            writer.key("duration_ns")
            writer.integer(duration)
            if timedCount < callCount {
                writer.key("timed_calls")
                writer.integer(timedCount)
            }
            writer.key("call_count")
            writer.integer(callCount)
            if callCount == 1, let call = calls.first {
                call.writePlace(to: &writer)
                writer.key("arguments")
                call.writeArguments(to: &writer)
            }
            guard callCount > 1 else { return }
            writer.key("calls")
            writer.array { writer in
                for call in calls { call.write(to: &writer) }
            }
        }
    }
}

extension Report.Call {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("result")
            writer.result(result)
            writer.key("errno")
            writer.stringOrNull(result.errno)
            writer.key("start_ns")
            writer.integer(start)
            writer.key("duration_ns")
            writer.integer(duration)
            writePlace(to: &writer)
            writer.key("arguments")
            writeArguments(to: &writer)
        }
    }

    /// Which chain made it, for which item, and when among all calls.
    fileprivate func writePlace(to writer: inout JSONWriter) {
        writer.key("chain")
        writer.integer(chain)
        switch item {
        case nil: break
        case .integer(let index)?:
            writer.key("item")
            writer.integer(index)
        case .text(let bytes)?:
            writer.key("item")
            writer.string(String(decoding: bytes, as: UTF8.self))
        }
        writer.key("order")
        writer.integer(order)
    }

    fileprivate func writeArguments(to writer: inout JSONWriter) {
        writer.array { writer in
            for argument in arguments {
                writer.object { writer in
                    writer.key("name")
                    writer.string(argument.name)
                    writer.key("shown")
                    writer.string(argument.shown)
                    guard let value = argument.value else { return }
                    writer.key("value")
                    writer.integer(value)
                }
            }
        }
    }
}

extension Report.Failure {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("kind")
            writer.string(kind.text)
            writer.key("step")
            if let step { writer.integer(step) } else { writer.null() }
            place.write(to: &writer)
            writer.key("message")
            writer.string(message)
            writer.key("errno")
            writer.stringOrNull(errno)
            callers.write(to: &writer)
        }
    }
}

extension [Report.Caller] {
    fileprivate func write(to writer: inout JSONWriter) {
        if isEmpty { return }
        writer.key("callers")
        writer.array { writer in
            for caller in self {
                writer.object { writer in
                    writer.key("proc")
                    writer.string(caller.procedure)
                    writer.key("name")
                    writer.stringOrNull(caller.name.isEmpty ? nil : caller.name)
                    caller.place.write(to: &writer)
                }
            }
        }
    }
}

extension Report.Output {
    fileprivate func write(to writer: inout JSONWriter) {
        if let items {
            writer.object(spread: true) { writer in
                for item in items {
                    writer.key(item.key.plain)
                    item.value.write(to: &writer)
                }
            }
            return
        }
        if let value { value.write(to: &writer) } else { writer.null() }
    }
}

extension Report.Value {
    fileprivate func write(to writer: inout JSONWriter) {
        switch self {
        case .integer(let value): writer.integer(value)
        case .unsigned(let value): writer.integer(value)
        case .hex(let bytes): writer.string(JSONWriter.hex(bytes))
        case .bytes(let bytes): writer.base64(bytes)
        case .text(let bytes):
            if let text = String(validating: bytes, as: UTF8.self) {
                writer.string(text)
            } else {
                writer.base64(bytes)
            }
        }
    }
}

extension Report.SourcePlace {
    fileprivate func write(to writer: inout JSONWriter) {
        if let file {
            writer.key("file")
            writer.string(file)
        }
        writer.key("line")
        writer.integer(line)
        writer.key("column")
        writer.integer(column)
    }
}

extension JSONWriter {
    /// A number; an address by its name; null where there is none.
    fileprivate mutating func result(_ result: Report.Result?) {
        switch result {
        case nil: null()
        case let result? where result.text == "?": null()
        case let result?:
            if let text = result.text { string(text) } else { integer(result.value) }
        }
    }

    fileprivate mutating func base64(_ bytes: [UInt8]) {
        object { writer in
            writer.key("base64")
            writer.string(Self.base64(bytes))
        }
    }
}

extension StepOrigin {
    fileprivate var text: String {
        switch self {
        case .written: "written"
        case .deferred: "deferred"
        case .automaticClose: "automatic_close"
        case .retryWait: "retry_wait"
        case .called: "proc"
        }
    }
}

extension StopKind {
    fileprivate var text: String {
        switch self {
        case .callFailed: "call_failed"
        case .unexpectedResult: "unexpected_result"
        case .arithmetic: "arithmetic"
        case .bounds: "bounds"
        case .assertion: "assertion"
        case .fail: "fail"
        case .stop: "stop"
        case .exit: "exit"
        case .chainFailed: "chain_failed"
        }
    }
}
