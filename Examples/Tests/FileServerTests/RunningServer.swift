// A server of the test's own: its root is a new folder, its port is any that is free.

import Acall
import FileServer
import Glibc
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

enum Kind: String, CaseIterable, Sendable {
    case acall, nio
}

/// Counts what an engine runs.
final class RunCounter: EngineInstrument {
    private let names = Mutex<[String]>([])

    struct Run: RunInstrument {
        func started() {}
        func ended(_ end: RunEnd) {}
    }

    func runRequested(_ request: RunRequest) -> any RunInstrument {
        names.withLock { $0.append(request.name) }
        return Run()
    }

    /// The programs that have run since it was asked last.
    func take() -> [String] {
        names.withLock { names in
            defer { names = [] }
            return names
        }
    }
}

struct RunningServer: Sendable {
    let client: Client
    let root: Folder
    /// Of the engine, where the backend has one.
    let runs: RunCounter

    /// Runs a server and shuts it down gracefully when `body` is done; then the folder is still there for `after`.
    static func with(
        _ kind: Kind, _ body: @escaping @Sendable (RunningServer) async throws -> Void,
        after: (Folder) throws -> Void = { _ in }
    ) async throws {
        let root = try Folder()
        defer { root.remove() }
        switch kind {
        case .acall:
            let engine = try Engine()
            let runs = RunCounter()
            engine.add(runs)
            let backend = try await AcallBackend(root: root.path, engine: engine)
            try await run(backend, root, runs, body)
        case .nio:
            try await run(try await NIOBackend(root: root.path), root, RunCounter(), body)
        }
        try after(root)
    }

    private static func run(
        _ backend: some FileBackend, _ root: Folder, _ runs: RunCounter,
        _ body: @escaping @Sendable (RunningServer) async throws -> Void
    ) async throws {
        var logger = Logger(label: "file-server-tests")
        logger.logLevel = .critical
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let application = FileRoutes(backend).application(port: 0, logger: logger) {
            port.yield($0)
        }
        let group = ServiceGroup(services: [application], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { port.finish() }
                try await group.run()
            }
            tasks.addTask {
                for await port in ports {
                    // Whatever happens, the server is shut down: nobody else would end this group.
                    do {
                        try await body(
                            RunningServer(client: Client(port: port), root: root, runs: runs))
                    } catch {
                        await group.triggerGracefulShutdown()
                        throw error
                    }
                    await group.triggerGracefulShutdown()
                    return
                }
            }
            try await tasks.waitForAll()
        }
    }
}

/// A new folder below the system's temporary folder.
struct Folder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/file-server-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileError(errno: errno, path: "/tmp") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw FileError(errno: errno, path: name) }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(file, $0.baseAddress, $0.count)
            }
            guard count > 0 else { throw FileError(errno: errno, path: name) }
            written += count
        }
    }

    func read(_ name: String) throws -> [UInt8] {
        let file = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError(errno: errno, path: name) }
        defer { close(file) }
        var status = stat()
        fstat(file, &status)
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        guard Glibc.read(file, &bytes, bytes.count) == bytes.count else {
            throw FileError(errno: EIO, path: name)
        }
        return bytes
    }

    func makeFolder(_ name: String) { mkdir("\(path)/\(name)", 0o755) }
    func makeLink(_ name: String, to target: String) { symlink(target, "\(path)/\(name)") }

    /// Without `.` and `..`.
    var names: Set<String> {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: Set<String> = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.insert(name) }
        }
        return names
    }

    func remove() { Self.remove(path) }

    private static func remove(_ path: String) {
        for name in Folder(existing: path).names {
            let item = "\(path)/\(name)"
            if unlink(item) != 0 { remove(item) }
        }
        rmdir(path)
    }

    private init(existing path: String) { self.path = path }
}
