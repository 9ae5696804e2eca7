// What acall-run does for each form of command line.

import AcallCatalog
import AcallCommand
import AcallCompiler
import AcallEngine
import AcallExecutor
import AcallExplanations
import AcallImage
import AcallSyntax
import CAcall
import Glibc

/// A program in any form, for this machine.
private func load(
    _ file: ProgramFile, isColourAllowed: Bool, _ style: DiagnosticStyle
) throws(CommandFailure) -> BatchImage? {
    guard let bytes = try file.readImage(magic: BatchImage.magic) else {
        return try compile(file, isColourAllowed: isColourAllowed, style)?.image()
    }
    do throws(ImageError) {
        let image = try BatchImage(decoding: bytes)
        if image.architecture == .host { return image }
    } catch {
        throw CommandFailure("'\(file.displayName)' is no sound image: \(error)")
    }
    throw CommandFailure(
        "'\(file.displayName)' was compiled for another machine", help: "compile the program here")
}

/// A program that was read and checked, diagnostics told.
struct CompiledProgram {
    let source: SourceText
    let tree: SyntaxTree
    let checked: TypedProgram

    func image() -> BatchImage { BatchImage(lowering: checked) }
}

/// Compiles a program; its diagnostics go to standard error.
func compile(
    _ file: ProgramFile, isColourAllowed: Bool, _ style: DiagnosticStyle,
    givesAdvice: Bool = false
) throws(CommandFailure) -> CompiledProgram? {
    let source = SourceText(name: file.displayName, bytes: try file.read())
    var diagnostics = Diagnostics(source)
    var tree =
        file.isYAML
        ? SyntaxTree(readingYAML: source, into: &diagnostics)
        : SyntaxTree(parsing: source, into: &diagnostics)
    tree.resolveIncludes(into: &diagnostics) { path throws(IncludeFailure) in
        do throws(CommandFailure) {
            return try ProgramFile(path: Array(path.utf8)).read()
        } catch {
            throw IncludeFailure(error.message)
        }
    }
    let checked = try? TypedProgram(checking: tree, into: &diagnostics)
    if !givesAdvice { diagnostics.dropAdvice() }
    if !diagnostics.list.isEmpty {
        let text =
            switch style {
            case .text:
                diagnostics.rendered(colour: Output.error.isColoured(allowed: isColourAllowed))
            case .json: diagnostics.json()
            case .editor: diagnostics.editorLines()
            }
        if (try? Output.error.write(text)) == nil {
            throw CommandFailure("can't write to standard error", status: .unable)
        }
    }
    return checked.map { CompiledProgram(source: diagnostics.source, tree: tree, checked: $0) }
}

func perform(_ request: RunRequest) throws(CommandFailure) -> Int32 {
    guard
        let image = try load(
            request.program, isColourAllowed: request.isColourAllowed, request.diagnostics)
    else { return ExitStatus.wrong.rawValue }
    let inputs = try values(of: request, image)
    let report = try request.openReport(for: image)
    let program: LoadedProgram
    do {
        program = try LoadedProgram(image, inputs: inputs)
    } catch {
        throw failure(error, image)
    }
    let limits = try runLimits(request.limits, program)
    var error: Int32 = 0
    if let refused = acall_refused_call(&error, 1) {
        throw CommandFailure(
            "\(String(cString: refused)) is refused, and the engine needs it: "
                + String(cString: strerror(error)),
            help: "allow it in the seccomp filter", status: .unable)
    }
    let watch = try Watch(image, request)
    let engine = try engine(for: image)
    // Its threads are not waited for at the end: there is nothing left for them to do.
    _ = Unmanaged.passRetained(engine)
    if let files = request.limits.files {
        let code = acall_limit_files(UInt32(files))
        guard code == 0 else {
            throw CommandFailure(
                "the number of descriptors can't be limited: \(String(cString: strerror(-code)))",
                status: .unable)
        }
    }
    var result = program.run(
        on: engine, catalog: Catalog(), control: watch?.control, keepsHandedOut: false,
        keepsCalls: request.report != .none, limits: limits)
    if let watch, watch.isTimeOver { result.noteExceeded(.time) }
    do throws(CommandFailure) {
        try report.write(result, request)
    } catch {
        guard let watch, watch.wasInterrupted else { throw error }
        try? Output.error.write(error.rendered)
    }
    watch?.finish()
    return result.status
}

private func runLimits(
    _ limits: Limits, _ program: LoadedProgram
) throws(CommandFailure) -> RunLimits {
    var run = RunLimits()
    (run.memory, run.files) = (limits.memory, limits.files)
    (run.processes, run.output) = (limits.processes, limits.output)
    if let most = limits.memory, program.size > most {
        throw CommandFailure(
            "the program's storage and inputs take \(program.size) bytes, and --max-memory is \(most)",
            status: .failed)
    }
    return run
}

