// Look-ups: every row is found by each of its names and numbers, and nothing else is.

import AcallCatalog
import Testing

@Suite struct LookupTests {
    @Test(arguments: Architecture.allCases)
    func everyCallIsFoundByNameAliasAndNumber(_ architecture: Architecture) throws {
        let catalog = Catalog(architecture: architecture)
        let names = catalog.syscallNames
        #expect(names == names.sorted() && Set(names).count == names.count)
        #expect(names.count > 390)
        var numbers: Set<UInt32> = []
        for name in names {
            let call = try #require(catalog.syscall(named: name), "\(name)")
            #expect(call.name == name || call.aliases.contains(name))
            for alias in call.aliases { #expect(catalog.syscall(named: alias) == call, "\(alias)") }
            guard let number = call.number else { continue }
            #expect(catalog.syscall(number: number) == call, "\(name)")
            numbers.insert(number)
        }
        for number in 0...catalog.largestSyscallNumber + 10 {
            #expect(
                (catalog.syscall(number: number) != nil) == numbers.contains(number), "\(number)")
        }
        #expect(catalog.syscall(number: .max) == nil)
    }

    @Test func aCallOfTheOtherArchitectureHasNoNumber() throws {
        let arm = Catalog(architecture: .aarch64)
        let open = try #require(arm.syscall(named: "open"))
        #expect(open.number == nil)
        #expect(open.instead.hasPrefix("openat("))
        #expect(arm.syscall(named: "fstat")?.number == 80)
        #expect(arm.syscall(named: "fstatat")?.name == "newfstatat")
    }

    @Test func aCallWhoseParametersDifferHasARowForEach() throws {
        let x86 = try #require(Catalog(architecture: .x86_64).syscall(named: "clone"))
        let arm = try #require(Catalog(architecture: .aarch64).syscall(named: "clone"))
        #expect(x86.parameters.map(\.name) == ["flags", "stack", "parent_tid", "child_tid", "tls"])
        #expect(arm.parameters.map(\.name) == ["flags", "stack", "parent_tid", "tls", "child_tid"])
        #expect(x86.number == 56 && arm.number == 220)
        #expect(Catalog(architecture: .aarch64).syscall(number: 220) == arm)
    }

    @Test(arguments: [
        "", " ", "\t", "\n", "@", "openat@aarch64", "clone@aarch64", "open\t", "ope", "openatt",
        "stat ",
        "\u{0}", "O_RDONLY\u{0}", "zzz", "_", "\u{7f}", "\u{1f600}", "openat\topen",
    ])
    func aNameThatIsNoneGivesNil(_ name: String) {
        for architecture in Architecture.allCases {
            let catalog = Catalog(architecture: architecture)
            #expect(catalog.syscall(named: name) == nil)
            #expect(catalog.constant(named: name) == nil)
            #expect(catalog.constantSet(named: name) == nil)
            #expect(catalog.structure(named: name) == nil)
            #expect(catalog.describe(syscall: name) == nil)
        }
    }

    @Test func aVeryLongNameGivesNil() {
        let name = String(repeating: "O_", count: 1_000_000)
        #expect(Catalog().constant(named: name) == nil)
        #expect(Catalog().syscall(named: name) == nil)
    }

    @Test(arguments: Architecture.allCases)
    func everyConstantIsInItsSets(_ architecture: Architecture) throws {
        let catalog = Catalog(architecture: architecture)
        let names = catalog.constantNames
        #expect(names == names.sorted() && names.count > 2900)
        var members: [String: Set<String>] = [:]
        for name in catalog.constantSetNames {
            let set = try #require(catalog.constantSet(named: name))
            #expect(set.name == name)
            members[name] = Set(set.members.map(\.name))
        }
        for name in names {
            let constant = try #require(catalog.constant(named: name), "\(name)")
            #expect(constant.name == name && !constant.sets.isEmpty)
            for set in constant.sets {
                #expect(members[set]?.contains(name) == true, "\(name) in \(set)")
            }
        }
    }

    @Test func theArchitecturesDifferWhereTheyDo() {
        let x86 = Catalog(architecture: .x86_64)
        let arm = Catalog(architecture: .aarch64)
        let values: [(String, Int64?, Int64?)] = [
            ("O_DIRECTORY", 0o200000, 0o40000), ("O_NOFOLLOW", 0o400000, 0o100000),
            ("O_DIRECT", 0o40000, 0o200000), ("O_LARGEFILE", 0o100000, 0o400000),
            ("O_TMPFILE", 0o20_200_000, 0o20_040_000), ("MAP_32BIT", 0x40, nil),
            ("PROT_BTI", nil, 0x10), ("O_CLOEXEC", 0o2_000_000, 0o2_000_000),
        ]
        for (name, first, second) in values {
            #expect(x86.constant(named: name)?.value == first, "\(name)")
            #expect(arm.constant(named: name)?.value == second, "\(name)")
            #expect(arm.constantNames.contains(name) == (second != nil))
        }
    }

    @Test func errnosAreFoundByNumber() {
        let catalog = Catalog()
        #expect(catalog.errnoName(2) == "ENOENT")
        #expect(catalog.errnoMeaning(2) == "No such file or directory")
        #expect(catalog.errnoName(11) == "EAGAIN")
        #expect(catalog.constant(named: "EWOULDBLOCK")?.value == 11)
        #expect(catalog.constant(named: "ENOENT")?.sets == ["errno"])
        for number in [0, -2, 41, 525, 4096, .max, .min] {
            #expect(catalog.errnoName(number) == nil && catalog.errnoMeaning(number) == nil)
        }
    }

    @Test func signalsAreInTheirSet() {
        #expect(Catalog().constant(named: "SIGTERM")?.sets.contains("signal") == true)
        #expect(Catalog().constant(named: "SIGTERM")?.value == 15)
    }
}
