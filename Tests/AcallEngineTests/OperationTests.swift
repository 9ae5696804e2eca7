// Each operation against a plain evaluator, and its refusals.
//
// The evaluator below is written from acall.h alone, in wide arithmetic, and shares no code with
// the engine.

import AcallEngine
import CAcall
import Testing

@Suite struct OperationTests {
    let engine: Engine

    init() throws { engine = try Engine() }

    static let interesting: [Int64] = [
        0, 1, -1, 2, -2, 3, 7, 8, 62, 63, 64, -63, 4095, -4095, -4096, Int64(Int32.max),
        Int64(Int32.min), Int64.max, Int64.max - 1, Int64.min, Int64.min + 1, 1 << 62, -1 << 62,
    ]

    /// What acall.h says of (dst, a, b): the value stored, or the error.
    static func expected(_ nr: UInt32, _ a: Int64, _ b: Int64) -> (code: Int64, value: Int64?) {
        func fits(_ wide: Int128) -> (Int64, Int64?) {
            Int64(exactly: wide).map { (0, $0) } ?? (-75, nil)
        }
        switch nr {
        case ACALL_OP_ADD: return fits(Int128(a) + Int128(b))
        case ACALL_OP_SUBTRACT: return fits(Int128(a) - Int128(b))
        case ACALL_OP_MULTIPLY: return fits(Int128(a) * Int128(b))
        case ACALL_OP_DIVIDE: return b == 0 ? (-33, nil) : fits(Int128(a) / Int128(b))
        case ACALL_OP_REMAINDER: return b == 0 ? (-33, nil) : fits(Int128(a) % Int128(b))
        case ACALL_OP_AND: return (0, a & b)
        case ACALL_OP_OR: return (0, a | b)
        case ACALL_OP_XOR: return (0, a ^ b)
        case ACALL_OP_SHIFT_LEFT:
            return b < 0 || b > 63 ? (-33, nil) : fits(Int128(a) * (Int128(1) << Int128(b)))
        case ACALL_OP_SHIFT_RIGHT:
            return b < 0 || b > 63 ? (-33, nil) : (0, Int64(Int128(a) >> Int128(b)))
        case ACALL_OP_MINIMUM: return (0, a < b ? a : b)
        default: return (0, a > b ? a : b)
        }
    }

    @Test(arguments: ACALL_OP_ADD...ACALL_OP_MAXIMUM)
    func arithmetic(_ nr: UInt32) {
        for a in Self.interesting {
            for b in Self.interesting {
                let chain = Chain()
                chain.cells[0] = 0x5555
                chain.add(nr, [chain.cell(0), bits(a), bits(b)])
                chain.run(engine)
                let expected = Self.expected(nr, a, b)
                #expect(chain.code(0) == expected.code, "\(a) \(b)")
                #expect(chain.cells[0] == expected.value.map(bits) ?? 0x5555, "\(a) \(b)")
            }
        }
    }

    @Test func comparesSignedAndUnsigned() {
        let conditions: [(Int32, (Int64, Int64) -> Bool)] = [
            (ACALL_IF_EQUAL, { $0 == $1 }), (ACALL_IF_NOT_EQUAL, { $0 != $1 }),
            (ACALL_IF_LESS, { $0 < $1 }), (ACALL_IF_LESS_EQUAL, { $0 <= $1 }),
            (ACALL_IF_GREATER, { $0 > $1 }), (ACALL_IF_GREATER_EQUAL, { $0 >= $1 }),
            (ACALL_IF_BELOW, { bits($0) < bits($1) }),
            (ACALL_IF_BELOW_EQUAL, { bits($0) <= bits($1) }), (ACALL_IF_ALWAYS, { _, _ in true }),
        ]
        for (condition, holds) in conditions {
            for a in Self.interesting {
                for b in Self.interesting {
                    let chain = Chain()
                    chain.add(
                        ACALL_OP_COMPARE, [chain.cell(0), UInt64(condition), bits(a), bits(b)])
                    chain.add(ACALL_OP_BRANCH, [UInt64(condition), bits(a), bits(b), 3])
                    chain.add(ACALL_OP_MOVE, [chain.cell(1), 1])
                    chain.run(engine)
                    #expect(chain.cells[0] == (holds(a, b) ? 1 : 0))
                    #expect(chain.code(1) == (holds(a, b) ? 1 : 0))
                    #expect(chain.cells[1] == (holds(a, b) ? 0 : 1))
                }
            }
        }
        let chain = Chain()
        chain.add(ACALL_OP_COMPARE, [chain.cell(0), UInt64(ACALL_IF_LAST) + 1, 0, 0])
        chain.add(ACALL_OP_COMPARE, [chain.cell(0), UInt64.max, 0, 0])
        chain.run(engine)
        #expect(chain.code(0) == -22 && chain.code(1) == -22)
    }

