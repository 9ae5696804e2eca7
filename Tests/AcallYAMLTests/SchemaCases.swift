// Programs for the schema's test: valid ones with what the other tests' programs don't have, and
// ones that are wrong in their structure, each in one place.

extension SchemaTests {
    static let valid = [
        "acall: 1", "acall: '1'", "acall: 1\ninputs:\nvars:\nsteps:\n",
        "acall: 1\nsteps:\n- f: [0644, 64, true, null]\n",
        "acall: 1\nsteps:\n- f: 64\n- f: true\n- f: null\n- if: true\n  f: 0644\n",
        "acall: 1\nsteps:\n- f: {a: 64, b: true, c: null, d: 0644}\n- assert: true\n- assert: 1\n",
        "acall: 1\nsteps:\n- fail: 42\n- fail: true\n- fail: null\n- fail: ''\n- stop: 1\n",
        "acall: 1\nsteps:\n- f: {text: 12}\n"
            + "- f: [{text: ''}]\n- f: {text: a, b: c}\n- f: [{}, []]\n",
        "acall: 1\nvars:\n  a: {type: 'int[2]', value: [1, 2]}\n"
            + "  b: {type: st, value: {text: a}}\n",
        "acall: 1\ninputs:\n  a: {type: [path]}\n  b: {type: int, default: 0644}\n"
            + "  c: {type: int, default: null}\n",
        "acall: 1\nsteps:\n- output: {a: 1, b: {value: true}, c: {value: x, as: hex}}\n",
        "acall: 1\nsteps:\n- read: [a]\n  retry: {on: [EIO], times: 1, after: 5}\n"
            + "  expect: 0\n  fully: false\n",
    ]

    /// A step that is wrong.
    private static let steps = [
        "sync", "[close, fd]", "5", "{}", "{if: x}", "{close: [fd], fsync: [fd]}",
        "{close: [fd], iff: x}",
        "{loop: []}", "{close: [fd], timeout: 5ms}", "{open-at: [fd]}", "{close: ['']}",
        "{f: {a-b: 1}}",
        "{f: {text: [a]}}", "{f: [{text: {a: b}}]}", "{f: {a: {b: ' '}}}", "{f: [[[' ']]]}",
        "{as: [n], f: 1}", "{as: a-b, f: 1}", "{as: 5, f: 1}",
        "{f: 1, expect: [0]}", "{f: 1, expect: {min: 0}}", "{f: 1, allow: []}", "{f: 1, allow: 4}",
        "{f: 1, allow: [4]}", "{f: 1, allow: {on: EIO}}", "{f: 1, allow: [[EIO]]}",
        "{f: 1, retry: EIO}", "{f: 1, retry: [EIO]}", "{f: 1, retry: {on: EIO}}",
        "{f: 1, retry: {times: 1}}",
        "{f: 1, retry: {on: EIO, times: 1, upto: 5}}", "{f: 1, retry: {on: EIO, times: [1]}}",
        "{f: 1, retry: {on: EIO, times: 1, after: {s: 1}}}", "{f: 1, retry: {on: [], times: 1}}",
        "{f: 1, fully: yes}", "{f: 1, fully: 1}", "{f: 1, fully: [true]}", "{f: 1, if: [x]}",
        "{f: 1, if: {a: 1}}",
        "{output: }", "{output: []}", "{output: {}}", "{output: [a, [b]]}", "{output: a b}",
        "{output: 5}",
        "{output: {a-b: 1}}", "{output: {a: {as: text}}}", "{output: {a: {value: b, as: octal}}}",
        "{output: {a: {value: b, format: hex}}}", "{output: {a: [b]}}",
        "{output: {a: {value: [b]}}}",
        "{output: a, if: x}", "{output: a, close: [fd]}", "{output: {a: ' '}}",
        "{assert: [x]}", "{assert: {message: a}}", "{assert: {that: x, msg: a}}",
        "{assert: {that: [x]}}",
        "{assert: {that: x, message: [a]}}", "{assert: x, if: y}", "{assert: ' '}",
        "{fail: [a]}", "{fail: {a: b}}", "{fail: a, fully: true}", "{fail: a, if: [x]}",
        "{stop: [x]}", "{stop: {if: x}}", "{stop: x, as: y}", "{stop: ' '}",
        "{defer: close}", "{defer: [close]}", "{defer: }", "{defer: {}}",
        "{defer: {as: n, close: [fd]}}",
        "{defer: {stop: x}}", "{defer: {defer: {close: fd}}}", "{defer: {output: x}}",
        "{defer: {close: [fd]}, if: x}",
        "{defer: {close: [fd], fsync: [fd]}}", "{defer: {close: [fd], if: [x]}}",
    ]

    static let invalid =
        [
            "steps: []", "acall: 2", "acall: [1]", "acall: {}", "acall: yes", "acall:", "[]",
            "text", "5",
            "acall: 1\nname: x", "acall: 1\nstep: []", "acall: 1\ninclude: x",
            "acall: 1\ninputs: [a]", "acall: 1\ninputs: path", "acall: 1\nvars: [a]",
            "acall: 1\nvars: 5",
            "acall: 1\nsteps: {close: [fd]}", "acall: 1\nsteps: close", "acall: 1\nsteps: true",
            "acall: 1\ninputs: {a: 5}", "acall: 1\ninputs: {a: }", "acall: 1\ninputs: {a: {}}",
            "acall: 1\ninputs: {a: {default: 1}}", "acall: 1\ninputs: {a: {type: int, value: 1}}",
            "acall: 1\ninputs: {a: {type: {b: c}}}", "acall: 1\ninputs: {a: [path, int]}",
            "acall: 1\ninputs: {a: []}", "acall: 1\ninputs: {a: [[path]]}",
            "acall: 1\ninputs: {a: [a b]}",
            "acall: 1\ninputs: {a-b: int}", "acall: 1\ninputs: {2a: int}",
            "acall: 1\ninputs: {a: {type: int, default: ' '}}", "acall: 1\ninputs: {a: '[2]'}",
            "acall: 1\nvars: {a: {type: int, default: 1}}", "acall: 1\nvars: {a: {value: 1}}",
            "acall: 1\nvars: {a: 12}", "acall: 1\nvars: {a-b: int}",
            "acall: 1\nvars: {a: {type: [int, int]}}",
            "acall: 1\nvars: {a: {type: int, value: {a-b: 1}}}",
        ] + steps.map { "acall: 1\nsteps:\n- \($0)\n" }
}
