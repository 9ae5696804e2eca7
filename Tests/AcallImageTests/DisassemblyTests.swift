// What a person reads of an image, in full.

import CAcall
import Testing

@testable import AcallImage

@Suite struct DisassemblyTests {
    private func text(_ image: BatchImage, color: Bool = false) -> String {
        image.disassembly(color: color, knowing: TestCalls.all)
    }

    @Test func theShortestProgram() {
        #expect(
            text(Sample.hello()) == """
                hello.acall for x86_64, digest 0x54abc239ab0fa91
                  1 chain, 1 record, 1 step, 62 bytes of data (62 initialised), 0 inputs, 0 outputs

                chain 0, the main one
                     ; hello.acall:1  step 0: write(1, "Hello, world\\n")
                  0  write(1, "Hello, world\\n", 13)  stop on error, observed at 0x0

                """)
    }

    @Test func aProgramWithABitOfEverything() {
        #expect(text(Sample.copy()) == Self.copy)
    }

    private static let copy = """
        copy.acall for x86_64, digest 0x110e707c496c62e4
          2 chains, 13 records, 5 steps, 65872 bytes of data (323 initialised), 2 inputs, 1 output

        inputs
          src    path  = "/etc/hosts"
          limit  long  = 4096

        outputs
          total  integer

        storage
          block  0x148    65536 bytes
          total  0x10148  8 bytes

        chain 0, the main one
              ; copy.acall:6  from = openat(AT_FDCWD, src, 0)
           0  openat(AT_FDCWD, input src, 0, 000)              stop on error, observed at 0x0, linked
              ; copy.acall:8  n = read(from, block)
           1  read(result of from, @block, 65536)              stop on error, observed at 0x30, linked
              ;
           2  branch result of n == 0 -> 7                     linked
           3  slice slot 0x100, @block, 0, result of n, 65536  stop if negative, completes at 0xf0, linked
              ; copy.acall:10  step 2: write(1, block[..<n])
           4  write(1, slot 0x100, slot 0x108)                 stop on error, observed at 0x60, linked
              ; copy.acall:11  total += n
           5  add total, total, result of n                    stop if negative, linked
              ;
           6  branch -> 1                                      linked
           7  compare flag of output total, 0 == 0             linked
           8  branch total != 0 -> 10                          linked
              ; copy.acall:13  fail "nothing there" if total == 0
           9  value -1                                         stop, linked
              ;
          10  move output total, total                         linked
              ; copy.acall:6  step 3: from = openat(AT_FDCWD, src, 0)  (closed at the end)
          11  close(result of from)                            cleanup, observed at 0x90

        chain 1
              ; copy.acall:15  step 4: async close(3)
          12  close(3)  stop on error, observed at 0xc0

        """

    @Test func colorAddsNothingButColor() {
        let colored = text(Sample.copy(), color: true)
        let parts = colored.split(separator: "\u{1b}[", omittingEmptySubsequences: false)
        var plain = String(parts[0])
        for part in parts.dropFirst() {
            plain += part.drop { $0 != "m" }.dropFirst()
        }
        #expect(parts.count > 10)
        #expect(plain == text(Sample.copy()))
    }

    /// A program must not steer the terminal of whoever looks at it.
    @Test func controlCharactersAreEscaped() {
        var image = Sample.hello()
        image.sourceName = "a\u{1b}[2J\nb"
        image.source = Array("write\u{1b}]0;title\u{7}(\u{202e})".utf8) + [0xff, 0x0a]
        image.data[50] = 0x1b
        let text = text(image)
        #expect(text.contains("a\u{fffd}[2J\u{fffd}b for x86_64"))
        #expect(text.contains("write\u{fffd}]0;title\u{fffd}(\u{fffd})"))
        #expect(text.contains(#"write(1, "He\33lo, world\n", 13)"#))
        #expect(
            !text.unicodeScalars.contains {
                $0 != "\n" && $0.properties.generalCategory == .control
            })
    }

    @Test func everyOperationHasAText() {
        var builder = ImageBuilder()
        let slot = builder.slots(0, 0)
        for number in ACALL_OP_BASE...ACALL_OP_LAST {
            builder.record(number, .address(slot), .indirect(slot + 8), .literal(0x22), .literal(1))
        }
        builder.record(TestCalls.mmap, .literal(0x1000), .literal(-1), .address(slot))
        builder.record(4242, .literal(-1), .indirect(slot))
        builder.endBatch()
        let lines = text(builder.image).split(separator: "\n").filter { $0.hasSuffix("linked") }
        #expect(lines.count == Operation.count + 1)
        #expect(lines[15].contains("load slot 0x0, slot 0x8, u16be"))
        #expect(lines[21].contains("wait @0x0"))
        #expect(lines[23].contains("deadline @0x0"))
        #expect(lines[24].contains("length slot 0x0, slot 0x8, 34"))
        #expect(lines[25].contains("host "))
        #expect(lines[26].contains("same"))
        #expect(lines[27].contains("mmap(0x1000, 18446744073709551615, @0x0, 0, 0, 0)"))
        #expect(text(builder.image).contains("syscall(4242, -1, slot 0x0, 0, 0, 0, 0)"))
    }

    @Test func longConstantsAreCutAndPathsAreWhole() {
        var builder = ImageBuilder()
        let text = String(repeating: "x", count: 40)
        let path = builder.constant(text)
        builder.record(TestCalls.openat, .literal(5), .address(path), .literal(0), .literal(0o644))
        builder.record(TestCalls.write, .literal(1), .address(path), .literal(40))
        builder.endBatch()
        let shown = self.text(builder.image)
        #expect(shown.contains("openat(5, \"\(text)\", 0"))
        #expect(shown.contains("write(1, \"\(text.prefix(32))\"..., 40)"))
    }
}
