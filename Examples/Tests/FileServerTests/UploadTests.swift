// Uploads: all of the new content, or all of the old and nothing beside it.

import NIOCore
import Synchronization
import Testing

@testable import FileServer

/// A body that comes in these pieces.
struct Pieces: AsyncSequence, Sendable {
    let pieces: [ByteBuffer]

    init(_ pieces: [ByteBuffer]) { self.pieces = pieces }

    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<ByteBuffer>
        mutating func next() async throws -> ByteBuffer? { rest.popFirst() }
    }

    func makeAsyncIterator() -> Iterator { Iterator(rest: pieces[...]) }
}

final class Flag: Sendable {
    private let state = Atomic(false)
    var isSet: Bool { state.load(ordering: .acquiring) }
    func set() { state.store(true, ordering: .releasing) }
}

@Suite struct UploadTests {
    @Test(arguments: Kind.allCases) func aFileIsMadeAndReplaced(_ kind: Kind) async throws {
        try await RunningServer.with(kind) { server in
            server.root.makeFolder("folder")
            for count in [0, 5, 70_000, 256 << 10, 256 << 10 | 1, 3 << 20] {
                let bytes = someBytes(count)
                for path in ["file", "folder/file"] {
                    #expect(try await server.client.put("/files/" + path, bytes).status == 204)
                    let (stored, served) = (
                        try server.root.read(path),
                        try await server.client.get("/files/" + path).body
                    )
                    #expect(stored == bytes && served == bytes, "\(count) bytes")
                }
            }
            #expect(server.root.names == ["file", "folder"])
        }
    }

    @Test(arguments: Kind.allCases) func aBodyOfUnknownLength(_ kind: Kind) async throws {
        try await RunningServer.with(kind) { server in
            let chunked = "5\r\nhello\r\n7\r\n, world\r\n0\r\n\r\n"
            let answer = try await server.client.send(
                "PUT", "/files/greeting", headers: ["Transfer-Encoding: chunked"],
                body: Array(chunked.utf8))
            #expect(answer.status == 204)
            #expect(try server.root.read("greeting") == Array("hello, world".utf8))
        }
    }

    @Test(arguments: Kind.allCases) func aFailureLeavesNothingBehind(_ kind: Kind) async throws {
        try await RunningServer.with(kind) { server in
            server.root.makeFolder("folder")
            try server.root.write([7], to: "file")
            for count in [10, 1 << 20] {
                let bytes = someBytes(count)
                #expect(try await server.client.put("/files/none/file", bytes).status == 404)
                #expect(try await server.client.put("/files/file/file", bytes).status == 404)
                #expect(try await server.client.put("/files/folder", bytes).status == 403)
                #expect(try await server.client.put("/files/", bytes).status >= 400)
            }
            #expect(server.root.names == ["file", "folder"])
            #expect(try server.root.read("file") == [7])
        }
    }

    @Test(arguments: Kind.allCases, [100_000, 400_000])
    func aReaderSeesTheOldOrTheNew(_ kind: Kind, _ count: Int) async throws {
        try await RunningServer.with(kind) { server in
            let contents = [
                [UInt8](repeating: 1, count: count), [UInt8](repeating: 2, count: count + 1000),
            ]
            #expect(try await server.client.put("/files/file", contents[0]).status == 204)
            let isDone = Flag()
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for _ in 0..<3 {
                    tasks.addTask {
                        while !isDone.isSet {
                            let answer = try await server.client.get("/files/file")
                            #expect(answer.status == 200)
                            #expect(answer.body == contents[0] || answer.body == contents[1])
                        }
                    }
                }
                tasks.addTask {
                    defer { isDone.set() }
                    for turn in 1...20 {
                        let answer = try await server.client.put("/files/file", contents[turn % 2])
                        #expect(answer.status == 204)
                    }
                }
                try await tasks.waitForAll()
            }
            #expect(server.root.names == ["file"])
        }
    }

    @Test(arguments: Kind.allCases) func aClientThatGoesAwayChangesNothing(_ kind: Kind)
        async throws
    {
        // All requests have ended when the server has: only then the folder is looked at.
        try await RunningServer.with(kind) { server in
            try server.root.write([7], to: "old")
            for (name, count) in [("old", 200_000), ("old", 4 << 20), ("new", 4 << 20)] {
                try await server.client.connect().executeThenClose { _, outbound in
                    let head = Client.head(
                        "PUT", "/files/" + name, ["Content-Length: \(count)"])
                    try await outbound.write(head)
                    try await outbound.write(ByteBuffer(bytes: someBytes(count / 2)))
                }
            }
            #expect(try await server.client.get("/files/old").body == [7])
        } after: { root in
            #expect(root.names == ["old"])
            let old = try root.read("old")
            #expect(old == [7])
        }
    }
}
