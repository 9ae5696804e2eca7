// What is wrong with an image, and where: the one error of the reader and of the verifier.
//
// Input: a place as a value and a problem in words, made only when something is wrong. Output: one
// sentence, such as "relocation of record 12, argument 3: offset 70000 is outside the data segment of
// 65536 bytes". Invariant: every error names the section and, where there is one, the entry.

/// Why a file is no image, or why an image is not a valid one.
package struct ImageError: Error, Hashable, Sendable, CustomStringConvertible {
    package var place: Place
    /// What is wrong there, as a clause: "offset 70000 is outside the data segment of 65536 bytes".
    package var problem: String

    package init(_ place: Place, _ problem: String) {
        self.place = place
        self.problem = problem
    }

    package var description: String { "\(place): \(problem)" }

    /// Where in an image. Indices count from 0, as the disassembly's do.
    package enum Place: Hashable, Sendable, CustomStringConvertible {
        case header
        case sectionTable
        case section(ImageSection)
        case entry(ImageSection, Int)
        /// One field of an entry, such as "its slot".
        case field(ImageSection, Int, String)
        case argument(record: Int, Int)
        case relocation(record: Int, String)

        package var description: String {
            switch self {
            case .header: "header"
            case .sectionTable: "section table"
            case .section(let section): section.name
            case .entry(let section, let index): "\(section.entryName) \(index)"
            case .field(let section, let index, let field):
                "\(section.entryName) \(index), \(field)"
            case .argument(let record, let index): "record \(record), argument \(index)"
            case .relocation(let record, let field): "relocation of record \(record), \(field)"
            }
        }
    }
}

/// The sections of an image, in the order in which a file has them.
package enum ImageSection: UInt32, Hashable, Sendable, CaseIterable {
    case batches = 1
    case records, data, dataRelocations, inputs, outputs, steps, stops, storages
    case strings, sourceName, source
    case regions, sources, sites, operands

    package var name: String {
        switch self {
        case .dataRelocations: "data relocations"
        case .sourceName: "source name"
        default: String(describing: self)
        }
    }

    var entryName: String {
        switch self {
        case .batches: "batch"
        case .records: "record"
        case .dataRelocations: "data relocation"
        case .inputs: "input"
        case .outputs: "output"
        case .steps: "step"
        case .stops: "stop"
        case .storages: "storage"
        case .regions: "region"
        case .sources: "included source"
        case .sites: "call of a proc"
        case .operands: "operand"
        case .data, .strings, .sourceName, .source: "\(name), byte"
        }
    }

    /// The bytes of one entry in a file; the least where entries differ (records).
    var entrySize: Int {
        switch self {
        case .batches: 12
        case .regions: 20
        case .sources: 12
        case .sites: 32
        case .records: 16
        case .dataRelocations: 4
        case .inputs: 24
        case .outputs: 20
        case .steps: 44
        case .operands: 8
        case .stops: 28
        case .storages: 24
        case .data, .strings, .sourceName, .source: 1
        }
    }

    /// The most entries an image may have: far above what the compiler makes, low enough that no sum
    /// of offsets and counts overflows.
    package var limit: Int {
        switch self {
        case .records, .dataRelocations, .stops: 1 << 24
        case .operands: 1 << 25
        case .batches, .storages: 1 << 20
        case .regions: 1 << 16
        case .sources: 1 << 10
        case .steps, .sites: 1 << 22
        case .inputs: 1 << 12
        case .outputs: 1 << 16
        case .data: ImageLimit.dataSize
        case .strings: 1 << 26
        case .sourceName: 1 << 12
        case .source: 1 << 22
        }
    }
}

/// Limits of an image that are no section's.
package enum ImageLimit {
    /// The data segment, in bytes: 1 GiB.
    package static let dataSize = 1 << 30
    /// A name, in bytes.
    package static let name = 1 << 12
    /// A name of the kernel's interface, in bytes.
    package static let kernelName = 1 << 8
    /// A message, in bytes: the language's limit for a string.
    package static let message = 1 << 20
}
