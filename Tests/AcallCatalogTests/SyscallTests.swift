// What the rows say of calls: conventions that the compiler relies on, and the policies.

import AcallCatalog
import Testing

@Suite struct SyscallTests {
    private let catalog = Catalog(architecture: .x86_64)

    private func call(_ name: String) throws -> Syscall {
        try #require(catalog.syscall(named: name), "\(name)")
    }

    private func parameter(_ name: String, of call: String) throws -> Parameter {
        try #require(
            try self.call(call).parameters.first { $0.name == name }, "\(call) has \(name)")
    }

    /// Indexes point at parameters, and at those of the right kind; sets and structures exist.
    @Test(arguments: Architecture.allCases)
    func everyCallIsWhole(_ architecture: Architecture) throws {
        let catalog = Catalog(architecture: architecture)
        for name in catalog.syscallNames {
            let call = try #require(catalog.syscall(named: name))
            let indexes = call.parameters.indices
            #expect(call.parameters.count <= 6)
            #expect(!call.summary.isEmpty && !call.example.isEmpty, "\(name)")
            #expect((call.policy == .allow) == call.policyReason.isEmpty, "\(name)")
            for index in [
                call.consumes, call.makesDescriptorsIn, call.mayBlockOn, call.advance?.buffer,
                call.advance?.length, call.advance?.offset,
            ] {
                #expect(index.map { indexes.contains($0) } ?? true, "\(name)")
            }
            let conditions =
                call.parameters.compactMap(\.requiredIf) + [call.mayBlockIf].compactMap { $0 }
                + call.restrictions.map(\.condition) + call.narrowings.map(\.condition)
            for condition in conditions {
                #expect(indexes.contains(condition.ifParameter))
                for constant in condition.hasOneOf {
                    #expect(
                        Catalog(architecture: .x86_64).constant(named: constant) != nil, "\(name)")
                }
            }
            for parameter in call.parameters { try check(parameter, of: call, in: catalog) }
        }
    }

    private func check(_ parameter: Parameter, of call: Syscall, in catalog: Catalog) throws {
        let place = Comment("\(call.name)(\(parameter.name))")
        if parameter.defaultArgument == .null { #expect(parameter.mayBeNull, place) }
        if case .derived(let index) = parameter.defaultArgument {
            #expect(call.parameters.indices.contains(index), place)
        }
        switch parameter.type {
        case .integer(_, .flags(let set)), .integer(_, .enumeration(let set)):
            #expect(catalog.constantSet(named: set) != nil, place)
        case .pointer(.structure(let name), _), .pointer(.structures(let name, _), _):
            #expect(catalog.structure(named: name) != nil, place)
        case .pointer(.bytes(let index?), _), .pointer(.vector(let index?), _),
            .pointer(.socketAddress(let index?), _), .pointer(.signalSet(let index?), _),
            .pointer(.integerArray(_, let index?), _):
            #expect(call.parameters.indices.contains(index), place)
        default: break
        }
    }

    /// Every constant of a parameter's set fits the parameter.
    @Test func constantsFitTheirParameters() throws {
        for name in catalog.syscallNames {
            for parameter in try call(name).parameters {
                guard case .integer(let type, let meaning) = parameter.type else { continue }
                let setName: String
                switch meaning {
                case .flags(let set), .enumeration(let set): setName = set
                default: continue
                }
                let set = try #require(catalog.constantSet(named: setName))
                for member in set.members where type.width == 4 {
                    let range: ClosedRange<Int64> =
                        type.isSigned ? -0x8000_0000...0x7fff_ffff : -0x8000_0000...0xffff_ffff
                    #expect(
                        range.contains(member.value), "\(name)(\(parameter.name)): \(member.name)")
                }
            }
        }
    }

    @Test func lengthsComeFromBuffers() throws {
        for (call, length, buffer) in [
            ("read", "count", 1), ("write", "count", 1), ("pread", "count", 1),
            ("bind", "addrlen", 1),
            ("setsockopt", "optlen", 3), ("writev", "iovcnt", 1), ("ppoll", "nfds", 0),
            ("ppoll", "sigsetsize", 3), ("openat2", "size", 2), ("accept4", "addrlen", 1),
            ("recvfrom", "addrlen", 4), ("getsockname", "addrlen", 1), ("munmap", "length", 0),
        ] {
            #expect(
                try parameter(length, of: call).defaultArgument == .derived(of: buffer), "\(call)")
        }
    }

    @Test func whatIsOftenLeftOutCanBe() throws {
        for (call, name) in [
            ("recvfrom", "src_addr"), ("nanosleep", "rem"), ("accept4", "addr"),
            ("copy_file_range", "off_in"), ("copy_file_range", "off_out"), ("utimensat", "times"),
            ("epoll_pwait", "sigmask"), ("fcntl", "arg"), ("ioctl", "arg"),
        ] {
            #expect(try parameter(name, of: call).defaultArgument == .null, "\(call)")
        }
        for (call, name) in [("accept4", "flags"), ("unlinkat", "flags"), ("sendto", "flags")] {
            #expect(try parameter(name, of: call).defaultArgument == .value(0), "\(call)")
        }
        let mode = try parameter("mode", of: "openat")
        #expect(mode.defaultArgument == .value(0))
        #expect(mode.requiredIf == .init(ifParameter: 2, hasOneOf: ["O_CREAT", "O_TMPFILE"]))
        #expect(try parameter("pos_h", of: "preadv2").isImplied)
    }

    /// Flags with nothing needed behind them are zero where they are left out; but for those calls that zero
    /// says something of its own to, or nothing.
    @Test func zeroFlagsCanBeLeftOut() {
        let needed: Set<String> = [
            "open", "openat", "open_by_handle_at", "mmap", "mlockall", "clone", "unshare",
            "futex_wait", "futex_wake",
        ]
        let catalog = Catalog(architecture: .x86_64)
        for name in catalog.syscallNames {
            guard let syscall = catalog.syscall(named: name), syscall.name == name else { continue }
            for (index, parameter) in syscall.parameters.enumerated() {
                guard parameter.name == "flags" || parameter.name.hasSuffix("flg"),
                    parameter.defaultArgument == .none
                else { continue }
                let isLast = syscall.parameters[(index + 1)...].allSatisfy {
                    $0.defaultArgument != .none
                }
                #expect(!isLast || needed.contains(name), "\(name)")
            }
        }
    }

    @Test func parametersHaveTheKernelsNamesToo() throws {
        let path = try parameter("pathname", of: "openat")
        #expect(path.kernelName == "filename")
        #expect(try parameter("fd", of: "read").kernelName == "fd")
        #expect(path.type == .pointer(.path, .in))
        #expect(
            try parameter("flags", of: "openat").type
                == .integer(IntegerType(width: 4, isSigned: true), .flags(set: "open")))
        #expect(try parameter("statbuf", of: "fstat").type == .pointer(.structure("stat"), .out))
        #expect(try parameter("buf", of: "read").type == .pointer(.bytes(length: 2), .out))
    }

    @Test func descriptorsAreMadeAndConsumed() throws {
        #expect(try call("close").consumes == 0)
        #expect(try call("pipe2").makesDescriptorsIn == 0)
        #expect(try call("socketpair").makesDescriptorsIn == 3)
        for name in [
            "openat", "socket", "accept4", "epoll_create1", "memfd_create", "dup", "pidfd_open",
        ] {
            #expect(try call(name).result == .descriptor, "\(name)")
        }
        #expect(try call("mmap").result == .address)
        #expect(try call("exit_group").result == .never)
    }

    @Test func whatCanBeDoneFullyCan() throws {
        #expect(try call("pwrite").advance == .init(buffer: 1, length: 2, offset: 3))
        #expect(try call("read").advance == .init(buffer: 1, length: 2, offset: nil))
        #expect(try call("sendfile").advance == .init(buffer: nil, length: 3, offset: nil))
        #expect(try call("tee").advance == nil)
        for name in catalog.syscallNames {
            let call = try call(name)
            if call.advance != nil { #expect(call.result == .count, "\(name)") }
        }
    }

    @Test func optionsAreNarrowedByTheirLevel() throws {
        let call = try call("setsockopt")
        let tcp = try #require(
            call.narrowings.first { $0.condition.hasOneOf.contains("IPPROTO_TCP") })
        #expect(call.parameters[tcp.parameter].name == "optname")
        #expect(
            catalog.constantSet(named: tcp.set)?.members.contains { $0.name == "TCP_NODELAY" }
                == true)
        #expect(
            catalog.constantSet(named: tcp.set)?.members.contains { $0.name == "SO_DEBUG" } == false
        )
    }
}

