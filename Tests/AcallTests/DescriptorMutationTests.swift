// Programs that are right, each with one fault planted in it: nearly all that then misbehave are refused.
//
// A mutant is faulty if the interpreter of `DescriptorMachine.swift` says so for some input. ACALL_PROGRAMS says how
// many programs are made.

import Foundation
import TestSupport
import Testing

@testable import AcallCompiler

/// Faults that people make.
enum DescriptorFault: CaseIterable {
    /// A statement that opens, assigns or fills is missing.
    case removed
    /// Something is closed before a statement that names it.
    case closedBefore
    /// The same under a condition, or in a block with one.
    case closedBeforeOnOnePath
    /// A close, or what hands out, stands there twice.
    case twice
    /// A close stands in a branch now.
    case intoBranch
    /// A pass goes on, or the loop is left, right behind a close, before what opens again.
    case leftBehindClose
    /// A path is taken to be there, and need not be.
    case errorIgnored
    /// A statement that fills or opens has a condition.
    case conditional
    /// A part of a buffer is longer than the buffer.
    case longer

    /// All programs with one such fault at an action of a block.
    func plant(in actions: [DescriptorAction]) -> [[DescriptorAction]] {
        actions.indices.flatMap { index -> [[DescriptorAction]] in
            let action = actions[index]
            func replacing(_ with: [DescriptorAction]) -> [DescriptorAction] {
                Array(actions[..<index]) + with + Array(actions[(index + 1)...])
            }
            var results = planted(in: action).map(replacing)
            let blocks = action.children
            for (number, block) in blocks.enumerated() {
                for changed in plant(in: block) {
                    var all = blocks
                    all[number] = changed
                    results.append(replacing([action.with(all)]))
                }
            }
            return results
        }
    }

    private static let condition = DescriptorCondition.equal("x", 1)

    private func planted(in action: DescriptorAction) -> [[DescriptorAction]] {
        switch (self, action) {
        case (.removed, .open), (.removed, .assign), (.removed, .fill), (.removed, .pipe): [[]]
        case (.closedBefore, _):
            used(by: action).map { [.close($0, nil), action] }
        case (.closedBeforeOnOnePath, _):
            used(by: action).flatMap { place -> [[DescriptorAction]] in
                [
                    [.close(place, Self.condition), action],
                    [.branch(Self.condition, [.close(place, nil)], []), action],
                ]
            }
        case (.twice, .close(let place, _)): [[action, action], [.close(place, nil), action]]
        case (.twice, .handOut(let place, let name)): [[action, .handOut(place, name + "_again")]]
        case (.intoBranch, .close(let place, nil)):
            [[.branch(Self.condition, [action], []), .close(place, nil)]]
        case (.leftBehindClose, .close):
            [
                [action, .leave(.continues, Self.condition)],
                [action, .leave(.breaks, Self.condition)],
            ]
        case (.errorIgnored, .open(let place, .file, nil)):
            [[.open(place, .path(isAllowed: true), nil)]]
        case (.conditional, .open(let place, .file(let file), nil)):
            switch place {
            case .result: [[.open(place, .file(file), Self.condition)]]
            default: [[.branch(Self.condition, [action], [])]]
            }
        case (.conditional, .fill(let place, let slice, nil)):
            [[.fill(place, slice, Self.condition)]]
        case (.longer, .fill(let place, var slice, let condition)):
            {
                slice.high = DescriptorProgram.bufferSize + 1
                return [[.fill(place, slice, condition)]]
            }()
        case (.longer, .fillVector(let name, let place, let buffer, _)):
            [[.fillVector(name, place, buffer, DescriptorProgram.bufferSize + 1)]]
        default: []
        }
    }

    private func used(by action: DescriptorAction) -> [DescriptorPlace] {
        switch action {
        case .use(let place, _, _), .fill(let place, _, _), .handOut(let place, _),
            .open(_, .copy(let place), _),
            .close(let place, _):
            [place]
        case .call(_, let arguments): arguments
        default: []
        }
    }
}

