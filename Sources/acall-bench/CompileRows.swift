// Rows about the compiler: from a source's bytes to an image, and from YAML to a tree.

import AcallCompiler
import AcallImage
import AcallSyntax
import CBenchBaselines

/// Chains of four steps in the programs that are compiled.
private let chains = 2500
private let steps = chains * 4
private let shortSteps = 400_000

func compileRows() -> [Row] {
    let text = SourceText(name: "bench.acall", bytes: Array(textProgram().utf8))
    // The largest source that the language allows has room for so many only where they are short.
    let short = SourceText(
        name: "short.acall",
        bytes: Array(String(repeating: "getpid()\n", count: shortSteps).utf8))
    let yaml = SourceText(name: "bench.yaml", bytes: Array(yamlProgram().utf8))
    return [
        Row("compile: text of 10,000 steps to an image, a step", .rate(atLeast: 1e6)) {
            () throws(BenchFailure) in
            try compileTime(text, steps) { SyntaxTree(parsing: $0, into: &$1) }
        },
        Row("compile: text of 400,000 steps to an image, a step", .rate(atLeast: 1e6)) {
            () throws(BenchFailure) in
            try compileTime(short, shortSteps) { SyntaxTree(parsing: $0, into: &$1) }
        },
        Row("compile: YAML of 10,000 steps to an image, a step", .rate(atLeast: 1e6)) {
            () throws(BenchFailure) in
            try compileTime(yaml, steps) { SyntaxTree(readingYAML: $0, into: &$1) }
        },
        Row(
            "compile: YAML of 10,000 steps to a tree", against: "libyaml's events",
            .time(atMost: 4),
            baseline: { () throws(BenchFailure) in
                try each(
                    yaml.bytes.withUnsafeBufferPointer {
                        bench_yaml_events($0.baseAddress, UInt($0.count))
                    }, of: 1)
            },
            subject: { () throws(BenchFailure) in
                var diagnostics = Diagnostics(yaml)
                let start = bench_now()
                let tree = SyntaxTree(readingYAML: yaml, into: &diagnostics)
                let time = Double(bench_now() - start)
                guard !diagnostics.hasErrors, tree.calls.count == steps else {
                    throw BenchFailure("the program is not read whole")
                }
                return time
            }),
    ]
}

/// Nanoseconds a step.
private func compileTime(
    _ source: SourceText, _ steps: Int, _ read: (SourceText, inout Diagnostics) -> SyntaxTree
) throws(BenchFailure) -> Double {
    var diagnostics = Diagnostics(source)
    let start = bench_now()
    let tree = read(source, &diagnostics)
    guard let checked = try? TypedProgram(checking: tree, into: &diagnostics) else {
        let first = diagnostics.list.first
        throw BenchFailure("the program is wrong: \(first?.message ?? "no reason given")")
    }
    let image = BatchImage(lowering: checked)
    let time = Double(bench_now() - start)
    guard image.records.count >= steps else { throw BenchFailure("the image lacks steps") }
    return time / Double(steps)
}

private func textProgram() -> String {
    var text = "var status: stat\nvar block: bytes[4KiB]\n"
    for index in 0..<chains {
        text += """
            f\(index) = openat(AT_FDCWD, "/etc/passwd", O_RDONLY | O_CLOEXEC)
            fstat(f\(index), status)
            n\(index) = read(f\(index), block)
            close(f\(index))

            """
    }
    return text
}

private func yamlProgram() -> String {
    var text = "acall: 1\nvars:\n  status: stat\n  block: bytes[4KiB]\nsteps:\n"
    for index in 0..<chains {
        text += """
              - as: f\(index)
                openat: [AT_FDCWD, '"/etc/passwd"', O_RDONLY | O_CLOEXEC]
              - fstat: [f\(index), status]
              - as: n\(index)
                read: [f\(index), block]
              - close: [f\(index)]

            """
    }
    return text
}
