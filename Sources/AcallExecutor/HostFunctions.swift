// The functions that ACALL_OP_HOST calls for a program: on the thread of the chain that asks.
//
// Each gets its instance as context and the record's arguments from the third on. They return what a system call
// would: a result, or a negated errno.

import AcallImage
import CAcall
import Glibc

enum HostFunctions {
    typealias Function =
        @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt64>?) -> Int64

    static func address(_ number: UInt64) -> UInt64 {
        guard let function = HostFunction(rawValue: number) else { return 0 }
        return UInt64(UInt(bitPattern: unsafeBitCast(pointer(function), to: Int.self)))
    }

    private static func pointer(_ function: HostFunction) -> Function {
        switch function {
        case .start:
            { context, arguments in
                guard let instance = instance(context), let arguments else { return invalid }
                return start(instance, arguments)
            }
        case .next:
            { _, arguments in
                guard let group = group(arguments) else { return 0 }
                return Int64(Int(bitPattern: group.next()))
            }
        case .outcome:
            { context, arguments in
                guard let instance = instance(context), let arguments,
                    let group = group(arguments)
                else { return 0 }
                instance.append(instance.run.takeOutputs(of: group), order: arguments[1])
                instance.adopt(from: group)
                return group.outcome()
            }
        case .cancel:
            { _, arguments in
                group(arguments)?.cancel()
                return 0
            }
        case .finish:
            { context, arguments in
                guard let instance = instance(context), let arguments,
                    let place = slot(arguments[0]), let group = group(arguments)
                else { return 0 }
                place.pointee = 0
                instance.append(instance.run.takeOutputs(of: group), order: arguments[1])
                instance.adopt(from: group)
                instance.run.finish(group)
                Unmanaged.passUnretained(group).release()
                return 0
            }
        case .output:
            { context, arguments in
                guard let context, let arguments, let block = slot(arguments[1]) else {
                    return invalid
                }
                let (output, order) = (Int(clamping: arguments[0]), arguments[2])
                return Unmanaged<ChainInstance>.fromOpaque(context)._withUnsafeGuaranteedRef {
                    $0.output(output, block, order: order)
                }
            }
        case .give:
            { context, arguments in
                guard let context, let arguments else { return invalid }
                return Unmanaged<ChainInstance>.fromOpaque(context)._withUnsafeGuaranteedRef {
                    $0.give(Int(clamping: arguments[0]), arguments)
                }
            }
        case .begin:
            { context, _ in
                guard let context else { return 0 }
                let instance = Unmanaged<ChainInstance>.fromOpaque(context)
                instance._withUnsafeGuaranteedRef { $0.group?.began($0) }
                return 0
            }
        case .take:
            { context, arguments in
                guard let context, let arguments, let place = slot(arguments[0]) else {
                    return invalid
                }
                let instance = Unmanaged<ChainInstance>.fromOpaque(context)
                let item = instance._withUnsafeGuaranteedRef { $0.takeItem() }
                place.pointee = UInt64(bitPattern: Int64(item))
                guard item >= 0, let list = slot(arguments[1]), let first = slot(arguments[2])
                else { return 0 }
                guard let second = slot(arguments[3]) else {
                    first.pointee = list[item]
                    return 0
                }
                first.pointee = list[item * 2]
                second.pointee = list[item * 2 + 1]
                instance._withUnsafeGuaranteedRef {
                    $0.log.begin(item: item, text: list[item * 2], count: list[item * 2 + 1])
                }
                return 0
            }
        case .spawn:
            { context, arguments in
                guard let instance = instance(context), let arguments,
                    let block = slot(arguments[0])
                else { return invalid }
                return instance.spawn(block)
            }
        case .targets:
            { _, arguments in
                guard let arguments, let layout = slot(arguments[2]),
                    let table = slot(arguments[3])
                else { return invalid }
                let targets = PointerTargets(table: table)
                return targets.hold(arguments[0], count: arguments[1], layout)
                    ? 0 : -Int64(ERANGE)
            }
        case .now:
            { _, arguments in
                guard let arguments, let place = slot(arguments[0]) else { return invalid }
                var time = timespec()
                guard let clock = clockid_t(exactly: Int64(bitPattern: arguments[1])),
                    clock_gettime(clock, &time) == 0
                else { return invalid }
                place.pointee = UInt64(
                    bitPattern: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec))
                return 0
            }
        case .copy, .length, .same, .readable: memoryPointer(function)
        }
    }
}

/// Those that go to memory that may not be there.
private func memoryPointer(_ function: HostFunction) -> HostFunctions.Function {
    switch function {
    case .length:
        { _, arguments in
            guard let arguments, let place = slot(arguments[0]) else { return invalid }
            return store(ForeignMemory.length(arguments[1], limit: arguments[2]), at: place)
        }
    case .same:
        { _, arguments in
            guard let arguments, let place = slot(arguments[0]), let words = slot(arguments[1])
            else { return invalid }
            return store(
                ForeignMemory.isSame(words[0], words[1], words[2], words[3]), at: place)
        }
    case .readable:
        { _, arguments in
            guard let arguments else { return invalid }
            return ForeignMemory.readable(arguments[0], arguments[1])
        }
    default:
        { _, arguments in
            guard let arguments else { return invalid }
            return ForeignMemory.copy(
                arguments[0], capacity: arguments[1], arguments[2], arguments[3])
        }
    }
}

private func store(_ value: Int64, at place: UnsafeMutablePointer<UInt64>) -> Int64 {
    if value < 0 { return value }
    place.pointee = UInt64(value)
    return 0
}

private let invalid = -Int64(EINVAL)

private func instance(_ context: UnsafeMutableRawPointer?) -> ChainInstance? {
    context.map { Unmanaged<ChainInstance>.fromOpaque($0).takeUnretainedValue() }
}

private func slot(_ address: UInt64) -> UnsafeMutablePointer<UInt64>? {
    UnsafeMutablePointer(bitPattern: UInt(truncatingIfNeeded: address))
}

private func group(_ arguments: UnsafePointer<UInt64>?) -> ChainGroup? {
    guard let arguments, let place = slot(arguments[0]),
        let group = UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: place.pointee))
    else { return nil }
    return Unmanaged<ChainGroup>.fromOpaque(group).takeUnretainedValue()
}

private func start(
    _ instance: ChainInstance, _ arguments: UnsafePointer<UInt64>
) -> Int64 {
    let batch = Int(clamping: arguments[0])
    let count = Int64(bitPattern: arguments[2])
    guard instance.run.program.image.batches.indices.contains(batch), batch > 0,
        let place = slot(arguments[1])
    else { return invalid }
    let items = slot(arguments[3]).map { Items(Int64(bitPattern: $0.pointee), chains: count) }
    let group = ChainGroup(instance.run, items: items)
    place.pointee = UInt64(UInt(bitPattern: Unmanaged.passRetained(group).toOpaque()))
    // Not more chains than a process can have threads.
    let chains = Int(max(0, min(count, 1 << 15)))
    return group.start(batch: batch, count: chains, by: instance)
}
