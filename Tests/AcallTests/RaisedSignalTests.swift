// SIGPIPE and SIGXFSZ on the thread of an embedding app: the program has an errno, the app's own handler, mask and
// pending signals are as they were.

import Acall
import Glibc
import Testing

/// Threads on which the handler has run.
nonisolated(unsafe) private var seen: (pthread_t, pthread_t) = (0, 0)

private func thread() -> pthread_t { pthread_self() }

@Suite(.serialized) struct RaisedSignalTests {
    private static let broken = """
        var ends: int[2]
        socketpair(AF_UNIX, SOCK_STREAM, 0, ends)
        shutdown(ends[1], SHUT_WR)
        n = write(ends[1], "x") allow EPIPE
        output n
        """

    /// On a new thread, with a handler that notes on which thread it ran.
    private func onOwnThread(_ body: @escaping @Sendable () -> Void) {
        let old = signal(SIGPIPE) { _ in seen = (thread(), seen.0) }
        let work = Work(body)
        var handle = pthread_t()
        pthread_create(
            &handle, nil,
            { context in
                Unmanaged<Work>.fromOpaque(context!).takeRetainedValue().body()
                return nil
            }, Unmanaged.passRetained(work).toOpaque())
        pthread_join(handle, nil)
        signal(SIGPIPE, old)
    }

    private final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private static func isPending(_ number: Int32) -> Bool {
        var set = sigset_t()
        sigpending(&set)
        return sigismember(&set, number) == 1
    }

    private static func isBlocked(_ number: Int32) -> Bool {
        var set = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &set)
        return sigismember(&set, number) == 1
    }

    private static func block(_ how: Int32) {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGPIPE)
        pthread_sigmask(how, &set, nil)
    }

    @Test(arguments: [false, true]) func runBlockingGivesEPIPE(_ isBlocked: Bool) throws {
        onOwnThread {
            Self.block(isBlocked ? SIG_BLOCK : SIG_UNBLOCK)
            let wasBlocked = Self.isBlocked(SIGXFSZ)
            let report = try? run(Self.broken)
            #expect(report.flatMap { number($0, "n") } == -Int64(EPIPE))
            #expect(Self.isBlocked(SIGPIPE) == isBlocked && !Self.isPending(SIGPIPE))
            #expect(Self.isBlocked(SIGXFSZ) == wasBlocked)
            let own = thread()
            #expect(seen.0 != own && seen.1 != own)
        }
    }

    /// One that is the app's own stays pending.
    @Test func whatTheAppHasPendingStays() throws {
        onOwnThread {
            Self.block(SIG_BLOCK)
            pthread_kill(pthread_self(), SIGPIPE)
            let report = try? run(Self.broken)
            #expect(report.flatMap { number($0, "n") } == -Int64(EPIPE))
            #expect(Self.isPending(SIGPIPE))
            var set = sigset_t()
            sigemptyset(&set)
            sigaddset(&set, SIGPIPE)
            var time = timespec()
            #expect(sigtimedwait(&set, nil, &time) == SIGPIPE)
        }
    }
}
