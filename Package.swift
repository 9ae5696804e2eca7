// swift-tools-version: 6.3
import PackageDescription

// The layers, bottom up; each imports only what stands above it in this list.
let package = Package(
    name: "acall",
    products: [
        .library(name: "Acall", targets: ["Acall"]),
        .library(name: "AcallEngine", targets: ["AcallEngine"]),
        .executable(name: "acall-run", targets: ["acall-run"]),
        .plugin(name: "AcallPlugin", targets: ["AcallPlugin"]),
        .plugin(name: "AcallCommand", targets: ["AcallCommandPlugin"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .target(name: "CAcall"),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "AcallCatalog"),
        .target(name: "AcallEngine", dependencies: ["CAcall"]),
        .target(name: "CAcallAIO"),
        .target(name: "AcallAIO", dependencies: ["AcallEngine", "CAcall", "CAcallAIO"]),
        .target(name: "AcallSyntax", dependencies: ["CLibYAML"]),
        .target(name: "AcallImage", dependencies: ["AcallCatalog", "CAcall"]),
        .target(
            name: "AcallCompiler", dependencies: ["AcallSyntax", "AcallCatalog", "AcallImage"]),
        .target(name: "AcallExplanations"),
        .target(
            name: "AcallCodegen",
            dependencies: ["AcallImage", "AcallSyntax", "AcallCatalog", "CAcall"]),
        .target(
            name: "AcallExecutor",
            dependencies: ["AcallImage", "AcallCatalog", "AcallEngine", "CAcall"]),
        .target(
            name: "Acall",
            dependencies: [
                "AcallCatalog", "AcallCompiler", "AcallEngine", "AcallExecutor", "AcallImage",
                "AcallSyntax", "CAcall",
            ]),
        .target(
            name: "AcallCommand",
            dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
        .executableTarget(
            name: "acall-run",
            dependencies: [
                "AcallCommand", "AcallSyntax", "AcallCatalog", "AcallImage", "AcallCompiler",
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
                "CBenchBaselines", "CAcall", "Acall", "AcallCommand", "AcallEngine", "AcallSyntax",
                "AcallImage", "AcallCompiler", "AcallExecutor",
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
                "AcallSyntax", "CAcall",
            ]),
        .testTarget(
            name: "AcallCompilerTests",
            dependencies: [
                "AcallCompiler", "AcallExplanations", "AcallImage", "AcallSyntax", "AcallCatalog",
                "CAcall", "TestSupport",
            ],
            exclude: ["Corpus", "Golden"]),
        .testTarget(
            name: "AcallYAMLTests", dependencies: ["AcallSyntax", "CLibYAML"], exclude: ["Corpus"]),
        .testTarget(name: "AcallProgramsTests"),
        .testTarget(
            name: "AcallSyntaxTests", dependencies: ["AcallSyntax", "TestSupport"],
            exclude: ["Corpus", "Formatted"]),
        .testTarget(
            name: "AcallTests",
            dependencies: [
                "Acall", "AcallCatalog", "AcallCompiler", "AcallExecutor", "AcallImage",
                "AcallSyntax", "TestSupport",
            ]),
        .testTarget(
            name: "AcallEmbeddingTests", dependencies: ["Acall"], plugins: ["AcallPlugin"]),
        .testTarget(name: "AcallRunTests", dependencies: ["AcallCommand"]),
        .testTarget(name: "AcallBenchTests", dependencies: ["acall-bench", "CBenchBaselines"]),
        .executableTarget(
            name: "engine-faults", dependencies: ["AcallEngine", "CAcall"],
            path: "Tests/EngineFaults"),
        .executableTarget(
            name: "engine-cancel", dependencies: ["AcallEngine", "CAcall"],
            path: "Tests/EngineCancel"),
        .testTarget(name: "AcallCTests", exclude: ["Scenarios"]),
        .testTarget(
            name: "AcallEngineTests",
            dependencies: [
                "AcallEngine", "CAcall", "engine-faults", "engine-cancel", "TestSupport",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
