import Testing
import WallisArithmetic

@Suite struct DecimalNumberTests {
  /// What is shown is the number: all its digits and the place of the point.
  @Test func textIsTheNumber() throws {
    var samples = Samples(seed: 64)
    for _ in 0..<300 {
      let number = DecimalNumber(significand: samples.integer(bits: 70), exponent: samples.int(-30...20))
      let text = "\(number)"
      let power =
        number.exponent < 0
        ? Rational(1, .powerOfTen(-number.exponent)) : Rational(.powerOfTen(number.exponent))
      #expect(try value(of: text) == Rational(number.significand) * power, "\(text)")
      let digits = number.significand.magnitude.description.count
      #expect(text.prefix { $0 != "e" }.count <= digits + 8 + 2, "eight zeros, a sign and a point: \(text)")
    }
  }

  /// Reads `-12.5e-7` exactly, by its own rules.
  private func value(of text: String) throws -> Rational {
    let parts = text.split(separator: "e").map(String.init)
    let exponent = parts.count > 1 ? try #require(Int(parts[1])) : 0
    let places = parts[0].split(separator: ".").dropFirst().first.map(\.count) ?? 0
    let digits = try #require(Integer(parts[0].filter { $0 != "." }))
    let shift = exponent - places
    return shift < 0 ? Rational(digits, .powerOfTen(-shift)) : Rational(digits * .powerOfTen(shift))
  }

  @Test func notations() {
    let cases: [(Int, Int, String)] = [
      (0, 0, "0"), (5, 8, "500000000"), (5, 9, "5e9"), (-125, -2, "-1.25"), (125, -3, "0.125"),
      (1, -8, "0.00000001"), (12, -9, "0.000000012"), (1, -9, "1e-9"), (-12, -10, "-1.2e-9"),
      (100, -2, "1.00"),
    ]
    for (significand, exponent, text) in cases {
      #expect("\(DecimalNumber(significand: Integer(significand), exponent: exponent))" == text)
    }
  }
}
