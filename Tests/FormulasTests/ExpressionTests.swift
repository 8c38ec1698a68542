import Testing
import WallisArithmetic

@testable import WallisFormulas

@Suite struct ExpressionTests {
  @Test(
    "spellings of one fraction",
    arguments: [
      "pcf(2n+1, n^2)", "pcf(2*n+1,n**2)", "pcf( 1 + 2n , n² )", "pcf(2·n+1, n·n)", "pcf((n+1)+n, (n)(n))",
      "pcf(2(n+1)-1, n^(1+1))", "pcf(1−(−2)n, (4n^2)/4)", "pcf(3n-(n-1), n(n))",
    ])
  func fractionSpellings(_ text: String) throws {
    let fraction = try #require(try Expression(parsing: text).continuedFraction())
    #expect(fraction == ContinuedFraction(a: [1, 2], b: [0, 0, 1]))
  }

  @Test(
    "values of expressions",
    arguments: [
      ("2+3*4", "14"), ("-2^2", "-4"), ("2^-1", "0.5"), ("2^3^2", "512"), ("1/3+1/6", "0.5"),
      ("6/2(1+2)", "9"),
      ("1/(2*e-5)", "2.290616692785362"), ("2*e+1", "6.436563656918090"), ("1.5e3", "1500"),
      ("√17", "4.123105625617661"),
      ("π²/6", "1.644934066848226"), ("ζ(3)", "1.202056903159594"),
      ("2gauss/(4gauss-3)", "4.931218187773719"),
      ("beta(2)-catalan", "0"), ("psi(1,1)", "1.644934066848226"), ("psi(0,1)+euler", "0"),
      ("pcf(1,1)-phi", "0"), ("agm(1,sqrt(2))*gauss", "1.000000000000000"),
      ("cbrt(-27)", "-3.000000000000000"),
      ("gamma(1/2)^2-pi", "0"), ("omega*exp(omega)", "1.000000000000000"),
      ("plastic^3-plastic", "1.000000000000000"),
    ])
  func values(_ text: String, _ expected: String) throws {
    let value = try #require(try Expression(parsing: text).evaluate(digits: 16).decimal(atMost: 16))
    let exact = ["14", "-4", "512", "9", "1500"].contains(expected)
    #expect(
      exact ? (Double(value.text) == Double(expected)) : value.text.hasPrefix(expected), "\(value.text)")
  }

  @Test(
    "mistakes point at their place",
    arguments: [
      ("", 0..<0), ("2+", 2..<2), ("(1+2", 0..<1), ("1+2)", 3..<4), ("pcf(2n+, n)", 7..<8), ("2 $ 3", 2..<3),
      ("1.2.3", 0..<4), ("2 3", 2..<3), ("sin(1,)", 6..<7), ("1,2", 1..<2),
    ])
  func mistakes(_ text: String, _ range: Range<Int>) {
    let error = #expect(throws: SyntaxError.self) { try Expression(parsing: text) }
    #expect(error?.range == range)
  }

  @Test(
    "what is no polynomial",
    arguments: [
      ("pcf(2m+1, n^2)", 5..<6), ("pcf(1/n, n)", 6..<7), ("pcf(n^-1, n)", 6..<8),
      ("pcf(pcf(n,1), n)", 4..<12), ("pcf(n)", 0..<6), ("pcf(n, 0)", 7..<8), ("pcf(n^65, n)", 4..<8),
      ("pcf(n, (n+1)^999999999)", 7..<22),
    ])
  func polynomialMistakes(_ text: String, _ range: Range<Int>) throws {
    let expression = try Expression(parsing: text)
    let error = #expect(throws: SyntaxError.self) { try expression.continuedFraction() }
    #expect(error?.range == range, "\(error?.message ?? "")")
  }

  @Test(
    "values outside a domain",
    arguments: [
      "1/0", "log(-1)", "sqrt(-2)", "0^-1", "zeta(1)", "G+1", "n+1", "pcf(1,-n^2)+1", "besseli(1)",
      "(-2)^(1/2)",
    ])
  func domains(_ text: String) throws {
    let expression = try Expression(parsing: text)
    #expect(throws: SyntaxError.self) { try expression.evaluate(digits: 20) }
  }

  @Test func sizesAreRefusedBeforeWork() throws {
    #expect(throws: ResourceLimit.self) { try Expression(parsing: "pi").evaluate(digits: 1_000_000_000) }
    #expect(throws: ResourceLimit.self) { try Expression(parsing: "pcf(n, n-10^12)").evaluate(digits: 20) }
    #expect(throws: ResourceLimit.self) { try Expression(parsing: "2^(10^20)").evaluate(digits: 20) }
    let nested = String(repeating: "(", count: 100_000)
    #expect(throws: SyntaxError.self) { try Expression(parsing: nested) }
    #expect(throws: SyntaxError.self) {
      try Expression(parsing: String(repeating: "-", count: 100_000) + "1")
    }
    #expect(throws: SyntaxError.self) { try Expression(parsing: String(repeating: "2^", count: 1_000) + "1") }
    #expect(throws: SyntaxError.self) {
      try Expression(parsing: String(repeating: "1+", count: 100_000) + "1")
    }
    let long = try Expression(parsing: String(repeating: "1+", count: 1_000) + "1").evaluate(digits: 5)
    #expect(long.outcome == .rational(1001))
  }
}
