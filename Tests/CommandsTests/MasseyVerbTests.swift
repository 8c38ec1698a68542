import Foundation
import Testing
import WallisFormulas

@testable import WallisCommands

/// `massey` as a user types it, and what it says to those who ask wrongly.
@Suite struct MasseyVerbTests {
  @Test(arguments: [
    (["1", "1", "2", "3", "5", "8", "13", "21", "34", "55"], "a(n) = a(n-1)+a(n-2) for n >= 2"),
    (
      "2 1 2 1 1 4 1 1 6 1 1 8 1 1 10 1 1 12 1 1 14".split(separator: " ").map(String.init),
      "a(0) = 2; a(3m+1) = 1, a(3m+2) = 2m+2, a(3m+3) = 1"
    ),
    (["1,-3,9,-27,81,-243,729"], "(-3)^m"),
    (["1/2", "1/4", "1/8", "1/16", "1/32", "1/64", "1/128"], "2a(n) = a(n-1)"),
  ])
  func rules(_ terms: [String], _ text: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["massey"] + terms) == .done)
    #expect(record.output.contains(text), "\(record.output)")
  }

  @Test func termsFromStandardInput() {
    let reply = wallis("massey", "-", input: "1 2 4 8 16\n32, 64, 128, 256")
    #expect(reply.exit == .done && reply.output.contains("2^m"))
  }

  @Test(arguments: [
    (["1", "2", "x"], Exit.badData, "'x' is no integer or fraction", "terms such as"),
    (["1", "2", "3/0"], .badData, "'3/0' is no integer or fraction", "terms such as"),
    (["1", "2"], .badData, "2 terms show nothing", "needs 2L terms"),
    ([], .usage, "no terms", "for example"),
    (["--file", "/nowhere/terms"], .badData, "cannot be read", "a file with terms"),
  ])
  func mistakes(_ words: [String], _ exit: Exit, _ message: String, _ remedy: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["massey"] + words) == exit)
    #expect(record.output.isEmpty)
    #expect(record.error.contains(message) && record.error.contains(remedy), "\(record.error)")
  }

  @Test func fewTermsAreNotBelieved() {
    let reply = wallis("massey", "1", "1", "2", "3", "5", "8")
    #expect(reply.exit == .nothing && reply.output.contains("surplus 2: too few"))
  }

  /// The terms of −(2n² + 6n + 3)/(2n + 3)², and of other quotients.
  @Test(arguments: [
    ("(-2n^2-6n-3)/((2n+3)^2)", 16), ("(n+1)/(n^2+2)", 14), ("(5)/((n+1)(n+2))", 13),
  ])
  func quotientsOfPolynomials(_ law: String, _ count: Int) throws {
    let terms = try (0..<count).map { n in
      let value = try Expression(parsing: law.replacing("n", with: "(\(n))")).evaluate(digits: 20).outcome
      guard case .rational(let term) = value else { throw CancellationError() }
      return "\(term)"
    }
    let reply = wallis(["massey"] + terms)
    #expect(reply.exit == .done && reply.output.contains("a(n) = \(law)"), "\(reply)")
  }

  /// What massey writes is the sequence: Σ C(2n, n)/5ⁿ = √5 and Σ F(n)/2ⁿ = 2, by the generating functions.
  @Test(arguments: [
    (
      """
      1 2/5 6/25 4/25 14/125 252/3125 924/15625 3432/78125 2574/78125 9724/390625 184756/9765625
      705432/48828125 2704156/244140625 416024/48828125 1604664/244140625 31023504/6103515625
      """, "2.2360679774997896964"
    ),
    ("0 1/2 1/4 1/4 3/16 5/32 1/8 13/128 21/256 17/256 55/1024 89/2048", "2.0000000000000000000"),
  ])
  func recurrencesAreHandedOn(_ terms: String, _ sum: String) throws {
    let reply = wallis("massey", "-", "--json", input: terms)
    let object = try JSONSerialization.jsonObject(with: Data(reply.output.utf8)) as? [String: Any]
    let sequence = try #require(object?["rec"] as? String, "\(reply)")
    let value = wallis("evaluate", "sum(n=0..inf, \(sequence))", "--digits", "20")
    #expect(value.exit == .done && value.output.contains(sum), "\(sequence): \(value)")
  }

  @Test func theTermsThatAreMissingAreCounted() {
    let reply = wallis(
      ["massey"] + "3 1 4 1 5 9 2 6 5 3 5 8 9 7 9 3 2 3 8 4".split(separator: " ").map(String.init))
    #expect(reply.exit == .nothing && inOneLine(reply.output).contains("would need 26 terms"), "\(reply)")
  }
}
