// Single calls on an engine.

import AcallCatalog
import Foundation
import Testing

@testable import Acall

@Suite struct CallTests {
    @Test func aCallReturnsWhatTheKernelDoes() async throws {
        let engine = try Engine()
        #expect(try await engine.call(.getpid) == Int(getpid()))
        #expect(try await engine.call(.close, -1) == -Int(EBADF))
        let path = strdup("/etc/passwd")
        defer { free(path) }
        let opened = try await engine.call(
            .openat, .value(AT_FDCWD), .address(path), .value(O_RDONLY))
        #expect(opened >= 0)
        let block = UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 16)
        defer { block.deallocate() }
        #expect(try await engine.call(.pread64, .value(opened), .address(block), 5, 0) == 5)
        #expect(block.load(as: UInt8.self) == UInt8(ascii: "r"))
        #expect(try await engine.call(.close, .value(opened)) == 0)
    }

    @Test func aCallThatWaitsIsInterrupted() async throws {
        let engine = try Engine()
        var fds: [Int32] = [0, 0]
        #expect(pipe(&fds) == 0)
        let reader = fds[0]
        let task = Task {
            let block = UnsafeMutableRawPointer.allocate(byteCount: 8, alignment: 8)
            defer { block.deallocate() }
            return try await engine.call(.read, .value(reader), .address(block), 8)
        }
        try await Task.sleep(for: .milliseconds(10))
        task.cancel()
        let code = try? await task.value
        #expect(code == nil || [-4, -125].contains(code))
        for descriptor in fds { close(descriptor) }
    }

    @Test func everyCallOfTheCatalogHasAName() throws {
        let catalog = Catalog()
        let wanted = catalog.syscallNames.filter {
            guard let call = catalog.syscall(named: $0) else { return false }
            return call.name == $0 && call.policy != .reject
        }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appendingPathComponent("Sources/Acall/SystemCall+Names.swift"),
            encoding: .utf8)
        let named = Set(
            text.matches(of: /static let (\w+) = SystemCall\("(\w+)"\)/).map { String($0.2) })
        #expect(Set(wanted).subtracting(named).sorted() == [])
        #expect(SystemCall.pread64.number == catalog.syscall(named: "pread64")?.number)
    }
}
