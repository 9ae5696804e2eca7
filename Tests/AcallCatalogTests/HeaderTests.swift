// Every number of the catalog against the machine's own headers.
//
// Headers older than the catalog lack some names: those are counted, and there may be only so many.

import AcallCatalog
import Foundation
import Testing

@Suite struct HeaderTests {
    private let catalog = Catalog()

    /// Names whose values are libc's, which keeps two signals for itself.
    private static let ofLibc: Set<String> = ["SIGRTMIN"]

    @Test func constantsAreThoseOfTheHeaders() throws {
        var missing = catalog.constantNames
        var compared = 0
        for program in Headers.kernel + [Headers.libc] {
            let values = try program.values(of: missing)
            for (name, value) in values where !Self.ofLibc.contains(name) {
                let constant = try #require(catalog.constant(named: name))
                #expect(
                    Self.isSame(constant.value, value),
                    "\(name) is \(value) in \(program.headers[0])...")
                compared += 1
            }
            missing.removeAll { values[$0] != nil }
        }
        let total = catalog.constantNames.count
        print("constants: \(compared) of \(total) compared; the headers lack \(missing.count)")
        #expect(compared > 2300)
        #expect(missing.count < total / 4, "the headers lack \(missing)")
    }

    /// A header's constant of 32 bits may be negative where the catalog's has the same bits.
    private static func isSame(_ first: Int64, _ second: Int64) -> Bool {
        first == second
            || (second >= -0x8000_0000 && second < 0 && first == second & 0xffff_ffff)
    }

    @Test func callsHaveTheNumbersOfTheHeaders() throws {
        let names = catalog.syscallNames
        let program = CProgram(headers: ["asm/unistd.h"])
        let values = try program.values(of: names.map { "__NR_\($0)" })
        var compared = 0
        for name in names {
            guard let number = values["__NR_\(name)"] else { continue }
            let call = try #require(catalog.syscall(named: name))
            // libc's names are in the headers too where an older kernel had another call.
            guard call.name == name else { continue }
            #expect(call.number.map(Int64.init) == number, "\(name)")
            compared += 1
        }
        #expect(compared > 290)
    }

    @Test func callsOfAarch64HaveTheGenericNumbers() throws {
        let arm = Catalog(architecture: .aarch64)
        let wanted = [
            "RENAMEAT", "NEW_STAT", "SET_GET_RLIMIT", "TIME32_SYSCALLS", "SYS_CLONE3",
            "MEMFD_SECRET",
        ]
        let program = CProgram(
            headers: ["asm-generic/unistd.h"],
            prelude: ["#define __BITS_PER_LONG 64"] + wanted.map { "#define __ARCH_WANT_\($0)" })
        let names = arm.syscallNames.filter { arm.syscall(named: $0)?.name == $0 }
        let values = try program.values(of: names.map { "__NR_\($0)" })
        var compared = 0
        for name in names {
            let number = try #require(arm.syscall(named: name)).number
            guard let value = values["__NR_\(name)"] else { continue }
            // What only other architectures have has a number there that differs from table to table.
            #expect(number.map(Int64.init) == value, "\(name)")
            compared += 1
        }
        #expect(compared > 290)
    }

    /// The other way round: no call of the headers is missing.
    @Test func everyCallOfTheHeadersHasARow() throws {
        let names = try CProgram(headers: ["asm/unistd.h"]).macros(startingWith: "__NR_")
        #expect(names.count > 290)
        for name in names {
            let call = catalog.syscall(named: String(name.dropFirst(5)))
            #expect(call?.number != nil, "\(name)")
        }
    }

    @Test func everyErrnoOfTheHeadersHasItsName() throws {
        let program = CProgram(headers: ["asm/errno.h"])
        let values = try program.values(of: try program.macros(startingWith: "E"))
        #expect(values.count > 130)
        for (name, value) in values {
            #expect(catalog.constant(named: name)?.value == value, "\(name)")
            let own = try #require(catalog.errnoName(Int(value)))
            #expect(values[own] == value, "\(name)")
            let meaning = try #require(catalog.errnoMeaning(Int(value)))
            #expect(meaning == String(cString: strerror(Int32(value))), "\(name)")
        }
    }
}
