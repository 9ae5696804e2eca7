// acall-bench: measures acall against C doing the same, on this machine, now.
//
// Output: a table on standard output, JSON where asked for; status 0 whether or not targets are met (a busy
// machine is no error), 1 where a row could not be measured.

import AcallCommand
import ArgumentParser
import Glibc

extension CommandFailure: CustomStringConvertible {
    package var description: String { message }
}

@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acall-bench",
        abstract: "Measure acall against C doing the same work, in interleaved rounds.",
        discussion: "Example:\n  acall-bench --only getppid --rounds 15 --json bench.json")

    @Option(help: "Rounds of each row; the median counts.")
    var rounds = 9

    @Option(help: ArgumentHelp("Measure the rows whose name contains this.", valueName: "text"))
    var only: String?

    @Option(help: ArgumentHelp("Write the outcomes there too.", valueName: "file"))
    var json: String?

    @Option(help: "Where acall-run and the programs are, for whole runs.")
    var root = "."

    @Flag(help: "Show the rows' names and measure nothing.")
    var list = false

    func validate() throws {
        guard (7...1000).contains(rounds) else {
            throw ValidationError("--rounds is 7 to 1000: with fewer the median says little")
        }
    }

    func run() throws {
        let fixtures = Fixtures(root: root)
        defer { fixtures.remove() }
        let rows = allRows(fixtures).filter { row in only.map { row.name.contains($0) } ?? true }
        if list {
            for row in rows { print(row.name) }
            return
        }
        let machine = Machine()
        print("\(machine.description); the median of \(rounds) interleaved rounds\n")
        var outcomes: [Outcome] = []
        var isComplete = true
        for row in rows {
            try? Output.error.write("measuring \(row.name)\n")
            do {
                outcomes.append(try Outcome(measuring: row, rounds: rounds))
            } catch {
                try? Output.error.write("acall-bench: \(row.name): \(error.message)\n")
                isComplete = false
            }
        }
        for line in aligned([Outcome.header] + outcomes.map(\.cells)) { print(line) }
        if let json {
            let file = try Output(creating: Array(json.utf8))
            defer { file.close() }
            try file.print(jsonText(outcomes, machine: machine, rounds: rounds))
        }
        if !isComplete { throw ExitCode(1) }
    }
}

/// Every row that there is; each group stands in a file of its own.
func allRows(_ fixtures: Fixtures) -> [Row] {
    processRows(fixtures) + aioRows(fixtures) + poolRows() + chainRows(fixtures)
        + programRows(fixtures) + embeddedRows(fixtures)
        + compileRows()
}
