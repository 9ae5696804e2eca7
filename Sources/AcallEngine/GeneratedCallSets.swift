// swift-format-ignore-file
// Which calls the engine takes for quick. Made by `acall-catalog` from `grammar/`: change that, not this.

extension SystemCallSet {
    /// Calls that ask the kernel for what it has in memory: the ids of the process, its clocks, its limits, `fstat`, `lseek`.
    public static let neverWaiting: SystemCallSet = {
        #if arch(x86_64)
            SystemCallSet([
            5,  // fstat
            8,  // lseek
            28,  // madvise
            39,  // getpid
            63,  // uname
            79,  // getcwd
            96,  // gettimeofday
            97,  // getrlimit
            98,  // getrusage
            99,  // sysinfo
            100,  // times
            102,  // getuid
            104,  // getgid
            107,  // geteuid
            108,  // getegid
            110,  // getppid
            111,  // getpgrp
            115,  // getgroups
            118,  // getresuid
            120,  // getresgid
            121,  // getpgid
            124,  // getsid
            186,  // gettid
            201,  // time
            228,  // clock_gettime
            229,  // clock_getres
            309,  // getcpu
        ])
        #else
            SystemCallSet([
            17,  // getcwd
            62,  // lseek
            80,  // fstat
            113,  // clock_gettime
            114,  // clock_getres
            148,  // getresuid
            150,  // getresgid
            153,  // times
            155,  // getpgid
            156,  // getsid
            158,  // getgroups
            160,  // uname
            163,  // getrlimit
            165,  // getrusage
            168,  // getcpu
            169,  // gettimeofday
            172,  // getpid
            173,  // getppid
            174,  // getuid
            175,  // geteuid
            176,  // getgid
            177,  // getegid
            178,  // gettid
            179,  // sysinfo
            233,  // madvise
        ])
        #endif
    }()

    /// Calls that read a few words in the kernel which are the same for every thread of a process: its ids, its limits and times, the system's clock and state.
    public static let sameForEveryThread: SystemCallSet = {
        #if arch(x86_64)
            SystemCallSet([
            39,  // getpid
            96,  // gettimeofday
            97,  // getrlimit
            99,  // sysinfo
            100,  // times
            110,  // getppid
            111,  // getpgrp
            121,  // getpgid
            124,  // getsid
            201,  // time
            229,  // clock_getres
        ])
        #else
            SystemCallSet([
            114,  // clock_getres
            153,  // times
            155,  // getpgid
            156,  // getsid
            163,  // getrlimit
            169,  // gettimeofday
            172,  // getpid
            173,  // getppid
            179,  // sysinfo
        ])
        #endif
    }()
}
