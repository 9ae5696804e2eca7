// A descriptor that a program has handed out.

import AcallExecutor
import Glibc

/// A descriptor with an owner: closed when the last reference is gone, unless it was taken.
public final class OwnedDescriptor: Sendable {
    private let number: Guarded<Int32>

    /// Takes ownership.
    public init(_ number: Int32) { self.number = Guarded(number) }

    deinit {
        let number = number.withLock { $0 }
        if number >= 0 { close(number) }
    }

    /// The kernel's number, -1 once it was taken. It stays this object's.
    public var rawValue: Int32 { number.withLock { $0 } }

    /// The kernel's number, which is the caller's to close from now on; -1 where it was taken before.
    public func take() -> Int32 {
        number.withLock { number in
            defer { number = -1 }
            return number
        }
    }
}
