// Plans that are tried on their submitter's thread do what they do elsewhere, and wait for nothing there.

import AcallEngine
import CAcall
import Glibc
import TestSupport
import Testing

@Suite(.enabled(if: Tried.isPossible)) struct AttemptTests {
    let engine: Engine

    init() throws { engine = try Engine() }

    private static let pread: UInt32 = {
        #if arch(x86_64)
            17
        #else
            67
        #endif
    }()
    private static let lseek: UInt32 = {
        #if arch(x86_64)
            8
        #else
            62
        #endif
    }()

    /// Where files are in memory only, and where they may not be.
    static let parents: [String] = ["/tmp", "/dev/shm"].filter { access($0, W_OK) == 0 }

    // MARK: Where it runs

    @Test(arguments: parents) func aPathThatHasComeTwiceIsReadOnTheSpot(_ parent: String) throws {
        let directory = try Directory(in: parent)
        let tried = Tried.reading(try directory.write("a", Array("hello".utf8)))
        for run in 1...6 {
            let (end, wasHere) = tried.run(engine)
            #expect(end == ChainEnd(stoppedAt: ran, returnCode: 0))
            if run <= 2 { #expect(!wasHere) }
            #expect(tried.chain.code(1) == 5 && tried.bytes(6) == Array("hello\0".utf8))
        }
        #expect(tried.comesToBeHere(engine))
        #expect(tried.bytes(6) == Array("hello\0".utf8))
        #expect(!tried.run(engine, isTriedHere: false).wasHere)
        // Another plan of the same engine's knows it, too.
        let other = Tried.reading(tried.path)
        #expect(other.comesToBeHere(engine) && other.bytes(6) == tried.bytes(6))
    }

    @Test func anEngineMayBeToldNotToTry() throws {
        var configuration = EngineConfiguration()
        configuration.triesOnCaller = false
        let engine = try Engine(configuration: configuration)
        let directory = try Directory()
        let tried = Tried.reading(try directory.write("a", [1]))
        for _ in 0..<4 {
            let (end, wasHere) = tried.run(engine)
            #expect(end.stoppedAt == ran && !wasHere)
        }
    }

    /// What writes, what depends on the thread, and what is nobody's file.
    @Test func otherCallsAreNotTried() throws {
        let directory = try Directory()
        let pipe = SystemPipe()
        defer { pipe.close() }
        let path = try directory.write("a", [1, 2, 3])
        func isTried(_ flags: Int32 = O_RDONLY, _ build: (Tried) -> Void) -> Bool {
            let tried = Tried()
            tried.path = path
            tried.addOpen(flags)
            build(tried)
            tried.add(Number.close, flags: ACALL_SUBMIT_CLEANUP)
            tried.know(engine)
            let (end, wasHere) = tried.run(engine)
            #expect(end.stoppedAt == ran)
            return wasHere || tried.comesToBeHere(engine)
        }
        #expect(isTried { _ in })
        #expect(isTried { $0.chain.add(Number.getppid) })
        #expect(!isTried { $0.chain.add(Number.gettid) })
        #expect(!isTried(O_RDWR) { _ in })
        #expect(!isTried(O_RDONLY | O_CREAT) { _ in })
        #expect(write(pipe.writer, "x", 1) == 1)
        #expect(
            !isTried {
                $0.chain.add(Number.fstat, [UInt64(pipe.reader), $0.buffer])
            })
        #expect(!isTried { $0.add(Self.lseek, [0, 3 /* SEEK_DATA */]) })
        #expect(!isTried { $0.add(Self.pread, [$0.buffer, 1, UInt64.max], flags: 0) })
        // What the host does, and what waits.
        #expect(!isTried { $0.chain.add(ACALL_OP_DEADLINE, [0]) })
        // A chain that goes back.
        #expect(
            !isTried { tried in
                tried.chain.add(ACALL_OP_FETCH_ADD, [tried.chain.cell(0), tried.chain.cell(1), 1])
                tried.chain.add(
                    ACALL_OP_BRANCH, [UInt64(ACALL_IF_LESS), tried.chain.cell(0), 3, 1],
                    indirect: [1])
            })
    }

    @Test func aPathFromADescriptorIsNotTakenForAnother() throws {
        let (first, second) = (try Directory(), try Directory())
        try first.write("same", [1])
        try second.write("same", [2])
        let descriptors = [
            open(first.path, O_RDONLY | O_DIRECTORY), open(second.path, O_RDONLY | O_DIRECTORY),
        ]
        defer { for descriptor in descriptors { close(descriptor) } }
        for (byte, descriptor) in [UInt8(1), 2].lazy.map({ ($0, descriptors[Int($0) - 1]) }) {
            let tried = Tried()
            tried.path = "same"
            tried.addOpen(from: descriptor)
            tried.addReadAndClose()
            for _ in 0..<4 {
                #expect(tried.run(engine).end.stoppedAt == ran)
                #expect(tried.bytes(1) == [byte])
            }
            #expect(tried.comesToBeHere(engine) && tried.bytes(1) == [byte])
            // One that begins at the root is the same from everywhere.
            let absolute = Tried()
            absolute.path = (byte == 1 ? first : second).path + "/same"
            absolute.addOpen(from: descriptor)
            absolute.addReadAndClose()
            absolute.know(engine)
            #expect(absolute.comesToBeHere(engine) && absolute.bytes(1) == [byte])
        }
    }

    /// Followed as openat2 says, with a structure that must be in sight, too.
    @Test func aPathMayBeFollowedInAnotherWay() throws {
        let directory = try Directory()
        try directory.write("a", [1])
        try #require(symlink("/etc/passwd", directory.file("out")) == 0)
        let root = open(directory.path, O_RDONLY | O_DIRECTORY)
        defer { close(root) }
        // RESOLVE_BENEATH; one that does not exist.
        for (name, resolve, expected): (String, UInt64, Int64) in [
            ("a", 8, 1), ("out", 8, -18), ("a", 1 << 40, -22),
        ] {
            let tried = Tried()
            tried.path = name
            tried.how = (UInt64(O_RDONLY | O_CLOEXEC), 0, resolve)
            tried.chain.add(
                437, [UInt64(root), tried.pathAddress, tried.howAddress, 24],
                flags: ACALL_SUBMIT_STOP_ERROR)
            tried.addReadAndClose()
            for _ in 0..<5 {
                let end = tried.run(engine).end
                #expect(
                    end
                        == ChainEnd(
                            stoppedAt: expected < 0 ? 0 : ran, returnCode: min(expected, 0)))
                if expected > 0 {
                    #expect(tried.chain.code(1) == expected && tried.bytes(1) == [1])
                }
            }
            #expect(tried.comesToBeHere(engine) == (expected > 0))
        }
    }

    /// A path that stands where nobody said that it may be read is the kernel's to refuse.
    @Test func pathsAreLookedAtOnlyWhereTheyMayBe() throws {
        let directory = try Directory()
        let path = try directory.write("a", [1])
        let tried = Tried.reading(path)
        tried.plan.setReadable([])
        for _ in 0..<4 { #expect(!tried.run(engine).wasHere) }
        // Its end is not in sight.
        tried.plan.setReadable([UnsafeRawBufferPointer(rebasing: tried.memory[..<path.utf8.count])])
        for _ in 0..<4 { #expect(!tried.run(engine).wasHere) }
        tried.plan.setReadable([
            UnsafeRawBufferPointer(rebasing: tried.memory[..<(path.utf8.count + 1)])
        ])
        tried.know(engine)
        #expect(tried.comesToBeHere(engine))
        for address: UInt64 in [0, 8, 1 << 63] {
            let wild = Tried()
            wild.chain.add(
                Number.openat, [bits(-100), address, 0], flags: ACALL_SUBMIT_STOP_ERROR)
            for _ in 0..<3 {
                #expect(wild.run(engine).end == ChainEnd(stoppedAt: 0, returnCode: -14))
            }
        }
    }

    @Test func pathsOfAnyLengthAreRight() throws {
        let directory = try Directory()
        for length in [1, 180, 200, 210, 220, 230, 250] {
            let tried = Tried()
            let rest = length - directory.path.utf8.count - 1
            let name = String(repeating: "x", count: max(1, rest))
            tried.path = try directory.write(name, [UInt8(length)])
            tried.addOpen()
            tried.addReadAndClose()
            for _ in 0..<4 {
                #expect(tried.run(engine).end.stoppedAt == ran)
                #expect(tried.chain.code(1) == 1 && tried.bytes(1) == [UInt8(length)])
            }
        }
        let empty = Tried.reading("")
        for _ in 0..<4 { #expect(empty.run(engine).end == ChainEnd(stoppedAt: 0, returnCode: -2)) }
    }

    /// More paths than an engine knows, and one that comes all the while.
    @Test func aPathThatKeepsComingStaysKnown() throws {
        let directory = try Directory()
        let hot = Tried.reading(try directory.write("hot", [1]))
        hot.know(engine)
        let cold = Tried.reading(directory.path)
        var here = 0
        for number in 0..<2000 {
            cold.path = "\(directory.path)/\(number)"
            #expect(cold.run(engine).end == ChainEnd(stoppedAt: 0, returnCode: -2))
            if hot.run(engine).wasHere { here += 1 }
        }
        // Were it forgotten now and then, each time would cost it two runs.
        #expect(here > 1600, "\(here)")
    }

    @Test func manyPathsAreKnownAtOnce() throws {
        let directory = try Directory()
        let names = try (0..<700).map {
            try directory.write("\($0)", [UInt8($0 & 255), UInt8($0 >> 8)])
        }
        let tried = Tried.reading(directory.path)
        var here = 0
        for round in 0..<4 {
            for (number, name) in names.enumerated() {
                tried.path = name
                let (end, wasHere) = tried.run(engine)
                #expect(end.stoppedAt == ran && tried.chain.code(1) == 2)
                #expect(tried.bytes(2) == [UInt8(number & 255), UInt8(number >> 8)])
                if wasHere { here += 1 }
            }
            if round < 2 { #expect(here == 0) }
        }
        for name in names[..<100] {
            tried.path = name
            tried.know(engine)
        }
        here = 0
        for name in names[..<100] {
            tried.path = name
            if tried.run(engine).wasHere { here += 1 }
        }
        #expect(here > 80, "\(here)")
    }

    // MARK: What it gives

    @Test(arguments: parents) func filesOfAllSizesAreReadAsEver(_ parent: String) throws {
        let directory = try Directory(in: parent)
        let all = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
        for size in [0, 1, 4095, 4096, 4097, 65536, 131_071, 131_072, 131_073, 200_000] {
            let content = Array(all.prefix(size))
            let path = try directory.write("f", content)
            for count in [0, 1, 4096, 65536, 131_072, 131_073, 300_000] {
                let tried = Tried.reading(path, count)
                let wanted = min(size, count)
                for run in 1...3 {
                    let (end, wasHere) = tried.run(engine)
                    #expect(end == ChainEnd(stoppedAt: ran, returnCode: 0))
                    #expect(tried.chain.code(1) == Int64(wanted))
                    #expect(tried.holds(wanted, of: content))
                    // More than an attempt takes on is a thread's, the rest of the run with it.
                    if run == 3, count > 131_072 { #expect(!wasHere) }
                }
            }
        }
    }

    /// Descriptors look as if a plain open had made them.
    @Test func aDescriptorIsAsAPlainOpenWouldMakeIt() throws {
        let directory = try Directory()
        let path = try directory.write("a", [1])
        for flags in [O_RDONLY, O_RDONLY | O_CLOEXEC, O_RDONLY | O_NONBLOCK] {
            let plain = open(path, flags)
            defer { close(plain) }
            let tried = Tried()
            tried.path = path
            tried.addOpen(flags)
            var here = 0
            for _ in 0..<1000 where here < 2 {
                let wasHere = tried.run(engine).wasHere
                if wasHere { here += 1 }
                let descriptor = Int32(tried.chain.code(0) ?? -1)
                #expect(fcntl(descriptor, F_GETFL) == fcntl(plain, F_GETFL))
                #expect(fcntl(descriptor, F_GETFD) == fcntl(plain, F_GETFD))
                close(descriptor)
            }
            #expect(here == 2)
        }
    }

    /// What ran on the spot is not run again where the rest is a thread's.
    @Test func theRestGoesOnWhereTheAttemptStopped() throws {
        let directory = try Directory()
        let tried = Tried(bytes: 150_000)
        tried.path = try directory.write("a", [UInt8](repeating: 7, count: 150_000))
        let chain = tried.chain
        tried.addOpen()
        // a, b = b, a: twice would be not at all.
        for (to, from) in [(2, 0), (0, 1), (1, 2)] {
            chain.add(ACALL_OP_MOVE, [chain.cell(to), chain.cell(from)], indirect: [1])
            chain.edit(chain.records.count - 1) { $0.completion_pointer = 0 }
        }
        tried.addReadAndClose(150_000)
        for run in 1...5 {
            (chain.cells[0], chain.cells[1]) = (1, 2)
            let (end, wasHere) = tried.run(engine)
            #expect(end == ChainEnd(stoppedAt: ran, returnCode: 0) && !wasHere, "run \(run)")
            #expect(chain.cells[0] == 2 && chain.cells[1] == 1)
            #expect(chain.code(4) == 150_000)
        }
    }

    /// Arithmetic on what was read, or its bounds: it fails now and then.
    private func operation(_ chain: Chain, _ flags: UInt32, _ random: inout Seeded) {
        // Which descriptor it was is chance.
        let last = chain.records.count > 1 ? chain.result(chain.records.count - 1) : chain.cell(5)
        let number = UInt64.random(in: 0...5000, using: &random)
        let cell = chain.cell(.random(in: 0..<4, using: &random))
        switch Int.random(in: 0..<8, using: &random) {
        case 0: chain.add(ACALL_OP_ADD, [cell, last, number], flags: flags, indirect: [1])
        case 1: chain.add(ACALL_OP_DIVIDE, [cell, number, last], flags: flags, indirect: [2])
        case 2:
            let condition = UInt64.random(in: 0...9, using: &random)
            chain.add(
                ACALL_OP_COMPARE, [cell, condition, last, number], flags: flags, indirect: [2])
        case 3:
            chain.add(
                ACALL_OP_SLICE, [chain.cell(4), 1 << 20, number, last, 6000], flags: flags,
                indirect: [3])
        case 4: chain.add(ACALL_OP_FETCH_ADD, [cell, chain.cell(6), number], flags: flags)
        case 5 where Bool.random(using: &random):
            // As an interrupted call's.
            chain.add(ACALL_OP_VALUE, [bits(-4)], flags: flags)
        case 5:
            let stop = [ACALL_SUBMIT_STOP_ZERO, ACALL_SUBMIT_STOP_NONPOSITIVE, 0]
                .randomElement(using: &random)
            chain.add(ACALL_OP_VALUE, [last], flags: stop ?? 0, indirect: [0])
        case 6:
            chain.add(ACALL_OP_COPY, [chain.cell(8), 64, last, 8], flags: flags)
            chain.edit(chain.records.count - 1) { $0.completion_pointer = 0 }
        default:
            chain.add(
                ACALL_OP_BRANCH,
                [
                    .random(in: 0...8, using: &random), last, number,
                    UInt64(chain.records.count + 1),
                ], flags: 0, indirect: [1])
            chain.edit(chain.records.count - 1) { $0.completion_pointer = 0 }
        }
    }

    /// Random chains of such calls, of files of all sorts.
    @Test(arguments: parents) func chanceFindsNoDifference(_ parent: String) throws {
        let seed = seed()
        var random = Seeded(state: seed)
        let directory = try Directory(in: parent)
        let names = try (0..<8).map { index in
            let name = try directory.write(
                "\(index)",
                (0..<index * index * 600).map { _ in .random(in: 0...255, using: &random) }
            )
            // In the future: reads leave its time of access as it is.
            var times = [timespec(tv_sec: time(nil) + 3600, tv_nsec: 0), timespec()]
            times[1].tv_nsec = (1 << 30) - 2  // UTIME_OMIT
            #expect(utimensat(AT_FDCWD, name, times, 0) == 0)
            return name
        }
        var here = 0
        for number in 0..<200 {
            let tried = Tried(bytes: 70_000)
            tried.path =
                number % 9 == 0 ? directory.path : names.randomElement(using: &random) ?? ""
            if number % 31 == 0 { tried.path += "/none" }
            tried.addOpen()
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                let flags = Bool.random(using: &random) ? ACALL_SUBMIT_STOP_ERROR : 0
                let count = UInt64.random(in: 0...40_000, using: &random)
                let offset = Int64.random(in: -10...40_000, using: &random)
                switch Int.random(in: 0..<9, using: &random) {
                case 0: tried.add(Number.fstat, [tried.buffer], flags: flags)
                case 1: tried.add(Number.read, [tried.buffer, count], flags: flags)
                case 2: tried.add(Self.pread, [tried.buffer, count, bits(offset)], flags: flags)
                case 3:
                    tried.add(
                        Self.lseek, [bits(offset), .random(in: 0...5, using: &random)], flags: flags
                    )
                case 4: tried.chain.add(Number.getppid, flags: flags)
                default: operation(tried.chain, flags, &random)
                }
            }
            tried.add(Number.close, flags: ACALL_SUBMIT_CLEANUP)
            func trace(_ isTriedHere: Bool) -> (ChainEnd, [Int64?], [UInt8], [UInt64]) {
                tried.clear()
                tried.chain.cells.update(repeating: 1, count: 16)
                tried.chain.completions.update(repeating: .init(), count: Chain.capacity)
                let (end, wasHere) = tried.run(engine, isTriedHere: isTriedHere)
                if wasHere { here += 1 }
                // Which descriptor it was is chance.
                let codes = tried.chain.records.indices.map { index in
                    tried.chain.code(index).map { index == 0 ? min($0, 0) : $0 }
                }
                return (end, codes, tried.bytes(70_000), (0..<8).map { tried.chain.cells[$0] })
            }
            let expected = trace(false)
            for _ in 0..<3 {
                let found = trace(true)
                let isSame = found == expected
                #expect(isSame, "chain \(number) of seed \(seed)")
            }
        }
        #expect(here > 150, "\(here)")
    }
}
