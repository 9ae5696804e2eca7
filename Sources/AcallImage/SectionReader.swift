// Reads the entries of one section of a file.
//
// Input: a run of bytes inside the file. Output: entries. Invariant: it reads nothing outside its run;
// where the run is too short, or a value means nothing, it throws with the section and the entry.

import AcallCatalog

struct SectionReader {
    private let bytes: [UInt8]
    private let section: ImageSection
    private var position: Int
    private let end: Int
    /// The entry being read, for errors.
    var entry = 0

    /// `start` and `count` name a run inside `bytes`: the section table was checked.
    init(bytes: [UInt8], section: ImageSection, start: Int, count: Int) {
        self.bytes = bytes
        self.section = section
        position = start
        end = start + count
    }

    func error(_ problem: String) -> ImageError { ImageError(.entry(section, entry), problem) }

    mutating func integer<T: FixedWidthInteger>(_ type: T.Type) throws(ImageError) -> T {
        guard end - position >= MemoryLayout<T>.size else {
            throw error("the section ends inside it")
        }
        defer { position += MemoryLayout<T>.size }
        return bytes.littleEndian(type, at: position)
    }

    mutating func u32() throws(ImageError) -> UInt32 { try integer(UInt32.self) }

    mutating func rest() -> [UInt8] {
        defer { position = end }
        return Array(bytes[position..<end])
    }

    func finish() throws(ImageError) {
        guard position == end else {
            throw ImageError(
                .section(section), "\(end - position) bytes follow the last entry")
        }
    }

    /// Appends `count` entries; the section table has checked that the run can hold them.
    mutating func each<Entry>(
        _ count: Int, into entries: inout [Entry],
        read: (inout SectionReader) throws(ImageError) -> Entry
    ) throws(ImageError) {
        entries.reserveCapacity(count)
        for index in 0..<count {
            entry = index
            entries.append(try read(&self))
        }
    }

    mutating func stringRef() throws(ImageError) -> StringRef {
        StringRef(offset: try u32(), count: try u32())
    }

    mutating func range() throws(ImageError) -> SourceRange {
        SourceRange(start: try u32(), end: try u32())
    }

    private mutating func zeroes(_ count: Int) throws(ImageError) {
        for _ in 0..<count {
            guard try integer(UInt8.self) == 0 else { throw error("a reserved byte is not 0") }
        }
    }

    private mutating func flags(known: UInt8) throws(ImageError) -> UInt8 {
        let flags = try integer(UInt8.self)
        guard flags & ~known == 0 else { throw error("flags \(flags) have unknown bits") }
        return flags
    }

    private mutating func kind<Kind: RawRepresentable>(
        _ type: Kind.Type, _ what: String
    ) throws(ImageError) -> Kind where Kind.RawValue == UInt8 {
        let raw = try integer(UInt8.self)
        guard let kind = Kind(rawValue: raw) else { throw error("\(what) \(raw) is unknown") }
        return kind
    }

    mutating func input() throws(ImageError) -> InputEntry {
        let name = try stringRef()
        let tag = try integer(UInt8.self)
        let width = try integer(UInt8.self)
        let flags = try flags(
            known: ImageFormat.isSigned | ImageFormat.isBigEndian | ImageFormat.hasDefault)
        try zeroes(1)
        let integer = IntegerType(
            width: width, isSigned: flags & ImageFormat.isSigned != 0,
            isBigEndian: flags & ImageFormat.isBigEndian != 0)
        let type: InputType
        switch tag {
        case 0: type = .integer(integer)
        case 1: type = .descriptor
        case 2: type = .path
        case 3: type = .string
        case 4: type = .integers(integer)
        case 5: type = .paths
        case 6: type = .strings
        default: throw error("type \(tag) is unknown")
        }
        if tag != 0 && tag != 4 {
            guard width == 0, flags & ~ImageFormat.hasDefault == 0 else {
                throw error("only an integer has a width and a sign")
            }
        }
        return InputEntry(
            name: name, type: type, slot: try u32(),
            hasDefault: flags & ImageFormat.hasDefault != 0, range: try range())
    }

    mutating func output() throws(ImageError) -> OutputEntry {
        let name = try stringRef()
        let kind = try kind(OutputKind.self, "kind")
        let rawKey = try integer(UInt8.self)
        let key = OutputKey(rawValue: rawKey)
        guard rawKey == 0 || key != nil else { throw error("key \(rawKey) is unknown") }
        try zeroes(2)
        return OutputEntry(name: name, kind: kind, slot: try u32(), isSet: try u32(), key: key)
    }

    mutating func step() throws(ImageError) -> StepEntry {
        let name = try stringRef()
        let call = try stringRef()
        let origin = try kind(StepOrigin.self, "origin")
        let flags = try flags(
            known: ImageFormat.isFully | ImageFormat.isRetried | ImageFormat.isExitStatus
                | ImageFormat.hasDeadline)
        try zeroes(2)
        var step = StepEntry(
            name: name, call: call, origin: origin, range: try range(), record: try u32(),
            result: try u32(), isFully: flags & ImageFormat.isFully != 0,
            isRetried: flags & ImageFormat.isRetried != 0,
            isExitStatus: flags & ImageFormat.isExitStatus != 0)
        let deadline = try integer(UInt64.self)
        if flags & ImageFormat.hasDeadline != 0 {
            step.deadline = deadline == 0 ? .computed : .fixed(deadline)
        } else if deadline != 0 {
            throw error("a deadline of a step that has none")
        }
        return step
    }

    mutating func operand() throws(ImageError) -> StopOperand {
        let role = try kind(StopOperand.Role.self, "role")
        let argument = try integer(UInt8.self)
        let width = try integer(UInt8.self)
        let units: [(flag: UInt8, unit: StopOperand.Unit)] = [
            (ImageFormat.countsBytes, .bytes), (ImageFormat.countsItems, .items),
            (ImageFormat.isResult, .results),
        ]
        let flags = try flags(
            known: units.reduce(ImageFormat.isSigned | ImageFormat.isBigEndian) { $0 | $1.flag })
        let given = units.filter { flags & $0.flag != 0 }
        guard given.count < 2 else { throw error("it has two units") }
        return StopOperand(
            role: role, argument: argument,
            type: IntegerType(
                width: width, isSigned: flags & ImageFormat.isSigned != 0,
                isBigEndian: flags & ImageFormat.isBigEndian != 0),
            unit: given.first?.unit ?? .none)
    }

    mutating func stop() throws(ImageError) -> StopEntry {
        let record = try u32()
        let step = try u32()
        let range = try range()
        let message = try stringRef()
        let kind = try kind(StopKind.self, "kind")
        let form = try self.kind(StopForm.self, "form")
        try zeroes(2)
        return StopEntry(
            record: record, kind: kind, step: step == ImageFormat.noStep ? nil : step,
            range: range, message: message, form: form)
    }

    mutating func storage() throws(ImageError) -> StorageEntry {
        let name = try stringRef()
        let structure = try stringRef()
        return StorageEntry(
            name: name, offset: try u32(), size: try u32(), structure: structure)
    }
}

extension [UInt8] {
    /// The integer at an offset, which must be inside: the caller has checked it.
    func littleEndian<T: FixedWidthInteger>(_ type: T.Type, at offset: Int) -> T {
        precondition(offset >= 0 && count - offset >= MemoryLayout<T>.size)
        return withUnsafeBytes {
            T(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: T.self))
        }
    }
}

/// `0x2a`.
func hexadecimal(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }
