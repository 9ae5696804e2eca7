// A run made by hand: an image built step by step, memory, and events with times that are always
// the same.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall

@testable import AcallExecutor

final class Fixture {
    static let size = 64 * 1024

    let catalog = Catalog(architecture: .host)
    let memory: UnsafeMutableRawPointer
    var image = BatchImage(architecture: .host)
    var map = MemoryMap()
    var status: Int32 = 0
    var end = ChainEnd.ranToEnd
    private var used: UInt32 = 0
    /// What stands in memory until a call is made.
    typealias Before = (address: UInt64, bytes: [UInt8])
    private var events:
        [(record: Int, arguments: [UInt64], result: Int64, time: UInt64, before: [Before])] = []

    init(_ name: String = "test.acall", source: String = "") {
        memory = .allocate(byteCount: Self.size, alignment: 4096)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: Self.size)
        image.sourceName = name
        image.source = Array(source.utf8)
        image.dataSize = UInt32(Self.size)
        map.add(start: UInt(bitPattern: memory), count: Self.size)
    }

    deinit { memory.deallocate() }

    // MARK: Memory

    func place(_ bytes: [UInt8]) -> UInt64 {
        used = (used + 15) & ~15
        let offset = used
        used += UInt32(bytes.count)
        precondition(used <= Self.size)
        (memory + Int(offset)).copyMemory(from: bytes, byteCount: bytes.count)
        return UInt64(UInt(bitPattern: memory)) + UInt64(offset)
    }

    func text(_ text: String) -> UInt64 { place(Array(text.utf8) + [0]) }

    func integers<T: FixedWidthInteger>(_ values: [T]) -> UInt64 {
        place(values.flatMap { withUnsafeBytes(of: $0.littleEndian) { Array($0) } })
    }

    /// Bytes with integers at offsets, little endian: a structure.
    func structure(size: Int, _ fields: [(offset: Int, width: Int, value: UInt64)]) -> UInt64 {
        var bytes = [UInt8](repeating: 0, count: size)
        for field in fields {
            for index in 0..<field.width {
                bytes[field.offset + index] = UInt8(truncatingIfNeeded: field.value >> (8 * index))
            }
        }
        return place(bytes)
    }

    func offset(_ address: UInt64) -> UInt32 {
        UInt32(address - UInt64(UInt(bitPattern: memory)))
    }

    func storage(_ name: String, size: Int) -> UInt64 {
        let address = place([UInt8](repeating: 0, count: size))
        image.storages.append(
            StorageEntry(
                name: string(name), offset: offset(address), size: UInt32(size), structure: .empty))
        return address
    }

    // MARK: The image

    func string(_ text: String) -> StringRef {
        let start = image.strings.count
        image.strings += Array(text.utf8)
        return StringRef(offset: UInt32(start), count: UInt32(text.utf8.count))
    }

    /// Where `text` stands first in the source.
    func range(_ text: String) -> SourceRange {
        let wanted = Array(text.utf8)
        for start in 0..<max(0, image.source.count - wanted.count + 1)
        where image.source[start..<start + wanted.count].elementsEqual(wanted) {
            return SourceRange(start: UInt32(start), end: UInt32(start + wanted.count))
        }
        return SourceRange(start: 0, end: 0)
    }

    /// - Returns: the record's index.
    @discardableResult
    func record(number: UInt32, flags: UInt32 = ACALL_SUBMIT_OBSERVED, step: UInt32 = .max) -> Int {
        var record = acall_submission()
        record.nr = number
        record.flags = flags
        record.cookie = UInt64(image.records.count + 1)
        image.records.append(record)
        image.relocations.append([])
        image.recordSteps.append(step)
        return image.records.count - 1
    }

    /// - Returns: the step's index, and its record's.
    @discardableResult
    func step(
        _ name: String, _ call: String, at text: String, origin: StepOrigin = .written,
        flags: UInt32 = ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_STOP_ERROR, isFully: Bool = false,
        number: UInt32? = nil
    ) -> (step: Int, record: Int) {
        let number = number ?? catalog.syscall(named: call)?.number ?? 9999
        let index = image.steps.count
        let record = record(number: number, flags: flags, step: UInt32(index))
        image.steps.append(
            StepEntry(
                name: name.isEmpty ? .empty : string(name), call: string(call), origin: origin,
                range: range(text), record: UInt32(record), result: 0, isFully: isFully,
                isRetried: false))
        return (index, record)
    }

    func stop(
        _ record: Int, _ kind: StopKind, step: Int?, at text: String, message: String = ""
    ) {
        image.stops.append(
            StopEntry(
                record: UInt32(record), kind: kind, step: step.map { UInt32($0) },
                range: range(text), message: message.isEmpty ? .empty : string(message)))
        image.stops.sort { $0.record < $1.record }
    }

    func output(_ name: String, _ kind: OutputKind, _ slots: [UInt64], isSet: Bool = true) {
        let slot = offset(integers(slots))
        let flag = offset(integers([UInt64(isSet ? 1 : 0)]))
        image.outputs.append(
            OutputEntry(name: string(name), kind: kind, slot: slot, isSet: flag))
    }

    // MARK: The run

    func call(
        _ record: Int, _ arguments: [UInt64], _ result: Int64, took time: UInt64 = 1500,
        before: [Before] = []
    ) {
        events.append((record, arguments, result, time, before))
    }

    /// The call sees what stood there before it, and leaves what stands there now.
    private func begin(_ before: [Before], _ body: () -> Void) {
        let now = before.map { piece in
            let start = UnsafeRawPointer(bitPattern: UInt(piece.address))!
            return [UInt8](UnsafeRawBufferPointer(start: start, count: piece.bytes.count))
        }
        func put(_ pieces: [[UInt8]]) {
            for (piece, bytes) in zip(before, pieces) {
                UnsafeMutableRawPointer(bitPattern: UInt(piece.address))!
                    .copyMemory(from: bytes, byteCount: bytes.count)
            }
        }
        put(before.map(\.bytes))
        body()
        put(now)
    }

    func log(eventsKept: Int = 1000) -> EventLog {
        let log = EventLog(image: image, catalog: catalog, memory: map, eventsKept: eventsKept)
        var now: UInt64 = 1_000_000
        for event in events {
            if image.records[event.record].flags & ACALL_SUBMIT_OBSERVED == 0 {
                // As the engine has it: only observed records have times.
                let none = [UInt64](repeating: 0, count: 6 - event.arguments.count)
                EventLog.completed(
                    log.context, &image.records[event.record], event.arguments + none, event.result,
                    0, 0)
                continue
            }
            now += 1000
            let padding = [UInt64](repeating: 0, count: 6 - event.arguments.count)
            let arguments = event.arguments + padding
            begin(event.before) {
                EventLog.starting(log.context, &image.records[event.record], arguments)
            }
            EventLog.completed(
                log.context, &image.records[event.record], arguments, event.result, now,
                now + event.time)
            now += event.time
        }
        return log
    }

    func report(eventsKept: Int = 1000) -> Report {
        Report(
            image: image, catalog: catalog, logs: [log(eventsKept: eventsKept)], end: end,
            dataSegment: memory, memory: map, start: 1_000_000, finish: 1_031_000, status: status)
    }

    func rendered(_ style: ReportStyle, colour: Bool = false) -> String {
        String(decoding: report().rendered(style: style, colour: colour), as: UTF8.self)
    }
}

/// One call on its own, as the lines show it: `close(3) = 0`.
func shown(
    _ call: String, result: Int64 = 0, _ arguments: (Fixture) -> [UInt64]
) -> String {
    let fixture = Fixture()
    let step = fixture.step("", call, at: "")
    fixture.call(step.record, arguments(fixture), result)
    let made = fixture.report().steps[0].calls[0]
    return "\(made.shown(name: call)) = \(made.result.shown)"
}

/// The same of a call that changes memory: what stood at the addresses before it.
func shown(
    _ call: String, result: Int64 = 0, changing: (Fixture) -> ([UInt64], [Fixture.Before])
) -> String {
    let fixture = Fixture()
    let step = fixture.step("", call, at: "")
    let (arguments, before) = changing(fixture)
    fixture.call(step.record, arguments, result, before: before)
    let made = fixture.report().steps[0].calls[0]
    return "\(made.shown(name: call)) = \(made.result.shown)"
}

func signed(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) }
