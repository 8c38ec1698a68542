import Foundation
import TestSupport
import Testing

@testable import WallisCommands

@Suite struct FindVerbTests {
  private func json(_ words: String...) -> (exit: Exit, output: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(["find"] + words + ["--catalog", "/nonexistent/c.sqlite", "--json"])
    return (exit, record.output.filter { !$0.isWhitespace })
  }

  /// One request of each kind.
  @Test(arguments: [
    (["--constant", "zeta(3)", "--delta", "> 0"], "34n^3+51n^2+27n+5"),
    (["--constant", "log(2)", "--digits-per-term", ">= 1.5"], "6n+3"),
    (["--constant", "log(5/3)", "--degree-at-most", "1,2"], "fieldwalklog--parametersc1=3,c3=2"),
  ])
  func requests(_ words: [String], _ part: String) { check(words, part) }

  /// Two more of each kind.
  @Test(
    .enabled(if: LongSuite.isOn),
    arguments: [
      (["--constant", "log(3/2)", "--delta", "> 0.3"], "10n+15"),
      (["--constant", "zeta(2)", "--delta", ">0"], "11n^2+11n+3"),
      (["--constant", "pi", "--digits-per-term", "> 1.5"], "48n^3+252n^2+430n+238"),
      (["--constant", "catalan", "--digits-per-term", "> 2"], "3520n^6+26752n^5"),
      (["--constant", "e", "--degree-at-most", "1,0"], "4n+2"),
      (["--constant", "zeta(3)", "--degree-at-most", "3,6"], "n^3"),
    ])
  func furtherRequests(_ words: [String], _ part: String) { check(words, part) }

  private func check(_ words: [String], _ part: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(
      ["find"] + words + ["--count", "3", "--catalog", "/nonexistent/c.sqlite", "--json"])
    let output = record.output.filter { !$0.isWhitespace }
    #expect(exit == .done && output.contains(part), "\(record.output)")
    #expect(output.contains("\"digits\":100"))
  }

  @Test func theImpossibleIsNotFoundAndWhatWasTriedIsSaid() {
    let reply = json("--constant", "catalan", "--delta", "> 0")
    #expect(reply.exit == .nothing)
    #expect(reply.output.contains("\"findings\":[],\"tried\":[{\"source\":\"knownformulas\""))
    #expect(reply.output.contains("\"source\":\"fieldwalks\",\"looked\":"))
  }

  @Test func theNearestIsShownWhereConditionsContradict() {
    let reply = json("--constant", "pi", "--digits-per-term", "> 1.5", "--degree-at-most", "2,4")
    #expect(reply.exit == .nothing)
    #expect(reply.output.contains("\"without\":\"degrees\""))
  }

  @Test(arguments: [
    (["--constant", "pi", "--delta", "0"], "no condition"), (["--constant", "3/4"], "is the fraction 3/4"),
    (["--constant", "pi", "--degree-at-most", "2"], "no degrees"),
    (["--constant", "pi", "--count", "0"], "--count 0"),
    (["--constant", "pie"], "pie"),
  ])
  func mistakes(_ words: [String], _ part: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["find"] + words) == .usage)
    #expect(record.error.contains(part), "\(record.error)")
  }
}
