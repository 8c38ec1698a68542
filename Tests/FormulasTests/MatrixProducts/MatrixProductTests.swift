import Foundation
import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Recurrences and products of matrices whose limits are known.
@Suite struct MatrixProductTests {
  /// Public problems of the Ramanujan Challenge (July 2026, ramanujanmachine.com) with their stated limits.
  static let challenges = [
    (
      """
      rec([-8n^3-51n^2-105n-68, 24n^5+337n^4+1833n^3+4818n^2+6092n+2928,
      -(n+2)(n+3)(24n^5+273n^4+1150n^3+2154n^2+1635n+268), (n+1)(n+2)^4(n+3)(8n^3+75n^2+231n+232)],
      p=[0, 7, 179], q=[1, 12, 306], from=0)
      """, "euler"
    ),
    (
      """
      rec([-n^3+2n^2+7n+3, (n+2)(2n^4+n^3-26n^2-48n-19), (n+2)(n^6+9n^5+8n^4-87n^3-249n^2-234n-68),
      (n+1)^2(n+2)(2n^5+3n^4-13n^3-21n^2+4), -n^3(n+1)^2(n+2)(n^3+n^2-8n-11)],
      p=[1, 1, 20, 296], q=[1, 0, 4, 48], from=1)
      """, "pi+e"
    ),
    ("pcf(-220n^3-484n^2-301n-42, 4n^2(2n+1)^2(5n-4)(5n+6))", "6/(3-pi)"),
  ]

  private func agree(_ text: String, _ closedForm: String, digits: Int) throws {
    let left = try Expression(parsing: text).evaluate(digits: digits)
    let right = try Expression(parsing: closedForm).evaluate(digits: digits)
    let (x, y) = (try #require(left.enclosure, "\(text): \(left.outcome)"), try #require(right.enclosure))
    #expect(x.overlaps(y) && x.accurateDigits >= digits, "\(text): \(x), \(closedForm): \(y)")
  }

  @Test(arguments: challenges) func challengesHaveTheirLimits(_ text: String, _ closedForm: String) throws {
    try agree(text, closedForm, digits: 60)
  }

  @Test(.enabled(if: LongSuite.isOn), arguments: challenges)
  func aThousandDigits(_ text: String, _ closedForm: String) throws {
    try agree(text, closedForm, digits: 1000)
  }

  /// Apéry's recurrences (1979) as recurrences and as matrices; tribonacci numbers from
  /// two places.
  @Test(
    arguments: [
      (
        "rec([n^3, -(34n^3-51n^2+27n-5), (n-1)^3], p=[0, 6], q=[1, 5], from=2)", "zeta(3)"
      ),
      ("rec([n^2, -(11n^2-11n+3), -(n-1)^2], p=[0, 5], q=[1, 3], from=2)", "zeta(2)"),
      ("matrixproduct([[0, n^2], [1, 2n+1]], start=[[1, 1], [0, 1]], from=1)", "4/pi"),
      (
        "rec([1, -1, -1, -1], p=[0, 1, 1], q=[0, 0, 1], from=3)",
        "rec([1, -1, -1, -1], p=[1, 1, 2], q=[0, 1, 1], from=4)"
      ),
    ]) func knownLimits(_ text: String, _ closedForm: String) throws
  {
    try agree(text, closedForm, digits: 50)
  }

  /// ζ(2) + ζ(3) as the sum of a sequence that falls like a power of n: another problem of the challenge.
  @Test func sumsOfSequences() throws {
    let text = """
      2077/720+sum(n=1..inf, rec([2(n+3)^3(2n+5)(3n+5), -(n+2)^2(15n^3+85n^2+155n+93), (n+1)^3(n+2)(3n+8)],
      u=[-93/4480, -117/14000], from=3))
      """
    try agree(text, "zeta(2)+zeta(3)", digits: 100)
    try agree("sum(n=1..inf, rec([1, -1/2], u=[1], from=2))", "2", digits: 50)
    try agree("sum(n=1..inf, rec([n+1, -(n-1)], u=[1/2], from=2))", "1", digits: 50)
    #expect(try Expression(parsing: text).evaluate(digits: 20).verification.isAgreement)
    // 1/n, and (−1/4)^n binom(2n, n) times (−1)^n like 1/√n: no limits.
    for divergent in ["rec([n, -(n-1)], u=[1], from=2)", "rec([2n, -(2n-1)], u=[1], from=1)"] {
      #expect(throws: SyntaxError.self) {
        try Expression(parsing: "sum(n=2..inf, \(divergent))").evaluate(digits: 20)
      }
    }
  }

