// Command lines for tests, written as strings, and what they must come to.

import Testing

@testable import AcallCommand

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func invoke(_ words: String...) throws(CommandFailure) -> Invocation {
    try Invocation(arguments: words.map(bytes))
}

/// The request that a command line makes, which must be one to run a program.
func runRequest(_ words: String..., location: SourceLocation = #_sourceLocation) throws
    -> RunRequest
{
    let invocation = try Invocation(arguments: words.map(bytes))
    guard case .run(let request) = invocation else {
        Issue.record("not a run: \(invocation)", sourceLocation: location)
        return RunRequest(program: ProgramFile(path: []))
    }
    return request
}

/// The failure that a command line must end in.
func refusal(_ words: String..., location: SourceLocation = #_sourceLocation) -> CommandFailure? {
    refusal(ofBytes: words.map(bytes), location: location)
}

func refusal(
    ofBytes words: [[UInt8]], location: SourceLocation = #_sourceLocation
) -> CommandFailure? {
    #expect(throws: CommandFailure.self, sourceLocation: location) {
        try Invocation(arguments: words)
    }
}
