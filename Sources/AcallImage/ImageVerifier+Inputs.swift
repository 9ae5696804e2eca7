// The verifier's part for inputs, and for the values of those that may be left out.
//
// Input: inputs of an image whose data relocations are checked. Output: nothing, or an error with the input
// and the field. Invariant: after it, names are unique, slots are inside the data segment, and a default is
// a value of its input's type with all its bytes there.

import AcallCatalog

extension ImageVerifier {
    func checkInputs() throws(ImageError) {
        var names: [ArraySlice<UInt8>: Int] = [:]
        // Lists may share their elements; a budget keeps the work in proportion to the data.
        var elements = image.dataRelocations.count
        for (index, input) in image.inputs.enumerated() {
            try checkString(input.name, .inputs, index, "name", mayBeEmpty: false)
            let start = Int(input.name.offset)
            let name = image.strings[start..<start + Int(input.name.count)]
            if let other = names.updateValue(index, forKey: name) {
                throw ImageError(
                    .field(.inputs, index, "name"), "input \(other) has the same name")
            }
            try checkRange(input.range, .inputs, index)
            try checkSlots(input.type.slotCount, at: input.slot, .inputs, index, "slot")
            if let type = input.type.integerType, ![1, 2, 4, 8].contains(type.width) {
                throw ImageError(
                    .field(.inputs, index, "type"), "an integer of \(type.width) bytes")
            }
            if input.hasDefault { try checkDefault(of: input, at: index, elements: &elements) }
        }
    }

    /// The slots of an input with a default hold a value of its type.
    private func checkDefault(
        of input: InputEntry, at index: Int, elements: inout Int
    ) throws(ImageError) {
        let place = ImageError.Place.field(.inputs, index, "default")
        let slot = Int(input.slot)
        guard slot + 8 * input.type.slotCount <= image.data.count else {
            throw ImageError(place, "it is outside the \(image.data.count) initialised bytes")
        }
        let first = image.data.littleEndian(UInt64.self, at: slot)
        if input.type.slotCount == 1 {
            if case .integer(let type) = input.type, !type.holds(first) {
                throw ImageError(
                    place, "\(Int64(bitPattern: first)) does not fit in \(type.width) bytes")
            }
            guard !isDataRelocation(slot) else {
                throw ImageError(place, "it is an address")
            }
            return
        }
        guard isDataRelocation(slot), !isDataRelocation(slot + 8) else {
            throw ImageError(place, "its first slot is relocated, and only that")
        }
        let count = image.data.littleEndian(UInt64.self, at: slot + 8)
        switch input.type {
        case .path, .string: try checkText(at: first, count: count, place)
        case .integers: try checkInitialised(first, count, size: 8, place)
        case .paths, .strings:
            try checkInitialised(first, count, size: 16, place)
            guard count <= elements else {
                throw ImageError(place, "\(count) elements are more than the relocations left")
            }
            elements -= Int(count)
            for element in 0..<Int(count) {
                let vector = Int(first) + 16 * element
                guard isDataRelocation(vector), !isDataRelocation(vector + 8) else {
                    throw ImageError(place, "element \(element) is no address and count")
                }
                try checkText(
                    at: image.data.littleEndian(UInt64.self, at: vector),
                    count: image.data.littleEndian(UInt64.self, at: vector + 8), place)
            }
        case .integer, .descriptor: break
        }
    }

    /// Bytes with a zero byte after them.
    private func checkText(
        at offset: UInt64, count: UInt64, _ place: ImageError.Place
    ) throws(ImageError) {
        if let problem = problem(ofBytes: count, at: offset) { throw ImageError(place, problem) }
        let end = offset + count
        guard end < segmentSize, end >= image.data.count || image.data[Int(end)] == 0 else {
            throw ImageError(place, "no zero byte follows the \(count) bytes at offset \(offset)")
        }
    }

    private func checkInitialised(
        _ offset: UInt64, _ count: UInt64, size: UInt64, _ place: ImageError.Place
    ) throws(ImageError) {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
        let initialised = UInt64(image.data.count)
        guard offset % 8 == 0, !overflow, offset <= initialised, bytes <= initialised - offset
        else {
            throw ImageError(
                place, "\(count) elements at offset \(offset) are not in the initialised data")
        }
    }

    private func isDataRelocation(_ offset: Int) -> Bool {
        var low = 0
        var high = image.dataRelocations.count
        while low < high {
            let middle = (low + high) / 2
            if image.dataRelocations[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low < image.dataRelocations.count && image.dataRelocations[low] == offset
    }
}

extension InputType {
    package var slotCount: Int {
        switch self {
        case .integer, .descriptor: 1
        case .path, .string, .integers, .paths, .strings: 2
        }
    }

    var integerType: IntegerType? {
        switch self {
        case .integer(let type), .integers(let type): type
        case .descriptor, .path, .string, .paths, .strings: nil
        }
    }
}

extension IntegerType {
    /// Whether a slot's value is one of this type.
    fileprivate func holds(_ value: UInt64) -> Bool {
        if width >= 8 { return true }
        let bits = 8 * UInt64(width)
        guard isSigned else { return value >> bits == 0 }
        let signed = Int64(bitPattern: value)
        return signed >> (bits - 1) == 0 || signed >> (bits - 1) == -1
    }
}
