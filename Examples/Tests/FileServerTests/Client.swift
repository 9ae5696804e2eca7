// A client that sends what it is told to, byte by byte: no library makes the request's path harmless before.

import NIOCore
import NIOPosix

struct Answer: Sendable {
    var status = 0
    /// By their names in lower case.
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    var text: String { String(decoding: body, as: UTF8.self) }
}

struct ClientError: Error {
    var answer: String
}

struct Client: Sendable {
    let port: Int
    typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    func connect() async throws -> Connection {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try Connection(wrappingChannelSynchronously: channel)
                }
            }
    }

    func get(_ path: String, headers: [String] = []) async throws -> Answer {
        try await send("GET", path, headers: headers)
    }

    func put(_ path: String, _ body: [UInt8]) async throws -> Answer {
        try await send("PUT", path, headers: ["Content-Length: \(body.count)"], body: body)
    }

    /// One request on a connection of its own, which the server closes.
    func send(
        _ method: String, _ path: String, headers: [String] = [], body: [UInt8] = []
    ) async throws -> Answer {
        try await connect().executeThenClose { inbound, outbound in
            var request = Self.head(method, path, headers + ["Connection: close"])
            request.writeBytes(body)
            // The answer may come before all of the body was taken: both at the same time.
            async let sent: Void = outbound.write(request)
            var received: [UInt8] = []
            for try await buffer in inbound { received += buffer.readableBytesView }
            try? await sent
            return try Self.parse(received, hasBody: method != "HEAD")
        }
    }

    static func head(_ method: String, _ path: String, _ headers: [String]) -> ByteBuffer {
        let lines = ["\(method) \(path) HTTP/1.1", "Host: localhost"] + headers
        return ByteBuffer(string: lines.joined(separator: "\r\n") + "\r\n\r\n")
    }

    private static func parse(_ bytes: [UInt8], hasBody: Bool) throws -> Answer {
        let end = Array("\r\n\r\n".utf8)
        let headEnd = bytes.indices.dropLast(3).first { bytes[$0..<$0 + 4].elementsEqual(end) }
        guard let headEnd else { throw ClientError(answer: String(decoding: bytes, as: UTF8.self)) }
        let head = String(decoding: bytes[..<headEnd], as: UTF8.self)
        let lines = head.split(separator: "\r\n")
        var answer = Answer()
        answer.status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            answer.headers[line[..<colon].lowercased()] =
                String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        answer.body = Array(bytes[(headEnd + 4)...])
        // No answer is taken for whole that says it is longer.
        if hasBody, let said = answer.headers["content-length"], Int(said) != answer.body.count {
            throw ClientError(answer: head)
        }
        return answer
    }
}
