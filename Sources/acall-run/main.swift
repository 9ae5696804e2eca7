// acall-run: runs system-call programs. Everything a command line can be stands in AcallCommand; what is
// done for each form stands in Commands.swift. Output: the process's exit status, see `ExitStatus`.

import AcallCommand
import CRunner
import Glibc

/// The arguments' bytes as the kernel handed them over. (The standard library reads them from /proc, which may not be
/// there.)
func rawArguments() -> [[UInt8]] {
    let arguments = acall_runner_begin()
    return (1..<max(1, Int(arguments.count))).compactMap { index in
        arguments.words?[index].map { argument in
            Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
        }
    }
}

func status(of arguments: [[UInt8]]) -> Int32 {
    do {
        switch try Invocation(arguments: arguments) {
        case .run(let request): return try perform(request)
        case .check(let request): return try perform(request)
        case .explain(let request): return try perform(request)
        case .format(let request): return try perform(request)
        case .convert(let request): return try perform(request)
        case .compile(let request): return try perform(request)
        case .syscalls(let request): return try perform(request)
        case .message(let text):
            try Output.standard.print(text)
            return ExitStatus.success.rawValue
        }
    } catch {
        // Nowhere is left to tell that standard error can't be written.
        try? Output.error.write(error.rendered)
        return error.status.rawValue
    }
}

Output.ignoreRaisedSignals()
exit(status(of: rawArguments()))
