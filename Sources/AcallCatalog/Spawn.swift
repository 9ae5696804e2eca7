// `spawn`: a call of the language's own, in the form of a catalog row.

extension Syscall {
    /// Starts a process: no system call does it by itself without running something of the host in the child.
    package static let spawn: Syscall = {
        let descriptor = ParameterType.integer(
            IntegerType(width: 4, isSigned: true), .descriptor)
        func stream(_ name: String) -> Parameter {
            Parameter(
                name: name, kernelName: "", type: descriptor, mayBeNull: false,
                defaultArgument: .value(-1), requiredIf: nil)
        }
        return Syscall(
            name: "spawn", aliases: [], number: nil,
            parameters: [
                Parameter(
                    name: "path", kernelName: "", type: .pointer(.path, .in), mayBeNull: false,
                    defaultArgument: .none, requiredIf: nil),
                Parameter(
                    name: "argv", kernelName: "", type: .pointer(.stringArray, .in),
                    mayBeNull: false, defaultArgument: .none, requiredIf: nil),
                Parameter(
                    name: "env", kernelName: "", type: .pointer(.stringArray, .in),
                    mayBeNull: true, defaultArgument: .null, requiredIf: nil),
                stream("stdin"), stream("stdout"), stream("stderr"),
            ], result: .descriptor, policy: .allow, policyReason: "", mayBlock: false,
            consumes: nil, makesDescriptorsIn: nil, advance: nil,
            summary: "Starts a process; its result is a pidfd.",
            example: "child = spawn(\"/bin/sort\", [\"sort\", \"-n\"], stdin: input)")
    }()
}
