import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

@Suite struct CanonicalFormTests {
  func inflated(_ fraction: ContinuedFraction, by c: Polynomial) -> ContinuedFraction {
    ContinuedFraction(a: c * fraction.a, b: c * c.shifted(by: -1) * fraction.b)
  }

  @Test("inflation changes neither the key nor the limit beyond its factor")
  func inflationInvariance() throws {
    var generator = SeededGenerator(seed: 31)
    let factors = [[2], [-3], [1, 1], [3, 2], [2, 2], [-5, -1], [1, 0, 1], [12, 7, 1]].map { Polynomial($0) }
    for _ in 0..<60 {
      let c = (0..<6).map { _ in Int.random(in: -4...4, using: &generator) }
      let fraction = ContinuedFraction(a: Array(c[..<3]), b: Array(c[3...]))
      guard !fraction.a.isZero, !fraction.b.isZero else { continue }
      let form = CanonicalForm(fraction)
      for factor in factors {
        let other = CanonicalForm(inflated(fraction, by: factor))
        #expect(other.key == form.key, "\(fraction) by \(factor)")
        #expect(other.scale == form.scale * factor[0])
      }
      #expect(
        CanonicalForm(form.fraction).fraction == form.fraction && CanonicalForm(form.fraction).scale == 1)
      let (x, y) = (try fraction.evaluate(digits: 20), try form.fraction.evaluate(digits: 20))
      #expect(x.outcome.status == y.outcome.status)
      if let v = x.enclosure, let w = y.enclosure { #expect((w * form.scale).overlaps(v)) }
    }
  }

  /// A product of two primes of 50 digits, which nobody factors: what is divided out needs no factors.
  @Test func numbersThatCannotBeFactoredAreDividedOut() throws {
    let p = try #require(Integer("10000000000000000000000000000000000000000000012369"))
    let q = try #require(Integer("70000000000000000000000000000000000000000000001081"))
    let (one, n) = (Polynomial(constant: 1), Polynomial.variable)
    for divisor in [p * q, p * q * 12, p * p * q] {
      let form = CanonicalForm(ContinuedFraction(a: divisor * n, b: divisor * divisor * (n + one)))
      #expect(form.fraction == ContinuedFraction(a: n, b: n + one) && form.scale == divisor)
    }
    let part = CanonicalForm(ContinuedFraction(a: p * q * n, b: p * p * q * one))
    #expect(part.fraction == ContinuedFraction(a: q * n, b: q * one) && part.scale == p)
    let none = ContinuedFraction(a: p * q * n, b: p * q * one)
    #expect(CanonicalForm(none).fraction == none)
  }

  @Test func factorsThatVanishStay() {
    let fraction = ContinuedFraction(a: [0, -2, 1], b: [0, 3, -4, 1])
    #expect(CanonicalForm(fraction).fraction.a.degree == 2, "n and n − 2 vanish at a step")
  }

  @Test("lists of coefficients of any length are read back; lists that are not well made are refused")
  func listsOfLongCoefficients() {
    var generator = SeededGenerator(seed: 7)
    func integer(_ digits: Int) -> String {
      let rest = (1..<digits).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
      return (Bool.random(using: &generator) ? "-" : "") + "\(Int.random(in: 1...9, using: &generator))"
        + rest
    }
    for digits in 1...41 {
      for _ in 0..<20 {
        let list = [integer(digits), "0", integer(max(1, 20 - digits)), integer(digits)].joined(
          separator: ",")
        #expect(Polynomial(listed: Substring(list))?.listed == list)
      }
    }
    let largest = "9223372036854775807,-9223372036854775808,9999999999999999999,-99999999999999999999"
    #expect(Polynomial(listed: Substring(largest))?.listed == largest)
    for bad in ["", ",", "1,", ",1", "-", "1,-", "--1", "1-", "1 ,2", "1,,2", "x", "1.0"] {
      #expect(Polynomial(listed: Substring(bad)) == nil, "\(bad)")
    }
  }

  @Test func keysRoundTrip() throws {
    for text in ["pcf(2n+1, n^2)", "pcf(-n^3, 5)", "pcf(0, n)", "pcf(34n^3+51n^2+27n+5, -n^6)"] {
      let formula = Formula(try #require(try Expression(parsing: text).continuedFraction()))
      #expect(
        FormulaKinds([ContinuedFraction.self]).formula(key: formula.key) == formula
          && formula.description == text)
    }
    for text in ["", "pcf", "pcf 1", "pcf 1 x", "esma 1 1", "pcf 1, 2", "pcf 1 1 1"] {
      #expect(FormulaKinds([ContinuedFraction.self]).formula(key: text) == nil)
    }
    #expect(
      FormulaKinds([ContinuedFraction.self]).formula(key: "pcf 2,1 1,0,0")?.canonicalKey == "pcf 2,1 1,0,0")
    #expect(ContinuedFraction(a: [1, 2], b: [0, 0, 1]).coefficientKey == [0, 2, 1, 1, 0, 0])
  }
}
