// Reports of whole runs, made by hand, in every style.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall
import AcallText
import Testing

@testable import AcallExecutor

@Suite struct ReportTests {
    private static let cloexec: UInt64 = 0o2_000_000

    /// head.acall: opens, reads, writes; the descriptor is closed by itself.
    static func head() -> Fixture {
        let source = """
            # Shows the start of a file.
            var block: bytes[512]

            from = openat(AT_FDCWD, "/etc/passwd", O_RDONLY | O_CLOEXEC)
            n    = read(from, block)
            write(1, block[..<n])
            output size = n
            output text = block[..<n] as text

            """
        let fixture = Fixture("head.acall", source: source)
        let path = fixture.text("/etc/passwd")
        let block = fixture.storage("block", size: 512)
        let text = "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1\n"
        let fill = fixture.memory + Int(fixture.offset(block))
        fill.copyMemory(from: Array(text.utf8), byteCount: text.utf8.count)
        let opener = #"openat(AT_FDCWD, "/etc/passwd", O_RDONLY | O_CLOEXEC)"#
        let open = fixture.step("from", "openat", at: opener)
        let read = fixture.step("n", "read", at: "read(from, block)")
        let write = fixture.step("", "write", at: "write(1, block[..<n])")
        let close = fixture.step(
            "", "close", at: opener, origin: .automaticClose, flags: ACALL_SUBMIT_OBSERVED)
        let count = UInt64(text.utf8.count)
        fixture.call(open.record, [signed(-100), path, cloexec], 3, took: 12_345)
        fixture.call(read.record, [3, block, 512], Int64(count), took: 2100)
        fixture.call(write.record, [1, block, count], Int64(count), took: 8000)
        fixture.call(close.record, [3], 0, took: 600)
        fixture.output("size", .integer, [count])
        fixture.output("text", .text, [block, count])
        return fixture
    }

    /// giveup.acall: the second step fails, the third is never made.
    static func giveUp() -> Fixture {
        let source = """
            var block: bytes[512]
            one = openat(AT_FDCWD, "/etc/passwd", O_RDONLY | O_CLOEXEC)
            two = openat(AT_FDCWD, "/no/such/file", O_RDONLY)
            read(two,
                 block)
            output size = 1

            """
        let fixture = Fixture("giveup.acall", source: source)
        let block = fixture.storage("block", size: 512)
        let first = #"openat(AT_FDCWD, "/etc/passwd", O_RDONLY | O_CLOEXEC)"#
        let second = #"openat(AT_FDCWD, "/no/such/file", O_RDONLY)"#
        let one = fixture.step("one", "openat", at: first)
        let two = fixture.step("two", "openat", at: second)
        fixture.step("", "read", at: "read(two,\n     block)")
        let close = fixture.step(
            "", "close", at: first, origin: .automaticClose, flags: ACALL_SUBMIT_OBSERVED)
        fixture.step("", "close", at: second, origin: .automaticClose)
        fixture.stop(one.record, .callFailed, step: one.step, at: first)
        fixture.stop(two.record, .callFailed, step: two.step, at: second)
        let paths = [fixture.text("/etc/passwd"), fixture.text("/no/such/file")]
        fixture.call(one.record, [signed(-100), paths[0], cloexec], 3)
        fixture.call(two.record, [signed(-100), paths[1], 0], -2)
        fixture.call(close.record, [3], 0)
        fixture.output("size", .integer, [0], isSet: false)
        fixture.end = ChainEnd(stoppedAt: two.record, returnCode: -2)
        fixture.status = 1
        _ = block
        return fixture
    }

