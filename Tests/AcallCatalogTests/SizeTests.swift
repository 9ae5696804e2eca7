// What the catalog says of sizes: every operation it lists has a row, and every pointer an extent.

import AcallCatalog
import Testing

@Suite struct SizeTests {
    /// The sets whose members a table of cases has a row for; with the levels that socket options belong to.
    private static let tables: [(table: String, sets: [(set: String, level: [String])])] = [
        ("ioctl", [("ioctl", [])]), ("fcntl", [("fcntl_cmd", [])]), ("prctl", [("prctl", [])]),
        ("keyctl", [("keyctl", [])]), ("semctl", [("semctl", [])]), ("shmctl", [("shmctl", [])]),
        ("msgctl", [("msgctl", [])]),
        (
            "sockopt",
            [
                ("sol_socket_option", ["SOL_SOCKET"]), ("ip_option", ["SOL_IP", "IPPROTO_IP"]),
                ("ipv6_option", ["SOL_IPV6", "IPPROTO_IPV6"]),
                ("tcp_option", ["SOL_TCP", "IPPROTO_TCP"]),
                ("udp_option", ["SOL_UDP", "IPPROTO_UDP"]),
                ("netlink_option", ["SOL_NETLINK"]), ("packet_option", ["SOL_PACKET"]),
                ("tls_option", ["SOL_TLS"]), ("alg_option", ["SOL_ALG"]),
                ("vsock_option", ["AF_VSOCK"]),
            ]
        ),
    ]

