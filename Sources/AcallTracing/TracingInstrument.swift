// What an engine runs, as spans of swift-distributed-tracing. With the trait `Tracing`.

#if Tracing
    public import Acall
    public import Tracing

    /// Makes a span of each run, in the context of the task that asks for it, and one below it of each call that the
    /// program made.
    public struct TracingInstrument: EngineInstrument {
        private let tracer: (any Tracer)?
        private let steps: Int

        /// - Parameters:
        ///   - tracer: the one that the app has bootstrapped, where it names no other.
        ///   - steps: how many steps of one run have spans of their own; the others are only counted.
        public init(tracer: (any Tracer)? = nil, steps: Int = 64) {
            self.tracer = tracer
            self.steps = steps
        }

        public var needsTimes: Bool { steps > 0 }

        public func runRequested(_ request: RunRequest) -> any RunInstrument {
            let tracer = tracer ?? InstrumentationSystem.tracer
            let context = ServiceContext.current ?? .topLevel
            let span = tracer.startSpan("acall \(request.name)", context: context)
            span.attributes[request.kind == .program ? "acall.program" : "acall.call"] =
                request.name
            return TracedRun(tracer: tracer, span: span, steps: steps)
        }
    }

    /// Nanoseconds since the epoch, as the calls of a program have them.
    private struct Moment: TracerInstant {
        var nanosecondsSinceEpoch: UInt64
        static func < (left: Moment, right: Moment) -> Bool {
            left.nanosecondsSinceEpoch < right.nanosecondsSinceEpoch
        }
    }

    private struct TracedRun: RunInstrument {
        let tracer: any Tracer
        let span: any Span
        let steps: Int

        func started() { span.addEvent("started") }

        func ended(_ end: RunEnd) {
            switch end {
            case .succeeded(let report): add(report)
            case .cancelled(let report):
                add(report)
                span.attributes["acall.cancelled"] = true
            case .failed(let report):
                add(report)
                span.setStatus(
                    SpanStatus(code: .error, message: report.failures.first ?? "it failed"))
            case .returned(let result):
                span.attributes["acall.result"] = result
            case .refused(let error):
                span.recordError(error)
                span.setStatus(SpanStatus(code: .error, message: "\(error)"))
            }
            span.end()
        }

        private func add(_ report: RunReport) {
            let made = report.steps.filter { $0.result != nil }
            span.attributes["acall.steps"] = made.count
            // The report counts from the run's start, whose moment is told by its end: now.
            let now = DefaultTracerClock.now.nanosecondsSinceEpoch
            let length = made.map { $0.start + $0.duration }.max() ?? 0
            let start = now > length ? now - length : 0
            for step in made.prefix(steps) {
                let name = step.name.isEmpty ? step.call : "\(step.name) = \(step.call)"
                let begin = Moment(nanosecondsSinceEpoch: start + step.start)
                let child = tracer.startSpan(name, context: span.context, at: begin)
                child.attributes["acall.result"] = step.result.map { Int($0) }
                if step.outcome == "failed" { child.setStatus(SpanStatus(code: .error)) }
                child.end(
                    at: Moment(nanosecondsSinceEpoch: start + step.start + step.duration))
            }
        }
    }

    extension Engine {
        /// Has everything that the engine runs from now on traced, as `TracingInstrument` does.
        public func trace(with tracer: (any Tracer)? = nil, steps: Int = 64) {
            add(TracingInstrument(tracer: tracer, steps: steps))
        }
    }
#endif
