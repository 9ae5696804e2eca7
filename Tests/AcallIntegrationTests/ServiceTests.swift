// An engine as a service: with the trait `Service`.

#if Service
    import Acall
    import AcallService
    import ServiceLifecycle
    import ServiceLifecycleTestKit
    import Testing

    @Suite struct ServiceTests {
        private static let waits =
            "var t: timespec = { tv_sec: %s, tv_nsec: %n }\nnanosleep(t, null)\n"

        private func program(seconds: Int, nanoseconds: Int = 0) throws -> Program {
            try Program(
                text: "var t: timespec = { tv_sec: \(seconds), tv_nsec: \(nanoseconds) }\n"
                    + "nanosleep(t, null)\n")
        }

        @Test func aGracefulShutdownLetsProgramsEnd() async throws {
            let engine = try Engine()
            let waits = try program(seconds: 0, nanoseconds: 50_000_000)
            try await testGracefulShutdown { trigger in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await EngineService(engine).run() }
                    let run = Task { try await engine.run(waits) }
                    // A thread that has been started may be gone before this one looks.
                    while engine.statistics.threadsStarted == 0 {
                        try await Task.sleep(for: .milliseconds(1))
                    }
                    trigger.triggerGracefulShutdown()
                    try await group.waitForAll()
                    #expect(try await !run.value.wasCancelled)
                }
            }
            #expect(engine.statistics.threads == 0)
            await #expect(throws: RunError.self) { try await engine.run(waits) }
        }

        @Test func aCancelledGroupInterruptsThem() async throws {
            let engine = try Engine()
            let waits = try program(seconds: 100)
            let run = Task { try await engine.run(waits) }
            let service = Task { try await EngineService(engine).run() }
            while engine.statistics.threadsStarted == 0 {
                try await Task.sleep(for: .milliseconds(1))
            }
            service.cancel()
            _ = await service.result
            #expect(try await run.value.wasCancelled)
        }
    }
#endif
