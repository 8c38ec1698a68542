import Foundation
import Testing

@testable import WallisCommands

/// What `identify` and `verify` say of numbers that lie close to others.
@Suite struct IdentifiedOnceTests {
  private func run(_ words: [String]) -> (exit: Exit, output: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(words)
    return (exit, record.output)
  }

  private func findings(_ words: String...) throws -> [[String: Any]] {
    let reply = run(["identify"] + words + ["--json"])
    let object = try JSONSerialization.jsonObject(with: Data(reply.output.utf8)) as? [String: Any]
    return try #require(object?["findings"] as? [[String: Any]])
  }

  @Test(
    "a number is named once, however many bases hold it",
    arguments: ["0.3333333333", "0.9999999999", "1.6449"])
  func once(_ digits: String) throws {
    let names = try findings(digits).compactMap { $0["closedForm"] as? String }
    #expect(Set(names).count == names.count && !names.isEmpty, "\(names)")
  }

  @Test("zero is found where it is not proved", arguments: ["zeta(2)-pi^2/6", "sqrt(3+2*sqrt(2))-1-sqrt(2)"])
  func zero(_ expression: String) throws {
    let finding = try #require(try findings(expression).first)
    #expect(finding["closedForm"] as? String == "0" && finding["grade"] as? String == "conjecture")
  }

  @Test("sides that may be 0 have decimals and no digits") func decimals() {
    let reply = run(["verify", "log(8)-3*log(2) = exp(-2000)"])
    #expect(reply.exit == .done && reply.output.contains(" decimals") && !reply.output.contains("digits"))
    #expect(run(["verify", "2*3 = 6"]).output.contains("agrees to 100 digits"))
  }

  /// exp(π√163) = 262537412640768743.99999999999925007…
  @Test("sides that look the same are told apart") func difference() {
    let reply = run(["verify", "exp(pi*sqrt(163)) = 262537412640768744", "--digits", "25"])
    #expect(reply.exit == .nothing && reply.output.contains("-7.50e-13"), "\(reply.output)")
    let close = run(["verify", "pi+1/10^150 = pi", "--digits", "200"])
    #expect(close.exit == .nothing && close.output.contains("difference") && close.output.contains("e-150"))
    let apart = run(["verify", "pi = 22/7"])
    #expect(apart.exit == .nothing && !apart.output.contains("difference"))
  }
}
