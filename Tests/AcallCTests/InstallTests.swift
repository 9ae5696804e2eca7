// What `make install` puts where, and that C programs need nothing else.

import Testing

@Suite(.timeLimit(.minutes(20)))
struct InstallTests {
    private func shell(_ command: String) throws -> String {
        let (output, status) = try Shell.run(command)
        try #require(status == 0, "\(command): \(output)")
        return output
    }

    @Test func everythingIsWhereItBelongs() throws {
        let prefix = try Installed.prefix.get()
        let files = try shell("cd '\(prefix)' && find . -type f -o -type l | sort")
        for file in [
            "./include/acall.h", "./lib/libacall.a", "./lib/libacall.so", "./lib/libacall.so.1",
            "./lib/libacall-aio.so", "./lib/pkgconfig/acall.pc", "./share/man/man7/acall.7",
            "./share/man/man2/acall_submit.2", "./share/man/man2/acall_comp_pwait.2",
            "./share/man/man2/acall_ring_pwait.2", "./share/man/man2/acall_cancel.2",
        ] {
            #expect(files.contains(file + "\n"), "\(file) is missing")
        }
    }

    @Test func theLibraryExportsItsCallsOnly() throws {
        let prefix = try Installed.prefix.get()
        let symbols = try shell(
            "nm -D --defined-only '\(prefix)/lib/libacall.so' | awk '$2 ~ /[A-Z]/ {print $3}' | sort | tr '\\n' ' '"
        )
        #expect(
            symbols
                == "acall_cancel acall_comp_pwait acall_ring_pwait acall_set_cancel_signal acall_shutdown acall_submit "
        )
        let needed = try shell(
            "readelf -d '\(prefix)/lib/libacall.so' '\(prefix)/lib/libacall-aio.so' | sed -n 's/.*NEEDED.*\\[\\(.*\\)\\]/\\1/p' | sort -u"
        )
        for library in needed.split(separator: "\n") {
            #expect(
                library.hasPrefix("libc.so") || library.hasPrefix("ld-linux")
                    || library.hasPrefix("libpthread.so"), "needs \(library)")
        }
    }

    @Test func thePackageFileSaysHowToLink() throws {
        let prefix = try Installed.prefix.get()
        let text = try shell("cat '\(prefix)/lib/pkgconfig/acall.pc'")
        #expect(text.contains("prefix=\(prefix)\n"))
        #expect(text.contains("Libs: -L${libdir} -lacall\n"))
        #expect(text.contains("Cflags: -I${includedir}\n"))
    }

    @Test func uninstallingLeavesNothing() throws {
        let output = try shell(
            """
            directory=$(mktemp -d) && PREFIX=/usr DESTDIR=$directory Scripts/install install >/dev/null &&
            PREFIX=/usr DESTDIR=$directory Scripts/install uninstall && find "$directory" -type f -o -type l &&
            rm -rf "$directory"
            """)
        #expect(output == "")
    }

    @Test func aWrongWordIsAUsageError() throws {
        #expect(try Shell.run("Scripts/install frobnicate").status == 2)
    }

    // MARK: The scenarios

    @Test(arguments: [
        "-std=c99 -pedantic", "-std=c17 -pedantic -O2", "-std=c11 STATIC",
    ])
    func scenariosHold(_ flags: String) throws {
        let prefix = try Installed.prefix.get()
        let isStatic = flags.contains("STATIC")
        let link =
            isStatic
            ? "'\(prefix)/lib/libacall.a'" : "-L'\(prefix)/lib' -lacall -Wl,-rpath,'\(prefix)/lib'"
        let words = flags.replacing("STATIC", with: "")
        let output = try shell(
            """
            program=$(mktemp) && \(Shell.compiler) \(words) -Wall -Wextra -Werror Tests/AcallCTests/Scenarios/*.c \
            -I'\(prefix)/include' \(link) -lpthread -o "$program" && { "$program"; status=$?; rm -f "$program"; exit $status; }
            """)
        #expect(!output.contains("FAILED"))
        let passed = output.split(separator: "\n").count { $0.hasPrefix("ok ") }
        #expect(passed >= 30, "\(passed) scenarios")
    }
}
