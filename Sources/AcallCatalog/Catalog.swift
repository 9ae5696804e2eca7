// The catalog's front: look-ups by name and number, for one architecture. A look-up reads one row of the
// generated blob; nothing is parsed ahead of time.

/// The kernel's interface for one architecture.
package struct Catalog: Sendable {
    package let architecture: Architecture

    package init(architecture: Architecture = .host) {
        self.architecture = architecture
    }

    /// By the kernel's name or libc's; also one the architecture lacks (its `number` is nil then).
    package func syscall(named name: String) -> Syscall? { nil }

    package func syscall(number: UInt32) -> Syscall? { nil }

    /// Errnos are constants too, in the set `errno`; signals in `signal`.
    package func constant(named name: String) -> Constant? { nil }

    package func constantSet(named name: String) -> ConstantSet? { nil }

    package func structure(named name: String) -> Structure? { nil }

    /// The name of a positive errno (`ENOENT`), and its meaning (`No such file or directory`).
    package func errnoName(_ number: Int) -> String? { nil }
    package func errnoMeaning(_ number: Int) -> String? { nil }

    /// For "did you mean" and listings: kernel names and aliases; all sorted.
    package var syscallNames: [String] { [] }
    package var constantNames: [String] { [] }
    package var structureNames: [String] { [] }
}
