import Acall

let engine = try Engine()
do {
    let run = try await engine.run(Sizes(files: Array(CommandLine.arguments.dropFirst())))
    for (file, size) in run.outputs.size.sorted(by: { $0.value < $1.value }) {
        print(size, file)
    }
} catch RunError.failed(let report) {
    for failure in report.failures { print(failure) }
    for step in report.steps { print(step.call, "=", step.outcome) }
}
