// Reading programs and lists, and writing: limits, errors, odd descriptors.

import Foundation
import Glibc
import Testing

@testable import AcallCommand

@Suite struct FileTests {
    private func temporary(_ content: [UInt8]) throws -> String {
        let path = NSTemporaryDirectory() + "acall-run-test-\(UUID().uuidString)"
        try Data(content).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func aProgramIsReadWhole() throws {
        for size in [0, 1, 4095, 65536, 200_000, ProgramFile.sizeLimit] {
            let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let path = try temporary(content)
            defer { try? FileManager.default.removeItem(atPath: path) }
            #expect(try ProgramFile(path: bytes(path)).read() == content)
        }
    }

    @Test func aFileWithoutASizeIsReadWhole() throws {
        let content = try ProgramFile(path: bytes("/proc/self/status")).read()
        #expect(String(decoding: content, as: UTF8.self).contains("VmPeak"))
    }

    @Test func aProgramOverTheLimitIsRefused() throws {
        let path = try temporary([UInt8](repeating: 10, count: ProgramFile.sizeLimit + 1))
        defer { try? FileManager.default.removeItem(atPath: path) }
        for name in [path, "/dev/zero"] {
            let file = ProgramFile(path: bytes(name))
            let failure = #expect(throws: CommandFailure.self) { try file.read() }
            #expect(failure?.message == "'\(name)' is larger than a program may be, 4 MiB")
            #expect(failure?.status == .wrong)
        }
    }

    @Test(arguments: [
        ("/nowhere/x.acall", "'/nowhere/x.acall': no such file"), ("/etc", "'/etc' is a directory"),
        ("", "the program's file name is empty"),
        ("/etc/passwd/x", "'/etc/passwd/x' can't be read: openat: Not a directory"),
    ])
    func whatCannotBeReadSaysWhy(_ path: String, _ message: String) {
        let file = ProgramFile(path: bytes(path))
        let failure = #expect(throws: CommandFailure.self) { try file.read() }
        #expect(failure?.message == message)
        #expect(failure?.status == .wrong)
    }

    /// By number, because root may read everything.
    @Test func aFileWithoutPermissionSaysSo() {
        let failure = unreadable("'f'", EACCES, what: "program", call: "openat")
        #expect(failure.message == "'f': no permission to read it")
        #expect(failure.status == .wrong)
    }

    @Test(arguments: [
        ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nbc\n", ["a", "bc"]), ("a\nbc", ["a", "bc"]),
        ("\n", [""]), ("a\n\nb\n", ["a", "", "b"]), ("a b\r\n", ["a b\r"]),
    ])
    func aListHasAnItemALine(_ content: String, _ items: [String]) throws {
        let list = try ItemList(content: bytes(content), isNulSeparated: false)
        #expect(texts(list) == items)
        let nul = bytes(content).map { $0 == 10 ? 0 : $0 }
        #expect(texts(try ItemList(content: nul, isNulSeparated: true)) == items)
    }

    private func texts(_ list: ItemList) -> [String] {
        (0..<list.count).map { index in
            let range = list.range(index)
            #expect(list.bytes[range.upperBound] == 0)
            return String(decoding: list.bytes[range], as: UTF8.self)
        }
    }

    @Test func aNewlineIsPartOfANulSeparatedItem() throws {
        let list = try ItemList(content: [97, 10, 98, 0, 99], isNulSeparated: true)
        #expect(texts(list) == ["a\nb", "c"])
    }

    @Test func aNulInALineIsAnErrorThatNamesTheOption() throws {
        let path = try temporary([97, 10, 98, 0, 99, 0])
        defer { try? FileManager.default.removeItem(atPath: path) }
        var request = RunRequest(program: ProgramFile(path: []))
        let failure = #expect(throws: CommandFailure.self) {
            try request.readList(bytes(path), of: "files")
        }
        #expect(failure?.message == "'\(path)': line 2 of the list holds a NUL byte")
        #expect(failure?.help?.contains("-0") == true)
        request.isNulSeparated = true
        #expect(texts(try request.readList(bytes(path), of: "files")) == ["a\nb", "c"])
    }

