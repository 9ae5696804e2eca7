// Every size and offset of the catalog's structures against the machine's own headers.

import AcallCatalog
import Testing

@Suite struct LayoutTests {
    /// What a structure is called in C where it is not `struct NAME`.
    private static let types = [
        "utsname": "struct new_utsname", "stack_t": "stack_t", "siginfo": "siginfo_t",
        "user_cap_header": "struct __user_cap_header_struct",
        "user_cap_data": "struct __user_cap_data_struct", "linux_dirent64": "struct dirent64",
        "ipc_perm": "struct ipc64_perm", "shmid_ds": "struct shmid64_ds",
        "msqid_ds": "struct msqid64_ds", "semid_ds": "struct semid64_ds",
        "dqblk": "struct if_dqblk", "rlimit64": "struct rlimit64",
        "sigevent": "struct sigevent", "ipv6_mreq": "struct ipv6_mreq",
    ]

    /// What a field is called in C where it is not its own name; nil where C has no name for it.
    private static let fields: [String: String?] = [
        "stat.st_atim": "st_atime", "stat.st_mtim": "st_mtime", "stat.st_ctim": "st_ctime",
        "epoll_event.data.ptr": nil, "epoll_event.data.fd": nil, "epoll_event.data.u32": nil,
        "epoll_event.data.u64": nil, "sigaction.sa_sigaction": nil,
        "siginfo.si_pid": "_sifields._kill._pid", "siginfo.si_uid": "_sifields._kill._uid",
        "siginfo.si_status": "_sifields._sigchld._status",
        "siginfo.si_utime": "_sifields._sigchld._utime",
        "siginfo.si_stime": "_sifields._sigchld._stime",
        "siginfo.si_timerid": "_sifields._timer._tid",
        "siginfo.si_overrun": "_sifields._timer._overrun",
        "siginfo.si_value": "_sifields._rt._sigval", "siginfo.si_addr": "_sifields._sigfault._addr",
        "siginfo.si_band": "_sifields._sigpoll._band", "siginfo.si_fd": "_sifields._sigpoll._fd",
        "siginfo.si_call_addr": "_sifields._sigsys._call_addr",
        "siginfo.si_syscall": "_sifields._sigsys._syscall",
        "siginfo.si_arch": "_sifields._sigsys._arch",
        "sigevent.sigev_notify_thread_id": "_sigev_un._tid", "user_desc.flags": nil,
        "perf_event_attr.flags": nil, "shmid_ds.shm_nattch": "shm_nattch",
    ]

    /// Structures that grow from kernel to kernel, and those whose last array C gives a length.
    private static let ofOtherSize: Set<String> = [
        "linux_dirent64", "msgbuf", "tcp_info", "landlock_ruleset_attr", "perf_event_attr", "rseq",
        "pidfd_info", "mnt_id_req", "statmount", "clone_args", "sched_attr",
    ]

    @Test func layoutsAreThoseOfTheHeaders() throws {
        let catalog = Catalog()
        var expected: [String: Int] = [:]
        var sizes = 0
        for name in catalog.structureNames {
            let structure = try #require(catalog.structure(named: name))
            let type = Self.types[name] ?? "struct \(name)"
            if !Self.ofOtherSize.contains(name) {
                expected["sizeof(\(type))"] = structure.size
                sizes += 1
            }
            for field in structure.fields {
                let own = "\(name).\(field.name)"
                // An entry with nil: C has no name for it. No entry: its own name.
                let inC = Self.fields.keys.contains(own) ? Self.fields[own] ?? nil : field.name
                guard let inC, !field.name.contains("tim.") else { continue }
                expected["offsetof(\(type), \(inC))"] = field.offset
            }
        }
        var missing = Array(expected.keys)
        var compared = 0
        for program in Headers.kernel + [Headers.libc] {
            let values = try program.values(of: missing)
            for (expression, value) in values {
                #expect(expected[expression].map(Int64.init) == value, "\(expression)")
                compared += 1
            }
            missing.removeAll { values[$0] != nil }
        }
        print(
            "layouts: \(compared) of \(expected.count) compared; the headers lack \(missing.count)")
        #expect(compared > expected.count * 4 / 5)
        #expect(missing.count { $0.hasPrefix("sizeof") } < sizes / 6, "\(missing)")
    }

