// The limit on what the procs' steps come to, written out where they are called.
//
// Invariant: it is known before any proc is written out, so that a program which is too large is refused at once.

import AcallSyntax

extension Checker {
    /// What the sources of all steps come to, one behind the other: as much as takes as long as the largest source.
    static let maximumExpansion = 8 << 20

    /// Refuses calls whose steps are too many. The program is checked without them.
    mutating func limitExpansion() {
        var procedures: [Name: Int] = [:]
        for statement in tree.statements {
            guard case .procedure(let index) = statement.kind else { continue }
            let name = tree.procedures[Int(index)].name
            if let known = procedure(named: name) { procedures[name] = known }
        }
        if procedures.isEmpty { return }
        var sizes = ProcedureSizes(tree, procedures: procedures)
        var total = ExpandedSize()
        if !add(tree.statements, &sizes, to: &total) { return }
        // Procs that nobody calls are looked at too.
        for (index, procedure) in tree.procedures.enumerated() where !sizes.isCalled(index) {
            if !add(tree[procedure.body].statements, &sizes, to: &total) { return }
        }
    }

    /// False where it is too much, which is reported.
    private mutating func add(
        _ statements: [Statement], _ sizes: inout ProcedureSizes, to total: inout ExpandedSize
    ) -> Bool {
        let (own, calls) = sizes.written(statements)
        total += own
        for call in calls {
            let size = sizes.size(of: call.procedure)
            total += size
            guard total.steps > Self.maximumSteps || total.bytes > Self.maximumExpansion else {
                continue
            }
            reportExpansion(call, size, total)
            procedures.isTooLarge = true
            return false
        }
        return true
    }

    private mutating func reportExpansion(
        _ call: ExpandedCall, _ size: ExpandedSize, _ total: ExpandedSize
    ) {
        let name = text(tree.procedures[call.procedure].name)
        let isLong = total.steps <= Self.maximumSteps
        let mebibytes = Self.maximumExpansion >> 20
        diagnostics.error(
            "E0701", call.span,
            isLong
                ? "this call of `\(name)` makes \(grouped(size.steps)) steps, and all steps of the program, written out, come to more than \(mebibytes) MiB of source"
                : "this call of `\(name)` makes \(grouped(size.steps)) steps, and a program has at most \(grouped(Self.maximumSteps))",
            help:
                "a proc's steps are made anew wherever it is called: call it in a `loop`, or from fewer places",
            notes: [
                .init(
                    tree.procedures[call.procedure].nameSpan,
                    "with the calls before it that is \(grouped(total.steps)) steps")
            ])
    }

    /// `1,000,000`
    private func grouped(_ number: Int) -> String {
        // Sums end there.
        if number >= .max / 8 { return "over 1,000,000,000,000,000" }
        let digits = Array(String(number))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