/// The calls that could harm who runs them, and how each is dealt with.
@Suite struct PolicyTests {
    private static let policies: [(Policy, String)] = [
        (
            .reject,
            """
            rt_sigreturn restart_syscall set_tid_address set_robust_list rseq arch_prctl modify_ldt
            sigaltstack uretprobe map_shadow_stack set_thread_area brk remap_file_pages rt_sigaction
            rt_sigprocmask rt_sigsuspend
            """
        ),
        (.virtual, "exit exit_group fork vfork clone clone3 execve execveat"),
        (
            .own,
            """
            close dup2 dup3 close_range munmap mremap mprotect pkey_mprotect madvise process_madvise mseal
            userfaultfd membarrier shmdt process_vm_readv process_vm_writev kill tkill tgkill
            rt_sigqueueinfo pidfd_send_signal wait4 waitid
            """
        ),
        (
            .isolate,
            """
            chdir fchdir chroot pivot_root umask mlockall munlockall set_mempolicy mbind setuid setgid
            setreuid setregid setresuid setresgid setfsuid setfsgid setgroups capset unshare setns prctl
            seccomp landlock_create_ruleset landlock_add_rule landlock_restrict_self personality keyctl
            sched_setscheduler sched_setparam sched_setattr sched_setaffinity setpriority ioprio_set
            setrlimit prlimit64 setsid setpgid alarm setitimer timer_create
            """
        ),
        (
            .host,
            """
            mount umount2 fsopen fsmount move_mount open_tree swapon swapoff reboot kexec_load
            kexec_file_load init_module finit_module delete_module sethostname setdomainname settimeofday
            clock_settime adjtimex clock_adjtime iopl ioperm acct quotactl syslog bpf perf_event_open
            open_by_handle_at vhangup
            """
        ),
        (
            .allow,
            """
            read write openat openat2 pread64 fstat statx mmap fcntl socket accept4 connect sendto
            recvfrom poll ppoll epoll_pwait nanosleep getrandom pipe2 sched_yield sched_getaffinity
            io_uring_setup
            """
        ),
    ]

