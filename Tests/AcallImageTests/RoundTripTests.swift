// Writer and reader are exact inverses, and any damage is found and named.
//
// The fuzz tests print the seed of the case that fails; `ACALL_FUZZ_SEED` starts them elsewhere.

import Foundation
import Testing

@testable import AcallImage

/// Where the random tests start, and how many cases they run: fewer where the code is not optimised.
private enum Fuzz {
    static let seed =
        ProcessInfo.processInfo.environment["ACALL_FUZZ_SEED"].flatMap { UInt64($0) } ?? 20_090_112

    static func cases(_ optimised: Int) -> Int {
        #if DEBUG
            optimised / 4
        #else
            optimised
        #endif
    }
}

@Suite struct RoundTripTests {
    @Test func samplesComeBack() throws {
        for image in [Sample.hello(), Sample.copy(), Sample.wide()] {
            try image.verify(knowing: TestCalls.all)
            let bytes = image.encoded()
            let back = try BatchImage(decoding: bytes, knowing: TestCalls.all)
            #expect(back == image)
            #expect(back.encoded() == bytes)
        }
    }

    /// Sections without entries are left out: what is left is the header.
    @Test func anEmptyImageIsAHeader() throws {
        let image = BatchImage(architecture: .aarch64)
        #expect(image.encoded().count == 40)
        #expect(try BatchImage(unverified: image.encoded()) == image)
    }

    /// The zeroes that align the data's end cost a file nothing; what is left out comes back.
    @Test(arguments: [0, 1, 4094, 4095, 4096, 4097, 9000])
    func zeroesAtTheEndComeBack(_ count: Int) throws {
        for start in [[], [7]] as [[UInt8]] {
            var image = Sample.hello()
            image.data = start + [UInt8](repeating: 0, count: count)
            let bytes = image.encoded()
            #expect(try BatchImage(unverified: bytes) == image)
            image.data = start
            #expect(bytes.count <= image.encoded().count + max(12, count - 4095 + 12))
        }
    }

    @Test func randomImagesComeBack() throws {
        for seed in Fuzz.seed..<Fuzz.seed + UInt64(Fuzz.cases(20_000)) {
            var random = SeededGenerator(seed: seed)
            let image = Sample.random(&random)
            let bytes = image.encoded()
            do {
                let back = try BatchImage(decoding: bytes, knowing: TestCalls.all)
                try #require(back == image && back.encoded() == bytes, "seed \(seed)")
            } catch let error as ImageError {
                Issue.record("seed \(seed): \(error)")
                return
            }
        }
    }

    /// The format does not change unnoticed: a file of this version stays readable.
    @Test func theDigestOfAnImageStaysTheSame() {
        #expect(hexadecimal(Sample.hello().digest) == "0x54abc239ab0fa91")
        #expect(hexadecimal(Sample.copy().digest) == "0x110e707c496c62e4")
    }

    @Test func theDigestIsFNV1a() {
        // The digest field itself, bytes 32 to 39, does not count.
        #expect(ImageFormat.digest(of: Array("foobar".utf8)) == 0x8594_4171_f739_67e8)
        var file = Sample.hello().encoded()
        let digest = ImageFormat.digest(of: file)
        file[35] ^= 0xff
        #expect(ImageFormat.digest(of: file) == digest)
        file[40] ^= 1
        #expect(ImageFormat.digest(of: file) != digest)
    }

    @Test func everyPrefixIsRefused() {
        let file = Sample.copy().encoded()
        for count in 0..<file.count {
            #expect(throws: ImageError.self) { try BatchImage(decoding: Array(file[..<count])) }
        }
    }

    @Test func everyFlippedBitIsRefused() {
        let file = Sample.hello().encoded()
        for bit in 0..<file.count * 8 {
            var damaged = file
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: ImageError.self, "bit \(bit)") {
                try BatchImage(decoding: damaged, knowing: TestCalls.all)
            }
        }
    }
}

@Suite struct MutationTests {
    /// Damage that the digest finds.
    @Test func damagedFilesAreRefused() {
        run(cases: Fuzz.cases(100_000), repairing: false)
    }

    /// Damage with the length and the digest put right, so that it gets to the reader and the verifier.
    @Test func forgedFilesAreRefusedOrValid() {
        run(cases: Fuzz.cases(150_000), repairing: true)
    }

    private func run(cases: Int, repairing: Bool) {
        let first = Fuzz.seed &+ (repairing ? 1 << 32 : 0)
        var originals = [Sample.hello(), Sample.copy(), Sample.wide()].map { $0.encoded() }
        var random = SeededGenerator(seed: first)
        for _ in 0..<6 { originals.append(Sample.random(&random).encoded()) }
        var refused = 0
        var reasons: Set<String> = []
        for seed in first..<first + UInt64(cases) {
            var random = SeededGenerator(seed: seed)
            let original = originals.randomElement(using: &random)!
            var file = original
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                mutate(&file, with: originals, &random)
            }
            if repairing { repair(&file) }
            do {
                let image = try BatchImage(decoding: file, knowing: TestCalls.all)
                // What is accepted has no other spelling, and can be shown.
                guard image.encoded() == file else {
                    Issue.record("seed \(seed): the file is accepted and not what is written")
                    return
                }
                guard repairing || originals.contains(file) else {
                    Issue.record("seed \(seed): damage that is not found")
                    return
                }
                if seed % 8 == 0 {
                    let text = image.disassembly(color: false, knowing: TestCalls.all)
                    guard !text.unicodeScalars.contains(where: { $0 != "\n" && $0.value < 32 })
                    else {
                        Issue.record("seed \(seed): a control character in the disassembly")
                        return
                    }
                }
            } catch {
                refused += 1
                guard !error.problem.isEmpty else {
                    Issue.record("seed \(seed): refused without a reason")
                    return
                }
                reasons.insert(String(error.description.filter { !$0.isNumber }))
            }
        }
        #expect(refused > cases / 4)
        #expect(reasons.count > (repairing ? 50 : 3), "\(reasons.count) reasons")
    }

    private func mutate(
        _ file: inout [UInt8], with others: [[UInt8]], _ random: inout SeededGenerator
    ) {
        guard !file.isEmpty else { return file.append(1) }
        let place = Int.random(in: 0..<file.count, using: &random)
        switch random.next() % 8 {
        case 0: file[place] = UInt8(truncatingIfNeeded: random.next())
        case 1, 2: file[place] ^= 1 << UInt8(random.next() % 8)
        case 3: file.removeSubrange(place...)
        case 4: file += (0..<Int.random(in: 1...64, using: &random)).map { _ in UInt8(place & 255) }
        case 5:
            let other = others.randomElement(using: &random)!
            file = Array(file[..<place]) + other.dropFirst(place)
        case 6:
            let values: [UInt32] = [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_fff8, .max]
            let value = values.randomElement(using: &random)!
            for byte in 0..<4 where place / 4 * 4 + byte < file.count {
                file[place / 4 * 4 + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte))
            }
        default:
            let other = Int.random(in: 0..<file.count, using: &random)
            file.swapAt(place, other)
        }
    }

    private func repair(_ file: inout [UInt8]) {
        guard file.count >= ImageFormat.headerSize else { return }
        file.replaceSubrange(0..<10, with: ImageFormat.magic + [UInt8(ImageFormat.version), 0])
        file.putNumber(UInt64(file.count), at: 16)
        file.putNumber(ImageFormat.digest(of: file), at: ImageFormat.digestOffset)
    }
}
