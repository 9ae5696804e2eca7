// swift-tools-version: 6.3
import PackageDescription

// The layers, bottom up; each imports only what stands above it in this list.
let package = Package(
    name: "acall",
    products: [
        .library(name: "Acall", targets: ["Acall"]),
        .library(name: "AcallEngine", targets: ["AcallEngine"]),
        .library(name: "AcallLogging", targets: ["AcallLogging"]),
        .library(name: "AcallMetrics", targets: ["AcallMetrics"]),
        .library(name: "AcallTracing", targets: ["AcallTracing"]),
        .library(name: "AcallService", targets: ["AcallService"]),
        .library(name: "AcallSystem", targets: ["AcallSystem"]),
        .executable(name: "acall-run", targets: ["acall-run"]),
        .plugin(name: "AcallPlugin", targets: ["AcallPlugin"]),
        .plugin(name: "AcallCommand", targets: ["AcallCommandPlugin"]),
    ],
    // What is behind a trait is neither fetched nor built for those who do not ask for it.
    traits: [
        .trait(name: "Logging", description: "AcallLogging: runs in a swift-log logger"),
        .trait(name: "Metrics", description: "AcallMetrics: runs as swift-metrics figures"),
        .trait(name: "Tracing", description: "AcallTracing: runs as distributed-tracing spans"),
        .trait(name: "Service", description: "AcallService: an engine in a ServiceGroup"),
        .trait(name: "System", description: "AcallSystem: FilePath and FileDescriptor"),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.4.0"),
    ],
    targets: [
        .target(name: "CAcall"),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "AcallText"),
        .target(name: "AcallCatalog", dependencies: ["AcallText"]),
        .target(name: "AcallEngine", dependencies: ["CAcall"]),
        .target(name: "CAcallAIO"),
        .target(name: "AcallAIO", dependencies: ["AcallEngine", "CAcall", "CAcallAIO"]),
        .target(name: "AcallSyntax", dependencies: ["AcallText", "CLibYAML"]),
        .target(
            name: "AcallImage", dependencies: ["AcallText", "AcallCatalog", "CAcall"]),
        .target(
            name: "AcallCompiler", dependencies: ["AcallSyntax", "AcallCatalog", "AcallImage"]),
        .target(name: "AcallExplanations"),
        .target(
            name: "AcallCodegen",
            dependencies: ["AcallText", "AcallImage", "AcallSyntax", "AcallCatalog", "CAcall"]),
        .target(
            name: "AcallExecutor",
            dependencies: ["AcallText", "AcallImage", "AcallCatalog", "AcallEngine", "CAcall"]),
        .target(
            name: "Acall",
            dependencies: [
                "AcallCatalog", "AcallCompiler", "AcallEngine", "AcallExecutor", "AcallImage",
                "AcallSyntax", "CAcall",
            ]),
        .target(
            name: "AcallLogging",
            dependencies: [
                "Acall",
                .product(
                    name: "Logging", package: "swift-log", condition: .when(traits: ["Logging"])),
            ]),
        .target(
            name: "AcallMetrics",
            dependencies: [
                "Acall",
                .product(
                    name: "Metrics", package: "swift-metrics",
                    condition: .when(traits: ["Metrics"])),
            ]),
        .target(
            name: "AcallTracing",
            dependencies: [
                "Acall",
                .product(
                    name: "Tracing", package: "swift-distributed-tracing",
                    condition: .when(traits: ["Tracing"])),
            ]),
        .target(
            name: "AcallService",
            dependencies: [
                "Acall",
                .product(
                    name: "ServiceLifecycle", package: "swift-service-lifecycle",
                    condition: .when(traits: ["Service"])),
            ]),
        .target(
            name: "AcallSystem",
            dependencies: [
                "Acall",
                .product(
                    name: "SystemPackage", package: "swift-system",
                    condition: .when(traits: ["System"])),
            ]),
        .target(
            name: "AcallCommand",
            dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
        .target(name: "CRunner"),
        .executableTarget(
            name: "acall-run",
            dependencies: [
                "CRunner", "CAcall", "AcallCommand", "AcallSyntax", "AcallCatalog", "AcallImage",
                "AcallCompiler",
                "AcallEngine", "AcallExecutor", "AcallExplanations", "AcallCodegen",
            ]),
        .plugin(
            name: "AcallPlugin", capability: .buildTool(), dependencies: ["acall-run"],
            path: "Plugins/AcallPlugin"),
        .plugin(
            name: "AcallCommandPlugin",
            capability: .command(
                intent: .custom(verb: "acall", description: "Check, format and compile programs")),
            dependencies: ["acall-run"], path: "Plugins/AcallCommand"),
        .executableTarget(name: "acall-catalog", dependencies: ["AcallCatalog"]),
        .target(name: "CBenchBaselines", dependencies: ["CLibYAML"]),
        .executableTarget(
            name: "acall-bench",
            dependencies: [
                "CBenchBaselines", "CAcall", "Acall", "AcallCommand", "AcallEngine", "AcallText",
                "AcallSyntax", "AcallImage", "AcallCompiler", "AcallExecutor",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], plugins: ["AcallPlugin"]),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "AcallCatalogTests", dependencies: ["AcallCatalog", "acall-catalog"]),
        .testTarget(
            name: "AcallImageTests", dependencies: ["AcallImage", "AcallCatalog", "CAcall"]),
        .testTarget(
            name: "AcallReportTests",
            dependencies: [
                "AcallExecutor", "AcallEngine", "AcallImage", "AcallCatalog", "AcallCompiler",
                "AcallSyntax", "AcallText", "CAcall",
            ]),
        .testTarget(
            name: "AcallCompilerTests",
            dependencies: [
                "AcallCompiler", "AcallExplanations", "AcallImage", "AcallSyntax", "AcallCatalog",
                "CAcall", "TestSupport",
            ],
            exclude: ["Corpus", "Golden"]),
        .testTarget(
            name: "AcallYAMLTests", dependencies: ["AcallSyntax", "AcallText", "CLibYAML"],
            exclude: ["Corpus"]),
        .testTarget(name: "AcallProgramsTests"),
        .testTarget(
            name: "AcallSyntaxTests", dependencies: ["AcallSyntax", "AcallText", "TestSupport"],
            exclude: ["Corpus", "Formatted"]),
        .testTarget(
            name: "AcallTests",
            dependencies: [
                "Acall", "AcallCatalog", "AcallCompiler", "AcallExecutor", "AcallImage",
                "AcallSyntax", "TestSupport",
            ]),
        .testTarget(
            name: "AcallEmbeddingTests", dependencies: ["Acall", "CAcall"],
            plugins: ["AcallPlugin"]),
        .testTarget(
            name: "AcallIntegrationTests",
            dependencies: [
                "Acall", "AcallLogging", "AcallMetrics", "AcallTracing", "AcallService",
                "AcallSystem",
                .product(
                    name: "Logging", package: "swift-log", condition: .when(traits: ["Logging"])),
                .product(
                    name: "MetricsTestKit", package: "swift-metrics",
                    condition: .when(traits: ["Metrics"])),
                .product(
                    name: "InMemoryTracing", package: "swift-distributed-tracing",
                    condition: .when(traits: ["Tracing"])),
                .product(
                    name: "ServiceLifecycleTestKit", package: "swift-service-lifecycle",
                    condition: .when(traits: ["Service"])),
            ]),
        .testTarget(name: "AcallRunTests", dependencies: ["AcallCommand"]),
        .testTarget(name: "AcallBenchTests", dependencies: ["acall-bench", "CBenchBaselines"]),
        .target(name: "CWork", path: "Tests/CWork"),
        .executableTarget(
            name: "compiler-work",
            dependencies: ["AcallSyntax", "AcallCompiler", "AcallImage", "CWork"],
            path: "Tests/CompilerWork"),
        .executableTarget(
            name: "engine-faults", dependencies: ["AcallEngine", "CAcall"],
            path: "Tests/EngineFaults"),
        .executableTarget(
            name: "engine-cancel", dependencies: ["AcallEngine", "CAcall"],
            path: "Tests/EngineCancel"),
        .executableTarget(name: "refuse-calls", path: "Tests/RefuseCalls"),
        .testTarget(name: "AcallCTests", exclude: ["Scenarios"]),
        .testTarget(
            name: "AcallEngineTests",
            dependencies: [
                "AcallEngine", "CAcall", "engine-faults", "engine-cancel", "TestSupport",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
