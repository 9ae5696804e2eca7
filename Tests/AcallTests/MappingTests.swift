// What a program maps, unmaps and copies: memory that may not be there, and descriptors by other names.
//
// Invariant: no program ends the process that runs it, whatever it does to its mappings.

import Acall
import Foundation
import Testing

@Suite struct MappingTests {
    private let map = "mmap(null, 4KiB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)"

    private func unmappings(_ report: RunReport) -> Int {
        report.steps.filter { $0.call == "munmap" && $0.outcome == "returned" }.count
    }

    @Test func whatIsUnmappedIsNotUnmappedAgain() throws {
        let report = try run(
            """
            p = \(map)
            p[0] = 'x'
            munmap(p)
            q = \(map)
            q[0] = 'y'
            output y = q[0]
            """)
        #expect(report.status == 0 && number(report, "y") == 121, "\(report.failures)")
        #expect(unmappings(report) == 2)
    }

    /// On one way only: that is known when it runs.
    @Test(arguments: [(0, 1), (1, 1)] as [(Int64, Int)])
    func whatMayBeUnmappedIsUnmappedOnce(_ now: Int64, _ count: Int) throws {
        let report = try run(
            "input now: int\np = \(map)\nif now == 1 { munmap(p) }", ["now": .integer(now)])
        #expect(report.status == 0 && unmappings(report) == count, "\(report.failures)")
    }

    @Test func whatCouldNotBeUnmappedStillIs() throws {
        let report = try run(
            "n = getpid()\np = \(map)\nmunmap(p) if n == 0\noutput n")
        #expect(report.status == 0 && unmappings(report) == 1)
    }

