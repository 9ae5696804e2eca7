// The fields of a system call's row, read and changed through the value that shares it.

extension Syscall {
    private mutating func change(_ body: (inout Row) -> Void) {
        var row = storage.row
        body(&row)
        storage = Storage(row)
    }

    package var name: String {
        @inlinable get { storage.row.name }
        set { change { $0.name = newValue } }
    }
    package var aliases: [String] {
        @inlinable get { storage.row.aliases }
        set { change { $0.aliases = newValue } }
    }
    package var libcCounts: [String: Int] {
        @inlinable get { storage.row.libcCounts }
        set { change { $0.libcCounts = newValue } }
    }
    package var number: UInt32? {
        @inlinable get { storage.row.number }
        set { change { $0.number = newValue } }
    }
    package var parameters: [Parameter] {
        @inlinable get { storage.row.parameters }
        set { change { $0.parameters = newValue } }
    }
    package var result: ResultKind {
        @inlinable get { storage.row.result }
        set { change { $0.result = newValue } }
    }
    package var resultMeanings: [ResultMeaning] {
        @inlinable get { storage.row.resultMeanings }
        set { change { $0.resultMeanings = newValue } }
    }
    package var policy: Policy {
        @inlinable get { storage.row.policy }
        set { change { $0.policy = newValue } }
    }
    package var policyReason: String {
        @inlinable get { storage.row.policyReason }
        set { change { $0.policyReason = newValue } }
    }
    package var mayBlock: Bool {
        @inlinable get { storage.row.mayBlock }
        set { change { $0.mayBlock = newValue } }
    }
    package var consumes: Int? {
        @inlinable get { storage.row.consumes }
        set { change { $0.consumes = newValue } }
    }
    package var makesDescriptorsIn: Int? {
        @inlinable get { storage.row.makesDescriptorsIn }
        set { change { $0.makesDescriptorsIn = newValue } }
    }
    package var makesDescriptorIf: Parameter.Requirement? {
        @inlinable get { storage.row.makesDescriptorIf }
        set { change { $0.makesDescriptorIf = newValue } }
    }
    package var advance: Advance? {
        @inlinable get { storage.row.advance }
        set { change { $0.advance = newValue } }
    }
    package var summary: String {
        @inlinable get { storage.row.summary }
        set { change { $0.summary = newValue } }
    }
    package var mayBlockIf: Parameter.Requirement? {
        @inlinable get { storage.row.mayBlockIf }
        set { change { $0.mayBlockIf = newValue } }
    }
    package var mayBlockOn: Int? {
        @inlinable get { storage.row.mayBlockOn }
        set { change { $0.mayBlockOn = newValue } }
    }
    package var narrowings: [Narrowing] {
        @inlinable get { storage.row.narrowings }
        set { change { $0.narrowings = newValue } }
    }
    package var restrictions: [Restriction] {
        @inlinable get { storage.row.restrictions }
        set { change { $0.restrictions = newValue } }
    }
    package var exceptions: [Exception] {
        @inlinable get { storage.row.exceptions }
        set { change { $0.exceptions = newValue } }
    }
    package var warning: String {
        @inlinable get { storage.row.warning }
        set { change { $0.warning = newValue } }
    }
    package var instead: String {
        @inlinable get { storage.row.instead }
        set { change { $0.instead = newValue } }
    }
    package var example: String {
        @inlinable get { storage.row.example }
        set { change { $0.example = newValue } }
    }
    package var traits: CallTraits {
        @inlinable get { storage.row.traits }
        set { change { $0.traits = newValue } }
    }
    package var mayBlockUnless: Parameter.Requirement? {
        @inlinable get { storage.row.mayBlockUnless }
        set { change { $0.mayBlockUnless = newValue } }
    }
    package var mappedLength: Int? {
        @inlinable get { storage.row.mappedLength }
        set { change { $0.mappedLength = newValue } }
    }
}
