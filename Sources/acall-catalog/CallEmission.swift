// What other layers know of calls, made of the rows too: the C table of calls that need care, the engine's sets, the
// names of `SystemCall`.
//
// Input: a checked grammar. Output: files beside the catalog's own. Invariant: a fact about a call stands in its row,
// and nowhere else.

import AcallCatalog

extension Generator {
    static func callFiles(_ grammar: Grammar) -> [GrammarFile] {
        [
            GrammarFile(path: "../CAcall/generated_calls.h", text: table(grammar)),
            GrammarFile(path: "../AcallEngine/GeneratedCallSets.swift", text: sets(grammar)),
            GrammarFile(path: "../Acall/SystemCall+Names.swift", text: names(grammar)),
        ]
    }

    /// The entries of `acall_call_table`.
    private static func table(_ grammar: Grammar) -> String {
        let flags: [(CallTraits, String)] = [
            (.masked, "ACALL_CALL_HAS_MASK"), (.timed, "ACALL_CALL_HAS_TIME"),
            (.once, "ACALL_CALL_IS_MADE_ONCE"),
        ]
        func lines(_ architecture: Architecture) -> String {
            grammar.entries(on: architecture).compactMap { number, call -> String? in
                var words = flags.filter { call.traits.contains($0.0) }.map(\.1)
                if call.consumes != nil { words.append("ACALL_CALL_IS_CLOSE") }
                guard !words.isEmpty else { return nil }
                return "    [\(number) /* \(call.name) */] = \(words.joined(separator: " | ")),\n"
            }.joined()
        }
        return """
            /* Calls that need care. Made by `acall-catalog` from `grammar/`: change that, not this. */
            #if defined(__x86_64__)
            \(lines(.x86_64))#else
            \(lines(.aarch64))#endif

            """
    }

    private static func sets(_ grammar: Grammar) -> String {
        func numbers(_ trait: CallTraits, _ architecture: Architecture) -> String {
            grammar.entries(on: architecture).filter { $0.1.traits.contains(trait) }
                .map { "            \($0.0),  // \($0.1.name)\n" }.joined()
        }
        func set(_ name: String, _ trait: CallTraits, _ story: String) -> String {
            """
                /// \(story)
                public static let \(name): SystemCallSet = {
                    #if arch(x86_64)
                        SystemCallSet([
            \(numbers(trait, .x86_64))        ])
                    #else
                        SystemCallSet([
            \(numbers(trait, .aarch64))        ])
                    #endif
                }()

            """
        }
        return """
            // swift-format-ignore-file
            // Which calls the engine takes for quick. Made by `acall-catalog` from `grammar/`: change that, not this.

            extension SystemCallSet {
            \(set(
                "neverWaiting", .quick,
                "Calls that ask the kernel for what it has in memory: the ids of the process, its clocks, its limits, "
                    + "`fstat`, `lseek`."))
            \(set(
                "sameForEveryThread", .shared,
                "Calls that read a few words in the kernel which are the same for every thread of a process: its ids, "
                    + "its limits and times, the system's clock and state."))}

            """
    }

    private static func names(_ grammar: Grammar) -> String {
        let names = Set(grammar.syscalls.map(\.syscall.name)).sorted()
        return """
            // The calls of the catalog, by the kernel's names. Made by `acall-catalog` from `grammar/`: change that, not this.

            extension SystemCall {
            \(names.map { "    public static let \($0) = SystemCall(\"\($0)\")\n" }.joined())}

            """
    }
}

extension Grammar {
    /// By number.
    fileprivate func entries(on architecture: Architecture) -> [(UInt32, Syscall)] {
        syscalls.compactMap { entry in
            entry.numbers[architecture].map { ($0, entry.syscall) }
        }.sorted { $0.0 < $1.0 }
    }
}
