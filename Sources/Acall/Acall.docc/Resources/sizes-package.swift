// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "sizes",
    dependencies: [.package(path: "../acall")],
    targets: [
        .executableTarget(
            name: "sizes", dependencies: [.product(name: "Acall", package: "acall")],
            plugins: [.plugin(name: "AcallPlugin", package: "acall")])
    ])
