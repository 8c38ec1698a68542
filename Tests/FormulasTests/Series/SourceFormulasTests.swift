import Foundation
import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Formulas for π as their collectors wrote them; see the head of `Fixtures/pi-sources.tsv`.
@Suite struct SourceFormulasTests {
  private struct Row {
    let formula: String
    let limit: String
  }

  private static func rows() throws -> [Row] {
    let url = try #require(
      Bundle.module.url(forResource: "pi-sources", withExtension: "tsv", subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst(2).map {
      let fields = $0.split(separator: "\t", omittingEmptySubsequences: false)
      return Row(formula: String(fields[2]), limit: String(fields[3]))
    }
  }

  /// All 201 at 100 digits with `WALLIS_LONG_TESTS`, else one in ten and the one with a double factorial.
  @Test func formulasForPiHaveTheirLimits() throws {
    let rows = try Self.rows()
    #expect(rows.count == 201)
    var unread: [String] = []
    for (index, row) in rows.enumerated()
    where LongSuite.isOn || index % 10 == 3 || row.formula.contains("factorial2") {
      let text = ForeignSpelling.rewritten(row.formula) ?? row.formula
      guard let expression = try? Expression(parsing: text),
        let value = try? expression.evaluate(digits: 100).enclosure
      else {
        unread.append(row.formula)
        continue
      }
      let limit = try #require(try Expression(parsing: row.limit).evaluate(digits: 100).enclosure)
      #expect(value.overlaps(limit) && value.accurateDigits >= 100, "\(text) is not \(row.limit)")
    }
    #expect(unread.isEmpty, "\(unread)")
  }

  /// Fractions of Cuyt et al., Handbook of Continued Fractions for Special Functions (2008), by their numbers there.
  @Test(
    arguments: [
      ("10.2.6", "pcf([3, 6], [(2n-1)^2])", "pi"), ("10.3.5", "pcf([2, cycle(1, 1, 2(n+1)/3)], [1])", "e"),
      ("10.4.1", "pcf([1, cycle(1, 4(n-1)/3+1, 1)], [1])", "sqrt(e)"),
      ("10.4.2", "pcf([1, cycle(1, (2(n+2)/3-1)*3-1, 1)], [1])", "exp(1/3)"),
      ("10.4.4", "2*pcf([0, 1, 4, cycle(1, 2(n-1)/3, 3)], [1])", "exp(1/2)"),
      ("10.4.5", "pcf([7, cycle(12n/5+6, 3(n+4)/5-1, 1, 1, 3(n+1)/5)], [1])", "e^2"),
      ("10.4.7", "pcf([0, 2(2n-1)], [3, 9])", "tanh(3/2)"), ("10.5.3", "pcf([0, 1], [1, (n-1)^2])", "log(2)"),
      ("10.12.3", "1/2+1/2*pcf([0, 1/2], [1, cycle(n^2/4, (n-1)(n+1)/4)])", "catalan"),
      (
        "10.12.5",
        """
        pcf([0, 7, 3520(n-1)^6+5632(n-1)^5+2064(n-1)^4-384(n-1)^3-156(n-1)^2+16(n-1)+7],
        [13/2, (2n-3)^4(2n-2)^4(20(n-2)^2-8(n-2)+1)(20n^2-8n+1)])
        """, "catalan"
      ),
    ]) func handbook(_ number: String, _ fraction: String, _ constant: String) throws
  {
    try agree(fraction, constant)
  }

  /// Fractions with first terms of their own, interlaced ones and periods; a series of Sun (2010) for √3π/18.
  @Test(
    arguments: [
      ("pcf(cycle(n+1, 1/(n+1)), 1)", "4/log(5)"),
      ("6/pcf(cycle(4(n+1)^3, 1), cycle((n/2)^3, ((n+1)/2)^3))", "zeta(3)"),
      ("cf([0; 1, (4, 8)])", "(1+sqrt(2))/3"), ("cf([0; (1, 2, 3, 4)])", "(-9+2*sqrt(39))/5"),
      ("cf([3; 7, 15, 1])", "355/113"), ("cf([1; (1)])", "phi"), ("cohen([3, 6], [(2n+1)^2])", "pi"),
      ("cohen([3, 220n^3-176n^2-7n+5], [6, 4n^2(2n+1)^2(5n-4)(5n+6)])", "pi"),
      ("pcf([1, 2, 2n+5], [3, n^2])", "1+3/(2+4/pcf(2n+9, (n+2)^2))"),
      ("sum(k=1..inf, (8k-3)*binomial(4k,2k)/(k(4k-1)*9^k*binomial(2k,k)^2))", "sqrt(3)*pi/18"),
    ]) func ownFirstTerms(_ text: String, _ closedForm: String) throws
  { try agree(text, closedForm) }

  private func agree(_ text: String, _ closedForm: String) throws {
    let left = try Expression(parsing: text).evaluate(digits: 60)
    let right = try Expression(parsing: closedForm).evaluate(digits: 60)
    let (x, y) = (try #require(left.enclosure, "\(text): \(left.outcome)"), try #require(right.enclosure))
    #expect(x.overlaps(y) && x.accurateDigits >= 60, "\(text): \(x), \(closedForm): \(y)")
  }

  @Test(
    arguments: [
      "cf(3)", "cf([1; 2", "cf([1; (2, 3), 4])", "pcf([], [1])", "cycle(1, 2)", "pcf(cycle(1, sin(n)), 1)",
      "pcf(cycle(1, 2), cycle(1))+cycle(1)", "1;2", "cohen(1, [2, x])",
    ]) func refusals(_ text: String)
  {
    #expect(throws: SyntaxError.self, "\(text)") { try Expression(parsing: text).evaluate(digits: 20) }
  }
}
