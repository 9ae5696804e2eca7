// An engine as a service of swift-service-lifecycle. With the trait `Service`.

#if Service
    public import Acall
    public import ServiceLifecycle

    /// Keeps an engine for as long as the app runs.
    ///
    /// When the group shuts down gracefully, the engine takes no more programs, those that run go on to their end, and
    /// then its threads end. When it is cancelled, what is in flight is interrupted at once. List it before the services
    /// that use the engine: a group shuts down in the opposite order.
    public struct EngineService: Service {
        public let engine: Engine

        public init(_ engine: Engine) { self.engine = engine }

        public func run() async throws {
            do {
                try await gracefulShutdown()
            } catch {
                await engine.shutdownInBackground()
                throw error
            }
            await engine.close()
            await engine.shutdownInBackground()
        }
    }
#endif
