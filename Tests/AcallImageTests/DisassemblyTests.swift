import Testing

@testable import AcallImage

@Suite struct DisassemblyTests {
    @Test func aProgramAsAPersonReadsIt() {
        print(Sample.hello().disassembly(color: false, knowing: TestCalls.all))
        print(Sample.copy().disassembly(color: false, knowing: TestCalls.all))
    }
}