    @Test func loadsAndStoresEveryFormat() {
        let bytes: [UInt8] = [
            0x81, 0x92, 0xa3, 0xb4, 0xc5, 0xd6, 0xe7, 0xf8, 0x7f, 1, 2, 3, 4, 5, 6, 7,
        ]
        for start in 0..<9 {
            for width in [1, 2, 4, 8] where start + width <= bytes.count {
                for flags in [0, 0x10, 0x20, 0x30] {
                    let ordered =
                        flags & 0x20 != 0
                        ? bytes[start..<start + width].reversed()
                        : Array(bytes[start..<start + width])
                    var value: Int128 = 0
                    for (index, byte) in ordered.enumerated() {
                        value |= Int128(byte) << (8 * index)
                    }
                    if flags & 0x10 != 0 && value >> (8 * width - 1) != 0 {
                        value -= 1 << (8 * width)
                    }
                    let expected = UInt64(truncatingIfNeeded: value)
                    let chain = Chain()
                    bytes.withUnsafeBytes { source in
                        UnsafeMutableRawPointer(chain.cells + 2).copyMemory(
                            from: source.baseAddress!, byteCount: source.count)
                    }
                    let format = UInt64(width | flags)
                    chain.add(
                        ACALL_OP_LOAD, [chain.cell(0), chain.cell(2) + UInt64(start), format])
                    chain.add(ACALL_OP_STORE, [chain.cell(5) + 3, expected, format])
                    chain.run(engine)
                    #expect(chain.code(0) == 0 && chain.code(1) == 0)
                    #expect(chain.cells[0] == expected, "\(start) \(width) \(flags)")
                    let stored = UnsafeRawPointer(chain.cells + 5) + 3
                    #expect(
                        (0..<width).map { stored.load(fromByteOffset: $0, as: UInt8.self) }
                            == Array(bytes[start..<start + width]))
                    // The byte past the end is as it was.
                    #expect(stored.load(fromByteOffset: width, as: UInt8.self) == 0)
                }
            }
        }
    }

    @Test func storeRefusesWhatDoesNotFit() {
        for width in [1, 2, 4] {
            let top = Int64(1) << Int64(8 * width)
            for (value, flags, fits) in [
                (top - 1, 0, true), (top, 0, false), (-1, 0, false), (-top / 2, 0x10, true),
                (-top / 2 - 1, 0x10, false), (top / 2 - 1, 0x10, true), (top / 2, 0x10, false),
            ] {
                let chain = Chain()
                chain.add(ACALL_OP_STORE, [chain.cell(0), bits(value), UInt64(width | flags)])
                chain.run(engine)
                #expect(chain.code(0) == (fits ? 0 : -75), "\(value) in \(width), \(flags)")
                if !fits { #expect(chain.cells[0] == 0) }
            }
        }
    }

    @Test func badFormatsAndAddressesAreRefused() {
        for format: UInt64 in [0, 3, 5, 16, 0x18 | 0x40, 0x100, 9, UInt64.max] {
            let chain = Chain()
            chain.add(ACALL_OP_LOAD, [chain.cell(0), chain.cell(1), format])
            chain.add(ACALL_OP_STORE, [chain.cell(0), 0, format])
            chain.run(engine)
            #expect(chain.code(0) == -22 && chain.code(1) == -22, "\(format)")
        }
        for address: UInt64 in [0, 1, 8, 4095] {
            let chain = Chain()
            chain.add(ACALL_OP_LOAD, [chain.cell(0), address, 8])
            chain.add(ACALL_OP_STORE, [address, 0, 8])
            chain.add(ACALL_OP_FETCH_ADD, [chain.cell(0), address, 1])
            chain.add(ACALL_OP_COPY, [address, 8, chain.cell(0), 8])
            chain.add(ACALL_OP_COPY, [chain.cell(0), 8, address, 8])
            chain.add(ACALL_OP_MOVE, [address, 5])
            chain.add(ACALL_OP_ADD, [address, 5, 6])
            chain.add(ACALL_OP_SLICE, [address, 4096, 0, 1, 2])
            chain.run(engine)
            #expect((0...4).map { chain.code($0) } == [-14, -14, -14, -14, -14])
            #expect((5...7).allSatisfy { chain.code($0) == (address == 0 ? 0 : -14) })
        }
    }

    @Test func copiesWithinTheCapacityAlsoWhereTheyOverlap() {
        let chain = Chain()
        for index in 0..<4 { chain.cells[index] = UInt64(index + 1) }
        chain.add(ACALL_OP_COPY, [chain.cell(1), 24, chain.cell(0), 24])
        chain.add(ACALL_OP_COPY, [chain.cell(1), 23, chain.cell(0), 24])
        chain.add(ACALL_OP_COPY, [chain.cell(1), 24, chain.cell(0), bits(-1)])
        chain.add(ACALL_OP_COPY, [chain.cell(1), bits(-1), chain.cell(0), 0])
        chain.add(ACALL_OP_COPY, [0, 0, 0, 0])
        chain.run(engine)
        #expect((0...3).map { chain.cells[$0] } == [1, 1, 2, 3])
        #expect((0...4).map { chain.code($0) } == [0, -75, -75, -75, 0])
    }

    @Test func slicesWithinTheCapacity() {
        for (base, low, high, capacity, code) in [
            (4096, 2, 5, 10, 0), (4096, 0, 0, 0, 0), (4096, 3, 2, 10, -34), (4096, -1, 2, 10, -34),
            (4096, 2, 11, 10, -34), (-1, 1, 1, 10, -75), (-2, 1, 1, 10, 0), (0, 0, 0, -1, -34),
        ] as [(Int64, Int64, Int64, Int64, Int64)] {
            let chain = Chain()
            chain.add(
                ACALL_OP_SLICE, [chain.cell(0), bits(base), bits(low), bits(high), bits(capacity)])
            chain.run(engine)
            #expect(chain.code(0) == code)
            #expect(chain.cells[0] == (code == 0 ? bits(base) &+ bits(low) : 0))
            #expect(chain.cells[1] == (code == 0 ? bits(high - low) : 0))
        }
    }

    @Test func fetchAddWrapsAndNeedsAlignment() {
        let chain = Chain()
        chain.cells[1] = UInt64.max
        chain.add(ACALL_OP_FETCH_ADD, [chain.cell(0), chain.cell(1), 3])
        chain.add(ACALL_OP_FETCH_ADD, [0, chain.cell(1), bits(-1)])
        chain.add(ACALL_OP_FETCH_ADD, [chain.cell(0), chain.cell(1) + 4, 1])
        chain.run(engine)
        #expect(chain.cells[0] == UInt64.max && chain.cells[1] == 1)
        #expect((0...2).map { chain.code($0) } == [0, 0, -22])
    }

    @Test func unknownOperationsDoNotExist() {
        for nr: UInt32 in [ACALL_OP_LAST + 1, 0xac00_1000, 0xacff_ffff] {
            let chain = Chain()
            chain.add(nr)
            chain.run(engine)
            #expect(chain.code(0) == -38)
        }
        // Outside the private range the kernel answers.
        let chain = Chain()
        chain.add(0x00ff_ffff)
        chain.run(engine)
        #expect(chain.code(0) == -38)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func randomProgramsAgreeWithThePlainEvaluator(_ seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<50 {
            let chain = Chain()
            var model = [UInt64](repeating: 0, count: 8)
            for cell in 0..<8 {
                model[cell] = bits(Self.interesting.randomElement(using: &random)!)
                chain.cells[cell] = model[cell]
            }
            var codes: [Int64] = []
            for _ in 0..<30 {
                let nr = UInt32.random(in: ACALL_OP_ADD...ACALL_OP_MAXIMUM, using: &random)
                let target = Int.random(in: 0..<8, using: &random)
                let sources = (0..<2).map { _ in Int.random(in: 0..<8, using: &random) }
                let literal = Bool.random(using: &random)
                let value = Self.interesting.randomElement(using: &random)!
                chain.add(
                    nr,
                    [
                        chain.cell(target), chain.cell(sources[0]),
                        literal ? bits(value) : chain.cell(sources[1]),
                    ],
                    indirect: literal ? [1] : [1, 2])
                let b = literal ? value : Int64(bitPattern: model[sources[1]])
                let expected = Self.expected(nr, Int64(bitPattern: model[sources[0]]), b)
                codes.append(expected.code)
                if let value = expected.value { model[target] = bits(value) }
            }
            chain.run(engine)
            #expect((0..<30).map { chain.code($0) } == codes, "seed \(seed)")
            #expect((0..<8).map { chain.cells[$0] } == model, "seed \(seed)")
        }
    }
}

/// SplitMix64.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
