// What memory a run may look at when it shows a call's arguments: its data segment and its inputs'
// bytes. Anything else that a program passes as an address is shown as a number and never read.

package struct MemoryMap: Sendable {
    /// A piece of memory: from `start` to before `end`. (A range of the library's would cost every start of
    /// the tool a search for what makes its bounds comparable.)
    package struct Piece: Sendable {
        package let start: UInt
        package let end: UInt

        var bytes: UnsafeRawBufferPointer? {
            UnsafeRawPointer(bitPattern: start).map {
                UnsafeRawBufferPointer(start: $0, count: Int(end - start))
            }
        }
    }

    package private(set) var pieces: [Piece] = []

    package init() {}

    package mutating func add(start: UInt, count: Int) {
        if count > 0 { pieces.append(Piece(start: start, end: start + UInt(count))) }
    }

    /// How many bytes from `address` on are readable: 0 where none are.
    package func readableCount(at address: UInt) -> Int {
        for piece in pieces where piece.start <= address && address < piece.end {
            return Int(piece.end - address)
        }
        return 0
    }
}
