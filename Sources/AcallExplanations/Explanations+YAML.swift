// The YAML spelling.

extension Explanation {
    static let yaml: [Explanation] = [
        Explanation(
            "E0801", "this is not YAML, or not UTF-8",
            """
            The file can't be read as YAML. The usual cause is a value that has a meaning of its own
            to YAML: within `[...]` and `{...}` a value with a bracket, a comma or a colon is put in
            quotes. Tabs can't indent.
            """, .yaml,
            wrong: """
                acall: 1
                vars:
                  block: {type: "bytes[64]", value: '"hello"'}
                steps:
                  - write: [1, block[..<5]]
                """,
            right: """
                acall: 1
                vars:
                  block: {type: "bytes[64]", value: '"hello"'}
                steps:
                  - write: [1, "block[..<5]"]
                """),
        Explanation(
            "E0802", "an alias",
            """
            `*name` stands for what an anchor has marked elsewhere. This spelling has neither: a
            program is read once, from top to bottom, and nothing in it grows when it is read. Write
            the value out; a product is put in quotes.
            """, .yaml,
            wrong: """
                acall: 1
                steps:
                  - fsync: [*fd]
                """,
            right: """
                acall: 1
                steps:
                  - fsync: [1]
                """),
        Explanation(
            "E0803", "an anchor",
            """
            To YAML, `&name` marks a value for aliases, which this spelling does not have. An address
            is an expression: put it in quotes.
            """, .yaml,
            wrong: """
                acall: 1
                vars:
                  name: utsname
                steps:
                  - uname: [&name]
                """,
            right: """
                acall: 1
                vars:
                  name: utsname
                steps:
                  - uname: ["&name"]
                """),
        Explanation(
            "E0804", "a tag",
            """
            To YAML, `!word` says of which type a value is. Here that follows from where the value
            stands, and there are no tags. A condition that starts with `!` is put in quotes.
            """, .yaml,
            wrong: """
                acall: 1
                inputs:
                  quiet: int
                steps:
                  - assert: !quiet
                """,
            right: """
                acall: 1
                inputs:
                  quiet: int
                steps:
                  - assert: "!quiet"
                """),
        Explanation(
            "E0805", "several documents in a file",
            """
            A line `---` in the middle of a file starts another document. A file holds one program:
            put the other program into a separate file.
            """, .yaml,
            wrong: """
                acall: 1
                steps:
                  - sync:
                ---
                acall: 1
                steps:
                  - sync:
                """,
            right: """
                acall: 1
                steps:
                  - sync:
                """),
        Explanation(
            "E0806", "a key that is a collection",
            """
            A key is a name. `{{ fd }}`, which other tools take for a template, is to YAML a mapping
            whose key is a mapping. Here every value is an expression already: write `fd`.
            """, .yaml,
            wrong: """
                acall: 1
                inputs:
                  fd: fd
                steps:
                  - fsync: [{{ fd }}]
                """,
            right: """
                acall: 1
                inputs:
                  fd: fd
                steps:
                  - fsync: [fd]
                """),
        Explanation(
            "E0807", "a key given twice in a mapping",
            """
            Of two values under the same key one would be lost. Conditions are joined with `&&`; a
            second call is a separate step.
            """, .yaml,
            wrong: """
                acall: 1
                inputs:
                  n: int
                steps:
                  - fsync: [1]
                    if: n > 0
                    if: n < 100
                """,
            right: """
                acall: 1
                inputs:
                  n: int
                steps:
                  - fsync: [1]
                    if: n > 0 && n < 100
                """),
        Explanation(
            "E0808", "no program, no version, or another version",
            """
            A program is a mapping with `acall: 1`, the version of the spelling, and `steps:`. The
            version says which rules it was written for, so that later ones can differ.
            """, .yaml,
            wrong: """
                steps:
                  - sync:
                """,
            right: """
                acall: 1
                steps:
                  - sync:
                """),
        Explanation(
            "E0809", "a key that is not known there",
            """
            Keys that are not known are refused: they would be misspelt ones, and what they ask for
            would not be done. A remark is a comment, `# ...`.
            """, .yaml,
            wrong: """
                acall: 1
                steps:
                  - write: [1, '"hello"']
                    fuly: true
                """,
            right: """
                acall: 1
                steps:
                  - write: [1, '"hello"']
                    fully: true
                """),
        Explanation(
            "E0810", "a key or a result that is not a name, or a target that is no variable",
            """
            Names are letters, digits and `_`, and start with no digit, in this spelling as in the
            text. They stand in expressions, where `my-file` would be a difference.
            """, .yaml,
            wrong: """
                acall: 1
                inputs:
                  my-file: path
                steps:
                  - sync:
                """,
            right: """
                acall: 1
                inputs:
                  my_file: path
                steps:
                  - sync:
                """),
        Explanation(
            "E0811", "a value of the wrong kind, or a part that is missing",
            """
            Each key takes a text, a sequence or a mapping of its own shape. The message says which
            is needed; `acall.schema.json` lets an editor say it while you type.
            """, .yaml,
            wrong: """
                acall: 1
                steps:
                  - fsync: [1]
                    retry: EINTR
                """,
            right: """
                acall: 1
                steps:
                  - fsync: [1]
                    retry: {on: EINTR, times: 5}
                """),
        Explanation(
            "E0812",
            "a step with no call, with two, or with a call beside the steps of an `if` or a `loop`",
            """
            One key of a step names what is done, the other keys say how. Each call is a step of its
            own, which starts with `- `.
            """, .yaml,
            wrong: """
                acall: 1
                steps:
                  - fsync: [1]
                    sync: []
                """,
            right: """
                acall: 1
                steps:
                  - fsync: [1]
                  - sync: []
                """),
    ]
}