  @Test(
    "limits that do not exist, or are not reached",
    arguments: [
      ("rec([1, 0, 1], p=[1, 0], q=[0, 1], from=2)", "oscillates"),
      ("matrixproduct([[2, 0], [0, 3]], start=[[1, 1], [1, 2]], from=1)", "undetermined"),
    ])
  func outcomes(_ text: String, _ status: String) throws {
    #expect(try Expression(parsing: text).evaluate(digits: 20).outcome.status == status, "\(text)")
  }

  @Test(
    arguments: [
      "rec([1, -1, -1], p=[1], q=[1, 1], from=2)", "rec([n-5, -1, -1], p=[1, 2], q=[1, 1], from=2)",
      "rec([1, -1, -1], p=[1, 2], from=2)", "rec([1, sin(n)], p=[1], q=[2], from=2)",
      "matrixproduct([[1, 2]], start=[[1], [1]], from=1)", "matrixproduct([[1]], start=[[1]], from=1)",
      "matrixproduct([[1/n]], start=[[1], [2]], from=0)", "rec(1)", "rec([1, 1], p=[1], q=[1], from=x)",
    ]) func refusals(_ text: String)
  {
    #expect(throws: SyntaxError.self, "\(text)") { try Expression(parsing: text).evaluate(digits: 20) }
  }

  @Test func textsComeBack() throws {
    for text in [
      "rec([n^2,1-n,-n], p=[0,5], q=[1,3], from=2)",
      "matrixproduct([[0,n^2],[1,2*n+1]], start=[[1,1],[0,1]], from=1)",
    ] {
      let expression = try Expression(parsing: text)
      #expect(ExpressionWriter(.plain).text(expression) == text)
      #expect(try Expression(encoded: expression.encoded) == expression)
    }
  }

  /// Random products of ranks 1 to 3, companions with common factors and with zeros among them: key and text give the
  /// product again, and the canonical key is that of a product that is one.
  @Test func keysAndTextsAreReadBack() throws {
    let kinds = FormulaKinds([MatrixProduct.self])
    var random = SplitMix64(seed: 20_261_129)
    func number(_ bound: Int) -> Int { Int(random.next() % UInt64(2 * bound + 1)) - bound }
    func polynomial() -> Polynomial { Polynomial((0...2).map { _ in Integer(number(2)) }) }
    var read = 0
    for round in 0..<400 {
      let (rank, lead, zero) = (1 + round % 3, polynomial(), Polynomial(constant: 0))
      let rows = (0..<rank).map { i in
        (0..<rank).map { j -> RationalFunction in
          guard round % 2 == 0, j < rank - 1 else { return RationalFunction(polynomial()) }
          return RationalFunction(i == j + 1 ? lead : zero)
        }
      }
      let start = (0..<2).map { _ in (0..<rank).map { _ in Rational(Integer(number(3))) } }
      guard let product = MatrixProduct(rows, start: start, from: number(3)) else { continue }
      let formula = Formula(product)
      #expect(kinds.formula(key: formula.key) == formula, "\(formula.key)")
      let text = try #require(try kinds.formula(Expression(parsing: "\(product)")), "\(product)")
      #expect(text == formula, "\(product)")
      #expect(kinds.formula(key: formula.canonicalKey) != nil)
      read += 1
    }
    #expect(read > 300)
    #expect(kinds.formula(key: "product -9223372036854775808 1;1/0;1 0;1/1;2") == nil)
  }

  /// A factor that vanishes on the way belongs to the product: without it there would be a limit.
  @Test func vanishingFactorsStay() throws {
    let kinds = FormulaKinds([MatrixProduct.self])
    func key(_ text: String) throws -> String {
      try #require(try kinds.formula(Expression(parsing: text))).canonicalKey
    }
    let plain = try key("matrixproduct([[0, 1], [1, 2]], start=[[1, 1], [0, 1]], from=1)")
    #expect(try key("matrixproduct([[0, n], [n, 2n]], start=[[1, 1], [0, 1]], from=1)") == plain)
    #expect(try key("matrixproduct([[0, n-5], [n-5, 2n-10]], start=[[1, 1], [0, 1]], from=1)") != plain)
    #expect(try !key("matrixproduct([[0, 0], [0, 0]], start=[[1, 1], [0, 1]], from=1)").isEmpty)
  }
}
