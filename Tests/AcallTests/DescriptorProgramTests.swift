// Random programs with descriptors and buffers: what passes the check does nothing that the check is there to refuse.
//
// Each program is run by an interpreter of the test's own, for several inputs, and by the engine, for one: its
// outputs are the interpreter's, no call gets EBADF, storage beside a buffer keeps its value, and the process has as
// many descriptors open as before. ACALL_PROGRAMS says how many programs are made; a program that misbehaves is
// printed with its seed, made as small as it gets. (ACALL_WHOLE: as it is, which takes less time. ACALL_VERBOSE: right
// programs that the check refuses are shown too. ACALL_LAST: a file for the program at hand, should the check not end.)

import AcallCatalog
import Foundation
import Glibc
import TestSupport
import Testing

@testable import AcallCompiler
@testable import AcallExecutor
@testable import AcallImage
@testable import AcallSyntax
@testable import Acall

struct DescriptorBench {
    let folder: String
    let engine: Engine

    init() throws {
        folder = NSTemporaryDirectory() + "acall-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        mkdir(folder, 0o700)
        engine = try Engine()
        for file in 0..<DescriptorProgram.fileCount {
            let bytes = [UInt8](
                repeating: DescriptorMachine.byte(file), count: Int(DescriptorMachine.size(file)))
            try Data(bytes).write(
                to: URL(fileURLWithPath: "\(folder)/\(DescriptorProgram.path(file))"))
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    // MARK: The check

    enum Verdict: Equatable {
        case refused(Set<String>, String)
        /// The codes of its warnings.
        case passes(Set<String>)
    }

    static let inputs: [(x: Int64, pathFile: Int?)] = [
        (0, 1), (1, 1), (2, 1), (9, 1), (0, nil), (1, nil), (2, nil), (9, nil),
    ]

    func check(_ program: DescriptorProgram) -> (Verdict, BatchImage?) {
        let source = SourceText(name: "p.acall", bytes: Array(program.text(folder).utf8))
        var diagnostics = Diagnostics(source)
        let tree = SyntaxTree(parsing: source, into: &diagnostics)
        guard let checked = try? TypedProgram(checking: tree, into: &diagnostics),
            !diagnostics.hasErrors
        else {
            return (
                .refused(
                    Set(diagnostics.list.filter { $0.code.hasPrefix("E") }.map(\.code)),
                    diagnostics.rendered(colour: false)), nil
            )
        }
        return (.passes(Set(diagnostics.list.map(\.code))), BatchImage(lowering: checked))
    }

    /// What the program does wrong for some input.
    func misbehaviours(_ program: DescriptorProgram) -> Set<Misbehaviour> {
        Self.inputs.reduce(into: []) { all, input in
            all.formUnion(
                DescriptorMachine(program, x: input.x, pathFile: input.pathFile).misbehaviours)
        }
    }

    /// What the check says of the kind: a warning is enough for what is a warning.
    func isNoticed(_ misbehaviours: Set<Misbehaviour>, _ warnings: Set<String>) -> Bool {
        misbehaviours.isEmpty
            || misbehaviours.isSubset(of: [.elementByNumber, .errorIsUsed])
                && (!misbehaviours.contains(.errorIsUsed) || warnings.contains("W0502"))
    }

    /// The smallest program for which `isWrong` still holds.
    func smallest(
        _ program: DescriptorProgram, _ isWrong: (DescriptorProgram) -> Bool
    ) -> DescriptorProgram {
        if ProcessInfo.processInfo.environment["ACALL_WHOLE"] != nil { return program }
        var program = program
        func shrink() -> DescriptorProgram? {
            var candidates: [DescriptorProgram] = []
            for body in program.body.smaller {
                var less = program
                less.body = body
                candidates.append(less)
            }
            for index in program.procedures.indices {
                for body in program.procedures[index].body.smaller {
                    var less = program
                    less.procedures[index].body = body
                    candidates.append(less)
                }
            }
            let used = program.text(folder)
            for index in program.variables.indices
            where used.components(separatedBy: program.variables[index]).count == 3 {
                var less = program
                less.variables.remove(at: index)
                candidates.append(less)
            }
            return candidates.first(where: isWrong)
        }
        while let less = shrink() { program = less }
        return program
    }
}

@Suite struct DescriptorProgramTests {
    private static var count: Int {
        ProcessInfo.processInfo.environment["ACALL_PROGRAMS"].flatMap { Int($0) } ?? 2000
    }

    @Test func whatPassesTheCheckDoesNothingWrong() throws {
        let bench = try DescriptorBench()
        defer { bench.remove() }
        var (passed, ran, refusedAlthoughRight, wrong) = (0, 0, [String: Int](), 0)
        var holes: [String: Int] = [:]
        let first = seed()
        let verbose = ProcessInfo.processInfo.environment["ACALL_VERBOSE"] != nil
        for number in 0..<UInt64(Self.count) {
            let seed = first &+ number &* 0x9e37_79b9_7f4a_7c15
            var maker = DescriptorMaker(seed: seed)
            let program = maker.make()
            let misbehaviours = bench.misbehaviours(program)
            if !misbehaviours.isEmpty { wrong += 1 }
            if let place = ProcessInfo.processInfo.environment["ACALL_LAST"] {
                try program.text(bench.folder).write(
                    toFile: place, atomically: false, encoding: .utf8)
            }
            let (verdict, image) = bench.check(program)
            switch verdict {
            case .refused(let codes, let text):
                if misbehaviours.isEmpty {
                    let key = codes.sorted().joined(separator: " ")
                    refusedAlthoughRight[key, default: 0] += 1
                    if verbose, refusedAlthoughRight[key]! <= 5, program.body.count < 9 {
                        let least = bench.smallest(program) {
                            guard case .refused(let other, _) = bench.check($0).0 else {
                                return false
                            }
                            return other == codes && bench.misbehaviours($0).isEmpty
                        }
                        if case .refused(_, let text) = bench.check(least).0 {
                            print("RIGHT BUT REFUSED seed \(seed)\n\(text)\n\(least.text("/t"))")
                        }
                    } else if codes.isDisjoint(with: ["E0501", "E0505", "E0502", "E0506"]), verbose,
                        refusedAlthoughRight[key]! < 3
                    {
                        print(text)
                    }
                }
            case .passes(let warnings):
                passed += 1
                guard bench.isNoticed(misbehaviours, warnings) else {
                    let key = misbehaviours.map(\.rawValue).sorted().joined(separator: " ")
                    holes[key, default: 0] += 1
                    if holes[key]! > 2 { break }
                    let least = bench.smallest(program) {
                        let other = bench.misbehaviours($0)
                        guard case .passes(let warnings) = bench.check($0).0 else { return false }
                        return !other.isDisjoint(with: misbehaviours)
                            && !bench.isNoticed(other, warnings)
                    }
                    Issue.record(
                        "seed \(seed): passes the check, and \(misbehaviours)\n\(least.text("/t"))")
                    break
                }
                if misbehaviours.isEmpty, let image {
                    let input = DescriptorBench.inputs[Int(seed >> 8) & 7]
                    ran += 1
                    if let problem = try bench.run(program, image, input) {
                        holes[problem, default: 0] += 1
                        if holes[problem]! > 2 { break }
                        let least = bench.smallest(program) {
                            guard bench.misbehaviours($0).isEmpty, let image = bench.check($0).1
                            else { return false }
                            return (try? bench.run($0, image, input)) == problem
                        }
                        Issue.record(
                            "seed \(seed), x \(input.x), path \(input.pathFile.map { "\($0)" } ?? "-"): \(problem)\n\(least.text("/t"))"
                        )
                    }
                }
            }
        }
        print(
            "\(Self.count) programs, \(wrong) wrong, \(passed) passed, \(ran) ran; holes \(holes); right but refused: \(refusedAlthoughRight)"
        )
        #expect(ran * 20 > Self.count, "\(ran) of \(Self.count) programs ran")
    }
}

extension DescriptorBench {
    /// Runs the program on the engine; what it does that the interpreter does not, if anything.
    func run(
        _ program: DescriptorProgram, _ image: BatchImage, _ input: (x: Int64, pathFile: Int?)
    ) throws -> String? {
        let machine = DescriptorMachine(program, x: input.x, pathFile: input.pathFile)
        let path = "\(folder)/\(DescriptorProgram.path(input.pathFile ?? 99))"
        var inputs: [String: AcallExecutor.InputValue] = [
            "x": .integer(input.x), "p": .bytes(Array(path.utf8)),
        ]
        var given: Int32 = -1
        if image.inputs.count == 3 {
            given = open(
                "\(folder)/\(DescriptorProgram.path(DescriptorProgram.fileCount - 1))",
                O_RDWR | O_CLOEXEC)
            inputs["h"] = .integer(Int64(given))
        }
        let before = openCount
        let report = try LoadedProgram(image, inputs: inputs).run(on: engine, catalog: Catalog())
        var problem: String?
        var closed: Set<Int32> = []
        var outputs: [String: Int64] = [:]
        for output in report.outputs {
            switch output.value {
            case .integer(let value)?: outputs[output.name] = value
            default: break
            }
        }
        for name in machine.handedOut.keys {
            guard let number = outputs[name] else { continue }
            var status = stat()
            outputs[name] = fstat(Int32(number), &status) < 0 ? -1 : Int64(status.st_size)
            if Int32(number) != given || !machine.isInputOpen { closed.insert(Int32(number)) }
        }
        for number in closed { Glibc.close(number) }
        let after = openCount
        for step in report.steps where step.result?.errno == "EBADF" {
            problem = "a call got EBADF"
        }
        if (report.status != 0) != machine.hasFailed {
            problem = problem ?? "it \(machine.hasFailed ? "did not fail" : "failed")"
        }
        let hasTasks = report.steps.contains { $0.calls.contains { $0.chain != 0 } }
        if !(hasTasks && machine.hasFailed) {
            for (name, value) in machine.outputs where outputs[name] != value {
                problem = problem ?? "an output differs"
            }
        }
        for (name, value) in outputs where name.hasPrefix("before") || name.hasPrefix("behind") {
            if value != 0x5a5a_5a5a { problem = problem ?? "storage beside a buffer was changed" }
        }
        var expected = before
        if given >= 0 {
            // By its number alone it can't be told: another test may have got the number meanwhile.
            if machine.isInputOpen { Glibc.close(given) } else { expected -= 1 }
        }
        if after != expected {
            problem = problem ?? "descriptors were left open or closed: \(after - expected)"
        }
        return problem
    }

    /// How many descriptors are open. Other tests run beside this one, but not in a campaign.
    private var openCount: Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        if ProcessInfo.processInfo.environment["ACALL_PROGRAMS"] != nil { return names.count }
        return names.count { name in
            let target = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/self/fd/\(name)")
            return target?.hasPrefix(folder) ?? false
        }
    }
}
