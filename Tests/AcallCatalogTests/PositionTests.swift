// Which parameters positional arguments stand for: every row of the catalog, by every name and number of arguments.
//
// `Positions.txt` has a line for each call with a length that follows from another argument, and each number of
// arguments below all: what they are. Run with ACALL_BLESS=1 to write what holds now.

import Foundation
import Testing

@testable import AcallCatalog

@Suite struct PositionTests {
    private static let catalogs = Architecture.allCases.map { Catalog(architecture: $0) }

    private static func lines() -> [String] {
        var lines: [String] = []
        let catalog = Catalog(architecture: .x86_64)
        for name in catalog.syscallNames {
            guard let call = catalog.syscall(named: name),
                call.parameters.contains(where: \.isDerived)
            else { continue }
            let all = call.positionalParameters(as: name).count
            for count in 1..<max(all, 1) {
                let places = call.positions(of: count, as: name) ?? []
                let names = places.map { call.parameters[$0].name }.joined(separator: ", ")
                lines.append("\(name)(\(names))")
            }
        }
        return lines
    }

    @Test func theTableHolds() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Positions.txt")
        let text = Self.lines().joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["ACALL_BLESS"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let wanted = try String(contentsOf: file, encoding: .utf8)
        #expect(text == wanted)
        #expect(Self.lines().count > 150)
    }

    /// The rule, on every row of both architectures: as many as C has are C's; lengths go first, all of them.
    @Test func theRuleIsTheSameForAll() throws {
        for catalog in Self.catalogs {
            for name in catalog.syscallNames {
                guard let call = catalog.syscall(named: name), call.libcCounts[name] == nil else {
                    continue
                }
                let all = call.positionalParameters(as: name)
                let plain = all.filter { !call.parameters[$0].isDerived }
                #expect(all.allSatisfy { !call.parameters[$0].isImplied })
                #expect(call.positions(of: all.count, as: name) == all, "\(name)")
                #expect(call.positions(of: all.count + 1, as: name) == nil, "\(name)")
                for count in 0...plain.count where plain.count < all.count {
                    #expect(
                        call.positions(of: count, as: name) == Array(plain.prefix(count)), "\(name)"
                    )
                }
                for count in plain.count..<max(all.count, plain.count) {
                    let places = try #require(call.positions(of: count, as: name))
                    #expect(places.count == count, "\(name)")
                    #expect(plain.allSatisfy(places.contains), "\(name): no other is left out")
                    let derived = all.filter { call.parameters[$0].isDerived }
                    let given = derived.filter(places.contains)
                    #expect(
                        given == Array(derived.prefix(given.count)), "\(name): the last go first")
                }
            }
        }
    }

    /// libc's `send` and `recv` have four parameters, `preadv2` five.
    @Test func namesHaveTheirOwnNumber() throws {
        let catalog = Catalog(architecture: .x86_64)
        for (name, count) in [
            ("send", 4), ("sendto", 6), ("recv", 4), ("recvfrom", 6), ("preadv2", 5),
            ("pwritev", 4), ("pread", 4), ("pread64", 4), ("sync", 0),
        ] {
            let call = try #require(catalog.syscall(named: name))
            #expect(call.positionalParameters(as: name).count == count, "\(name)")
            #expect(call.positions(of: count, as: name)?.count == count, "\(name)")
            #expect(call.positions(of: count + 1, as: name) == nil, "\(name)")
        }
        // The fifth parameter of `mremap` is one of C's `...`.
        let remap = try #require(catalog.syscall(named: "mremap"))
        #expect(remap.positions(of: 3, as: "mremap") == [0, 2, 3])
        #expect(remap.positions(of: 4, as: "mremap") == [0, 1, 2, 3])
        #expect(remap.positions(of: 5, as: "mremap") == [0, 1, 2, 3, 4])
    }

    /// A parameter given by its name is none of those that positional arguments stand for.
    @Test func namedParametersAreLeftOut() throws {
        let catalog = Catalog(architecture: .x86_64)
        let receive = try #require(catalog.syscall(named: "recvfrom"))
        #expect(receive.positions(of: 3, named: [3], as: "recvfrom") == [0, 1, 4])
        #expect(receive.positions(of: 3, named: [2], as: "recvfrom") == [0, 1, 3])
        #expect(receive.positions(of: 3, named: [3], as: "recv") == [0, 1, 2])
        let poll = try #require(catalog.syscall(named: "poll"))
        #expect(poll.positions(of: 1, named: [2], as: "poll") == [0])
        #expect(poll.positions(of: 2, named: [2], as: "poll") == [0, 1])
    }
}