    @Test func linesOfARunThatWorked() {
        let expected = #"""
            from  openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3 <12.3us>
            n     read(3, "root:x:0:0:root:/root:/bin/bash\n"..., 512) = 45 <2.1us>
                  write(1, "root:x:0:0:root:/root:/bin/bash\n"..., 45) = 45 <8.0us>
                  close(3) = 0 <600ns>  # closes from
            size = 45
            text = "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1\n"
            head.acall: 4 steps, 4 calls, all returned, 31.0 us

            """#
        #expect(Self.head().rendered(.lines) == expected)
    }

    @Test func linesOfARunThatFailed() {
        let expected = #"""
            one  openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3 <1.5us>
            two  openat(AT_FDCWD, "/no/such/file", O_RDONLY) = -1 ENOENT (No such file or directory) <1.5us>
                 close(3) = 0 <1.5us>  # closes one
                 - read(two, block) skipped
            giveup.acall:3:7: error: openat: ENOENT: No such file or directory
              3 | two = openat(AT_FDCWD, "/no/such/file", O_RDONLY)
                |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            size was not set
            giveup.acall: 4 steps, 3 calls, 1 failed, 1 skipped, exit status 1, 31.0 us

            """#
        #expect(Self.giveUp().rendered(.lines) == expected)
    }

    @Test func table() {
        let expected = #"""
            #  step  call                                                      result        time  line
            1  one   openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC)       3            1.5us     2
            2  two   openat(AT_FDCWD, "/no/such/file", O_RDONLY)               -1 ENOENT    1.5us     3
            3        close(3)                                                  0            1.5us     2
            4        read(two, block)                                          skipped                4
            """#
        let rows = Self.giveUp().rendered(.table).split(separator: "\n").prefix(5)
        for (row, wanted) in zip(rows, expected.split(separator: "\n")) {
            // The widths of the columns are those of what stands in them.
            #expect(row.split(separator: " ") == wanted.split(separator: " "))
        }
        let columns = Set(rows.map { $0.count })
        #expect(columns.count == 1, "rows of one width")
    }

    @Test func coloursAreOnlyAddedNeverChangeTheText() {
        for style in [ReportStyle.lines, .table] {
            for fixture in [Self.head(), Self.giveUp()] {
                let coloured = fixture.rendered(style, colour: true)
                #expect(coloured.contains("\u{1b}["))
                var plain = ""
                var isEscape = false
                for scalar in coloured.unicodeScalars {
                    if scalar == "\u{1b}" { isEscape = true }
                    if !isEscape { plain.unicodeScalars.append(scalar) }
                    if isEscape && scalar == "m" { isEscape = false }
                }
                #expect(plain == fixture.rendered(style))
            }
        }
        #expect(Self.head().rendered(.json, colour: true) == Self.head().rendered(.json))
        #expect(Self.head().rendered(.none) == "")
    }

    @Test func repeatedStepShowsItsCallsAndTheirSum() {
        let fixture = Fixture(source: "n = read(0, block) fully\n")
        let block = fixture.storage("block", size: 512)
        let read = fixture.step("n", "read", at: "read(0, block)", isFully: true)
        fixture.call(read.record, [0, block, 512], 500)
        fixture.call(read.record, [0, block + 500, 12], 10)
        fixture.call(read.record, [0, block + 510, 2], 0)
        let expected = #"""
            n  read(...) = 510 (3 calls) <4.5us>
                 read(0, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"..., 512) = 500 <1.5us>
                 read(0, "\0\0\0\0\0\0\0\0\0\0", 12) = 10 <1.5us>
                 read(0, "", 2) = 0 <1.5us>
            test.acall: 1 step, 3 calls, all returned, 31.0 us

            """#
        #expect(fixture.rendered(.lines) == expected)
    }

    @Test(arguments: [2, 9, 10, 11, 12, 40, 999, 1000, 1001, 1002, 5000])
    func manyCallsAreShownInShort(count: Int) {
        let fixture = Fixture(source: "close(7)\n")
        let close = fixture.step("", "close", at: "close(7)")
        for index in 0..<count { fixture.call(close.record, [UInt64(index)], 0, took: 10) }
        let lines = fixture.rendered(.lines).split(separator: "\n").map(String.init)
        #expect(
            lines[0] == "close(...) = 0 (\(count) calls) <\(Terminal.time(UInt64(count * 10)))>")
        #expect(lines[lines.count - 2] == "  close(\(count - 1)) = 0 <10ns>")
        if count <= 10 {
            #expect(lines.count == count + 2)
        } else {
            #expect(lines.count == 12)
            #expect(lines[9] == "  ... \(count - 9) more call\(count == 10 ? "" : "s")")
        }
        let step = fixture.report().steps[0]
        #expect(step.calls.count == min(count, 1001))
        #expect(step.callCount == UInt64(count))
    }

    @Test func totalsThatOverflowStop() {
        let fixture = Fixture(source: "close(7)\n")
        let close = fixture.step("", "close", at: "close(7)", isFully: true)
        for _ in 0..<3 { fixture.call(close.record, [1], .max) }
        #expect(fixture.report().steps[0].result?.value == .max)
    }

    @Test func errnoThatTheProgramAcceptsIsAResult() {
        let fixture = Fixture(source: "close(7) allow EBADF\n")
        let close = fixture.step("", "close", at: "close(7)", flags: ACALL_SUBMIT_OBSERVED)
        fixture.call(close.record, [7], -9)
        let step = fixture.report().steps[0]
        #expect(step.outcome == .returned)
        #expect(step.result?.shown == "-1 EBADF (Bad file descriptor)")
    }

    @Test func cancelledCallIsNeitherReturnedNorFailed() {
        let fixture = Fixture(source: "close(7)\n")
        let close = fixture.step("", "close", at: "close(7)")
        fixture.call(close.record, [7], -125)
        #expect(fixture.report().steps[0].outcome == .cancelled)
    }

    @Test func mappingGoesByItsName() {
        let fixture = Fixture(source: "page = mmap(null, 4096)\nmunmap(page, 4096)\n")
        let map = fixture.step("page", "mmap", at: "mmap(null, 4096)")
        let unmap = fixture.step("", "munmap", at: "munmap(page, 4096)")
        fixture.call(map.record, [0, 4096], 0x7f12_3456_7000)
        fixture.call(unmap.record, [0x7f12_3456_7000 + 64, 4096], 0)
        let steps = fixture.report().steps
        #expect(steps[0].result?.shown == "&page")
        #expect(steps[1].calls[0].shown(name: "munmap") == "munmap(&page+64, 4096)")
    }

    @Test func callTheRunnerMakesGoesByItsName() {
        let fixture = Fixture(source: "close(7)\nexit_group(3)\n")
        let close = fixture.step("", "close", at: "close(7)")
        let exit = fixture.step(
            "", "exit_group", at: "exit_group(3)", flags: ACALL_SUBMIT_STOP_ALWAYS,
            number: 0xac00_0000)
        fixture.stop(exit.record, .exit, step: exit.step, at: "exit_group(3)")
        fixture.call(close.record, [7], 0)
        fixture.call(exit.record, [3], 3)
        fixture.end = ChainEnd(stoppedAt: exit.record, returnCode: 3)
        fixture.status = 3
        let expected = """
            close(7) = 0 <1.5us>
            exit_group(3) = ? <0ns>
            test.acall: 2 steps, 2 calls, all returned, exit status 3, 31.0 us

            """
        #expect(fixture.rendered(.lines) == expected)
    }

    @Test func closeOfWhatHasNoNameSaysWhichCallOpenedIt() {
        let fixture = Fixture(source: "pipe2(ends)\n")
        let ends = fixture.integers([Int32(3), 4])
        let pipe = fixture.step("", "pipe2", at: "pipe2(ends)")
        let close = fixture.step("", "close", at: "pipe2(ends)", origin: .automaticClose)
        fixture.call(pipe.record, [ends, 0], 0)
        fixture.call(close.record, [3], 0)
        let expected = """
            pipe2([3, 4], 0) = 0 <1.5us>
            close(3) = 0 <1.5us>  # closes what pipe2 opened
            test.acall: 2 steps, 2 calls, all returned, 31.0 us

            """
        #expect(fixture.rendered(.lines) == expected)
    }

    @Test func unknownCallShowsNumbers() {
        let fixture = Fixture(source: "syscall(9999, 1)\n")
        let block = fixture.storage("block", size: 16)
        let call = fixture.step("", "syscall", at: "syscall(9999, 1)", number: 9999)
        fixture.call(call.record, [1, block, block + 16, 0, 0, 0xff], -9)
        let expected = "syscall(9999, 0x1, &block, &block+16, 0, 0, 0xff)"
        let step = fixture.report().steps[0]
        #expect(step.calls[0].shown(name: step.call) == expected)
    }
}
