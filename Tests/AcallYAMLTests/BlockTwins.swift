// Twins of what has steps, and of what stands among them, written in ways that the page does not
// show.

extension Twin {
    static let blocks: [Twin] = [
        Twin(
            name: "empty blocks",
            text: "proc p() { }\nloop { }\nif a { }\nif a { } else { }\nwhile a { }\n"
                + "for i in b { }\ntask { }\nparallel { }\nparallel for i in b { }\n"
                + "await a else { }\nparallel { task { } }\n",
            yaml: """
                acall: 1
                steps:
                - loop: []
                - {if: a, then: []}
                - {else: [], then: [], if: a}
                - while: {steps: [], cond: a}
                - for: {in: b, each: i, steps: []}
                - task: {steps: []}
                - parallel: []
                - parallel: {in: b, steps: [], for: i}
                - await: {else: [], all: [a]}
                - parallel: [{steps: []}]
                procs: {p: {steps: []}}
                """),
        Twin(
            name: "blocks in blocks",
            text: """
                loop {
                    while a {
                        for i in b {
                            if c { parallel { task t { loop { stop } } } } else { f(1); g(2) }
                            await t else { break; continue if d }
                        }
                        h(3)
                    }
                    k(4)
                }
                l(5)
                """,
            yaml: """
                acall: 1
                steps:
                - loop:
                  - while:
                      cond: a
                      steps:
                      - for:
                          each: i
                          in: b
                          steps:
                          - if: c
                            then:
                            - parallel:
                              - as: t
                                steps:
                                - loop: [stop]
                            else:
                            - f: 1
                            - g: 2
                          - await:
                              all: t
                              else: [break, continue: d]
                      - h: 3
                  - k: 4
                - l: 5
                """),
        Twin(
            name: "else that is no else if",
            text: "if a { } else { if b { }; c() }\nif a { } else { d() if b }\n",
            yaml: "acall: 1\nsteps:\n- {if: a, then: [], else: [{if: b, then: []}, c: ]}\n"
                + "- {if: a, then: [], else: [{if: b, d: []}]}\n"),
        Twin(
            name: "conditions under if and as values",
            text: "loop { break; break if a; break if a; continue; continue if b; "
                + "continue if b }\n",
            yaml: "acall: 1\nsteps:\n- loop: [{break: }, {break: a}, {break: , if: a}, "
                + "{continue: }, {continue: b}, {if: b, continue: }]\n"),
        Twin(
            name: "returns",
            text: "return\nreturn\nreturn n + 1\nreturn \"a\"\nreturn [a, b]\nreturn null\n",
            yaml: "acall: 1\nsteps:\n- return\n- return:\n- return: n + 1\n- return: {text: a}\n"
                + "- return: [a, b]\n- return: null\n"),
        Twin(
            name: "what a for goes over",
            text: "for i in a + 1..<b * 2 { }\nfor i in 0...sizeof(x) { }\n"
                + "for i in [1, \"b\"] { }\nfor i in records(b[4..<n], e) { }\nfor i in \"abc\" { }\nfor i in a.b[0] { }\n",
            yaml: """
                acall: 1
                steps:
                - for: {each: i, in: a + 1..<b * 2, steps: []}
                - for:
                    each: i
                    in: >-
                      0
                      ...
                      sizeof(x)
                    steps: []
                - for: {each: i, in: [1, '"b"'], steps: []}
                - for: {each: i, in: "records(b[4..<n], e)", steps: []}
                - for: {each: i, in: '"abc"', steps: []}
                - for: {each: i, in: 'a.b[0]', steps: []}
                """),
        Twin(
            name: "assignments",
            text: "a = 1\nb[0] = a + 1\nc.d[2].e = {f: 1}\nc.d = [1, 2]\na = \"x\"\na = min(a, 2)\n"
                + "a -= -1\na = -1\nb[i + 1] += c.d\nb[i] = f(1) allow EIO\nc.d = g()\n",
            yaml: """
                acall: 1
                steps:
                - {set: 1, as: a}
                - {as: 'b[0]', set: a + 1}
                - as: c.d[2].e
                  set: {f: 1}
                - {as: c.d, set: [1, 2]}
                - {as: a, set: {text: x}}
                - {as: a, set: "min(a, 2)"}
                - {as: a, set: -= -1}
                - {as: a, set: -1}
                - as: >-
                    b[i + 1]
                  set: |-
                    +=
                    c.d
                - as: b[i]
                  f: 1
                  allow: EIO
                - {as: c.d, g: }
                """),
        Twin(
            name: "awaits",
            text: "await any\nawait all\nawait any a\nawait any any, all\n"
                + "await a, b timeout n * 1s\nawait a else { stop }\n",
            yaml: """
                acall: 1
                steps:
                - await: any
                - await: [all]
                - await: {any: a}
                - await: {any: [any, all]}
                - await: {timeout: n * 1s, all: [a, b]}
                - await: {all: a, else: [stop]}
                """),
        Twin(
            name: "async calls with every modifier",
            text: "async n = f(1) expect > 0 allow EIO retry EINTR up to 3 fully timeout 1s if c\n"
                + "async g()\ndefer h() timeout 5ms\n",
            yaml: """
                acall: 1
                steps:
                - async:
                    if: c
                    timeout: 1s
                    fully: true
                    retry: {on: EINTR, times: 3}
                    allow: EIO
                    expect: "> 0"
                    f: 1
                    as: n
                - async: {g: []}
                - defer: {h: , timeout: 5ms}
                """),
        Twin(
            name: "parallel with other steps",
            text: "parallel { task a { }; task b { }; async f(); g(); parallel { task { } } }\n"
                + "parallel for i in 0...n limit 2 * 4 { stop if i == 3 }\n",
            yaml: """
                acall: 1
                steps:
                - parallel:
                  - {steps: [], as: a}
                  - task: {as: b, steps: []}
                  - async: {f: []}
                  - g: []
                  - parallel: [steps: []]
                - parallel:
                    limit: 2 * 4
                    steps: [stop: i == 3]
                    for: i
                    in: 0...n
                """),
        Twin(
            name: "declarations among the steps",
            text: "f()\nvar a: int\nvar b: bytes[n] = \"x\"\ninput c: [path]\ninput d: int = 4\n"
                + "loop { var e: int[2] = [1, 2] }\n",
            yaml: """
                acall: 1
                steps:
                - f:
                - var:
                    a: int
                    b: {type: "bytes[n]", value: {text: x}}
                - input: {c: [path], d: {type: int, default: 4}}
                - loop:
                  - var: {e: {type: "int[2]", value: [1, 2]}}
                """),
        Twin(
            name: "defaults of lists",
            text: "input a: [string] = [\"x\", \"0644\", \"\"]\ninput b: [path] = []\n"
                + "input c: [int] = [1, 0644, 2 * 3]\n",
            yaml: """
                acall: 1
                inputs:
                  a:
                    type: [string]
                    default:
                    - '"x"'
                    - {text: 0644}
                    - '""'
                  b: {default: [], type: [path]}
                  c: {type: [int], default: [1, 0644, 2 * 3]}
                """),
        Twin(
            name: "outputs with keys",
            text: "output a[b] = c\noutput a[b + 1] = c as hex\noutput a[\"x\"] = d\noutput e = f\n"
                + "output a[g[0].h] = i\n",
            yaml: """
                acall: 1
                steps:
                - output:
                    a[b]: c
                    a[b + 1]: {as: hex, value: c}
                    'a["x"]': d
                    e: f
                - output: {"a[g[0].h]": i}
                """),
        Twin(
            name: "procs and includes in another order",
            text: "include \"a b.acall\"\ninclude \"0644\"\nproc p(a: bytes, b: [path]) -> [int] "
                + "{ return a }\nproc q(c: bytes[4]) { stop }\ninput i: int\nvar v: int\n"
                + "p(a: 1, b: 2)\nx = q(v)\ninclude \"c\"\ninclude \"d\"\n",
            yaml: """
                steps:
                - p: {a: 1, b: 2}
                - {as: x, q: v}
                - include: [c]
                - include: d
                vars: {v: int}
                inputs: {i: int}
                procs:
                  p:
                    steps: [return: a]
                    result: [int]
                    params: {a: bytes, b: [path]}
                  q:
                    steps: [stop]
                    params:
                      c: bytes[4]
                include:
                - a b.acall
                - 0644
                acall: 1
                """),
        Twin(
            name: "words that are keys here and names there",
            text: "each = f(in, limit, all)\ng(1) if then\ncond(1)\noutput steps = params\n"
                + "task result { }\nawait result\n",
            yaml: """
                acall: 1
                steps:
                - {as: each, f: [in, limit, all]}
                - {g: 1, if: then}
                - cond: 1
                - output: {steps: params}
                - task: {as: result, steps: []}
                - await: result
                """),
    ]
}
