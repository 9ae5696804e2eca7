// swift-system's types as a program's inputs and outputs. With the trait `System`.

#if System
    public import Acall
    public import SystemPackage

    extension FilePath: ProgramText {
        public func withProgramText(_ body: (UnsafeRawBufferPointer) -> Void) {
            withPlatformString { text in
                var count = 0
                while text[count] != 0 { count += 1 }
                body(UnsafeRawBufferPointer(start: text, count: count))
            }
        }
    }

    extension FileDescriptor: ProgramDescriptor {
        public var programDescriptor: Int32 { rawValue }
    }

    extension InputValue {
        /// For an input of type `path`.
        public static func path(_ path: FilePath) -> InputValue { .bytes(path.bytes) }

        /// For an input of type `[path]`.
        public static func paths(_ paths: [FilePath]) -> InputValue { .list(paths.map(\.bytes)) }

        /// For an input of type `fd`. It stays the caller's.
        public static func descriptor(_ descriptor: FileDescriptor) -> InputValue {
            .integer(Int64(descriptor.rawValue))
        }
    }

    extension FilePath {
        fileprivate var bytes: [UInt8] {
            var bytes: [UInt8] = []
            withProgramText { bytes = [UInt8]($0) }
            return bytes
        }

        /// A path that a program gives as bytes or text; nil where it has a NUL in it.
        public init?(programOutput bytes: [UInt8]) {
            if bytes.contains(0) { return nil }
            self = (bytes + [0]).withUnsafeBufferPointer { buffer in
                buffer.withMemoryRebound(to: CInterop.PlatformChar.self) { text in
                    // The array above is not empty.
                    text.baseAddress.map { FilePath(platformString: $0) } ?? FilePath("")
                }
            }
        }
    }

    extension OwnedDescriptor {
        /// The descriptor, which stays this value's: it is closed with it.
        public var fileDescriptor: FileDescriptor { FileDescriptor(rawValue: rawValue) }

        /// The descriptor, which is the caller's to close from now on.
        public consuming func takeFileDescriptor() -> FileDescriptor {
            FileDescriptor(rawValue: take())
        }

        /// Takes ownership.
        public init(_ descriptor: FileDescriptor) { self.init(descriptor.rawValue) }
    }

    extension CallArgument {
        /// The descriptor stays the caller's, who keeps it open until the call has returned.
        public static func descriptor(_ descriptor: FileDescriptor) -> CallArgument {
            CallArgument(descriptor.rawValue)
        }
    }
#endif
