// Addresses that lead nowhere are never read.

import AcallCatalog
import AcallImage
import CAcall
import Glibc
import Testing

@testable import AcallExecutor

/// Whatever a program passes as an address: nothing outside the map is read, and the report names
/// no address of its own memory.
@Suite struct HostileMemoryTests {
    /// A page that can be read and one behind it that can't.
    final class Guarded {
        let start: UnsafeMutableRawPointer
        let page = 4096

        init() {
            start = mmap(
                nil, page * 2, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)!
            mprotect(start + page, page, PROT_NONE)
            start.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: "x"), count: page)
        }

        deinit { munmap(start, page * 2) }

        /// So many bytes before the end of what can be read.
        func end(minus count: Int) -> UInt64 { UInt64(UInt(bitPattern: start + page - count)) }
    }

    private func shown(_ call: String, _ arguments: [UInt64], result: Int64 = 0) -> String {
        let guarded = Guarded()
        let fixture = Fixture()
        fixture.map.add(start: UInt(bitPattern: guarded.start), count: guarded.page)
        let step = fixture.step("", call, at: "")
        let actual = arguments.map {
            $0 < 4096 && $0 >= 3000 ? guarded.end(minus: Int($0) - 3000) : $0
        }
        fixture.call(step.record, actual, result)
        return fixture.report().steps[0].calls[0].shown(name: call)
    }

    /// An address so many bytes before the guard page, in `shown`.
    private func before(_ count: Int) -> UInt64 { UInt64(3000 + count) }

    @Test func stringWithoutItsNulStopsAtTheEnd() {
        #expect(
            shown("openat", [signed(-100), before(5), 0])
                == #"openat(AT_FDCWD, "xxxxx"..., O_RDONLY)"#)
    }

    @Test func bufferThatReachesTooFarIsCut() {
        #expect(shown("write", [1, before(4), 100]) == #"write(1, "xxxx"..., 100)"#)
        #expect(
            shown("write", [1, before(4), .max]) == #"write(1, "xxxx"..., 18446744073709551615)"#)
    }

    @Test func structureThatReachesTooFarIsNotRead() {
        let text = shown("fstat", [1, before(8)])
        #expect(text.hasPrefix("fstat(1, 0x"))
    }

    @Test(arguments: [1, 4096 * 5, .max, .max - 7, 1 << 63, 0xffff_8000_0000_0000] as [UInt64])
    func unmappedAddressIsANumber(address: UInt64) {
        let number = "0x" + String(address, radix: 16)
        #expect(shown("write", [1, address, 10]) == "write(1, \(number), 10)")
        #expect(shown("openat", [3, address, 0]) == "openat(3, \(number), O_RDONLY)")
        #expect(shown("writev", [3, address, .max]).hasPrefix("writev(3, \(number), "))
        #expect(shown("nanosleep", [address, 0]) == "nanosleep(\(number), NULL)")
    }

    @Test func everyCallOfTheCatalogSurvivesEveryValue() {
        let catalog = Catalog(architecture: .host)
        var generator = SplitMix(seed: 0x5eed)
        #expect(catalog.syscallNames.count > 100)
        for name in catalog.syscallNames {
            guard let row = catalog.syscall(named: name), let number = row.number else { continue }
            let guarded = Guarded()
            let fixture = Fixture()
            fixture.map.add(start: UInt(bitPattern: guarded.start), count: guarded.page)
            let step = fixture.step("", row.name, at: "", number: number)
            // Pointers inside what is pointed to, so that nested ones are followed too.
            for index in 0..<256 {
                (guarded.start + index * 8).storeBytes(
                    of: generator.value(near: guarded.start), as: UInt64.self)
            }
            for _ in 0..<12 {
                let arguments = (0..<6).map { _ in generator.value(near: guarded.start) }
                let result = Int64(bitPattern: generator.value(near: guarded.start))
                fixture.call(step.record, arguments, result)
            }
            let report = fixture.report()
            #expect(report.steps[0].callCount == 12, "\(name), seed 0x5eed")
            #expect(!report.rendered(style: .json, colour: false).isEmpty)
        }
    }

    /// Values of the kinds that break things.
    struct SplitMix {
        var state: UInt64
        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }

        mutating func value(near start: UnsafeMutableRawPointer) -> UInt64 {
            let address = UInt64(UInt(bitPattern: start))
            switch next() % 8 {
            case 0: return 0
            case 1: return next() % 64
            case 2: return .max &- next() % 8
            case 3: return next()
            case 4: return address + 4096 - next() % 64
            case 5: return 1 << (next() % 64)
            default: return address + next() % 4096
            }
        }
    }
}
