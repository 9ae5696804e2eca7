// Rows about whole programs: compiled once, run on an engine, every step's result collected.

import AcallCatalog
import AcallCompiler
import AcallEngine
import AcallExecutor
import AcallImage
import AcallSyntax
import CBenchBaselines
import Glibc

private let sizes = """
    input files: [path]
    parallel for file in files limit 64 {
        var st: stat
        var text: bytes[4KiB]
        fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
        fstat(fd, st)
        read(fd, text)
        output size[file] = st.st_size
    }
    """

private let copy = """
    input src: path
    input dst: path
    var block: bytes[64KiB]
    from = openat(AT_FDCWD, src, O_RDONLY | O_CLOEXEC)
    to = openat(AT_FDCWD, dst, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)
    loop {
        n = read(from, block)
        break if n == 0
        write(to, block[..<n]) fully
    }
    """

private let copied = 256 << 20

func programRows(_ fixtures: Fixtures) -> [Row] {
    [
        Row(
            "programs: parallel for over 20,000 files, openat to close",
            against: "two threads in C", .speed(atLeast: 0.95),
            baseline: { () throws(BenchFailure) in
                let paths = try fixtures.files()
                var found = [UInt64](repeating: 0, count: paths.count)
                return try each(
                    withPaths(paths) { bench_files_parallel($0, paths.count, 2, &found) },
                    of: paths.count)
            },
            subject: { () throws(BenchFailure) in try sizesTime(fixtures) }),
        Row(
            "programs: the same", against: "linked io_uring", .speed(atLeast: 2.5),
            baseline: { () throws(BenchFailure) in
                let paths = try fixtures.files()
                var found = [UInt64](repeating: 0, count: paths.count)
                return try each(
                    withPaths(paths) { bench_files_uring($0, paths.count, &found) },
                    of: paths.count)
            },
            subject: { () throws(BenchFailure) in try sizesTime(fixtures) }),
        Row(
            "programs: copy 256 MiB in 64 KiB steps", against: "a loop in C",
            .speed(atLeast: 0.97),
            baseline: { () throws(BenchFailure) in
                let source = try fixtures.file("source", size: copied)
                let target = try fixtures.folder() + "/target"
                return try each(bench_copy(source, target, 64 << 10), of: copied >> 16)
            },
            subject: { () throws(BenchFailure) in
                let source = try fixtures.file("source", size: copied)
                let target = try fixtures.folder() + "/target"
                let report = try run(
                    copy,
                    [
                        "src": .bytes(Array(source.utf8)), "dst": .bytes(Array(target.utf8)),
                    ])
                var status = stat()
                guard stat(target, &status) == 0, status.st_size == copied else {
                    throw BenchFailure("the copy is not whole")
                }
                return Double(report.duration) / Double(copied >> 16)
            }),
    ]
}

private func sizesTime(_ fixtures: Fixtures) throws(BenchFailure) -> Double {
    let paths = try fixtures.files()
    let report = try run(sizes, ["files": .list(paths.map { Array($0.utf8) })])
    guard report.outputs.first?.items?.count == paths.count else {
        throw BenchFailure("not every file has its size")
    }
    return Double(report.duration) / Double(paths.count)
}

/// Runs a program as `acall-run` does.
private func run(
    _ text: String, _ inputs: [String: InputValue]
) throws(BenchFailure) -> Report {
    let source = SourceText(name: "bench.acall", bytes: Array(text.utf8))
    var diagnostics = Diagnostics(source)
    let tree = SyntaxTree(parsing: source, into: &diagnostics)
    var configuration = EngineConfiguration()
    configuration.runnableLimit = max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    do {
        let image = BatchImage(lowering: try TypedProgram(checking: tree, into: &diagnostics))
        let program = try LoadedProgram(image, inputs: inputs)
        let report = program.run(
            on: try Engine(configuration: configuration), catalog: Catalog())
        guard report.status == 0 else {
            throw BenchFailure("the program failed: \(report.failures.map(\.message))")
        }
        return report
    } catch let failure as BenchFailure {
        throw failure
    } catch {
        throw BenchFailure("\(error): \(diagnostics.rendered(colour: false))")
    }
}
