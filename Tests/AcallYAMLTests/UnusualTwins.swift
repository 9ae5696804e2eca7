// Twins whose YAML is written in ways that few people choose and that are valid.

extension Twin {
    static let unusual: [Twin] = [
        Twin(
            name: "all of it in flow collections",
            text: "input n: int = 1\nclose(n)\n",
            yaml: "{acall: 1, inputs: {n: {type: int, default: 1}}, steps: [{close: [n]}]}"),
        Twin(
            name: "keys in quotes, and in another order",
            text: "var b: bytes[4]\nn = read(0, b) fully\n",
            yaml: """
                "steps":
                - 'fully': true
                  "read": [0, b]
                  as: n
                vars: {'b': "bytes[4]"}
                acall: "1"
                """),
        Twin(
            name: "a document with its markers and comments",
            text: "sync()\n",
            yaml: "# first\n%YAML 1.1\n---\nacall: 1 # version\nsteps:\n# a step\n- sync: []\n...\n"
        ),
        Twin(
            name: "an output's format where the text has it",
            text: "output a = b[..<2] as text\noutput c[d] = e as hex\n",
            yaml: "{acall: 1, steps: [{output: {a: 'b[..<2] as text', 'c[d]': e as hex}}]}"),
        Twin(
            name: "no arguments, in each way",
            text: "sync(); sync(); sync()\n",
            yaml: "acall: 1\nsteps:\n- sync:\n- sync: []\n- sync: {}\n"),
        Twin(
            name: "folded and literal scalars",
            text:
                "a = openat(AT_FDCWD, \"x\", O_RDONLY | O_CLOEXEC)\n"
                + "fail \"two\\nlines\\n\" if a > 1\n",
            yaml: """
                acall: 1
                steps:
                - as: a
                  openat:
                  - AT_FDCWD
                  - |
                    "x"
                  - >-
                    O_RDONLY |
                    O_CLOEXEC
                - fail: |
                    two
                    lines
                  if: a >
                    1
                """),
        Twin(
            name: "escapes of both languages",
            text: #"write(1, "a\tb\\ \u00e9'\"é")"#,
            yaml: #"{acall: 1, steps: [{write: ["\x31", "\"a\\tb\\\\ \\u00e9'\\\"\u00e9\""]}]}"#),
        Twin(
            name: "single quotes",
            text: #"write(1, "it's")"#,
            yaml: #"{acall: 1, steps: [{write: [1, '"it''s"']}]}"#),
        Twin(
            name: "characters that YAML also uses",
            text: "f('#', 'A', ~x, -1)",
            yaml: #"{acall: 1, steps: [{f: ["'#'", "'A'", ~x, -1]}]}"#),
        Twin(
            name: "words that YAML 1.1 reads as something else",
            text: "f(NO, on, off, yes, y, true, null, 0644, 1_000, 0x2a, 0o17, 0b11)",
            yaml: """
                acall: 1
                steps:
                - f: [NO, on, off, yes, y, true, null, 0644, 1_000, 0x2a, 0o17, 0b11]
                """),
        Twin(
            name: "a string in each way",
            text: #"f("a b", "a b", "a b", "", "x: y # z\n")"#,
            yaml: """
                acall: 1
                steps:
                - f:
                  - '"a b"'
                  - {text: a b}
                  - text: "a b"
                  - {text: ''}
                  - text: |
                      x: y # z

                """),
        Twin(
            name: "nested structures and vectors",
            text: "var t: itimerspec = {it_value: {tv_sec: 1, tv_nsec: 2 * 3}, it_interval: 5ms}\n"
                + "g([[1, 2], [x[..<4], \"y\"]], {a: [1], b: {c: null}})\n",
            yaml: """
                acall: 1
                vars:
                  t:
                    type: itimerspec
                    value: {it_value: {tv_sec: 1, tv_nsec: 2 * 3}, it_interval: 5ms}
                steps:
                - g:
                  - [[1, 2], ["x[..<4]", '"y"']]
                  - a: [1]
                    b: {c: null}
                """),
        Twin(
            name: "what looks like a sequence and is none", text: "close(-fd - 1)\n",
            yaml: "acall: 1\nsteps:\n- close:\n    -fd\n    - 1\n"),
        Twin(
            name: "CRLF", text: "a = f(1)\nb = f(a)\n",
            yaml: "acall: 1\r\nsteps:\r\n- as: a\r\n  f: [1]\r\n- as: b\r\n  f:\r\n  - a\r\n"),
        Twin(
            name: "a byte order mark", text: "f(1)\n",
            yaml: "\u{feff}acall: 1\nsteps:\n- f: [1]\n"),
        Twin(
            name: "no steps", text: "var x: int\n", yaml: "acall: 1\nvars: {x: int}\nsteps: []\n"),
    ]
}
