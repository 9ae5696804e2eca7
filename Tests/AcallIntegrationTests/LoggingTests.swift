// An engine's runs in a logger: with the trait `Logging`.

#if Logging
    import Acall
    import AcallLogging
    import Logging
    import Synchronization
    import Testing

    /// What a logger was given.
    private final class Lines: Sendable {
        let all = Mutex<[(level: Logger.Level, text: String, metadata: Logger.Metadata)]>([])
    }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.all.withLock {
                $0.append((event.level, "\(event.message)", event.metadata ?? [:]))
            }
        }
    }

    @Suite struct LoggingTests {
        @Test func runsAreWrittenWithHowTheyEnded() async throws {
            let lines = Lines()
            let engine = try Engine()
            engine.log(to: Logger(label: "test") { _ in Handler(lines: lines) })
            _ = try await engine.run(try Program(text: "getpid()\n", name: "good.acall"))
            _ = try engine.runBlocking(
                try Program(text: "assert 1 > 2, \"no\"\n", name: "bad.acall"))
            _ = try await engine.call(.getpgid, -1)
            engine.shutdown()
            _ = try? await engine.run(try Program(text: "getpid()\n", name: "late.acall"))
            let all = lines.all.withLock { $0 }
            #expect(
                all.map(\.text) == [
                    "good.acall ran", "bad.acall failed", "getpgid returned",
                    "late.acall did not run",
                ])
            #expect(all.map(\.level) == [.debug, .error, .debug, .error])
            #expect(all[0].metadata["acall.program"] == "good.acall")
            #expect(all[0].metadata["acall.steps"] == "1")
            #expect(all[1].metadata["acall.failure"] == "assertion failed: no")
            #expect(all[2].metadata["acall.call"] == "getpgid")
            #expect(all[2].metadata["acall.result"] == "-3")
            #expect(all.allSatisfy { $0.metadata["acall.duration"] != nil })
        }

        @Test func levelsAreTheApps() throws {
            let lines = Lines()
            var logger = Logger(label: "test") { _ in Handler(lines: lines) }
            logger.logLevel = .warning
            let engine = try Engine()
            engine.log(to: logger, level: .info, failureLevel: .warning)
            _ = try engine.runBlocking(try Program(text: "getpid()\n"))
            _ = try engine.runBlocking(try Program(text: "fail \"so\"\n"))
            #expect(lines.all.withLock { $0.map(\.level) } == [.warning])
        }
    }
#endif
