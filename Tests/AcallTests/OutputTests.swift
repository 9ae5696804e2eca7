// Outputs that several statements give: which of them counts, on every way, in both spellings.

import Acall
import Testing

@Suite struct OutputTests {
    @Test(
        arguments: [
            (1, 10, "one"), (2, 20, "two"), (3, 30, "many"), (4, nil, nil), (5, nil, nil),
        ] as [(Int64, Int64?, String?)])
    func oneWayGivesIt(_ n: Int64, _ expected: Int64?, _ text: String?) throws {
        let report = try run(
            """
            input n: int
            if n == 1 { output a = 10; output text = "one" }
            else if n == 2 { output a = 20; output text = "two" }
            else {
                stop if n == 4
                fail "five" if n == 5
                output a = n * 10
                output text = "many"
            }
            """, ["n": .integer(n)])
        #expect(report.status == (n == 5 ? 1 : 0))
        #expect(number(report, "a") == expected && report.text == text)
    }

    @Test(arguments: [(0, 2), (1, 1)] as [(Int64, Int64)])
    func aWayThatEndsGivesItAlone(_ n: Int64, _ expected: Int64) throws {
        let report = try run(
            """
            input n: int
            while n == 1 { output a = 1; stop }
            if n == 2 { output a = 3; fail "two" }
            output a = 2
            """, ["n": .integer(n)])
        #expect(report.status == 0 && number(report, "a") == expected)
    }

    @Test func bothSpellingsSayTheSame() throws {
        let program = try Program(
            yaml: """
                acall: 1
                inputs: {n: int}
                steps:
                  - if: n == 1
                    then: [output: {a: 1}]
                    else:
                      - if: n == 2
                        then: [output: {a: 2}]
                        else: [output: {a: n * 10}]
                """)
        for (n, expected) in [(1, 1), (2, 2), (7, 70)] as [(Int64, Int64)] {
            let report = try Engine().runBlocking(program, ["n": .integer(n)])
            #expect(report.status == 0 && number(report, "a") == expected)
        }
    }

    /// The statement that ran last, not the one that stands last.
    @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7] as [Int64])
    func inALoopTheLastOneThatRanCounts(_ n: Int64) throws {
        let report = try run(
            """
            input n: int
            var block: bytes[8] = "odd....."
            for i in 0...n {
                if i % 3 == 0 { output a = i * 100 } else if i % 3 == 1 { output a = -i }
                else { output a = i }
                if i % 2 == 0 { output text = "even" } else { output text = block[..<3] as text }
            }
            """, ["n": .integer(n)])
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "a") == (n % 3 == 0 ? n * 100 : n % 3 == 1 ? -n : n))
        #expect(report.text == (n % 2 == 0 ? "even" : "odd"))
        #expect(report.object["outputs"].map { "\($0)" }?.contains("even") == (n % 2 == 0))
    }

    /// A number that is not negative is good for both; what does not fit beside a negative one fails the program.
    /// As they are where they are values.
    @Test func keysThatAreInternetAddressesAreShownAsPeopleWriteThem() throws {
        let report = try run(
            """
            var a: sockaddr_in = {family: AF_INET, addr: "127.0.0.1"}
            var b: sockaddr_in6 = {family: AF_INET6, addr: "::1"}
            output seen[a.addr] = 4
            output also[b.addr] = 6
            output plain["127.0.0.2"] = 2
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(report.keyed("seen") == ["127.0.0.1": 4])
        #expect(report.keyed("also") == ["::1": 6])
        #expect(report.keyed("plain") == ["127.0.0.2": 2])
        #expect(report.lines.contains("seen[\"127.0.0.1\"] = 4"))
    }

    @Test func signedAndUnsignedAgree() throws {
        let text = """
            input n: int
            var large: u64 = 0xffffffffffffffff
            var small: u64 = 5
            if n == 1 { output a = large } else if n == 2 { output a = small } else { output a = OTHER }
            """
        let same = text.replacing("OTHER", with: "7")
        #expect(try run(same, ["n": .integer(1)]).outputs["a"] == .unsigned(.max))
        #expect(try run(same, ["n": .integer(2)]).outputs["a"] == .unsigned(5))
        #expect(try run(same, ["n": .integer(3)]).outputs["a"] == .unsigned(7))
        let mixed = text.replacing("OTHER", with: "n * -1")
        #expect(try run(mixed, ["n": .integer(2)]).outputs["a"] == .integer(5))
        #expect(try run(mixed, ["n": .integer(3)]).outputs["a"] == .integer(-3))
        let failed = try run(mixed, ["n": .integer(1)])
        #expect(failed.status == 1 && failed.outputs["a"] == nil)
    }

    @Test(arguments: [0, 1] as [Int64])
    func aDescriptorIsHandedOutOnEitherWay(_ n: Int64) throws {
        let report = try run(
            """
            input n: int
            if n == 1 {
                one = memfd_create("acall-either-1")
                output fd = one
            } else {
                two = memfd_create("acall-either-0")
                output fd = two
            }
            """, ["n": .integer(n)])
        let fd = try #require(number(report, "fd"))
        #expect(Host.descriptors.contains { $0.hasPrefix("\(fd) ") && $0.contains("either-\(n)") })
        #expect(report.count(of: "close") == 0)
        Host.close(fd)
    }

    @Test func aProcMayGiveItOnOneWay() throws {
        let report = try run(
            """
            proc tell(n: int) { if n == 1 { output a = 1; return }; output a = 2 }
            input n: int
            if n == 5 { output a = 5 } else { tell(n) }
            """, ["n": .integer(1)])
        #expect(report.status == 0 && number(report, "a") == 1)
    }

    /// Outputs of one chain that stand side by side may share what says that they are set; those of two never do.
    @Test func aChainMayBeginWithOne() throws {
        let first = try run("output a = 1\noutput b = 2\n")
        #expect(number(first, "a") == 1 && number(first, "b") == 2)
        let report = try run(
            """
            input n: int = 0
            task s { stop if n == 0; output a = 1 }
            task t { output b = 2; output c = 3 }
            task u { output d = 4 }
            """)
        #expect(report.status == 0 && number(report, "a") == nil)
        #expect(["b", "c", "d"].map { number(report, $0) } == [2, 3, 4])
    }
}
