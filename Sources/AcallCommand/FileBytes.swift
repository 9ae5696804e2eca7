// Reading what a command line names: programs and lists of items.
//
// Input: a path, or `-` for standard input. Output: its bytes, never more than the limit. Errors say which
// file and why, in the words that a user of the tool needs.

import Glibc

extension ProgramFile {
    /// The language's limit for one source.
    package static let sizeLimit = 4 << 20

    /// The program's source.
    package func read() throws(CommandFailure) -> [UInt8] {
        do {
            return try readFile(path, limit: Self.sizeLimit, what: "program")
        } catch {
            throw error.help == nil ? CommandFailure(error.message, help: nearestSubcommand) : error
        }
    }

    /// The file's bytes where it starts as an image does; nil for a program, and for standard input.
    package func readImage(magic: [UInt8]) throws(CommandFailure) -> [UInt8]? {
        if isStandardInput || !path.hasSuffix(".acb") { return nil }
        let bytes = try readFile(path, limit: 64 << 20, what: "image")
        guard bytes.starts(with: magic) else {
            throw CommandFailure(
                "'\(displayName)' is no image", help: "acall-run compile FILE -o \(displayName)")
        }
        return bytes
    }

    /// A file of that name is there, readable or not.
    package var isThere: Bool {
        var status = stat()
        return (path + [0]).withUnsafeBytes { raw in
            stat(raw.baseAddress!.assumingMemoryBound(to: CChar.self), &status) == 0
        }
    }

    /// What to write where a mistyped subcommand was taken for a file.
    var nearestSubcommand: String? {
        let name = quotable(path)
        guard let nearest = Invocation.subcommands.first(where: { isNear(name, $0) }) else {
            return nil
        }
        return "the subcommand is '\(nearest)'"
    }

    /// It reads as a subcommand: no file is called so, and a program's name follows.
    func isMeantAsSubcommand(before word: [UInt8]?) -> Bool {
        guard let word, !word.contains(UInt8(ascii: "=")) else { return false }
        let isProgram = [".acall", ".yaml", ".yml", ".acb"].contains { ending in
            word.count > ending.utf8.count
                && word.suffix(ending.utf8.count).elementsEqual(ending.utf8)
        }
        return isProgram && !isThere
            && path.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    }
}

/// The items of one list: each ends with a NUL byte, so that its address is a C string.
package struct ItemList: Sendable, Hashable {
    package private(set) var bytes: [UInt8]
    /// Where each item's NUL stands.
    package private(set) var ends: [Int] = []

    package static let sizeLimit = 256 << 20
    package static let countLimit = 4_000_000

    /// `content` is a file's: one item a line, or NUL-separated ones. What ends the last item may be
    /// missing; an empty file has no items.
    package init(content: [UInt8], isNulSeparated: Bool) throws(CommandFailure) {
        bytes = content
        let separator: UInt8 = isNulSeparated ? 0 : UInt8(ascii: "\n")
        if let last = bytes.last, last != separator { bytes.append(separator) }
        for index in bytes.indices {
            if bytes[index] == separator {
                guard ends.count < Self.countLimit else {
                    throw CommandFailure(
                        "the list has more than 4,000,000 items",
                        help: "split it into smaller ones")
                }
                bytes[index] = 0
                ends.append(index)
            } else if bytes[index] == 0 {
                throw CommandFailure(
                    "line \(ends.count + 1) of the list holds a NUL byte",
                    help: "-0 reads items that are separated by NUL bytes")
            }
        }
    }

    package var count: Int { ends.count }

    /// One item's range in `bytes`, its NUL left out.
    package func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : ends[index - 1] + 1)..<ends[index]
    }
}

extension RunRequest {
    /// The items of a list input's file.
    package func readList(_ path: [UInt8], of name: String) throws(CommandFailure) -> ItemList {
        let content = try readFile(path, limit: ItemList.sizeLimit, what: "list '\(name)'")
        do {
            return try ItemList(content: content, isNulSeparated: isNulSeparated)
        } catch {
            throw CommandFailure("'\(quotable(path))': \(error.message)", help: error.help)
        }
    }
}

