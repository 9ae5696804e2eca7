// Descriptors that a program has handed out.

import Glibc

/// A descriptor with one owner: it is closed where its owner lets go of it, unless it was taken.
public struct OwnedDescriptor: ~Copyable, Sendable {
    /// The kernel's number. It stays this value's, which must live for as long as the number is used.
    public let rawValue: Int32

    /// Takes ownership.
    public init(_ number: Int32) { rawValue = number }

    deinit { if rawValue >= 0 { close(rawValue) } }

    /// The kernel's number, which is the caller's to close from now on.
    public consuming func take() -> Int32 {
        let number = rawValue
        discard self
        return number
    }

    /// For several owners: it is closed where the last of them lets go of it.
    public consuming func share() -> SharedDescriptor { SharedDescriptor(take()) }
}

/// A descriptor that several may hold on to: closed when nobody does any more. A program takes it for an input of
/// type `fd`.
public final class SharedDescriptor: Sendable {
    /// The kernel's number. It stays this object's.
    public let rawValue: Int32

    /// Takes ownership.
    public init(_ number: Int32) { rawValue = number }

    deinit { if rawValue >= 0 { close(rawValue) } }
}

/// The descriptors of an output with a key. Those that nobody takes are closed with it.
public struct OwnedDescriptors<Key: Hashable & Sendable>: ~Copyable, Sendable {
    private var numbers: [Key: Int32]

    init(_ numbers: [Key: Int32]) { self.numbers = numbers }

    deinit { for number in numbers.values { close(number) } }

    public var count: Int { numbers.count }
    public var isEmpty: Bool { numbers.isEmpty }
    /// In no order.
    public var keys: [Key] { Array(numbers.keys) }

    /// The kernel's number of one; nil where there is none. It stays this value's.
    public subscript(key: Key) -> Int32? { numbers[key] }

    /// One of them, out of this; nil where there is none.
    public mutating func take(_ key: Key) -> OwnedDescriptor? {
        guard let number = numbers.removeValue(forKey: key) else { return nil }
        return OwnedDescriptor(number)
    }
}
