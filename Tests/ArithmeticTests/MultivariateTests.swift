import TestSupport
import Testing
import WallisArithmetic

@Suite struct MultivariateTests {
  typealias Multivariate = MultivariatePolynomial
  static let names = ["x1", "x2", "x3"]

  static func samples(_ count: Int, seed: UInt64, variables: Int = 3) -> [Multivariate] {
    var samples = Samples(seed: seed)
    let large = Multivariate(constant: Integer(1).shifted(left: 64), variables: variables)
    return [Multivariate(constant: 0, variables: variables), large, Multivariate(variable: 0, of: variables)]
      + (0..<count).map { _ in samples.multivariate(variables: variables) }
  }

  @Test(arguments: [1, 3, 9]) func ringLaws(variables: Int) {
    expectRingLaws(
      Self.samples(6, seed: 41, variables: variables),
      zero: Multivariate(constant: 0, variables: variables),
      one: Multivariate(constant: 1, variables: variables))
  }

  @Test func termsAreReadBack() {
    for p in Self.samples(20, seed: 42) {
      #expect(Multivariate(p.terms.reversed(), variables: 3) == p && p.count == p.terms.count)
      #expect(p.terms.allSatisfy { !$0.coefficient.isZero })
      #expect(p.degree == p.terms.map { $0.exponents.reduce(0, +) }.max() ?? -1)
      for variable in 0..<3 {
        #expect(p.degree(in: variable) == p.terms.map { $0.exponents[variable] }.max() ?? -1)
      }
      #expect(p.isZero == (p.degree == -1) && p.isConstant == (p.degree <= 0))
    }
    #expect(Self.samples(0, seed: 0, variables: 2)[0] != Self.samples(0, seed: 0)[0], "zeros of two rings")
  }

  /// Evaluation respects sums and products, and both restrictions are evaluations.
  @Test func valuesAreHomomorphisms() {
    var samples = Samples(seed: 43)
    let values = Self.samples(8, seed: 44)
    for (p, q) in zip(values, values.dropFirst()) {
      let point = (0..<3).map { _ in samples.rational(bits: 20) }
      #expect((p + q).value(at: point) == p.value(at: point) + q.value(at: point))
      #expect((p * q).value(at: point) == p.value(at: point) * q.value(at: point))
      let step = samples.int(-5...5)
      let moved = [point[0], point[1] + Rational(Integer(step)), point[2]]
      #expect(p.shifted(1, by: step).value(at: point) == p.value(at: moved))
      let degree = max(0, p.degree)
      let rest = p.restricted(to: [1: point[1]], degree: degree)
      #expect(
        rest.value(at: [point[0], point[2]])
          == p.value(at: point) * Rational(point[1].denominator.power(degree)))
    }
  }

  @Test func linesAreRestrictions() {
    var samples = Samples(seed: 45)
    for p in Self.samples(12, seed: 46) {
      let line = (0..<3).map { _ in samples.polynomial(degree: 1, bits: 6) }
      for (scale, extra) in [(Integer(1), 0), (3, 0), (2, 2)] {
        let degree = max(0, p.degree) + extra
        let restricted = p.restricted(toLine: line, scale: scale, degree: degree)
        for n in [-3, 0, 1, 50] {
          let point = line.map { Rational($0.value(at: n), scale) }
          #expect(Rational(restricted.value(at: n)) == p.value(at: point) * Rational(scale.power(degree)))
        }
      }
    }
  }

  @Test func agreesWithPari() throws {
    var samples = Samples(seed: 47)
    var claims: [String] = []
    let values = Self.samples(16, seed: 48)
    for (p, q) in zip(values, values.dropFirst()) {
      let (P, Q) = (GP.polynomial(p), GP.polynomial(q))
      let point = (0..<3).map { _ in samples.rational(bits: 30) }
      claims.append("\(P)*\(Q)==\(GP.polynomial(p * q)) && \(P)-\(Q)==\(GP.polynomial(p - q))")
      claims.append("\(P)^2==\(GP.polynomial(p.power(2))) && \(P)==\(p.text(Self.names))")
      let values = zip(Self.names, point).map { "subst(\($0),\($1))" }
      claims.append(
        "subst(subst(subst(\(P),x1,\(point[0])),x2,\(point[1])),x3,\(point[2]))==\(p.value(at: point))")
      #expect(values.count == 3)
      let product = p * q
      guard !product.isZero else { continue }
      #expect(
        product.quotient(by: q) == p
          && (product + Multivariate(variable: 2, of: 3)).quotient(by: product) == nil)
      let common = product.gcd(p * p)
      #expect(common.quotient(by: p) != nil && (common.terms.first?.coefficient.signum ?? 0) > 0)
      claims.append(
        "my(g=gcd(\(GP.polynomial(product)),\(P)^2));g==\(GP.polynomial(common))||g==-\(GP.polynomial(common))"
      )
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  @Test func textHasTheHighestDegreeFirst() {
    let (x, y) = (Multivariate(variable: 0, of: 2), Multivariate(variable: 1, of: 2))
    let p = x.power(3) - y + 2 * (x * y) - Multivariate(constant: 1, variables: 2)
    #expect(p.text(["x", "y"]) == "x^3+2*x*y-y-1" && (-p).text(["a", "b"]) == "-a^3-2*a*b+b+1")
    #expect((p - p).text(["x", "y"]) == "0" && (y.power(4) + x.power(3)).text(["x", "y"]) == "y^4+x^3")
  }
}

@Suite struct MultivariateFractionTests {
  typealias Fraction = MultivariateFraction

  static func samples(_ count: Int, seed: UInt64) -> [Fraction] {
    var samples = Samples(seed: seed)
    return (0..<count).map { _ in
      let bottom = samples.multivariate(variables: 2, terms: 2)
      return Fraction(
        samples.multivariate(variables: 2, terms: 3),
        bottom.isZero ? MultivariatePolynomial(variable: 1, of: 2) : bottom)
    }
  }

  @Test func fieldLaws() {
    let values = Self.samples(6, seed: 51)
    let (zero, one) = (Fraction(constant: 0, variables: 2), Fraction(constant: 1, variables: 2))
    expectRingLaws(values, zero: zero, one: one)
    for x in values where x != zero {
      #expect(x / x == one && one / (one / x) == x)
      for y in values { #expect(y / x * x == y) }
    }
  }

  /// Lowest terms, and a positive leading coefficient below.
  @Test func fractionsAreReduced() {
    var samples = Samples(seed: 52)
    for x in Self.samples(10, seed: 53) {
      let factor = samples.multivariate(variables: 2)
      #expect(
        x.numerator.gcd(x.denominator) == MultivariatePolynomial(constant: 1, variables: 2)
          || x.numerator.isZero)
      #expect((x.denominator.terms.first?.coefficient.signum ?? 0) > 0)
      guard !factor.isZero else { continue }
      #expect(Fraction(x.numerator * factor, x.denominator * factor) == x)
    }
    #expect(Fraction(constant: Rational(-6, 4), variables: 2).denominator.terms.map(\.coefficient) == [2])
  }
}
