// The server: what is done for each request, whichever backend does it.

public import Hummingbird
public import Logging
public import NIOCore
public import NIOPosix

/// `GET`, `HEAD` and `PUT /files/...`: a file. `GET /sizes/...`: the sizes of a folder's files, as JSON.
public struct FileRoutes<Backend: FileBackend>: Sendable {
    private let backend: Backend
    /// How many bytes come with a file when it is opened: many files have no more.
    private static var wantedAtOnce: Int { 64 << 10 }
    /// How many are read at a time of a larger one.
    private static var chunk: Int { 256 << 10 }

    public init(_ backend: Backend) { self.backend = backend }

    /// The app with everything that must run beside it. It ends, after the requests it has begun, when it is asked to
    /// shut down.
    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - eventLoopGroup: whose threads read requests and write responses.
    ///   - onServerRunning: is told the port.
    public func application(
        host: String = "127.0.0.1", port: Int = 8080,
        eventLoopGroup: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        logger: Logger, onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router(),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            services: backend.services,
            onServerRunning: { await onServerRunning($0.localAddress?.port ?? 0) },
            eventLoopGroupProvider: .shared(eventLoopGroup), logger: logger)
    }

    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("files/**") { request, _ in try await file(request, withContent: true) }
        router.head("files/**") { request, _ in try await file(request, withContent: false) }
        router.put("files/**") { request, _ in try await upload(request) }
        router.get("sizes") { request, _ in try await sizes(request) }
        router.get("sizes/**") { request, _ in try await sizes(request) }
        return router
    }

    private func path(_ request: Request) throws(HTTPError) -> ServedPath {
        let text = request.uri.path.drop { $0 == "/" }.drop { $0 != "/" }
        guard let path = ServedPath(percentEncoded: text) else { throw HTTPError(.badRequest) }
        return path
    }

    private func file(_ request: Request, withContent: Bool) async throws -> Response {
        let path = try path(request)
        let asked = withContent ? request.headers[.range].flatMap(ByteRange.init) : nil
        let isWhole = withContent && asked == nil
        let file = try await backend.open(path, wanted: isWhole ? Self.wantedAtOnce : 0)
        var headers: HTTPFields = [.acceptRanges: "bytes"]
        let type = path.fileExtension.flatMap { MediaType.getMediaType(forExtension: $0) }
        headers[.contentType] = type?.description ?? "application/octet-stream"
        guard withContent else {
            try await file.close()
            headers[.contentLength] = String(file.size)
            return Response(status: .ok, headers: headers)
        }
        guard let asked else {
            return Response(status: .ok, headers: headers, body: body(of: file, 0..<file.size))
        }
        guard let range = asked.resolved(in: file.size) else {
            try await file.close()
            return Response(
                status: .rangeNotSatisfiable, headers: [.contentRange: "bytes */\(file.size)"])
        }
        headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.size)"
        return Response(status: .partialContent, headers: headers, body: body(of: file, range))
    }

    private func body(of file: any ServedFile, _ range: Range<Int>) -> ResponseBody {
        if file.head.readableBytes == file.size { return ResponseBody(byteBuffer: file.head) }
        return ResponseBody(contentLength: range.count) { writer in
            var next = range.lowerBound
            if next == 0, file.head.readableBytes > 0 {
                try await writer.write(file.head)
                next = file.head.readableBytes
            }
            while next < range.upperBound {
                let chunk = try await file.read(
                    from: next, count: min(Self.chunk, range.upperBound - next))
                // It has become shorter: the client sees that the rest is missing.
                guard chunk.readableBytes > 0 else { throw HTTPError(.internalServerError) }
                next += chunk.readableBytes
                try await writer.write(chunk)
            }
            try await file.close()
            try await writer.finish(nil)
        }
    }

    private func upload(_ request: Request) async throws -> Response {
        let path = try path(request)
        let count = request.headers[.contentLength].flatMap { Int($0) }
        try await backend.store(request.body, count: count, at: path)
        return Response(status: .noContent)
    }

    private func sizes(_ request: Request) async throws -> Response {
        let sizes = try await backend.sizes(in: try path(request))
        var buffer = ByteBuffer()
        buffer.writeJSON(sizes)
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: buffer))
    }
}