    @Test func everyCallHasItsPolicy() throws {
        for architecture in Architecture.allCases {
            let catalog = Catalog(architecture: architecture)
            for (policy, names) in Self.policies {
                for name in names.split(whereSeparator: \.isWhitespace) {
                    let call = try #require(catalog.syscall(named: String(name)), "\(name)")
                    #expect(call.policy == policy, "\(name)")
                }
            }
        }
    }

    @Test func someArgumentsHaveTheirOwn() throws {
        let mmap = try #require(Catalog().syscall(named: "mmap"))
        let fixed = try #require(mmap.restrictions.first)
        #expect(fixed.policy == .reject && fixed.condition.hasOneOf == ["MAP_FIXED"])
        #expect(mmap.parameters[fixed.condition.ifParameter].name == "flags")
        let ptrace = try #require(Catalog().syscall(named: "ptrace"))
        #expect(ptrace.restrictions.first?.condition.hasOneOf == ["PTRACE_TRACEME"])
        #expect(ptrace.restrictions.first?.policy == .reject)
    }

    @Test func whatEscapesTheEngineIsWarnedOf() throws {
        #expect(Catalog().syscall(named: "io_uring_setup")?.warning.isEmpty == false)
        #expect(Catalog().syscall(named: "read")?.warning == "")
    }

    @Test func whatCanWaitForEverSaysSo() throws {
        for name in """
        pause select pselect6 poll ppoll epoll_wait epoll_pwait epoll_pwait2 accept accept4 recvfrom
        recvmsg recvmmsg connect flock futex futex_wait futex_waitv msgrcv semop semtimedop
        mq_timedreceive
        """.split(whereSeparator: \.isWhitespace) {
            #expect(Catalog().syscall(named: String(name))?.mayBlock == true, "\(name)")
        }
        let fcntl = try #require(Catalog().syscall(named: "fcntl"))
        #expect(!fcntl.mayBlock && fcntl.mayBlockIf?.hasOneOf.contains("F_SETLKW") == true)
        let read = try #require(Catalog().syscall(named: "read"))
        #expect(!read.mayBlock && read.mayBlockOn == 0)
        #expect(Catalog().syscall(named: "getpid")?.mayBlock == false)
    }
}
