// An engine's runs as spans: with the trait `Tracing`.

#if Tracing
    import Acall
    import AcallTracing
    import InMemoryTracing
    import Testing
    import Tracing

    @Suite struct TracingTests {
        @Test func aRunIsASpanAndItsCallsAreSpansBelow() async throws {
            let tracer = InMemoryTracer()
            let engine = try Engine()
            engine.trace(with: tracer)
            let program = try Program(
                text: "me = getpid()\nopenat(AT_FDCWD, \"/no/such\", O_RDONLY)\n", name: "two.acall"
            )
            try await tracer.withSpan("request") { _ in _ = try await engine.run(program) }
            let spans = tracer.finishedSpans
            let run = try #require(spans.first { $0.operationName == "acall two.acall" })
            let request = try #require(spans.first { $0.operationName == "request" })
            #expect(run.parentSpanID == request.spanID)
            #expect(run.status?.code == .error)
            #expect(run.attributes["acall.program"]?.toSpanAttribute() == .string("two.acall"))
            let calls = spans.filter { $0.parentSpanID == run.spanID }
            #expect(calls.map(\.operationName) == ["me = getpid", "openat"])
            #expect(calls.map { $0.status?.code } == [nil, .error])
            for call in calls {
                #expect(
                    call.startInstant.nanosecondsSinceEpoch
                        <= call.endInstant.nanosecondsSinceEpoch)
            }
        }

        @Test func stepsAreAsManyAsWanted() throws {
            let tracer = InMemoryTracer()
            let engine = try Engine()
            engine.trace(with: tracer, steps: 1)
            _ = try engine.runBlocking(try Program(text: "getpid()\ngetppid()\n"))
            #expect(tracer.finishedSpans.count == 2)
            #expect(
                tracer.finishedSpans.last?.attributes["acall.steps"]?.toSpanAttribute()
                    == .int64(2))
        }
    }
#endif
