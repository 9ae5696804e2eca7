import Acall

let engine = try Engine()
let run = try await engine.run(Sizes(files: Array(CommandLine.arguments.dropFirst())))
for (file, size) in run.outputs.size.sorted(by: { $0.value < $1.value }) {
    print(size, file)
}
