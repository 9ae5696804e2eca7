// An engine's runs as figures: with the trait `Metrics`.

#if Metrics
    import Acall
    import AcallMetrics
    import MetricsTestKit
    import Testing

    @Suite struct MetricsTests {
        @Test func runsAreCountedAndTimed() async throws {
            let metrics = TestMetrics()
            let engine = try Engine()
            engine.measure(label: "files", factory: metrics)
            let good = try Program(text: "getpid()\n", name: "good.acall")
            for _ in 0..<3 { _ = try await engine.run(good) }
            _ = try engine.runBlocking(try Program(text: "fail \"so\"\n", name: "bad.acall"))
            _ = try await engine.call(.getpgid, -1)
            engine.shutdown()
            _ = try? await engine.run(good)
            func durations(_ name: String, _ outcome: String) throws -> [Int64] {
                try metrics.expectTimer(
                    "files.duration", [("name", name), ("outcome", outcome)]
                ).values
            }
            #expect(try durations("good.acall", "succeeded").count == 3)
            #expect(try durations("bad.acall", "failed").count == 1)
            #expect(try durations("getpgid", "failed").count == 1)
            #expect(try durations("good.acall", "succeeded").allSatisfy { $0 > 0 })
            #expect(try metrics.expectTimer("files.wait").values.count == 6)
            #expect(try metrics.expectMeter("files.queued").lastValue == 0)
            #expect(try metrics.expectMeter("files.in_flight").lastValue == 0)
            #expect(try metrics.expectMeter("files.in_flight").values.max() == 1)
            #expect(try metrics.expectCounter("files.refused").totalValue == 1)
        }

        @Test func whoWaitsForAPlaceIsQueued() async throws {
            let metrics = TestMetrics()
            var configuration = EngineConfiguration()
            configuration.concurrentRuns = 1
            let engine = try Engine(configuration: configuration)
            engine.measure(factory: metrics)
            let waits = try Program(
                text: "var t: timespec = { tv_nsec: 20000000 }\nnanosleep(t, null)\n")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { _ = try await engine.run(waits) } }
                try await group.waitForAll()
            }
            #expect(try metrics.expectMeter("acall.in_flight").values.max() == 1)
            #expect((try metrics.expectMeter("acall.queued").values.max() ?? 0) >= 2)
            #expect((try metrics.expectTimer("acall.wait").values.max() ?? 0) > 10_000_000)
        }
    }
#endif
