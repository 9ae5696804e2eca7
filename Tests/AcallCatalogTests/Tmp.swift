import Testing
@testable import AcallCatalog
@Test func tmp() {
    let c = Catalog()
    for n in ["openat","read","mmap","setsockopt","accept4","fcntl","statx","preadv2"] { print(c.describe(syscall: n)!) }
    print(String(c.listing().prefix(3000)))
    print(c.format(value: 0o2000000, set: "open"), c.format(value: 0x4041, set: "open"), c.format(value: 0x80001|1<<40, set: "socket_type"), c.format(value: 2, set: "errno"), c.format(value: 0o100644, set: "mode"), c.format(value: 0o20200002, set: "open"), c.format(value: 3, set: "mmap_prot"),c.format(value: 0, set: "mmap_prot"), c.format(value: 0x22, set:"mmap_flags"), c.format(value: 0x7ff, set:"statx_mask"))
    print(c.nearest("opneat", among: .syscalls)!, c.nearest("o_rdonly", among: .constants)!, c.nearest("O_CLOXEC", among: .members(ofSet:"open"))!, c.nearest("st_sze", among: .fields(of: "stat"))!, c.nearest("size", among: .fields(of: "stat"))!,c.nearest("xyzzyqqq", among: .syscalls) ?? "nil")
    let clock = ContinuousClock()
    let names = c.constantNames
    print(names.count)
    var sum: Int64 = 0
    print(clock.measure { for n in names { sum &+= c.constant(named: n)!.value } } / names.count, sum)
    let sn = c.syscallNames
    print(clock.measure { for n in sn { sum &+= Int64(c.syscall(named: n)!.parameters.count) } } / sn.count, sum)
}
