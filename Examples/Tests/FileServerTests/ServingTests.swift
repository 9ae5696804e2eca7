// Files, ranges, and what is outside of the root, over real connections.

import Acall
import Foundation
import Testing

@testable import FileServer

@Suite struct ServingTests {
    @Test(arguments: Kind.allCases) func filesAreServedByteByByte(_ kind: Kind) async throws {
        try await RunningServer.with(kind) { server in
            for count in [0, 1, 1024, 65535, 65536, 65537, 5 << 20 | 123] {
                let bytes = someBytes(count)
                try server.root.write(bytes, to: "file")
                let answer = try await server.client.get("/files/file")
                #expect(answer.status == 200 && answer.body == bytes, "\(count) bytes")
                #expect(answer.headers["content-length"] == "\(count)")
            }
        }
    }

    @Test(arguments: Kind.allCases) func aHeadHasNoBody(_ kind: Kind) async throws {
        try await RunningServer.with(kind) { server in
            try server.root.write(someBytes(100_000), to: "page.html")
            let answer = try await server.client.send("HEAD", "/files/page.html")
            #expect(answer.status == 200 && answer.body.isEmpty)
            #expect(answer.headers["content-length"] == "100000")
            #expect(answer.headers["content-type"] == "text/html")
            #expect(try await server.client.send("HEAD", "/files/none").status == 404)
        }
    }

    @Test(arguments: Kind.allCases) func theTypeIsTheExtensions(_ kind: Kind) async throws {
        try await RunningServer.with(kind) { server in
            server.root.makeFolder("a folder")
            try server.root.write([1], to: "a folder/picture.png")
            try server.root.write([1], to: "a folder/unknown")
            let picture = try await server.client.get("/files/a%20folder/picture.png")
            #expect(picture.headers["content-type"] == "image/png")
            let unknown = try await server.client.get("/files/a%20folder/unknown")
            #expect(unknown.headers["content-type"] == "application/octet-stream")
        }
    }

    @Test(arguments: Kind.allCases) func whatIsNoFile(_ kind: Kind) async throws {
        try await RunningServer.with(kind) { server in
            server.root.makeFolder("folder")
            try server.root.write([1], to: "file")
            #expect(try await server.client.get("/files/none").status == 404)
            #expect(try await server.client.get("/files/file/none").status == 404)
            #expect(try await server.client.get("/files/folder").status == 403)
            #expect(try await server.client.get("/sizes/none").status == 404)
            #expect(try await server.client.get("/sizes/file").status == 404)
            let long = String(repeating: "n", count: 300)
            #expect(try await server.client.get("/files/" + long).status == 414)
        }
    }

    @Test(arguments: Kind.allCases) func aPartOfAFile(_ kind: Kind) async throws {
        try await RunningServer.with(kind) { server in
            let bytes = someBytes(600_000)
            try server.root.write(bytes, to: "file")
            func part(_ range: String) async throws -> Answer {
                try await server.client.get("/files/file", headers: ["Range: bytes=\(range)"])
            }
            let middle = try await part("10-399999")
            #expect(middle.status == 206 && middle.body == Array(bytes[10..<400_000]))
            #expect(middle.headers["content-range"] == "bytes 10-399999/600000")
            #expect(try await part("599999-").body == Array(bytes.suffix(1)))
            #expect(try await part("-7").body == Array(bytes.suffix(7)))
            #expect(try await part("0-9999999").body == bytes)
            let beyond = try await part("600000-")
            #expect(beyond.status == 416 && beyond.headers["content-range"] == "bytes */600000")
            // What it does not understand it does not heed.
            #expect(try await part("9-3").status == 200)
            #expect(try await part("1-2,4-5").status == 200)
        }
    }

    @Test(arguments: Kind.allCases) func nothingOutsideOfTheRoot(_ kind: Kind) async throws {
        try await RunningServer.with(kind) { server in
            server.root.makeFolder("folder")
            try server.root.write([1], to: "folder/file")
            server.root.makeLink("etc", to: "/etc")
            server.root.makeLink("up", to: "..")
            server.root.makeLink("passwd", to: "/etc/passwd")
            server.root.makeLink("folder/inner", to: "/etc")
            let attempts = [
                "../../etc/passwd", "../../../../../../../../etc/passwd", "folder/../../etc/passwd",
                "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2fetc%2fpasswd",
                "/etc/passwd", "//etc/passwd", "etc/passwd", "passwd", "folder/inner/passwd",
                "up/up/etc/passwd", "passwd%00.txt", "%", "%2", "%zz",
            ]
            for attempt in attempts {
                for method in ["GET", "HEAD"] {
                    let answer = try await server.client.send(method, "/files/" + attempt)
                    #expect((400..<500).contains(answer.status), "\(attempt): \(answer.status)")
                    #expect(!answer.text.contains("root:"), "\(attempt)")
                }
                #expect(try await server.client.put("/files/\(attempt)/x", [1]).status >= 400)
            }
            for attempt in ["..", "%2e%2e", "etc", "up", "folder/inner", "folder/../.."] {
                let answer = try await server.client.get("/sizes/" + attempt)
                #expect((400..<500).contains(answer.status), "\(attempt): \(answer.status)")
            }
            // What does not leave it is there.
            #expect(try await server.client.get("/files/folder/file").status == 200)
        }
    }

    /// Even if the server let such a path through.
    @Test func theKernelRefusesToLeaveTheRoot() async throws {
        let root = try Folder()
        defer { root.remove() }
        root.makeLink("etc", to: "/etc")
        let backend = try await AcallBackend(root: root.path, engine: try Engine())
        for names in [["..", "..", "etc", "passwd"], ["", "etc", "passwd"], ["etc", "passwd"]] {
            let path = ServedPath(names: names)
            await #expect(throws: FileError.self) { try await backend.open(path, wanted: 1) }
            await #expect(throws: FileError.self) {
                try await backend.store(Pieces([]), count: 0, at: path)
            }
        }
    }

    @Test(arguments: Kind.allCases) func theSizesOfAFolder(_ kind: Kind) async throws {
        try await RunningServer.with(kind) { server in
            var expected: [String: Int] = [:]
            for index in 0..<3000 {
                let name = "file-\(index)"
                try server.root.write([UInt8](repeating: 0, count: index % 700), to: name)
                expected[name] = index % 700
            }
            for name in ["\"quoted\"", "back\\slash", "line\nend", "größe", "\u{1}"] {
                try server.root.write([1, 2, 3], to: name)
                expected[name] = 3
            }
            // Of files only, and not of what a link leads to.
            server.root.makeFolder("folder")
            server.root.makeLink("link", to: "file-1")
            for name in expected.keys {
                var status = stat()
                #expect(lstat("\(server.root.path)/\(name)", &status) == 0)
                #expect(expected[name] == Int(status.st_size))
            }
            _ = server.runs.take()
            let answer = try await server.client.get("/sizes")
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "application/json")
            #expect(
                try JSONDecoder().decode([String: Int].self, from: Data(answer.body)) == expected)
            if kind == .acall { #expect(server.runs.take() == ["sizes.acall"]) }
            let empty = try await server.client.get("/sizes/folder/")
            #expect(try JSONDecoder().decode([String: Int].self, from: Data(empty.body)) == [:])
        }
    }
}

/// The same bytes each time.
func someBytes(_ count: Int) -> [UInt8] {
    var state: UInt64 = 88_172_645_463_325_252
    return (0..<count).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return UInt8(truncatingIfNeeded: state)
    }
}
