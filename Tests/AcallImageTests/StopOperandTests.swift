// What an image says of its stops and its steps' deadlines: written, read back, and refused where it makes no sense.

import AcallCatalog
import CAcall
import Testing

@testable import AcallImage

@Suite struct StopOperandTests {
    private func image() -> BatchImage {
        var image = Sample.copy()
        image.stops[1].form = .sum
        image.stops[1].operands = [
            StopOperand(role: .left, argument: 1),
            StopOperand(role: .right, argument: 2, type: IntegerType(width: 4, isSigned: false)),
        ]
        image.steps[0].deadline = .fixed(5_000_000_000)
        image.steps[1].deadline = .computed
        image.steps[2].isExitStatus = true
        return image
    }

    @Test func theyAreReadAsTheyWereWritten() throws {
        let image = image()
        let read = try BatchImage(decoding: image.encoded(), knowing: TestCalls.all)
        #expect(read == image && read.encoded() == image.encoded())
        #expect(read.stops[1].operands == image.stops[1].operands && read.stops[1].form == .sum)
        #expect(read.steps.map(\.deadline).prefix(3) == [.fixed(5_000_000_000), .computed, .none])
        #expect(read.steps[2].isExitStatus && !read.steps[1].isExitStatus)
    }

    @Test func theDisassemblySaysWhichArgumentsAreShown() {
        var image = image()
        let line = { image.disassembly().split(separator: "\n").first { $0.contains(" shows ") } }
        #expect(line()?.hasSuffix(", shows left 1, right 2 (u32)") == true, "\(line() ?? "")")
        image.stops[1].form = .slice
        image.stops[1].operands = [
            StopOperand(role: .low, argument: 2),
            StopOperand(role: .size, argument: 4, unit: .items),
        ]
        #expect(line()?.hasSuffix(", shows low 2, size 4 (items)") == true, "\(line() ?? "")")
    }

    @Test func everyFormAndRoleIsReadBack() throws {
        for form in StopForm.allCases {
            var image = image()
            image.stops[1].form = form
            image.stops[1].operands = StopOperand.Role.allCases.filter { form.roles.contains($0) }
                .enumerated().map { index, role in
                    StopOperand(
                        role: role, argument: UInt8(index),
                        type: IntegerType(width: 2, isSigned: true, isBigEndian: true),
                        unit: StopOperand.Unit.allCases[index % 3])
                }
            let read = try BatchImage(decoding: image.encoded(), knowing: TestCalls.all)
            #expect(read.stops[1] == image.stops[1])
        }
    }

    private static let damages: [(String, @Sendable (inout BatchImage) -> Void)] = [
        (
            "stop 1, operands: the role low is unknown to the form sum",
            { $0.stops[1].operands[0].role = .low }
        ),
        (
            "stop 1, operands: the role left is there twice",
            { $0.stops[1].operands[1].role = .left }
        ),
        (
            "stop 1, operands: a record has no argument 6",
            { $0.stops[1].operands[0].argument = 6 }
        ),
        (
            "stop 1, operands: no integer has 3 bytes",
            { $0.stops[1].operands[1].type.width = 3 }
        ),
    ]

    @Test(arguments: damages.indices)
    func whatMakesNoSenseIsRefused(_ index: Int) throws {
        var image = image()
        Self.damages[index].1(&image)
        let error = #expect(throws: ImageError.self) {
            try image.verify(knowing: TestCalls.all)
        }
        #expect(error?.description == Self.damages[index].0)
        #expect(throws: ImageError.self) {
            try BatchImage(decoding: image.encoded(), knowing: TestCalls.all)
        }
    }

    /// A reader needs no source to know how long a step may take.
    @Test func theDisassemblySaysHowLongAStepMayTake() {
        let text = image().disassembly(color: false, knowing: TestCalls.all)
        #expect(text.contains("(at most 5.0s)") && text.contains("(in limited time)"))
    }
}
