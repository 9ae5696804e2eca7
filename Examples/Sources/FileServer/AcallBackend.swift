// The file system by way of embedded programs: each request is one program, whatever number of calls it takes.
//
// The programs stand in Programs/, and the plugin makes a type of each: `open-file.acall` is `OpenFile`.

public import Acall
import AcallService
import Glibc
public import NIOCore
public import ServiceLifecycle

public struct AcallBackend: FileBackend {
    private let engine: Engine
    private let root: SharedDescriptor
    /// A body up to here is stored by one program; a longer one goes to its file piece by piece.
    private static let wholeAtMost = 256 << 10

    /// - Throws: `FileError` where there is no such folder.
    public init(root: String, engine: Engine) async throws {
        self.engine = engine
        let opened = try await failing(at: root) { try await engine.run(OpenRoot(folder: root)) }
        self.root = opened.outputs.fd.share()
    }

    public var services: [any Service] { [EngineService(engine)] }

    public func open(_ path: ServedPath, wanted: Int) async throws -> any ServedFile {
        let program = OpenFile(root: root, file: path.description, wanted: Int64(wanted))
        let opened = try await failing(at: "\(path)") { try await engine.run(program) }
        try check(opened.outputs.error, path)
        guard let size = opened.outputs.size, let head = opened.outputs.head else {
            let isFolder = (opened.outputs.mode ?? 0) & Int(S_IFMT) == Int(S_IFDIR)
            throw FileError(errno: isFolder ? EISDIR : EACCES, path: "\(path)")
        }
        var descriptor: SharedDescriptor?
        if let fd = opened.outputs.fd { descriptor = fd.share() }
        return AcallFile(
            engine: engine, descriptor: descriptor, path: path, size: size,
            head: ByteBuffer(bytes: head))
    }

    public func sizes(in folder: ServedPath) async throws -> [String: Int] {
        var sizes: [String: Int] = [:]
        var start: Int? = 0
        // Once, unless it has more files than the program has room for.
        while let next = start {
            let program = Sizes(root: root, folder: folder.description, start: Int64(next))
            let outputs = try await run(program, folder).outputs
            try check(outputs.error, folder)
            (outputs.entries ?? []).withUnsafeBytes { sizes.add(entries: $0) }
            start = outputs.next
        }
        return sizes
    }

    public func store<Content: AsyncSequence & Sendable>(
        _ content: Content, count: Int?, at path: ServedPath
    ) async throws where Content.Element == ByteBuffer {
        guard let name = path.names.last else { throw FileError(errno: EISDIR, path: "\(path)") }
        if let count, count <= Self.wholeAtMost {
            let program = Store(
                root: root, folder: path.folder, name: name, temporary: temporaryName(),
                content: try await content.collect(upTo: count))
            return try check(try await run(program, path).outputs.error, path)
        }
        let begin = BeginUpload(root: root, folder: path.folder)
        let begun = try await failing(at: "\(path)") { try await engine.run(begin) }
        try check(begun.outputs.error, path)
        guard let dir = begun.outputs.dir, let temporary = begun.outputs.file else { return }
        let (folder, file) = (dir.share(), temporary.share())
        // When this throws, both descriptors are closed, and with them the file that has no name is gone.
        for try await piece in content {
            _ = try await run(Append(file: file, piece: piece), path)
        }
        let finish = FinishUpload(dir: folder, file: file, temporary: temporaryName(), name: name)
        _ = try await run(finish, path)
    }

    private func run<Program: EmbeddedProgram>(
        _ program: Program, _ path: ServedPath
    ) async throws -> Finished<Program.Outputs> {
        try await failing(at: "\(path)") { try await engine.run(program) }
    }

    private func check(_ result: Int?, _ path: ServedPath) throws(FileError) {
        if let result, result < 0 { throw FileError(errno: Int32(-result), path: "\(path)") }
    }

    private func temporaryName() -> String {
        ".upload-" + String(UInt64.random(in: .min ... .max), radix: 36)
    }
}

/// Runs a program; what it did not foresee, such as a full disk, is an error of the request's.
private func failing<Result: ~Copyable>(
    at path: String, _ run: () async throws -> Result
) async throws -> Result {
    do {
        return try await run()
    } catch RunError.failed(let report) {
        guard let errno = report.failedStep?.errno else { throw RunError.failed(report) }
        throw FileError(errno: errno, path: path)
    }
}

private struct AcallFile: ServedFile {
    let engine: Engine
    /// None where `head` is all of the file.
    let descriptor: SharedDescriptor?
    let path: ServedPath
    let size: Int
    let head: ByteBuffer

    /// A single call, straight into the memory that goes to the socket.
    func read(from offset: Int, count: Int) async throws -> ByteBuffer {
        guard let descriptor else { return ByteBuffer() }
        var buffer = ByteBufferAllocator().buffer(capacity: count)
        // Nobody else has it yet, so that it may be written through its address.
        let memory = buffer.withVeryUnsafeBytesWithStorageManagement { bytes, owner in
            (owner: owner.retain(), address: CallArgument(bytes.baseAddress))
        }
        defer { memory.owner.release() }
        let result = try await engine.call(
            .pread64, .value(descriptor.rawValue), memory.address, .value(count), .value(offset))
        guard result >= 0 else { throw FileError(errno: Int32(-result), path: "\(path)") }
        buffer.moveWriterIndex(to: result)
        return buffer
    }

    /// Its descriptor has an owner.
    func close() {}
}

extension [String: Int] {
    /// From records as `getdents64` writes them, in which sizes.acall has put the sizes.
    fileprivate mutating func add(entries: UnsafeRawBufferPointer) {
        var place = 0
        while place + 19 < entries.count {
            let length = entries.loadUnaligned(fromByteOffset: place + 16, as: UInt16.self)
            let record = UnsafeRawBufferPointer(rebasing: entries[place..<place + Int(length)])
            place += Int(length)
            guard record[18] == UInt8(DT_REG) else { continue }
            let name = String(decoding: record[19...].prefix { $0 != 0 }, as: UTF8.self)
            self[name] = record.loadUnaligned(as: Int.self)
        }
    }
}

/// A piece of a body is copied once: into the program's memory.
extension ByteBuffer: @retroactive ProgramText {
    public func withProgramText(_ body: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeReadableBytes(body)
    }
}
