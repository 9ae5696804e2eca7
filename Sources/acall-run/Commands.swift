// What acall-run does for each form of command line.

import AcallCommand

func perform(_ request: RunRequest) throws(CommandFailure) -> ExitStatus {
    _ = try request.program.read()
    throw notBuilt("running programs")
}

func perform(_ request: CheckRequest) throws(CommandFailure) -> ExitStatus {
    for program in request.programs { _ = try program.read() }
    throw notBuilt("checking programs")
}

func perform(_ request: ExplainRequest) throws(CommandFailure) -> ExitStatus {
    _ = try request.program.read()
    throw notBuilt("explaining programs")
}

func perform(_ request: SyscallsRequest) throws(CommandFailure) -> ExitStatus {
    throw notBuilt("listing system calls")
}

private func notBuilt(_ what: String) -> CommandFailure {
    CommandFailure("\(what) is no part of this build", status: .unable)
}
