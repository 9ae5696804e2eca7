// What an engine runs, in a swift-log logger. With the trait `Logging`.

#if Logging
    public import Acall
    public import Logging

    /// Writes a line for each run: its name, how it ended, how long it took; and for one that failed why.
    public struct LoggingInstrument: EngineInstrument {
        private let logger: Logger
        private let level: Logger.Level
        private let failureLevel: Logger.Level

        /// - Parameters:
        ///   - level: of runs that went well, or were cancelled.
        ///   - failureLevel: of runs that failed or were refused. A single call that returned an error went well: its
        ///     caller knows what it means.
        public init(
            _ logger: Logger, level: Logger.Level = .debug, failureLevel: Logger.Level = .error
        ) {
            self.logger = logger
            self.level = level
            self.failureLevel = failureLevel
        }

        public func runRequested(_ request: RunRequest) -> any RunInstrument {
            LoggedRun(
                logger: logger, level: level, failureLevel: failureLevel, request: request,
                requested: .now)
        }
    }

    private struct LoggedRun: RunInstrument {
        let logger: Logger
        let level: Logger.Level
        let failureLevel: Logger.Level
        let request: RunRequest
        let requested: ContinuousClock.Instant

        func started() {}

        func ended(_ end: RunEnd) {
            switch end {
            case .succeeded(let report): log("ran", level, report)
            case .cancelled(let report): log("was cancelled", level, report)
            case .failed(let report):
                log("failed", failureLevel, report) {
                    $0["acall.failure"] =
                        "\(report.failures.first ?? "it ended before it gave all of its outputs")"
                    if report.failures.count > 1 {
                        $0["acall.failures"] = .array(report.failures.map { "\($0)" })
                    }
                }
            case .returned(let result):
                log("returned", level, nil) { $0["acall.result"] = "\(result)" }
            case .refused(let error):
                let level = error is CancellationError ? level : failureLevel
                log("did not run", level, nil) { $0["acall.error"] = "\(error)" }
            }
        }

        private func log(
            _ what: String, _ level: Logger.Level, _ report: RunReport?,
            _ more: (inout Logger.Metadata) -> Void = { _ in }
        ) {
            // A report is made only if it is logged.
            guard level >= logger.logLevel else { return }
            var metadata: Logger.Metadata = [
                request.kind == .program ? "acall.program" : "acall.call": "\(request.name)",
                "acall.duration": "\(ContinuousClock.now - requested)",
            ]
            if let report {
                metadata["acall.steps"] = "\(report.steps.count)"
                metadata["acall.status"] = "\(report.status)"
            }
            more(&metadata)
            logger.log(level: level, "\(request.name) \(what)", metadata: metadata)
        }
    }

    extension Engine {
        /// Has everything that the engine runs from now on written to a logger, as `LoggingInstrument` does.
        public func log(
            to logger: Logger, level: Logger.Level = .debug, failureLevel: Logger.Level = .error
        ) {
            add(LoggingInstrument(logger, level: level, failureLevel: failureLevel))
        }
    }
#endif
