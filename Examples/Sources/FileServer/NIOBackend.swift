// The same on NIOFileSystem: each call is a job on NIO's thread pool.
//
// What NIOFileSystem has no call for, renaming a file over another, is done by hand on the same pool. Nor has it
// openat2: the folders on the way are looked at one by one, and who changes one of them just then is not seen.

import Glibc
import Hummingbird
public import NIOCore
public import NIOPosix
public import ServiceLifecycle
import _NIOFileSystem

public struct NIOBackend: FileBackend {
    private let root: FilePath
    private let pool: NIOThreadPool
    private let fileSystem: FileSystem

    public init(root: String, pool: NIOThreadPool = .singleton) async throws {
        self.root = FilePath(root)
        self.pool = pool
        fileSystem = FileSystem(threadPool: pool)
        try await fileSystem.openDirectory(atPath: self.root).close()
    }

    public var services: [any Service] { [] }

    public func open(_ path: ServedPath, wanted: Int) async throws -> any ServedFile {
        try await translating(path) {
            let options = OpenOptions.Read(followSymbolicLinks: false)
            let handle = try await fileSystem.openFile(
                forReadingAt: try await location(path), options: options)
            let file = NIOFile(handle)
            let info = try await handle.info()
            guard info.type == .regular else {
                throw FileError(errno: info.type == .directory ? EISDIR : EACCES, path: "\(path)")
            }
            file.size = Int(info.size)
            let count = min(file.size, wanted)
            if count > 0 { file.head = try await file.read(from: 0, count: count) }
            if file.head.readableBytes == file.size { try await file.close() }
            return file
        }
    }

    public func sizes(in folder: ServedPath) async throws -> [String: Int] {
        try await translating(folder) {
            let place = try await location(folder)
            let options = OpenOptions.Directory(followSymbolicLinks: false)
            let names = try await fileSystem.withDirectoryHandle(
                atPath: place, options: options
            ) { directory in
                var names: [FilePath.Component] = []
                for try await batch in directory.listContents().batched() {
                    names += batch.lazy.filter { $0.type == .regular || $0.type == .unknown }
                        .map(\.name)
                }
                return names
            }
            // As many at a time as the pool has threads: more would only wait there.
            let share = max(1, (names.count + System.coreCount - 1) / System.coreCount)
            return try await withThrowingTaskGroup(of: [(String, Int)].self) { group in
                for start in stride(from: 0, to: names.count, by: share) {
                    let some = names[start..<min(start + share, names.count)]
                    group.addTask { try await sizes(of: some, in: place) }
                }
                return try await group.reduce(into: [:]) { sizes, some in
                    for (name, size) in some { sizes[name] = size }
                }
            }
        }
    }

    private func sizes(
        of names: ArraySlice<FilePath.Component>, in folder: FilePath
    ) async throws -> [(String, Int)] {
        var sizes: [(String, Int)] = []
        sizes.reserveCapacity(names.count)
        for name in names {
            // It may be gone by now.
            let info = try await fileSystem.info(
                forFileAt: folder.appending(name), infoAboutSymbolicLink: true)
            if let info, info.type == .regular { sizes.append((name.string, Int(info.size))) }
        }
        return sizes
    }

    public func store<Content: AsyncSequence & Sendable>(
        _ content: Content, count: Int?, at path: ServedPath
    ) async throws where Content.Element == ByteBuffer {
        guard path.names.last != nil else { throw FileError(errno: EISDIR, path: "\(path)") }
        try await translating(path) {
            let final = try await location(path)
            let name = ".upload-" + String(UInt64.random(in: .min ... .max), radix: 36)
            let temporary = final.removingLastComponent().appending(name)
            // It gets this name when it is closed, and none where this throws.
            try await fileSystem.withFileHandle(
                forWritingAt: temporary, options: .newFile(replaceExisting: false)
            ) { file in
                var offset: Int64 = 0
                for try await piece in content {
                    offset += try await file.write(contentsOf: piece, toAbsoluteOffset: offset)
                }
                try await file.synchronize()
            }
            try await pool.runIfActive { try publish(temporary, as: final, path) }
        }
    }

    /// On a thread of the pool's.
    private func publish(
        _ temporary: FilePath, as final: FilePath, _ path: ServedPath
    ) throws(FileError) {
        guard rename(temporary.string, final.string) == 0 else {
            let error = FileError(errno: errno, path: "\(path)")
            unlink(temporary.string)
            throw error
        }
        let folder = Glibc.open(final.removingLastComponent().string, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { throw FileError(errno: errno, path: "\(path)") }
        defer { Glibc.close(folder) }
        guard fsync(folder) == 0 else { throw FileError(errno: errno, path: "\(path)") }
    }

    /// Where it is. No folder on the way is a link; whether the last name is one is seen when it is opened.
    private func location(_ path: ServedPath) async throws -> FilePath {
        var place = root
        for name in path.names.dropLast() {
            place.append(name)
            let info = try await fileSystem.info(forFileAt: place, infoAboutSymbolicLink: true)
            if info?.type == .symlink { throw FileError(errno: ELOOP, path: "\(path)") }
        }
        if let name = path.names.last { place.append(name) }
        return place
    }

    /// The errno of the call that failed.
    private func translating<Result>(
        _ path: ServedPath, _ body: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await body()
        } catch let error as FileSystemError {
            guard let cause = error.cause as? FileSystemError.SystemCallError else { throw error }
            throw FileError(errno: cause.errno.rawValue, path: "\(path)")
        }
    }
}

/// One request's: the server never reads twice at once.
private final class NIOFile: ServedFile, @unchecked Sendable {
    var size = 0
    var head = ByteBuffer()
    private var handle: ReadFileHandle?

    init(_ handle: ReadFileHandle) { self.handle = handle }

    deinit {
        // A response that nobody waits for any more: there is no way to close it and wait.
        try? handle?.detachUnsafeFileDescriptor().close()
    }

    func read(from offset: Int, count: Int) async throws -> ByteBuffer {
        guard let handle else { return ByteBuffer() }
        return try await handle.readChunk(
            fromAbsoluteOffset: Int64(offset), length: .bytes(Int64(count)))
    }

    func close() async throws {
        try await handle?.close()
        handle = nil
    }
}
