import Testing
@testable import AcallCommand
@Test func x() {}
