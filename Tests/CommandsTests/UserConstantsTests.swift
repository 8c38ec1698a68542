import Foundation
import Testing

@testable import WallisCommands

@Suite struct UserConstantsTests {
  /// A configuration folder of its own.
  private let folder = NSTemporaryDirectory() + "wallis-" + UUID().uuidString

  private func run(_ words: String...) -> (exit: Exit, output: String, error: String) {
    let record = RecordedShell()
    let shell = record.shell(variables: ["XDG_CONFIG_HOME": folder])
    let exit = Program(table: .standard, shell: shell, stopRequests: StopRequests()).run(words)
    return (exit, record.output, record.error)
  }

  @Test func aConstantIsDefinedUsedFoundAndForgotten() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(run("constants", "--define", "mine = sqrt(2)*exp(3)").exit == .done)
    #expect(run("constants", "--define", "twice = 2*mine").output.contains("twice = 2*(sqrt(2)*exp(3))"))
    // √2 e³ = 28.4052387243… by mpmath 1.3.
    #expect(run("evaluate", "mine", "--digits", "12").output.contains("28.4052387243"))
    #expect(run("constants", "mine").output.contains("28.4052387243"))
    let found = run("identify", "(3*mine+1)/(2*mine-7)")
    #expect(found.exit == .done && found.output.contains("(3mine+1)/(2mine-7)"))
    #expect(run("constants", "--forget", "mine").exit == .done)
    #expect(run("evaluate", "mine").exit == .usage)
    #expect(run("evaluate", "twice", "--digits", "12").output.contains("56.8104774486"))
  }

  @Test func aBasisIsKeptSearchedByDefaultNamedAndForgotten() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let number = "(3*zeta(7)-5*sqrt(pi)+7*gamma(1/5))/2"
    #expect(run("constants", "--define", "heap = zeta(7), sqrt(pi), gamma(1/5)").exit == .done)
    #expect(run("constants", "heap").output.contains("yours: zeta(7), sqrt(pi), gamma(1/5)"))
    #expect(run("identify", number).output.contains("conjecture"))
    let named = run("identify", number, "--constants", "heap,e")
    #expect(named.exit == .done && named.output.contains("closed form"), "\(named.output)")
    #expect(run("constants", "--forget", "heap").exit == .done)
    #expect(run("identify", number, "--constants", "heap").exit == .usage)
  }

  @Test(arguments: [
    ("heap = pi^2, zeta(2)", "related"), ("heap = pi, 2", "a number"), ("heap = pi, pi", "twice"),
    ("heap = pi, nothing", "unknown name"),
  ])
  func badBasesAreRefused(_ definition: String, _ message: String) {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = run("constants", "--define", definition)
    #expect(run.exit == .usage && run.error.contains(message), "\(run.error)")
  }

  @Test func digitsAreAConstantToo() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(run("constants", "--define", "measured = 1.41421356237309504880168872").exit == .done)
    #expect(run("identify", "measured").output.contains("closed form  sqrt(2)"))
  }

  @Test(arguments: [
    "pi = 3", "x = 2", "two words = 3", "mine", "mine = ", "zeta = 3", "mine = nothing+1", "bad1 = 2",
  ])
  func badDefinitionsAreRefused(_ definition: String) {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = run("constants", "--define", definition)
    #expect([.usage, .badData].contains(run.exit) && run.error.contains("try:"), "\(run.error)")
    #expect(!FileManager.default.fileExists(atPath: folder + "/wallis/constants.txt"))
  }
}
