// What a report tells of a run: each call's chain, item and place in the whole run; statuses and addresses as a
// reader wants them.

import Acall
import Foundation
import Testing

@Suite struct TimelineTests {
    struct Call {
        var name: String
        var chain: Int
        var item: String?
        var order: Int
        var shown: [String]
    }

    /// All calls of a report, in their order.
    static func calls(_ report: RunReport) -> [Call] {
        let steps = report.object["steps"] as? [[String: Any]] ?? []
        return steps.flatMap { step -> [Call] in
            if step["outcome"] as? String == "skipped" { return [] }
            let calls = step["calls"] as? [[String: Any]] ?? [step]
            return calls.map { call in
                let arguments = call["arguments"] as? [[String: Any]] ?? []
                return Call(
                    name: step["call"] as? String ?? "", chain: call["chain"] as? Int ?? -1,
                    item: call["item"].map { "\($0)" }, order: call["order"] as? Int ?? -1,
                    shown: arguments.compactMap { $0["shown"] as? String })
            }
        }.sorted { $0.order < $1.order }
    }

    @Test func theCallsOfALoopCanBePutInOrder() throws {
        let report = try run(
            """
            for i in 0..<3 {
                fd = eventfd2(i)
                getpid()
            }
            """)
        let calls = Self.calls(report)
        #expect(calls.map(\.order) == Array(0..<9))
        let pass = ["eventfd2", "getpid", "close"]
        #expect(calls.map(\.name) == pass + pass + pass)
        #expect(calls.filter { $0.name == "eventfd2" }.map { $0.shown[0] } == ["0", "1", "2"])
        #expect(calls.allSatisfy { $0.chain == 0 && $0.item == nil })
    }

    @Test func callsOfChainsSayWhoseTheyAre() throws {
        let report = try run(
            """
            input files: [path]
            parallel for file in files limit 2 {
                faccessat(AT_FDCWD, file, F_OK)
                getpid()
            }
            parallel for i in 0..<4 limit 4 { getppid() }
            getpid()
            """, ["files": .list([Array("/".utf8), Array("/tmp".utf8), Array("/proc".utf8)])])
        let calls = Self.calls(report)
        #expect(Set(calls.map(\.order)).count == calls.count)
        let checked = calls.filter { $0.name == "faccessat" }
        #expect(Set(checked.compactMap(\.item)) == ["/", "/tmp", "/proc"])
        #expect(checked.allSatisfy { $0.chain > 0 && $0.shown[1] == "\"\($0.item ?? "")\"" })
        // What follows in the same pass belongs to the same item, in the same chain.
        for call in checked {
            let next = calls.first { $0.chain == call.chain && $0.order > call.order }
            #expect(next?.name == "getpid" && next?.item == call.item)
        }
        let counted = calls.filter { $0.name == "getppid" }
        #expect(counted.compactMap(\.item).sorted() == ["0", "1", "2", "3"])
        let last = try #require(calls.last)
        #expect(last.chain == 0 && last.item == nil && last.name == "getpid")
    }

    @Test func aSignalsNumberIsTheResultOfItsWait() throws {
        let report = try run(
            """
            child = spawn("/bin/sh", ["sh", "-c", "kill -9 $$"])
            status = wait(child)
            other = spawn("/bin/sh", ["sh", "-c", "exit 3"])
            code = wait(other)
            output status
            output code
            """)
        #expect(number(report, "status") == -9 && number(report, "code") == 3)
        let waits = report.steps.filter { $0.call == "waitid" }
        #expect(waits.map(\.result) == [-9, 3] && waits.allSatisfy { $0.outcome == "returned" })
        #expect(report.lines.contains(" = -9 <"))
        let steps = report.object["steps"] as? [[String: Any]] ?? []
        let step = steps.first { $0["name"] as? String == "status" }
        #expect(step?["result"] as? Int == -9 && step?["errno"] is NSNull)
    }

    @Test func anInternetAddressIsAnOutputAsPeopleWriteIt() throws {
        let report = try run(
            """
            listener = socket(AF_INET, SOCK_STREAM)
            var wanted: sockaddr_in = {family: AF_INET, addr: "127.0.0.1"}
            bind(listener, wanted)
            var here: sockaddr_in
            getsockname(listener, here)
            output here.addr
            output text = here.addr as text
            output raw = here.addr as hex
            var there: sockaddr_in6 = {family: AF_INET6, addr: "::1"}
            output six = there.addr
            """)
        let outputs = report.object["outputs"] as? [String: Any] ?? [:]
        #expect(outputs["text"] as? String == "127.0.0.1")
        #expect(outputs["six"] as? String == "::1")
        #expect(outputs["raw"] as? String == "7f000001")
        #expect(outputs.values.count { $0 as? String == "127.0.0.1" } == 2, "\(outputs)")
    }

    /// Of a thousand files the message says which.
    @Test func anErrorNamesWhatTheCallWasGiven() throws {
        let report = try run("fd = openat(AT_FDCWD, \"/no/such/file\", O_RDONLY)")
        let error = RunError.failed(report)
        let name = "openat(AT_FDCWD, \"/no/such/file\", O_RDONLY)"
        #expect("\(error)".contains(":1: \(name): ENOENT: No such file or directory"), "\(error)")
    }
}
