// The server as a command. It writes a line with its address to standard output once it listens.

import Acall
import AcallLogging
import ArgumentParser
import FileServer
import Glibc
import Hummingbird
import Logging
import NIOPosix

enum BackendName: String, ExpressibleByArgument, CaseIterable {
    case acall, nio
}

@main struct FileServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file-server", abstract: "Serves the files below a folder over HTTP.")

    @Option(help: "The folder whose files are served.") var root = "."
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 for any that is free.") var port = 8080
    @Option(
        help: "How many threads: for connections, and as many for files. As many as processors.")
    var workers: Int?
    @Option(help: "What reads and writes the files: acall or nio.") var backend = BackendName.acall
    @Option(help: "What is logged: trace, debug, info, error ...") var log = Logger.Level.info

    func run() async throws {
        var logger = Logger(label: "file-server")
        logger.logLevel = log
        switch backend {
        case .acall:
            var configuration = EngineConfiguration()
            configuration.parallelism = workers
            // A request that finds every processor busy is not served sooner by one more thread.
            configuration.runnableLimit = workers ?? sysconf(Int32(_SC_NPROCESSORS_ONLN))
            let engine = try Engine(configuration: configuration)
            engine.log(to: logger)
            try await serve(try await AcallBackend(root: root, engine: engine), logger)
        case .nio:
            let pool = workers.map { NIOThreadPool(numberOfThreads: $0) }
            pool?.start()
            try await serve(try await NIOBackend(root: root, pool: pool ?? .singleton), logger)
        }
    }

    private func serve(_ backend: some FileBackend, _ logger: Logger) async throws {
        let loops =
            workers.map { MultiThreadedEventLoopGroup(numberOfThreads: $0) } ?? .singleton
        let application = FileRoutes(backend).application(
            host: host, port: port, eventLoopGroup: loops, logger: logger
        ) { port in
            // Whoever started it may wait for this line at the other end of a pipe.
            let line = Array("http://\(host):\(port)/\n".utf8)
            _ = write(1, line, line.count)
        }
        try await application.runService()
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
