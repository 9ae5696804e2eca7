// What the server asks of a file system. Two answer: `AcallBackend` and `NIOBackend`.

import Glibc
import Hummingbird
public import NIOCore
public import ServiceLifecycle

/// Files below one root. Symbolic links are not followed: they are refused with ELOOP.
public protocol FileBackend: Sendable {
    /// What must run for as long as the server does.
    var services: [any Service] { get }

    /// Opens a regular file and reads its first bytes.
    /// - Parameter wanted: how many at most; a backend may read less.
    func open(_ path: ServedPath, wanted: Int) async throws -> any ServedFile

    /// The size of each regular file in a folder, by name.
    func sizes(in folder: ServedPath) async throws -> [String: Int]

    /// Gives a file new content, or makes it. Who reads it gets all of the old or all of the new; when this throws,
    /// it is the old, and nothing else is left behind. When it returns, the new content survives a crash.
    /// - Parameter count: how long the content is, where the client said so.
    func store<Content: AsyncSequence & Sendable>(
        _ content: Content, count: Int?, at path: ServedPath
    ) async throws where Content.Element == ByteBuffer
}

/// An open file. One that nobody closed is closed when it is let go of.
public protocol ServedFile: Sendable {
    /// When it was opened.
    var size: Int { get }
    /// The first bytes.
    var head: ByteBuffer { get }
    /// At least one byte, unless the file has become shorter.
    func read(from offset: Int, count: Int) async throws -> ByteBuffer
    func close() async throws
}

/// A call on a file that failed.
public struct FileError: Error, Equatable, CustomStringConvertible {
    public let errno: Int32
    public let path: String

    public init(errno: Int32, path: String) { (self.errno, self.path) = (errno, path) }

    public var description: String { "\(path): \(String(cString: strerror(errno)))" }
}

extension FileError: HTTPResponseError {
    public var status: HTTPResponse.Status {
        switch errno {
        case ENOENT, ENOTDIR: .notFound
        case EACCES, EPERM, ELOOP, EXDEV, EISDIR, EROFS: .forbidden
        case ENAMETOOLONG: .uriTooLong
        case ENOSPC, EDQUOT, EFBIG: .init(code: 507, reasonPhrase: "Insufficient Storage")
        default: .internalServerError
        }
    }

    public func response(from request: Request, context: some RequestContext) -> Response {
        if status == .internalServerError { context.logger.error("\(self)") }
        return Response(status: status)
    }
}
