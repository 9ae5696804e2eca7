// swift-tools-version: 6.3
import PackageDescription

// A package of its own, as an app that uses acall is: it names acall by its path, and puts the plugin on its target.
let package = Package(
    name: "acall-examples",
    dependencies: [
        .package(name: "acall", path: "..", traits: ["Logging", "Service"]),
        // Neither its configuration files nor all of Foundation are of use here.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
    ],
    targets: [
        .target(
            name: "FileServer",
            dependencies: [
                .product(name: "Acall", package: "acall"),
                .product(name: "AcallService", package: "acall"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "_NIOFileSystem", package: "swift-nio"),
            ],
            plugins: [.plugin(name: "AcallPlugin", package: "acall")]),
        .executableTarget(
            name: "file-server",
            dependencies: [
                "FileServer",
                .product(name: "Acall", package: "acall"),
                .product(name: "AcallLogging", package: "acall"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .executableTarget(
            name: "file-server-bench",
            dependencies: [
                "FileServer",
                .product(name: "Acall", package: "acall"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            plugins: [.plugin(name: "AcallPlugin", package: "acall")]),
        .testTarget(
            name: "FileServerTests",
            dependencies: [
                "FileServer",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