private func engine(for image: BatchImage) throws(CommandFailure) -> Engine {
    var wantsThread = false
    do throws(EngineError) {
        // Few chains are submitted: the queue is as small as it can be, since making it takes time that a
        // short program would notice.
        var configuration = EngineConfiguration()
        configuration.queueCapacity = 64
        if image.batches.count > 1 {
            // Chains that never block need no more threads than there are processors; one that blocks does
            // not count.
            configuration.runnableLimit = max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        }
        let engine = try Engine(configuration: configuration)
        if image.batches.count > 1 {
            wantsThread = true
            let code = engine.startThread()
            if code < 0 { throw EngineError.refused(errno: Int32(-code)) }
        }
        return engine
    } catch {
        let what = wantsThread ? "the engine can't have a thread" : "the engine can't start"
        throw CommandFailure("\(what): \(description(of: error))", status: .unable)
    }
}

private func description(of error: EngineError) -> String {
    switch error {
    case .refused(let number): String(cString: strerror(number))
    case .cancelSignalInUse: "every real-time signal has a handler already"
    case .invalidQueueCapacity, .invalidParallelism, .invalidRunnableLimit, .invalidCancelSignal,
        .invalidConcurrentRuns:
        "its configuration makes no sense"
    }
}

func perform(_ request: CheckRequest) throws(CommandFailure) -> Int32 {
    var isRight = true
    for program in request.programs {
        let image = try compile(
            program, isColourAllowed: request.isColourAllowed, request.diagnostics,
            givesAdvice: true)
        if image == nil { isRight = false }
    }
    return isRight ? ExitStatus.success.rawValue : ExitStatus.wrong.rawValue
}

func perform(_ request: ExplainRequest) throws(CommandFailure) -> Int32 {
    let program: ProgramFile
    switch request.subject {
    case .codes:
        try Output.standard.print(Explanation.listing())
        return ExitStatus.success.rawValue
    case .code(let code, let file):
        guard file.isThere else { return try explain(code) }
        program = file
    case .program(let file): program = file
    }
    guard
        let image = try load(
            program, isColourAllowed: request.isColourAllowed, request.diagnostics)
    else { return ExitStatus.wrong.rawValue }
    let colour = Output.standard.isColoured(allowed: request.isColourAllowed)
    try Output.standard.print(image.disassembly(color: colour))
    return ExitStatus.success.rawValue
}

func perform(_ request: SyscallsRequest) throws(CommandFailure) -> Int32 {
    let catalog = Catalog()
    guard let name = request.name else {
        try Output.standard.print(catalog.listing())
        return ExitStatus.success.rawValue
    }
    guard let text = catalog.describe(syscall: name) else {
        let near = catalog.nearest(
            name, among: catalog.syscallNames + Builtin.all.map(\.name))
        throw CommandFailure(
            "there is no system call '\(name)'",
            help: near.map { "did you mean '\($0)'?" } ?? "acall-run syscalls lists them all")
    }
    try Output.standard.print(text)
    return ExitStatus.success.rawValue
}

// MARK: Inputs

private func values(
    of request: RunRequest, _ image: BatchImage
) throws(CommandFailure) -> [String: AcallExecutor.InputValue] {
    var values: [String: AcallExecutor.InputValue] = [:]
    for argument in request.inputs {
        guard let entry = image.input(named: argument.name) else {
            let names = image.inputs.map { image.string($0.name) }
            let near = Catalog().nearest(argument.name, among: names)
            throw failure(.input(.unknown(name: argument.name, near: near)), image)
        }
        let items = try request.items(of: argument)
        do throws(InputError) {
            if let items {
                values[argument.name] = try image.value(for: entry, items: items)
            } else if case .text(let bytes) = argument.value {
                values[argument.name] = try image.value(for: entry, bytes: bytes)
            }
        } catch {
            if case .item(let number, let error) = error, case .listFile(let path) = argument.value
            {
                let place = request.isNulSeparated ? "item" : "line"
                throw CommandFailure(
                    "'\(quotable(path))', \(place) \(number): \(error.description)",
                    help: inputList(image))
            }
            throw failure(.input(error), image)
        }
    }
    return values
}

/// A load error in the words of the command line, with the program's inputs listed.
private func failure(_ error: LoadError, _ image: BatchImage) -> CommandFailure {
    switch error {
    case .noMemory(let bytes, let number):
        return CommandFailure(
            "no memory for the program's \(bytes) bytes: \(String(cString: strerror(number)))",
            status: .unable)
    case .input(let error):
        return CommandFailure(error.description, help: inputList(image))
    }
}

private func inputList(_ image: BatchImage) -> String {
    if image.inputs.isEmpty { return "this program takes no inputs" }
    let width = image.inputs.map { Int($0.name.count) }.max() ?? 0
    let lines = image.inputs.map { input in
        let name = image.string(input.name)
        let padding = String(repeating: " ", count: max(0, width - name.utf8.count))
        let note = input.hasDefault ? "  (has a default)" : ""
        return "\n  \(name)\(padding)  \(input.type.declaration)\(note)"
    }
    return "the program's inputs are:" + lines.joined()
}

extension RunRequest {
    /// What stands in the file of `name=@FILE`; nil where the value stands on the command line.
    fileprivate func items(of argument: InputArgument) throws(CommandFailure) -> [[UInt8]]? {
        guard case .listFile(let path) = argument.value else { return nil }
        let list = try readList(path, of: argument.name)
        return (0..<list.count).map { Array(list.bytes[list.range($0)]) }
    }
}
