// compiler-work: what the compiler's stages do for programs of growing size.
//
//   compiler-work shapes                       the names of the shapes
//   compiler-work source SHAPE COUNT [yaml]    one of their programs
//   compiler-work count SHAPE COUNT... [yaml]  a line for each stage and count: what it did
//   compiler-work time SHAPE COUNT... [yaml]   the same, with the milliseconds that each stage took instead
//
// A line: the stage, the source's bytes, allocations, bytes allocated, bytes moved, objects retained, and the
// most bytes that were allocated at once. A stage that the program did not come to is left out.

import AcallCompiler
import AcallImage
import AcallSyntax
import CWork
import Glibc

func fail(_ text: String) -> Never {
    let line = text + "\n"
    _ = line.withCString { write(2, $0, strlen($0)) }
    exit(2)
}

/// Whether what is done is counted and told.
nonisolated(unsafe) var isTold = true
/// Time is measured, and nothing is counted.
nonisolated(unsafe) var isTimed = false

/// Runs a stage, and prints its line.
func counted<Value>(_ stage: String, _ size: Int, _ body: () -> Value) -> Value {
    guard isTold else { return body() }
    if isTimed {
        let clock = ContinuousClock()
        let start = clock.now
        let value = body()
        let time = (clock.now - start) / .microseconds(1)
        print(stage, size, (time / 10).rounded() / 100)
        return value
    }
    work_begin()
    let value = body()
    let work = work_end()
    print(
        stage, size, work.allocations, work.allocated_bytes, work.moved_bytes, work.retains,
        work.peak_bytes)
    return value
}

func read(_ source: SourceText, isYAML: Bool, into diagnostics: inout Diagnostics) -> SyntaxTree {
    isYAML
        ? SyntaxTree(readingYAML: source, into: &diagnostics)
        : SyntaxTree(parsing: source, into: &diagnostics)
}

/// A shape's source; in YAML what the converter makes of its text.
func source(_ shape: Shape, _ count: Int, isYAML: Bool) -> SourceText {
    let text = SourceText(name: "shape.acall", bytes: Array(shape.source(count).utf8))
    guard isYAML else { return text }
    var diagnostics = Diagnostics(text)
    let tree = SyntaxTree(parsing: text, into: &diagnostics)
    return SourceText(name: "shape.yaml", bytes: tree.printedAsYAML())
}

func count(_ shape: Shape, _ count: Int, isYAML: Bool) {
    let source = source(shape, count, isYAML: isYAML)
    let size = source.bytes.count
    var diagnostics = Diagnostics(source)
    let tree = counted("read", size) { read(source, isYAML: isYAML, into: &diagnostics) }
    // From here on the tree is the text's.
    if isYAML { return }
    let isRead = !diagnostics.hasErrors
    let checked = counted("check", size) {
        try? TypedProgram(checking: tree, into: &diagnostics)
    }
    _ = counted("diagnostics", size) { diagnostics.rendered(colour: false) }
    if isRead {
        _ = counted("print as text", size) { tree.printedAsText() }
        _ = counted("print as YAML", size) { tree.printedAsYAML() }
    }
    guard let checked else { return }
    let image = counted("lower", size) { BatchImage(lowering: checked) }
    let bytes = counted("encode", size) { image.encoded() }
    _ = counted("decode", size) { try? BatchImage(decoding: bytes) }
}

var arguments = Array(CommandLine.arguments.dropFirst())
let isYAML = arguments.last == "yaml"
if isYAML { arguments.removeLast() }
switch arguments.first {
case "shapes":
    for shape in Shape.all { print(shape.name) }
case "source" where arguments.count == 3, "count" where arguments.count >= 3,
    "time" where arguments.count >= 3:
    guard let shape = Shape.all.first(where: { $0.name == arguments[1] }) else {
        fail("there is no shape \(arguments[1])")
    }
    let counts = arguments[2...].compactMap { Int($0) }
    guard counts.count == arguments.count - 2 else { fail("a count is a number") }
    if arguments[0] == "source" {
        let bytes = source(shape, counts[0], isYAML: isYAML).bytes
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
            guard count > 0 else { fail("can't write") }
            rest = rest.dropFirst(count)
        }
    } else {
        // What is made once in a process is made before.
        isTold = false
        count(shape, counts[0], isYAML: isYAML)
        isTold = true
        isTimed = arguments[0] == "time"
        for number in counts { count(shape, number, isYAML: isYAML) }
    }
default:
    fail(
        "usage: compiler-work shapes | source SHAPE COUNT [yaml] | count|time SHAPE COUNT... [yaml]"
    )
}
