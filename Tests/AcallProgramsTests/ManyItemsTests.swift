// What a program with very many items takes: memory in proportion to its chains, not to its items.

import Foundation
import Testing

@Suite struct ManyItemsTests {
    /// The program says itself what its process has taken: other tests run beside this one.
    @Test(arguments: [1, 64])
    func memoryDoesNotGrowWithTheItems(_ limit: Int) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = try scratch.file(
            "many.acall",
            """
            input count: int
            var status: bytes[8KiB]
            parallel for i in 0..<count limit \(limit) {
                var own: bytes[4KiB]
                fd = openat(AT_FDCWD, "/dev/zero", O_RDONLY | O_CLOEXEC)
                read(fd, own)
                if i % 1000 == 999 { output done[i] = i }
            }
            fd = openat(AT_FDCWD, "/proc/self/status", O_RDONLY | O_CLOEXEC)
            n = read(fd, status) fully
            output status = status[..<n] as text
            """)
        let taken = try [1000, 100_000].map { count in
            let file = scratch.path("report.json")
            let ended = try Tool.acall(
                ["--report", "json", "--report-file", file, program, "count=\(count)"],
                in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            let data = try Data(contentsOf: URL(fileURLWithPath: file))
            let report = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
            #expect((report.outputs["done"] as? [String: Int])?.count == count / 1000)
            let text = report.outputs["status"] as? String ?? ""
            let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            return try #require(line.flatMap { Int($0.filter(\.isNumber)) })
        }
        #expect(taken[1] - taken[0] < 16 * 1024, "KiB: \(taken)")
    }
}
