// Files that rows work on, made when the first row asks for them and removed at the end.

import CBenchBaselines
import Glibc

final class Fixtures {
    /// Where acall-run, below its build directory, and `programs` are.
    let root: String
    private var directory: String?
    private var manyFiles: [String]?

    init(root: String) { self.root = root }

    /// A directory in memory, where there is one: what is measured is not a disk.
    func folder() throws(BenchFailure) -> String {
        if let directory { return directory }
        let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        var template = Array("\(base)/acall-bench-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw BenchFailure("can't make a directory in \(base)")
        }
        let path = String(cString: made)
        directory = path
        return path
    }

    /// A file of so many bytes.
    func file(_ name: String, size: Int) throws(BenchFailure) -> String {
        let path = "\(try folder())/\(name)"
        if access(path, F_OK) == 0 { return path }
        let content = [UInt8](repeating: UInt8(ascii: "a"), count: min(size, 1 << 20))
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw BenchFailure("can't make \(path)") }
        defer { close(descriptor) }
        var left = size
        while left > 0 {
            let count = write(descriptor, content, min(left, content.count))
            guard count > 0 else { throw BenchFailure("can't write \(path)") }
            left -= count
        }
        return path
    }

    /// Twenty thousand files of 1 KiB.
    func files() throws(BenchFailure) -> [String] {
        if let manyFiles { return manyFiles }
        var paths: [String] = []
        for index in 0..<20_000 { paths.append(try file("f\(index)", size: 1024)) }
        manyFiles = paths
        return paths
    }

    func remove() {
        guard let directory, let stream = opendir(directory) else { return }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            unlink("\(directory)/\(name)")
        }
        closedir(stream)
        rmdir(directory)
    }
}

/// A baseline's whole time as time an operation; a negative errno as a failure.
func each(_ whole: Int64, of count: Int) throws(BenchFailure) -> Double {
    guard whole >= 0 else { throw BenchFailure(String(cString: strerror(Int32(-whole)))) }
    return Double(whole) / Double(count)
}

/// Runs `body` with the strings as a null-terminated array, as `argv` is.
func withArguments<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
}

/// The same for a baseline that only reads them.
func withPaths<Result>(
    _ paths: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    withArguments(paths) { pointers in
        pointers.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: paths.count) {
            body($0)
        }
    }
}
