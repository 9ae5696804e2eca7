// The numbers of system calls by name, as C's headers have them: `SYS_getpid`, `__NR_getpid`.
//
// Input: a name. Output: the number on the architecture that the program is for. They are no constants of the
// catalog's: its rows of calls hold the numbers.

import AcallCatalog
import AcallSyntax

extension Checker {
    private static let prefixes = ["SYS_", "__NR_"]

    /// The call's name in `SYS_getpid`; nil where the name has another form.
    static func callName(in name: String) -> String? {
        for prefix in prefixes where name.hasPrefix(prefix) && name.utf8.count > prefix.utf8.count {
            return String(name.dropFirst(prefix.count))
        }
        return nil
    }

    func callNumber(named name: String) -> UInt32? {
        guard let call = Self.callName(in: name).flatMap({ catalog.syscall(named: $0) }),
            name.hasSuffix(call.name)
        else { return nil }
        return call.number
    }

    /// Why a name of this form has no number.
    func callNumberHelp(_ call: String, _ written: String) -> String {
        if let known = catalog.syscall(named: call) {
            if known.name != call {
                return "the kernel's name is `\(written.dropLast(call.count))\(known.name)`"
            }
            return known.number == nil
                ? "\(catalog.architecture) has no system call `\(call)`"
                : "this is a call's number, for `syscall(\(written), ...)`"
        }
        guard let near = catalog.nearest(call, among: .syscalls) else {
            return "`acall-run syscalls` lists the calls"
        }
        return "did you mean `\(written.dropLast(call.count))\(near)`?"
    }
}
