import Testing
import WallisArithmetic
import WallisFormulas

@Suite struct DecimalInputTests {
  @Test(arguments: [
    ("3.14159", 6, "314159/100000"), ("-0.00123", 3, "-123/100000"), ("1.500", 4, "3/2"), ("42", 2, "42"),
    ("6.02e23", 3, "602000000000000000000000"), ("31.4E-1", 3, "157/50"), ("+.5", 1, "1/2"), ("7.", 1, "7"),
    ("3.1415...", 5, "6283/2000"), ("−2.5", 2, "-5/2"), ("0.000", 0, "0"), ("2.50…", 3, "5/2"),
  ])
  func readsDigitsAndPlace(_ text: String, _ digits: Int, _ value: String) throws {
    let input = try DecimalInput(text)
    #expect(input.digits == digits)
    #expect("\(input.middle)" == value)
  }

  @Test(arguments: [("3.14x", 4), ("", 0), ("1.2.3", 4), ("-", 1), ("1e", 2), ("1e9999999", 9), ("12 3", 2)])
  func pointsAtWhatDoesNotBelong(_ text: String, _ column: Int) {
    let error = #expect(throws: DecimalInput.Malformed.self) { try DecimalInput(text) }
    #expect(error?.column == column)
  }

  /// Half a unit of the last typed digit on either side, and not more.
  @Test func standsForItsInterval() throws {
    let ball = try DecimalInput("2.50").ball(bits: 100)
    #expect(ball.contains(Rational(2495, 1000)) && ball.contains(Rational(2505, 1000)))
    #expect(!ball.contains(Rational(24949, 10000)) && !ball.contains(Rational(25051, 10000)))
  }
}
