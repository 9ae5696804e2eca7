// The pointers in structures: each points, with the length beside it, into memory that the program names as the target of
// a pointer.
//
// Input: structures in the program's data, where their pointers stand, and the table of targets: see
// `HostFunction.targets`. Invariant: a structure is read only after it was found to lie in storage whole.

import Glibc

struct PointerTargets {
    let table: UnsafeMutablePointer<UInt64>

    /// Below this nothing is mapped: a call says EFAULT, and touches nothing.
    private static let lowestAddress: UInt64 = 4096

    /// - Parameter address: of `count` structures, which are there.
    func hold(_ address: UInt64, count: UInt64, _ layout: UnsafeMutablePointer<UInt64>) -> Bool {
        let (size, pointers) = (layout[0], layout[1])
        for index in 0..<count {
            for position in 0..<pointers {
                let pointer = layout + 2 + Int(position) * 6
                guard holds(address &+ index &* size, pointer) else { return false }
            }
        }
        return true
    }

    private func holds(_ structure: UInt64, _ pointer: UnsafeMutablePointer<UInt64>) -> Bool {
        let target = load(structure &+ pointer[0], width: 8)
        guard target >= Self.lowestAddress else { return true }
        let count = pointer[1] == .max ? 1 : load(structure &+ pointer[1], width: pointer[2])
        let size = count.multipliedReportingOverflow(by: pointer[3])
        if size.overflow { return false }
        if size.partialValue == 0 { return true }
        guard contains(target, size.partialValue, isWritten: pointer[5] != 0) else { return false }
        guard let nested = UnsafeMutablePointer<UInt64>(bitPattern: UInt(pointer[4])) else {
            return true
        }
        return hold(target, count: count, nested)
    }

    private func contains(_ address: UInt64, _ size: UInt64, isWritten: Bool) -> Bool {
        var table: UnsafeMutablePointer<UInt64>? = table
        while let entries = table {
            for index in 0..<Int(entries[1]) {
                let entry = entries + 2 + index * 3
                guard address >= entry[0], !isWritten || entry[2] != 0 else { continue }
                let skipped = address - entry[0]
                if skipped <= entry[1], size <= entry[1] - skipped { return true }
            }
            table = UnsafeMutablePointer(bitPattern: UInt(entries[0]))
        }
        return false
    }

    private func load(_ address: UInt64, width: UInt64) -> UInt64 {
        guard let place = UnsafeRawPointer(bitPattern: UInt(address)) else { return 0 }
        switch width {
        case 1: return UInt64(place.loadUnaligned(as: UInt8.self))
        case 2: return UInt64(place.loadUnaligned(as: UInt16.self))
        case 4: return UInt64(place.loadUnaligned(as: UInt32.self))
        default: return place.loadUnaligned(as: UInt64.self)
        }
    }
}
