// Programs from a Swift app's side: compiled at run time, run, asked for what they did.

import Acall
import Testing

@Suite struct RunTests {
    private static let pair = """
        input text: string
        input count: int = 3
        var ends: int[2]
        var block: bytes[64]
        pipe2(ends, O_CLOEXEC)
        sent = write(ends[1], text[..<count])
        got = read(ends[0], block)
        output echoed = block[..<got] as text
        output got
        """

    @Test func aProgramRunsAndGivesItsOutputs() throws {
        let program = try Program(text: Self.pair)
        #expect(program.inputs.map(\.name) == ["text", "count"])
        #expect(program.inputs.map(\.hasDefault) == [false, true])
        let engine = try Engine()
        let report = try engine.runBlocking(program, ["text": "abcdef"])
        #expect(report.status == 0)
        #expect(report.failures.isEmpty)
        #expect(report.outputs == ["echoed": .bytes(Array("abc".utf8)), "got": .integer(3)])
        #expect(report.steps.map(\.call) == ["pipe2", "write", "read", "close", "close"])
        #expect(report.lines.contains("write("))
        #expect(report.json.hasPrefix("{"))
    }

    @Test func bothSpellingsRun() throws {
        let program = try Program(
            yaml: "acall: 1\nsteps:\n  - as: me\n    getpid: []\n  - output: me\n")
        let report = try Engine().runBlocking(program)
        #expect(report.outputs["me"] == .integer(Int64(getpid())))
    }

    @Test func aWrongProgramSaysWhere() throws {
        do {
            _ = try Program(text: "fd = opnat(AT_FDCWD, \"x\", O_RDONLY)", name: "my.acall")
            Issue.record("it is wrong")
        } catch {
            #expect(error.description.contains("my.acall:1:6: error[E0304]"))
        }
    }

    @Test func inputsThatDoNotFitAreRefused() throws {
        let program = try Program(text: Self.pair)
        let engine = try Engine()
        for (inputs, text) in [
            ([:], "'text' is missing"), (["text": 5], "takes a string"),
            (["text": "x", "count": 3_000_000_000], "does not fit int"),
            (["text": "x", "cuont": 3], "no input 'cuont'"),
        ] as [([String: InputValue], String)] {
            do {
                _ = try engine.runBlocking(program, inputs)
                Issue.record("\(inputs) do not fit")
            } catch {
                #expect("\(error)".contains(text), "\(error)")
            }
        }
    }

    @Test func aFailedCallIsAResult() throws {
        let program = try Program(text: "fd = openat(AT_FDCWD, \"/nowhere\", O_RDONLY)\nfsync(fd)")
        let report = try Engine().runBlocking(program)
        #expect(report.status == 1)
        #expect(report.steps.map(\.outcome) == ["failed", "skipped"])
        #expect(report.steps[0].result == -2)
        #expect(report.failures.count == 1)
    }

    @Test func oneProgramRunsOnManyThreadsAtOnce() async throws {
        let program = try Program(text: Self.pair)
        let engine = try Engine()
        let texts = try await withThrowingTaskGroup(of: RunReport.Value?.self) { group in
            for number in 0..<64 {
                group.addTask {
                    try engine.runBlocking(program, ["text": .text("\(100 + number)")])
                        .outputs["echoed"]
                }
            }
            return try await group.reduce(into: [RunReport.Value?]()) { $0.append($1) }
        }
        let expected = (0..<64).map { RunReport.Value.bytes(Array("\(100 + $0)".utf8)) }
        #expect(Set(texts.compactMap { $0 }) == Set(expected))
    }
}

#if canImport(Glibc)
    import Glibc
#endif
