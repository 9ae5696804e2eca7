// The calls of acall.h, on an engine that the whole process shares.
//
// Input: pointers from C. Output: a count, or a negated errno. Invariant: the shared engine is made
// at the first call, and never freed.

import CAcall

/// The engine behind the C calls.
extension Engine {
    /// The process-wide engine, for Swift code that shares rings or ids with C code.
    public static let shared: Engine = {
        // Where every real-time signal is taken, calls are made all the same; blocked ones can't be
        // cancelled.
        Engine(
            checked: EngineConfiguration(), signal: max(acall_signal_of_shared_engine(), 0))
    }()
}

@c @implementation
public func acall_shutdown() -> Int {
    Engine.shared.restart()
    return 0
}

@c @implementation
public func acall_set_cancel_signal(_ signal: Int32) -> Int32 {
    acall_signal_choose(signal)
}

@c @implementation
public func acall_submit(
    _ submissions: UnsafeMutablePointer<UnsafeMutablePointer<acall_submission>?>?, _ nr: UInt
) -> Int {
    guard nr > 0 else { return 0 }
    guard let submissions else { return Int(Code.badAddress) }
    return Engine.shared.submit(submissions, count: Int(clamping: nr))
}

@c @implementation
public func acall_comp_pwait(
    _ uids: UnsafeMutablePointer<UnsafeMutablePointer<acall_id>?>?, _ nr: UInt,
    _ utime: UnsafeMutablePointer<timespec>?, _ sigmask: UnsafePointer<sigset_t>?,
    _ sigsetsize: Int
) -> Int {
    guard let uids else {
        guard nr == 0 else { return Int(Code.badAddress) }
        var nobody: UnsafeMutablePointer<acall_id>?
        return Engine.shared.waitForCompletion(
            &nobody, count: 0, time: utime, mask: sigmask, maskSize: sigsetsize)
    }
    return Engine.shared.waitForCompletion(
        uids, count: Int(clamping: nr), time: utime, mask: sigmask, maskSize: sigsetsize)
}

@c @implementation
public func acall_ring_pwait(
    _ ring: UnsafeMutablePointer<acall_completion_ring>?, _ tail: UInt32, _ min: UInt32,
    _ utime: UnsafeMutablePointer<timespec>?, _ sigmask: UnsafePointer<sigset_t>?,
    _ sigsetsize: Int
) -> Int {
    guard let ring else { return Int(Code.badAddress) }
    return Engine.shared.waitForRing(
        ring, tail: tail, minimum: min, time: utime, mask: sigmask, maskSize: sigsetsize)
}

@c @implementation
public func acall_cancel(_ uid: UnsafeMutablePointer<acall_id>?) -> Int {
    guard let uid else { return Int(Code.badAddress) }
    return Engine.shared.cancel(uid)
}
