// The little of the file system that the generator needs.
//
// Input: paths. Invariant: a file is read and written whole or an error says which one failed.

import Glibc

/// A file that could not be read or written.
struct FileError: Error, CustomStringConvertible {
    var path: String
    var reason: String

    init(_ path: String) {
        self.path = path
        reason = String(cString: strerror(errno))
    }

    var description: String { "\(path): \(reason)" }
}

package enum Files {
    /// The directories below `grammar/` that hold rows of the catalog.
    private static let directories = ["syscalls", "cases", "constants", "structs"]

    /// The catalog's rows below a directory.
    package static func grammar(in directory: String) throws -> [GrammarFile] {
        var files = [
            GrammarFile(path: "errnos.txt", text: try read(directory + "/errnos.txt"))
        ]
        for part in directories {
            for name in try names(in: "\(directory)/\(part)") where name.hasSuffix(".txt") {
                files.append(
                    GrammarFile(
                        path: "\(part)/\(name)", text: try read("\(directory)/\(part)/\(name)")))
            }
        }
        return files
    }

    private static func names(in path: String) throws -> [String] {
        guard let stream = opendir(path) else { throw FileError(path) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.sorted()
    }

    package static func read(_ path: String) throws -> String {
        guard let stream = fopen(path, "rb") else { throw FileError(path) }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&chunk, 1, chunk.count, stream)
            bytes += chunk[..<count]
            if count < chunk.count { break }
        }
        guard ferror(stream) == 0 else { throw FileError(path) }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func write(_ text: String, to path: String) throws {
        guard let stream = fopen(path, "wb") else { throw FileError(path) }
        let bytes = Array(text.utf8)
        let count = fwrite(bytes, 1, bytes.count, stream)
        guard fclose(stream) == 0, count == bytes.count else { throw FileError(path) }
    }

    /// Says what is wrong and ends the process with status 1.
    static func complain(_ message: String) -> Never {
        let bytes = Array((message + "\n").utf8)
        _ = Glibc.write(2, bytes, bytes.count)
        exit(1)
    }
}