extension DescriptorProgram {
    /// Programs that open again in a loop what they close there.
    static let rightByHand: [DescriptorProgram] = {
        let (variable, element) = (
            DescriptorPlace.variable("v"), DescriptorPlace.element("a", .number(0))
        )
        func program(_ body: [DescriptorAction]) -> DescriptorProgram {
            DescriptorProgram(variables: ["v"], arrays: ["a"], buffers: ["b"], body: body)
        }
        return [
            program([
                .repeated(
                    "i", 3,
                    [
                        .use(variable, "o1", nil), .close(variable, nil),
                        .open(variable, .file(1), nil),
                    ]),
                .use(variable, "o2", nil),
            ]),
            program([
                .count(
                    "i", 3,
                    [.close(element, nil), .open(element, .file(2), nil), .use(element, "o1", nil)]),
                .fill(element, DescriptorSlice(buffer: "b", low: 0, high: 4), nil),
                .show(DescriptorSlice(buffer: "b", low: 0, high: 4), "t1"),
            ]),
            // Each pass closes what the pass before opened.
            program([
                .repeated(
                    "i", 3,
                    [
                        .open(.result("r"), .file(1), nil), .close(variable, nil),
                        .assign(variable, .result("r")),
                    ]),
                .use(variable, "o1", nil), .close(variable, nil),
            ]),
            program([
                .structure("s", variable), .copyStructure("t", "s"), .use(.field("t"), "o1", nil),
                .close(.field("s"), nil), .open(variable, .copy(element), nil),
                .handOut(variable, "d1"),
            ]),
        ]
    }()
}

@Suite struct DescriptorMutationTests {
    private static var count: Int {
        ProcessInfo.processInfo.environment["ACALL_PROGRAMS"].flatMap { Int($0) } ?? 300
    }

    @Test(arguments: DescriptorProgram.rightByHand.indices)
    func whatIsRightPasses(_ index: Int) throws {
        let bench = try DescriptorBench()
        defer { bench.remove() }
        let program = DescriptorProgram.rightByHand[index]
        #expect(bench.misbehaviours(program).isEmpty)
        // The inputs are for others.
        #expect(bench.check(program).0 == .passes(["W0301"]), "\(bench.check(program).0)")
    }

    @Test func plantedFaultsAreRefused() throws {
        let bench = try DescriptorBench()
        defer { bench.remove() }
        let first = seed()
        var (faulty, refused) = ([DescriptorFault: Int](), [DescriptorFault: Int]())
        var missed: [DescriptorFault: [String]] = [:]
        for number in 0..<UInt64(Self.count) {
            let seed = first &+ number &* 0x9e37_79b9_7f4a_7c15
            var maker = DescriptorMaker(seed: seed)
            let byHand = DescriptorProgram.rightByHand
            let program = number % 5 == 0 ? byHand[maker.next(byHand.count)] : maker.make()
            guard bench.misbehaviours(program).isEmpty, case .passes = bench.check(program).0
            else { continue }
            for fault in DescriptorFault.allCases {
                let mutants = fault.plant(in: program.body)
                guard !mutants.isEmpty else { continue }
                var mutant = program
                mutant.body = mutants[maker.next(mutants.count)]
                let misbehaviours = bench.misbehaviours(mutant)
                // A size is known to be too large: no run is needed to tell.
                guard !misbehaviours.isEmpty || fault == .longer else { continue }
                faulty[fault, default: 0] += 1
                switch bench.check(mutant).0 {
                case .refused: refused[fault, default: 0] += 1
                case .passes(let warnings):
                    if misbehaviours == [.errorIsUsed], warnings.contains("W0502") {
                        refused[fault, default: 0] += 1
                    } else {
                        missed[fault, default: []].append(
                            "seed \(seed): \(misbehaviours)\n\(mutant.text("/t"))")
                    }
                }
            }
        }
        for fault in DescriptorFault.allCases {
            let (all, found) = (faulty[fault] ?? 0, refused[fault] ?? 0)
            print("\(fault): \(found) of \(all) refused")
            #expect(all > 0, "\(fault): no mutant is faulty")
            #expect(
                found * 100 >= all * 95,
                "\(fault): \(found) of \(all)\n\((missed[fault] ?? []).prefix(3).joined(separator: "\n"))"
            )
        }
        let (all, found) = (faulty.values.reduce(0, +), refused.values.reduce(0, +))
        #expect(all > Self.count / 4 && found * 100 >= all * 95, "\(found) of \(all)")
    }
}