    @Test func aMappingThatWasMovedIsUnmappedUnderItsNewName() throws {
        let report = try run(
            """
            p = \(map)
            p[0] = 'x'
            q = mremap(p, new_size: 1MiB, flags: MREMAP_MAYMOVE)
            q[1000000] = 'y'
            output x = q[0]
            output y = q[1000000]
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "x") == 120 && number(report, "y") == 121)
        #expect(unmappings(report) == 1)
    }

    /// Whatever becomes of the variable that said how long it is to be.
    @Test func aMappingIsAsLongAsItWasMade() throws {
        let report = try run(
            """
            var size: size = 8192
            p = mmap(null, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
            size = 4096
            p[8191] = 'x'
            output size = sizeof(p)
            munmap(p)
            """)
        #expect(report.status == 0 && number(report, "size") == 8192, "\(report.failures)")
        #expect(report.lines.contains("munmap(&p, 8192) = 0"), "\(report.lines)")
    }

    // MARK: What is not there

    /// Each reads or writes where nothing is, in its own way.
    @Test(arguments: [
        "output none = p[8192]", "p[8192] = 'x'", "output none = p[4000..<5000] as text",
        "output none[1] = p[8192..<8200] as hex", "output none = p[8192..<8196] == \"abcd\"",
        "var n: int = 0\nn = p[9000]",
        "for entry in records(p[8192..<9000], inotify_event) { output none = entry.mask }",
        "parallel for i in 0..<4 { output none[i] = p[8192 + i] }",
    ])
    func behindTheEndOfAFileIsAFailure(_ statement: String) throws {
        let report = try run(
            """
            fd = memfd_create("short", MFD_CLOEXEC)
            ftruncate(fd, 4096)
            p = mmap(null, 64KiB, PROT_READ | PROT_WRITE, MAP_SHARED, fd)
            p[4095] = 'x'
            output last = p[4095]
            \(statement)
            """)
        #expect(report.status == 1 && number(report, "last") == 120)
        #expect(report.failures.count == 1, "\(report.failures)")
        #expect(report.failures.first?.hasPrefix("EFAULT") ?? false, "\(report.failures)")
        #expect(unmappings(report) == 1)
    }

    @Test(
        arguments: [
            (0, "output n = p[0]", false), (1, "p[0] = 'x'", false), (1, "output n = p[0]", true),
            (3, "p[0] = 'x'", true),
        ] as [(Int64, String, Bool)])
    func aProtectionIsKeptTo(_ protection: Int64, _ statement: String, _ isFine: Bool) throws {
        let report = try run(
            """
            input prot: int
            p = mmap(null, 4KiB, prot, MAP_PRIVATE | MAP_ANONYMOUS)
            \(statement)
            """, ["prot": .integer(protection)])
        #expect(report.status == (isFine ? 0 : 1), "\(report.failures)")
    }

    @Test func aMappingThatFailedIsNoMemory() throws {
        let report = try run("p = mmap(null, 4KiB, 1 << 20, 0) allow EINVAL\noutput n = p[0]")
        #expect(report.status == 1, "\(report.failures)")
        #expect(unmappings(report) == 0)
    }

    @Test func stringsInMappingsAreCompared() throws {
        let report = try run(
            """
            p = mmap(null, 64KiB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
            getrandom(p[8000..<16000])
            q = mmap(null, 64KiB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
            for i in 8000..<8100 { q[i + 100] = p[i] }
            output same = p[8000..<8100] == q[8100..<8200]
            output other = p[8000..<8101] == q[8100..<8201]
            output short = p[8000..<8100] == q[8100..<8199]
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "same") == 1 && number(report, "short") == 0)
    }

    // MARK: What is refused when it runs

    @Test(arguments: [(0x10, false), (0x30, false), (0x100000, true)] as [(Int64, Bool)])
    func aFixedMappingIsRefused(_ flags: Int64, _ isFine: Bool) throws {
        let report = try run(
            """
            input more: int
            m = mmap(0x100000000000, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | more, -1, 0)
            """, ["more": .integer(flags)])
        if isFine {
            #expect(report.steps.first?.outcome != "skipped", "\(report.failures)")
            // A sanitizer has that address for itself.
            if dlsym(nil, "__tsan_init") == nil && dlsym(nil, "__asan_init") == nil {
                #expect(report.status == 0, "\(report.failures)")
            }
            return
        }
        #expect(report.status == 1, "\(report.failures)")
        #expect(report.failures.first?.contains("`MAP_FIXED` is not allowed") ?? false)
        #expect(report.steps.first?.outcome == "skipped")
    }

    @Test func aConditionGoesBeforeWhatIsRefused() throws {
        let report = try run(
            """
            var fl: int = 0x10
            m = mmap(0x400000, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | fl, -1, 0) if fl == 0
            output done = 1
            """)
        #expect(report.status == 0, "\(report.failures)")
    }

    // MARK: Descriptors

    @Test func copiesByFcntlAreClosed() throws {
        let file = try Host.file()
        let report = try run(
            """
            input file: path
            fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
            other = fcntl(fd, F_DUPFD_CLOEXEC, 10)
            third = fcntl(fd, F_DUPFD, 10)
            fcntl(fd, F_DUPFD_CLOEXEC, 10)
            flags = fcntl(fd, F_GETFL)
            close(third)
            for i in 0..<3 { fcntl(other, F_DUPFD_CLOEXEC, 20) }
            """, ["file": .text(file)])
        #expect(report.status == 0, "\(report.failures)")
        #expect(Host.descriptors(of: file) == 0)
    }

    /// The checker knows when a chain has ended.
    @Test func whatNobodyUsesAnyMoreIsClosed() throws {
        let file = try Host.file("text")
        let report = try run(
            """
            input file: path
            proc end(what: fd) { close(what) }
            var block: bytes[4]
            fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
            task reader { read(fd, block) }
            await reader
            close(fd)
            again = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
            parallel for i in 0..<4 { lseek(again, 0, SEEK_CUR) }
            end(again)
            async third = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
            close(third)
            last = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
            defer close(last)
            task { fsync(last) allow EINVAL }
            """, ["file": .text(file)])
        #expect(report.status == 0, "\(report.failures)")
        #expect(Host.descriptors(of: file) == 0)
    }

    @Test func numbersThatStorageHoldsAreClosed() throws {
        let file = try Host.file()
        let report = try run(
            """
            input file: path
            var kept: int[4]
            var old: int = -1
            for i in 0..<4 { kept[i] = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC) }
            for i in 0..<4 {
                close(old) if old >= 0
                old = kept[i]
            }
            close(old)
            """, ["file": .text(file)])
        #expect(report.status == 0, "\(report.failures)")
        #expect(Host.descriptors(of: file) == 0)
    }
}
