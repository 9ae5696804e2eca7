// What an engine runs, as figures for swift-metrics. With the trait `Metrics`.

#if Metrics
    public import Acall
    public import CoreMetrics
    import Metrics
    import Synchronization

    /// Keeps these figures, each with `label` before its name:
    ///
    /// - `.queued`: runs that wait for their place (a meter)
    /// - `.in_flight`: runs that have begun and not ended (a meter)
    /// - `.wait`: from the request to the beginning, in nanoseconds (a timer)
    /// - `.duration`: from the beginning to the end, in nanoseconds (a timer), with the dimensions `name` (the program's
    ///   or the call's) and `outcome` (`succeeded`, `failed`, `cancelled`)
    /// - `.refused`: what did not run (a counter)
    public final class MetricsInstrument: EngineInstrument {
        private let label: String
        private let factory: any MetricsFactory
        private let queued: Meter
        private let inFlight: Meter
        private let wait: Metrics.Timer
        private let refused: Counter
        private let waiting = Atomic(0)
        private let running = Atomic(0)
        private let durations = Mutex<[Key: Metrics.Timer]>([:])

        private struct Key: Hashable {
            var name: String
            var outcome: String
        }

        /// - Parameter factory: the one that the app has bootstrapped, where it names no other.
        public init(label: String = "acall", factory: (any MetricsFactory)? = nil) {
            let factory = factory ?? MetricsSystem.factory
            self.label = label
            self.factory = factory
            queued = Meter(label: label + ".queued", factory: factory)
            inFlight = Meter(label: label + ".in_flight", factory: factory)
            wait = Timer(label: label + ".wait", factory: factory)
            refused = Counter(label: label + ".refused", factory: factory)
        }

        public func runRequested(_ request: RunRequest) -> any RunInstrument {
            changeWaiting(by: 1)
            return MeasuredRun(self, request)
        }

        private func changeWaiting(by difference: Int) {
            queued.set(waiting.add(difference, ordering: .relaxed).newValue)
        }

        private func changeRunning(by difference: Int) {
            inFlight.set(running.add(difference, ordering: .relaxed).newValue)
        }

        fileprivate func began(after time: Duration) {
            changeWaiting(by: -1)
            changeRunning(by: 1)
            wait.recordNanoseconds(time.nanoseconds)
        }

        fileprivate func ended(_ request: RunRequest, _ outcome: String, after time: Duration) {
            changeRunning(by: -1)
            let key = Key(name: request.name, outcome: outcome)
            let timer = durations.withLock { durations in
                if let known = durations[key] { return known }
                let timer = Timer(
                    label: label + ".duration",
                    dimensions: [("name", key.name), ("outcome", outcome)], factory: factory)
                durations[key] = timer
                return timer
            }
            timer.recordNanoseconds(time.nanoseconds)
        }

        fileprivate func refused(hadBegun: Bool) {
            if hadBegun { changeRunning(by: -1) } else { changeWaiting(by: -1) }
            refused.increment()
        }
    }

    private final class MeasuredRun: RunInstrument {
        private let instrument: MetricsInstrument
        private let request: RunRequest
        private let requested = ContinuousClock.now
        private let begun = Mutex<ContinuousClock.Instant?>(nil)

        init(_ instrument: MetricsInstrument, _ request: RunRequest) {
            (self.instrument, self.request) = (instrument, request)
        }

        func started() {
            let now = ContinuousClock.now
            begun.withLock { $0 = now }
            instrument.began(after: now - requested)
        }

        func ended(_ end: RunEnd) {
            let begun = begun.withLock { $0 }
            let outcome: String
            switch end {
            case .succeeded: outcome = "succeeded"
            case .failed: outcome = "failed"
            case .cancelled: outcome = "cancelled"
            case .returned(let result):
                outcome = (-4095 ... -1).contains(result) ? "failed" : "succeeded"
            case .refused: return instrument.refused(hadBegun: begun != nil)
            }
            instrument.ended(request, outcome, after: ContinuousClock.now - (begun ?? requested))
        }
    }

    extension Duration {
        fileprivate var nanoseconds: Int64 {
            components.seconds &* 1_000_000_000 &+ components.attoseconds / 1_000_000_000
        }
    }

    extension Engine {
        /// Has everything that the engine runs from now on counted and timed, as `MetricsInstrument` does.
        public func measure(label: String = "acall", factory: (any MetricsFactory)? = nil) {
            add(MetricsInstrument(label: label, factory: factory))
        }
    }
#endif
