import Acall

let engine = try Engine()
let run = try await engine.run(Size(file: CommandLine.arguments[1]))
print(run.outputs.size)