/// All of a file; `what` is what it is to the user.
func readFile(_ path: [UInt8], limit: Int, what: String) throws(CommandFailure) -> [UInt8] {
    if path == [UInt8(ascii: "-")] {
        return try readDescriptor(0, name: "standard input", limit: limit, what: what)
    }
    let name = "'\(quotable(path))'"
    guard !path.isEmpty else {
        throw CommandFailure("the \(what)'s file name is empty", help: "write the name of a file")
    }
    let descriptor = (path + [0]).withUnsafeBytes { raw in
        // Of a FIFO: without waiting for a writer, of whom nobody would know.
        open(
            raw.baseAddress!.assumingMemoryBound(to: CChar.self), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    guard descriptor >= 0 else { throw unreadable(name, errno, what: what, call: "openat") }
    defer { _ = close(descriptor) }
    waitForWriter(descriptor, name)
    return try readDescriptor(descriptor, name: name, limit: limit, what: what)
}

/// A FIFO's first byte; after a moment the user is told what is waited for.
private func waitForWriter(_ descriptor: Int32, _ name: String) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFIFO {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&entry, 1, 1000) == 0 {
            try? Output.error.write("acall-run: waiting until a process writes to \(name)\n")
            while poll(&entry, 1, -1) < 0, errno == EINTR {}
        }
    }
    let flags = fcntl(descriptor, F_GETFL)
    if flags >= 0 { _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) }
}

/// A file that the command line has named, so that nothing is written over it by mistake.
package struct KnownFile {
    let device: dev_t
    let inode: ino_t
    /// As it stands in messages.
    let name: String

    init(_ status: stat, _ name: String) {
        (device, inode, self.name) = (status.st_dev, status.st_ino, name)
    }

    /// Regular files that were read. The tool reads on one thread.
    nonisolated(unsafe) static var read: [KnownFile] = []
}

private func readDescriptor(
    _ descriptor: Int32, name: String, limit: Int, what: String
) throws(CommandFailure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
        throw unreadable(name, errno, what: what, call: "fstat")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
        throw unreadable(name, EISDIR, what: what, call: "read")
    }
    if status.st_mode & S_IFMT == S_IFREG { KnownFile.read.append(KnownFile(status, name)) }
    // A size is a hint: files in /proc have none, and a file may grow.
    var room = min(max(Int(status.st_size), 0), limit) + 1
    if room == 1 { room = 1 << 16 }
    var bytes: [UInt8] = []
    while true {
        let (chunk, error) = readChunk(descriptor, room)
        if error == EINTR { continue }
        guard error == 0 else { throw unreadable(name, error, what: what, call: "read") }
        if chunk.isEmpty { return bytes }
        let isShort = chunk.count < room
        if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
        guard bytes.count <= limit else {
            throw CommandFailure(
                "\(name) is larger than a \(what) may be, \(sizeText(limit))",
                help: "split it into smaller ones")
        }
        if isShort && status.st_size > 0 && status.st_mode & S_IFMT == S_IFREG { return bytes }
        room = min(max(1 << 16, min(bytes.count, 4 << 20)), limit - bytes.count + 1)
    }
}

private func readChunk(_ descriptor: Int32, _ room: Int) -> ([UInt8], Int32) {
    var error: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, room)
        count = max(got, 0)
        if got < 0 { error = errno }
    }
    return (chunk, error)
}

private func sizeText(_ bytes: Int) -> String {
    bytes >= 1 << 30 ? "\(bytes >> 30) GiB" : "\(bytes >> 20) MiB"
}

/// What `errno` means for a file that was to be read.
func unreadable(
    _ name: String, _ error: Int32, what: String, call: StaticString
) -> CommandFailure {
    switch error {
    case ENOENT: CommandFailure("\(name): no such file")
    case EISDIR: CommandFailure("\(name) is a directory", help: "name a file as the \(what)")
    case EACCES: CommandFailure("\(name): no permission to read it", help: "see ls -l \(name)")
    default:
        CommandFailure("\(name) can't be read: \(call): \(String(cString: strerror(error)))")
    }
}

/// One letter wrong, missing, too many, or two exchanged.
private func isNear(_ word: String, _ other: String) -> Bool {
    let a = Array(word.utf8)
    let b = Array(other.utf8)
    guard abs(a.count - b.count) <= 1, a.count > 2 else { return false }
    let head = zip(a, b).prefix { $0 == $1 }.count
    let restA = a.dropFirst(head)
    let restB = b.dropFirst(head)
    return restA.dropFirst().elementsEqual(restB) || restA.elementsEqual(restB.dropFirst())
        || restA.dropFirst().elementsEqual(restB.dropFirst())
        || (restA.prefix(2).reversed().elementsEqual(restB.prefix(2))
            && restA.dropFirst(2).elementsEqual(restB.dropFirst(2)))
}
