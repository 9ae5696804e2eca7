// What an address of a run is called, so that two runs give the same report.
//
// Input: the image's storages and inputs, where the data segment lies, the addresses that calls
// returned. Output: `&block+16` for an address the program knows by a name, the number for any
// other.

import AcallCatalog
import AcallImage

struct AddressNames {
    private struct Place {
        var name: String
        var start: UInt64
        var count: UInt64
    }

    private var storages: [Place] = []
    private var others: [Place] = []
    private var mappings: [Place] = []
    private let dataStart: UInt64
    private let dataSize: UInt64

    init(image: BatchImage, dataSegment: UnsafeRawPointer?) {
        dataStart = UInt64(UInt(bitPattern: dataSegment))
        dataSize = dataSegment == nil ? 0 : UInt64(image.dataSize)
        guard let dataSegment else { return }
        storages = image.storages.map {
            Place(
                name: image.name($0.name), start: dataStart &+ UInt64($0.offset),
                count: UInt64($0.size))
        }
        storages.sort { $0.start < $1.start }
        for input in image.inputs where input.type.isAddressed {
            let slot = UInt64(input.slot)
            guard slot + 16 <= dataSize else { continue }
            others.append(
                Place(
                    name: image.name(input.name),
                    start: dataSegment.loadUnaligned(fromByteOffset: Int(slot), as: UInt64.self),
                    count: dataSegment.loadUnaligned(
                        fromByteOffset: Int(slot) + 8, as: UInt64.self)))
        }
    }

    /// Storage that chains had for themselves goes by its name wherever it lay.
    mutating func add(regions: [RegionMemory], of image: BatchImage) {
        if regions.isEmpty { return }
        for region in regions {
            for storage in image.storages {
                guard let start = region.address(UInt64(storage.offset)) else { continue }
                storages.append(
                    Place(name: image.name(storage.name), start: start, count: UInt64(storage.size))
                )
            }
        }
        storages.sort { $0.start < $1.start }
    }

    /// A call returned this address; the step's name is what the program calls it.
    mutating func add(mapping name: String, start: UInt64) {
        // Nobody says how long it is: an address belongs to the nearest mapping below it.
        mappings.append(Place(name: name, start: start, count: 1 << 30))
    }

    /// `&block`, `&block+16`, or the number.
    func shown(_ address: UInt64) -> String {
        if address == 0 { return "NULL" }
        if let place = storage(at: address) { return Self.text(place, address) }
        if let place = others.first(where: { Self.holds($0, address) }) {
            return Self.text(place, address)
        }
        if address >= dataStart, address - dataStart < dataSize {
            return "&data+\(address - dataStart)"
        }
        let mapping = mappings.filter { Self.holds($0, address) }.max { $0.start < $1.start }
        if let mapping { return Self.text(mapping, address) }
        return "0x" + String(address, radix: 16)
    }

    private func storage(at address: UInt64) -> Place? {
        var low = 0
        var high = storages.count
        while low < high {
            let middle = (low + high) / 2
            if storages[middle].start <= address { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let place = storages[low - 1]
        return Self.holds(place, address) ? place : nil
    }

    /// The end of a place belongs to it too: an empty slice may stand there.
    private static func holds(_ place: Place, _ address: UInt64) -> Bool {
        address >= place.start && address - place.start <= place.count
    }

    private static func text(_ place: Place, _ address: UInt64) -> String {
        let offset = address - place.start
        return offset == 0 ? "&" + place.name : "&\(place.name)+\(offset)"
    }
}

extension InputType {
    /// Its slots hold an address and a count.
    fileprivate var isAddressed: Bool {
        switch self {
        case .integer, .descriptor: false
        case .path, .string, .integers, .paths, .strings: true
        }
    }
}

extension BatchImage {
    /// The text of a string reference; empty where the reference is out of range.
    func name(_ ref: StringRef) -> String {
        let end = Int(ref.offset) + Int(ref.count)
        guard end <= strings.count else { return "" }
        return String(decoding: strings[Int(ref.offset)..<end], as: UTF8.self)
    }
}

/// What an event kept of memory, and what its addresses are called.
struct EventMemory: CallMemory {
    let event: UnsafeMutablePointer<Event>
    let names: AddressNames

    func bytes(at address: UInt64, _ moment: ShownCall.Moment) -> UnsafeRawBufferPointer? {
        event.captured(moment).bytes(at: address)
    }

    func name(of address: UInt64) -> String { names.shown(address) }
}
