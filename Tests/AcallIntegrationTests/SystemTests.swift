// swift-system's types: with the trait `System`.

#if System
    import Acall
    import AcallSystem
    import SystemPackage
    import Testing

    @Suite struct SystemTests {
        private static let program = """
            input file: path
            input files: [path]
            input to: fd
            fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
            n = write(to, file)
            output fd = fd
            output name = file as text
            """

        @Test func pathsAndDescriptorsGoInAndOut() async throws {
            let engine = try Engine()
            let (from, to) = try FileDescriptor.pipe()
            defer {
                try? from.close()
                try? to.close()
            }
            let path = FilePath("/etc/passwd")
            let report = try await engine.run(
                try Program(text: Self.program),
                ["file": .path(path), "files": .paths([path, "/etc"]), "to": .descriptor(to)])
            guard case .bytes(let name)? = report.outputs["name"],
                case .integer(let number)? = report.outputs["fd"]
            else {
                Issue.record("no outputs: \(report.lines)")
                return
            }
            #expect(FilePath(programOutput: name) == path)
            #expect(FilePath(programOutput: [65, 0]) == nil)
            #expect(FilePath(programOutput: []) == FilePath(""))
            let owned = OwnedDescriptor(FileDescriptor(rawValue: Int32(number)))
            let end = try owned.fileDescriptor.seek(offset: 0, from: .end)
            #expect(end > 0)
            try owned.takeFileDescriptor().close()
            #expect(try await engine.call(.fcntl, .descriptor(to), 1) >= 0)
        }

        /// As a generated type's properties.
        @Test func theyAreWhatProgramsTake() {
            var bytes: [UInt8] = []
            let path: any ProgramText = FilePath("/a/b")
            path.withProgramText { bytes = [UInt8]($0) }
            #expect(bytes == Array("/a/b".utf8))
            let descriptor: any ProgramDescriptor = FileDescriptor.standardError
            #expect(descriptor.programDescriptor == 2)
        }
    }
#endif
