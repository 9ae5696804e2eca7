// What is known of each name, seen from the proc whose steps are looked at.
//
// Invariant: a proc sees what it has noted itself and what is shared; what its callers have noted is there again when
// its steps end. To enter and to leave a proc costs what the proc notes, however many names its callers have.

struct FramedTable<Value> {
    /// By name.
    private var values: [Value]
    /// The frame that noted each of them.
    private var frames: [UInt32]
    /// The frame at hand, and how many there were.
    private var frame: UInt32 = 1
    private var count: UInt32 = 1
    /// What stood there before, for the end of the frames at hand.
    private var log: [(index: Int, value: Value, frame: UInt32)] = []
    private var outer: [(frame: UInt32, mark: Int)] = []
    /// What a name is that the frame at hand knows nothing of.
    private let absent: Value
    private let wrong: Set<Int>
    private let wrongValue: Value

    /// All frames see it.
    private static var shared: UInt32 { 0 }

    /// - Parameter wrong: names that are something else where nothing is known of them.
    init(count: Int, absent: Value, wrong: Set<Int> = [], wrongValue: Value) {
        values = Array(repeating: absent, count: count)
        frames = Array(repeating: 1, count: count)
        self.absent = absent
        self.wrong = wrong
        self.wrongValue = wrongValue
        for index in wrong { values[index] = wrongValue }
    }

    subscript(index: Int) -> Value {
        get {
            if frames[index] == frame || frames[index] == Self.shared { return values[index] }
            return wrong.contains(index) ? wrongValue : absent
        }
        set {
            if frames[index] != frame {
                if !outer.isEmpty { log.append((index, values[index], frames[index])) }
                frames[index] = frame
            }
            values[index] = newValue
        }
    }

    /// What a caller has noted, which the proc at hand does not see.
    func hidden(_ index: Int) -> Value? {
        frames[index] == frame || frames[index] == Self.shared ? nil : values[index]
    }

    /// Notes what all frames see.
    mutating func share(_ index: Int, _ value: Value) {
        values[index] = value
        frames[index] = Self.shared
    }

    /// Nothing but what is shared is seen from here on.
    mutating func enterFrame() {
        outer.append((frame, log.count))
        count += 1
        frame = count
    }

    mutating func leaveFrame() {
        let (before, mark) = outer.removeLast()
        frame = before
        while log.count > mark {
            let entry = log.removeLast()
            // What is shared meanwhile stays so.
            if frames[entry.index] == Self.shared { continue }
            (values[entry.index], frames[entry.index]) = (entry.value, entry.frame)
        }
    }
}
