// Load for one server: some connections, each of which sends its next request when it has the last one's answer.
//
// Input: a request for each connection, encoded. Output: when each answer was complete. What a response's body holds is
// not looked at: the tests do that.
// Invariant: an answer with another status than 200 and 204 ends the run with an error.

import NIOCore
import NIOPosix

struct LoadResult: Sendable {
    /// From a request's first byte to its answer's last one, in nanoseconds.
    var latencies: [UInt64]
    var elapsed: UInt64

    var perSecond: Double { Double(latencies.count) * 1e9 / Double(elapsed) }
}

enum LoadGenerator {
    /// One thread, so that a machine with few processors leaves the rest to the server.
    static func run(
        port: Int, requests: [ByteBuffer], for duration: Duration, on loop: any EventLoop
    ) async throws -> LoadResult {
        let begin = NIODeadline.now()
        let end = begin + .nanoseconds(duration.nanoseconds)
        var channels: [EventLoopFuture<[UInt64]>] = []
        for request in requests {
            let result = loop.makePromise(of: [UInt64].self)
            channels.append(result.futureResult)
            let connected = ClientBootstrap(group: loop)
                .channelOption(.socketOption(.tcp_nodelay), value: 1)
                .channelOption(
                    .recvAllocator,
                    value: FixedSizeRecvByteBufferAllocator(capacity: 256 << 10)
                )
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            Requester(request, until: end, result))
                    }
                }.connect(host: "127.0.0.1", port: port)
            connected.whenFailure { result.fail($0) }
        }
        let latencies = try await EventLoopFuture.whenAllSucceed(channels, on: loop).get()
        let elapsed = NIODeadline.now() - begin
        return LoadResult(
            latencies: latencies.flatMap { $0 }, elapsed: UInt64(elapsed.nanoseconds))
    }
}

/// One connection.
private final class Requester: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let request: ByteBuffer
    private let end: NIODeadline
    private let result: EventLoopPromise<[UInt64]>
    private var latencies: [UInt64] = []
    private var begun = NIODeadline.now()
    /// What has come of an answer's head.
    private var head = ByteBuffer()
    /// What is missing of its body; nil while the head is not complete.
    private var missing: Int?

    init(_ request: ByteBuffer, until end: NIODeadline, _ result: EventLoopPromise<[UInt64]>) {
        (self.request, self.end, self.result) = (request, end, result)
        latencies.reserveCapacity(1 << 15)
    }

    func channelActive(context: ChannelHandlerContext) { send(context) }

    func channelInactive(context: ChannelHandlerContext) {
        result.fail(BenchError("the server has closed a connection"))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        result.fail(error)
        context.close(promise: nil)
    }

    private func send(_ context: ChannelHandlerContext) {
        begun = .now()
        context.writeAndFlush(wrapOutboundOut(request), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        if missing == nil {
            head.writeBuffer(&buffer)
            guard let length = headLength() else { return }
            guard let count = bodyLength(head.readString(length: length) ?? "") else {
                result.fail(BenchError("an answer that is none: \(String(buffer: head))"))
                return context.close(promise: nil)
            }
            missing = count - head.readableBytes
            head.clear()
        } else {
            missing? -= buffer.readableBytes
        }
        guard missing == 0 else { return }
        missing = nil
        let now = NIODeadline.now()
        latencies.append(UInt64((now - begun).nanoseconds))
        if now < end { return send(context) }
        result.succeed(latencies)
        context.close(promise: nil)
    }

    private func headLength() -> Int? {
        head.withUnsafeReadableBytes { bytes in
            guard bytes.count >= 4 else { return nil }
            return (0...bytes.count - 4).first {
                bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self) == 0x0a0d_0a0d
            }.map { $0 + 4 }
        }
    }

    /// nil where it is no success.
    private func bodyLength(_ head: String) -> Int? {
        if head.hasPrefix("HTTP/1.1 204") { return 0 }
        guard head.hasPrefix("HTTP/1.1 200"),
            let field = head.lowercased().split(separator: "\r\n").first(where: {
                $0.hasPrefix("content-length:")
            })
        else { return nil }
        return field.split(separator: ":").last.flatMap { Int($0.drop { $0 == " " }) }
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