    @Test func aarch64HasTheGenericLayouts() throws {
        let arm = Catalog(architecture: .aarch64)
        let program = CProgram(
            headers: ["linux/types.h", "asm-generic/stat.h", "asm-generic/sembuf.h"],
            prelude: ["#define __BITS_PER_LONG 64"])
        for (name, type) in [("stat", "struct stat"), ("semid_ds", "struct semid64_ds")] {
            let structure = try #require(arm.structure(named: name))
            let fields = structure.fields.filter {
                !$0.name.contains("tim") && !$0.name.contains(".")
            }
            let values = try program.values(
                of: ["sizeof(\(type))"] + fields.map { "offsetof(\(type), \($0.name))" })
            #expect(values["sizeof(\(type))"] == Int64(structure.size))
            for field in fields {
                #expect(
                    values["offsetof(\(type), \(field.name))"] == Int64(field.offset),
                    "\(field.name)")
            }
        }
        let event = try #require(arm.structure(named: "epoll_event"))
        #expect(event.size == 16 && event.alignment == 8)
        let packed = try #require(Catalog(architecture: .x86_64).structure(named: "epoll_event"))
        #expect(packed.size == 12 && packed.alignment == 1)
    }

    @Test func nestedFieldsAreThereWithDottedNames() throws {
        let structure = try #require(Catalog().structure(named: "itimerspec"))
        #expect(
            structure.fields.map(\.name) == [
                "it_interval", "it_interval.tv_sec", "it_interval.tv_nsec", "it_value",
                "it_value.tv_sec",
                "it_value.tv_nsec",
            ])
        #expect(structure.fields.map(\.offset) == [0, 0, 8, 16, 16, 24])
    }

    @Test func portsAreBigEndianAndAddressesAreAddresses() throws {
        let here = try #require(Catalog().structure(named: "sockaddr_in"))
        let port = try #require(here.fields.first { $0.name == "sin_port" })
        #expect(
            port.type == .integer(IntegerType(width: 2, isSigned: false, isBigEndian: true), .plain)
        )
        #expect(here.fields.first { $0.name == "sin_addr" }?.type == .ipv4)
        #expect(here.commonPrefix == "sin_")
        let six = try #require(Catalog().structure(named: "sockaddr_in6"))
        #expect(six.fields.first { $0.name == "sin6_addr" }?.type == .ipv6)
    }

    @Test func aPointersLengthIsAField() throws {
        let vector = try #require(Catalog().structure(named: "iovec"))
        #expect(vector.fields[0].type == .pointer(.bytes(length: 1)))
        let message = try #require(Catalog().structure(named: "msghdr"))
        guard case .pointer(.vector(let count)) = message.fields[2].type else {
            Issue.record("msg_iov is no vector")
            return
        }
        #expect(count.map { message.fields[$0].name } == "msg_iovlen")
    }

    /// Every structure has something to show in short, fields within its size, and a prefix that fits.
    @Test func everyStructureIsWhole() throws {
        for architecture in Architecture.allCases {
            let catalog = Catalog(architecture: architecture)
            #expect(catalog.structureNames == catalog.structureNames.sorted())
            for name in catalog.structureNames {
                let structure = try #require(catalog.structure(named: name))
                #expect(structure.name == name)
                #expect(structure.fields.contains { $0.isBrief }, "\(name)")
                #expect(structure.size % structure.alignment == 0)
                for field in structure.fields {
                    #expect(field.offset <= structure.size, "\(name).\(field.name)")
                    #expect(field.name.hasPrefix(structure.commonPrefix), "\(name).\(field.name)")
                }
            }
        }
    }
}
