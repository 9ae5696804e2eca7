// Something of a layer above that lives as long as an engine.

import CAcall

extension Engine {
    /// What a layer above keeps with the engine: made once, by the first request.
    /// - Parameters:
    ///   - make: an object's address; where another thread was faster, it is freed again.
    ///   - free: how it is freed, at the latest with the engine.
    package func companion(
        make: () -> UnsafeMutableRawPointer,
        free: @escaping @convention(c) (UnsafeMutableRawPointer) -> Void
    ) -> UnsafeMutableRawPointer {
        // Partner: the swap below.
        if let known = UnsafeMutableRawPointer(bitPattern: UInt(companionWord.value)) {
            return known.load(as: Companion.self).object
        }
        let box = UnsafeMutablePointer<Companion>.allocate(capacity: 1)
        let object = make()
        box.initialize(to: Companion(object: object, free: free))
        if companionWord.swap(0, UInt64(UInt(bitPattern: box))) { return object }
        free(object)
        box.deallocate()
        return companion(make: make, free: free)
    }

    /// Whether there is one.
    @inline(__always)
    package var hasCompanion: Bool { companionWord.value != 0 }

    func freeCompanion() {
        guard let box = UnsafeMutablePointer<Companion>(bitPattern: UInt(companionWord.value))
        else { return }
        box.pointee.free(box.pointee.object)
        box.deallocate()
    }

    /// Whether a shutdown has begun: submissions are refused.
    package var isShutDown: Bool { isStopping }
}

struct Companion {
    var object: UnsafeMutableRawPointer
    var free: @convention(c) (UnsafeMutableRawPointer) -> Void
}
