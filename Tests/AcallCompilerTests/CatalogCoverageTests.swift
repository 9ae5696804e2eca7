// Every row of the catalog goes through the compiler: calls, structures, constants.

import AcallCatalog
import AcallCompiler
import AcallImage
import AcallSyntax
import Testing

@Suite struct CatalogCoverageTests {
    private func compile(
        _ text: String, _ architecture: Architecture = .x86_64
    ) -> (image: BatchImage?, codes: [String]) {
        let source = SourceText(name: "p.acall", bytes: Array(text.utf8))
        var diagnostics = Diagnostics(source)
        let tree = SyntaxTree(parsing: source, into: &diagnostics)
        let checked = try? TypedProgram(
            checking: tree, architecture: architecture, into: &diagnostics)
        return (
            checked.map { BatchImage(lowering: $0) },
            diagnostics.list.filter { $0.severity == .error }.map(\.code)
        )
    }

    /// Without arguments: what needs none compiles, what needs some says so, what is not allowed says that.
    @Test(arguments: [Architecture.x86_64, .aarch64])
    func everyCallIsKnown(_ architecture: Architecture) throws {
        let catalog = Catalog(architecture: architecture)
        var counts: [String: Int] = [:]
        for name in catalog.syscallNames {
            let (image, codes) = compile("\(name)()", architecture)
            let isHere = catalog.syscall(named: name) != nil
            let expected: Set<String> = [
                "E0402", "E0601", "E0602", "E0603", "E0604", "E0605", "E0606", "E0309",
            ]
            if codes.isEmpty {
                let image = try #require(image)
                #expect(try BatchImage(decoding: image.encoded()).records.count > 0, "\(name)")
            } else {
                #expect(expected.isSuperset(of: codes), "\(name): \(codes)")
                #expect(isHere || codes == ["E0309"], "\(name): \(codes)")
            }
            for code in Set(codes) { counts[code, default: 0] += 1 }
        }
        #expect(catalog.syscallNames.count > 300)
        #expect(counts["E0402", default: 0] > 150, "\(counts)")
    }

    @Test func unionsHaveTheirMembers() {
        let event = "var e: epoll_event = {events: EPOLLIN, data: {fd: 3}}\n"
        #expect(compile(event + "e.data.u64 = 1 << 40\noutput n = e.data.fd").codes == [])
        let twice = "var e: epoll_event = {events: EPOLLIN, data: {fd: 3, u32: 4}}"
        #expect(compile(twice).codes == ["E0303"])
        #expect(compile("var e: epoll_event = {data: {fb: 3}}").codes == ["E0306"])
        #expect(compile(event + "output n = e.data.fb").codes == ["E0306"])
    }

    @Test(arguments: [Architecture.x86_64, .aarch64])
    func everyStructureCanBeAVariable(_ architecture: Architecture) throws {
        let catalog = Catalog(architecture: architecture)
        #expect(catalog.structureNames.count > 50)
        for name in catalog.structureNames {
            let structure = try #require(catalog.structure(named: name))
            let (image, codes) = compile(
                "var x: \(name)\noutput size = sizeof(x)\noutput all = x as hex", architecture)
            #expect(codes.filter { $0 != "E0502" } == [], "\(name): \(codes)")
            #expect(image != nil || codes == ["E0502"])
            for field in structure.fields {
                // What has no size of its own is reached by walking records.
                if case .flexible = field.type { continue }
                let (_, codes) = compile(
                    "var x: \(name) = {}\nvar n: long\nn = sizeof(x.\(field.name))", architecture)
                #expect(codes == [], "\(name).\(field.name): \(codes)")
            }
        }
    }
}
