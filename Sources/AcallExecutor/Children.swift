// The processes that one chain has started and that were not waited for.
//
// Input: what `spawn` steps started, on the chain's thread. Output: at the chain's end none of them runs. Invariant: a
// child whose pidfd the chain has passed on goes with it: to the chain that waits for this one, or to the program's
// caller.

import CAcall

struct Children {
    private var all: [acall_child] = []
    /// How many there may be until those are looked for that were waited for.
    private var mostUnchecked = 8

    var isEmpty: Bool { all.isEmpty }

    mutating func add(_ child: acall_child) {
        if all.count >= mostUnchecked {
            removeWaitedFor()
            mostUnchecked = max(8, 2 * all.count)
        }
        all.append(child)
    }

    mutating func add(_ others: consuming Children) {
        for child in others.all { add(child) }
    }

    private mutating func removeWaitedFor() {
        all.removeAll { child in
            let isOver = withUnsafePointer(to: child) { acall_child_is_there($0) == 0 }
            if isOver { withUnsafePointer(to: child) { acall_child_forget($0) } }
            return isOver
        }
    }

    /// Kills them and waits for them; all but those that were passed on, if `keepsHandedOut`, which are returned.
    mutating func end(keepsHandedOut: Bool) -> Children {
        removeWaitedFor()
        var kept = Children()
        var killed: [acall_child] = []
        for child in all {
            withUnsafePointer(to: child) { pointer in
                if keepsHandedOut, acall_child_is_held(pointer) != 0 {
                    kept.add(child)
                } else if acall_child_kill(pointer) != 0 {
                    killed.append(child)
                } else {
                    // Another user's by now: it can't be ended, and may take for ever.
                    acall_child_forget(pointer)
                }
            }
        }
        all = []
        for child in killed {
            withUnsafePointer(to: child) { pointer in
                acall_child_wait(pointer)
                acall_child_forget(pointer)
            }
        }
        return kept
    }

    /// They are others' from here on.
    mutating func forget() {
        for child in all { withUnsafePointer(to: child) { acall_child_forget($0) } }
        all = []
    }
}