    @Test(arguments: [Architecture.x86_64, .aarch64])
    func everyListedOperationHasARow(_ architecture: Architecture) throws {
        let catalog = Catalog(architecture: architecture)
        for (name, sets) in Self.tables {
            let tables = name == "sockopt" ? ["sockopt", "getsockopt"] : [name]
            for (set, levels) in sets {
                for member in try #require(catalog.constantSet(named: set)).members {
                    // A flag beside the command, not one of them.
                    if member.name == "IPC_64" { continue }
                    let isListed = try tables.contains { table in
                        try #require(catalog.cases(named: table)).rows.contains { row in
                            row.constants.last?.contains(member.name) == true
                                && levels.allSatisfy { row.constants[0].contains($0) }
                        }
                    }
                    #expect(isListed, "\(name): \(member.name) has no row")
                }
            }
        }
    }

    /// Requests whose number says another size than the kernel takes, and why.
    private static let otherSizes: [String: Int] = [
        // The number says a word of 8 bytes, the kernel takes 4.
        "FS_IOC_GETFLAGS": 4, "FS_IOC_SETFLAGS": 4, "FS_IOC_GETVERSION": 4, "FS_IOC_SETVERSION": 4,
        "BLKBSZGET": 4, "BLKBSZSET": 4,
        // The number of a `void *` or the like that stands for what it points to, or for a number.
        "PERF_EVENT_IOC_SET_FILTER": 0, "SECCOMP_IOCTL_NOTIF_SET_FLAGS": 0, "FICLONE": 0,
        "PERF_EVENT_IOC_SET_BPF": 0, "PERF_EVENT_IOC_PAUSE_OUTPUT": 0, "TIOCSIG": 0,
        "NS_GET_PID_FROM_PIDNS": 0, "NS_GET_TGID_FROM_PIDNS": 0, "NS_GET_PID_IN_PIDNS": 0,
        "NS_GET_TGID_IN_PIDNS": 0, "FIFREEZE": 0, "FITHAW": 0,
    ]

    @Test func requestsTakeWhatTheirNumbersSay() throws {
        let catalog = Catalog()
        let table = try #require(catalog.cases(named: "ioctl"))
        var compared = 0
        for row in table.rows where row.refusal.isEmpty {
            for name in row.constants[0] {
                let value = try #require(catalog.constant(named: name)).value
                let said = Int(value >> 16) & 0x3fff
                guard value >> 30 & 3 != 0, said > 0 else { continue }
                let taken = row.arguments.first.flatMap { $0 }.flatMap { bytes($0, catalog) } ?? 0
                #expect(taken == Self.otherSizes[name] ?? said, "\(name): \(taken), not \(said)")
                compared += 1
            }
        }
        #expect(compared > 40)
    }

    /// Without what a field adds.
    private func bytes(_ parameter: Parameter, _ catalog: Catalog) -> Int? {
        func bytes(_ size: Size) -> Int {
            switch size {
            case .number(let number): Int(number)
            case .structure(let name): catalog.structure(named: name)?.size ?? 0
            case .sum(let a, let b): bytes(a) + bytes(b)
            case .product(let a, let b): bytes(a) * bytes(b)
            case .quotient(let a, let b): bytes(a) / max(1, bytes(b))
            case .maximum(let a, let b): max(bytes(a), bytes(b))
            case .parameter, .behind, .field: 0
            }
        }
        return parameter.extent(among: []).map { bytes($0) }
    }

    /// Parameters that the kernel takes for addresses, or ignores: it reads and writes nothing there.
    private static let addresses: Set<String> = [
        "mmap.addr", "munmap.addr", "mremap.old_address", "mprotect.addr", "pkey_mprotect.addr",
        "msync.addr", "mincore.addr", "madvise.addr", "mlock.addr", "mlock2.addr", "munlock.addr",
        "mseal.addr", "shmat.shmaddr", "shmdt.shmaddr", "getcpu.tcache",
        // Gone: the kernel has no such call any more.
        "_sysctl.args", "nfsservctl.argp", "nfsservctl.resp", "get_kernel_syms.table",
        // These name another process, and so are refused whatever they are given.
        "migrate_pages.old_nodes", "migrate_pages.new_nodes", "move_pages.pages",
        "move_pages.nodes",
    ]

    @Test(arguments: [Architecture.x86_64, .aarch64])
    func everyPointerSaysHowMuchIsThere(_ architecture: Architecture) throws {
        let catalog = Catalog(architecture: architecture)
        var seen = 0
        for name in catalog.syscallNames {
            let call = try #require(catalog.syscall(named: name))
            guard call.policy == .allow || call.policy == .own, call.number != nil else { continue }
            for parameter in call.parameters {
                guard case .pointer(let pointee, let direction) = parameter.type,
                    parameter.cases == nil
                else { continue }
                seen += 1
                if case .in = direction, [.path, .string, .stringArray].contains(pointee) {
                    continue
                }
                #expect(
                    parameter.extent(among: call.parameters) != nil
                        || Self.addresses.contains("\(call.name).\(parameter.name)"),
                    "\(call.name): nothing says how much `\(parameter.name)` is")
            }
        }
        #expect(seen > 250)
    }

    @Test func sizesAreReadAsTheyAreWritten() throws {
        let catalog = Catalog()
        func size(_ call: String, _ parameter: String) throws -> Size? {
            let call = try #require(catalog.syscall(named: call))
            return call.parameters.first { $0.name == parameter }?.size
        }
        #expect(try size("msgrcv", "msgp") == .sum(.parameter(2), .number(8)))
        #expect(
            try size("select", "readfds")
                == .product(
                    .quotient(.sum(.parameter(0), .number(63)), .number(64)), .number(8)))
        #expect(try size("getsockopt", "optval") == .behind(4))
        #expect(
            try size("name_to_handle_at", "handle")
                == .sum(.structure("file_handle"), .field(2, "handle_bytes")))
        #expect(
            try size("statmount", "req")
                == .maximum(.structure("mnt_id_req"), .field(0, "size")))
        #expect(
            try size("capget", "datap") == .product(.number(2), .structure("user_cap_data")))
        let recvmsg = try #require(catalog.syscall(named: "recvmsg"))
        #expect(recvmsg.parameters[1].fills == ["msg_name", "msg_iov", "msg_control"])
        let cases = try #require(catalog.cases(named: "semctl"))
        #expect(cases.parameters == ["op"] && cases.mask == 0xff)
        #expect(cases.rows.contains { $0.constants == [["GETALL", "SETALL"]] && $0.refusal != "" })
        #expect(catalog.cases(named: "nothing") == nil)
        #expect(catalog.caseTableNames.contains("fcntl"))
    }
}

@Suite struct TraitTests {
    /// What used to be lists of names elsewhere.
    @Test func factsStandInTheRows() throws {
        let catalog = Catalog()
        func calls(_ trait: CallTraits) -> Set<String> {
            Set(
                catalog.syscallNames.filter { name in
                    guard let call = catalog.syscall(named: name) else { return false }
                    return call.name == name && call.traits.contains(trait)
                })
        }
        #expect(
            calls(.measuring)
                == ["read", "pread64", "readlink", "readlinkat", "getrandom", "recvfrom"])
        #expect(calls(.expiring) == ["connect", "futex", "futex_wait"])
        #expect(calls(.sending).isSuperset(of: ["write", "sendto", "sendfile"]))
        #expect(calls(.endpoint).isSuperset(of: ["pipe2", "socket", "accept4"]))
        #expect(calls(.unmapping) == ["munmap", "mremap"])
        #expect(calls(.once).isSuperset(of: ["close", "connect"]))
        let mmap = try #require(catalog.syscall(named: "mmap"))
        #expect(mmap.mappedLength == 1)
        #expect(catalog.syscall(named: "shmat")?.mappedLength == nil)
        let flock = try #require(catalog.syscall(named: "flock"))
        #expect(flock.mayBlock && flock.mayBlockUnless?.hasOneOf == ["LOCK_NB", "LOCK_UN"])
        #expect(calls(.duplicating) == ["dup", "dup2", "dup3", "fcntl"])
    }
}