    @Test func aListThatNeverEndsIsRefused() {
        let request = RunRequest(program: ProgramFile(path: []))
        let failure = #expect(throws: CommandFailure.self) {
            try request.readList(bytes("/dev/zero"), of: "files")
        }
        #expect(failure?.message == "'/dev/zero' is larger than a list 'files' may be, 256 MiB")
    }

    @Test func aListHasAtMostSoManyItems() {
        let content = [UInt8](repeating: 0, count: ItemList.countLimit + 1)
        let failure = #expect(throws: CommandFailure.self) {
            try ItemList(content: content, isNulSeparated: true)
        }
        #expect(failure?.message == "the list has more than 4,000,000 items")
    }

    @Test func aMissingListNamesItsInput() {
        let request = RunRequest(program: ProgramFile(path: []))
        let failure = #expect(throws: CommandFailure.self) {
            try request.readList(bytes("/etc"), of: "files")
        }
        #expect(failure?.message == "'/etc' is a directory")
        #expect(failure?.help == "name a file as the list 'files'")
    }
}

@Suite struct OutputTests {
    @Test func aPipeThatIsFullIsWaitedFor() async throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let (reader, writer) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        let content = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let task = Thread {
            try? Output(descriptor: writer).write(content)
            close(writer)
        }
        task.start()
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 30_000)
        while true {
            let count = read(reader, &buffer, buffer.count)
            if count > 0 {
                received += buffer[..<count]
            } else if count == 0 {
                break
            } else {
                var entry = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
                _ = poll(&entry, 1, -1)
            }
        }
        close(reader)
        #expect(received == content)
    }

    @Test func aReaderWhoHasGoneIsAnErrorNotASignal() throws {
        Output.ignoreRaisedSignals()
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        let output = Output(descriptor: ends[1])
        let failure = #expect(throws: OutputFailure.self) { try output.write("x") }
        #expect(failure?.isBrokenPipe == true)
        #expect(throws: Never.self) { try output.print("x") }
    }

    @Test func aFullDiskIsTheMachinesFailure() throws {
        let output = try Output(creating: bytes("/dev/full"))
        defer { output.close() }
        let failure = #expect(throws: CommandFailure.self) { try output.print("x") }
        #expect(failure?.status == .unable)
    }

    @Test func aReportFileIsMadeOrEmptied() throws {
        let path = NSTemporaryDirectory() + "acall-run-test-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        for text in ["a longer first text", "second"] {
            let output = try Output(creating: bytes(path))
            try output.write(text)
            output.close()
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
        #expect(throws: CommandFailure.self) { try Output(creating: bytes("/nowhere/r")) }
    }

    @Test func whatIsNoTerminalIsNotColoured() throws {
        let output = try Output(creating: bytes("/dev/null"))
        defer { output.close() }
        #expect(!output.isColoured(allowed: true))
    }

    @Test(
        arguments: [
            (true, true, nil, "xterm", true), (true, true, nil, nil, true),
            (true, true, "", "xterm", true), (true, true, "1", "xterm", false),
            (true, true, nil, "dumb", false), (true, false, nil, "xterm", false),
            (false, true, nil, "xterm", false),
        ] as [(Bool, Bool, String?, String?, Bool)])
    func aTerminalIsColouredUnlessTheUserSaysNo(
        _ isTerminal: Bool, _ isAllowed: Bool, _ noColor: String?, _ terminal: String?,
        _ isColoured: Bool
    ) {
        #expect(
            Output.isColoured(
                isTerminal: isTerminal, isAllowed: isAllowed, noColor: noColor, terminal: terminal)
                == isColoured)
    }
}
