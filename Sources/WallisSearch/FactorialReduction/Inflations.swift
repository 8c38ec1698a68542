internal import WallisArithmetic
internal import WallisFormulas

/// The fractions with one b that inflate a fraction of smaller degree.
///
/// Where b has the roots r and r + 1, every a with a(r) = 0 is such a one, unless r is an integer from 0 on. It is nilpotent
/// at all good primes whatever the smaller fraction does, so that a sieve lets them all pass.
struct Inflations {
  private let b: Polynomial
  /// (p, q): the linear factors q n − p that may be divided out.
  private let factors: [(p: Int, q: Int)]

  /// Those of partial numerators, constant term first.
  init(_ b: [Int]) {
    self.b = Polynomial(b)
    let roots = Set(
      self.b.irreducibleFactors.filter { $0.factor.degree == 1 }.map { Rational(-$0.factor[0], $0.factor[1]) }
    )
    factors = roots.filter { roots.contains($0 + 1) && !($0.isInteger && $0.signum >= 0) }.compactMap {
      root in
      guard let p = root.numerator.word, let q = root.denominator.word else { return nil }
      return (p, q)
    }
  }

  /// Whether a root of b shows it: a linear factor can be divided out. False where words overflow.
  /// - Parameter a: partial denominators, constant term first.
  func containsByRoot(_ a: [Int]) -> Bool {
    factors.contains { p, q in
      // q^d a(p/q) by Horner's rule.
      var (sum, power, isExact) = (0, 1, true)
      func checked(_ result: (partialValue: Int, overflow: Bool)) -> Int {
        isExact = isExact && !result.overflow
        return result.partialValue
      }
      for coefficient in a.reversed() {
        let term = checked(coefficient.multipliedReportingOverflow(by: power))
        sum = checked(checked(sum.multipliedReportingOverflow(by: p)).addingReportingOverflow(term))
        power = checked(power.multipliedReportingOverflow(by: q))
      }
      return isExact && sum == 0
    }
  }

  /// Whether a polynomial of any degree can be divided out.
  /// - Parameter a: partial denominators, constant term first.
  func contains(_ a: [Int]) -> Bool {
    containsByRoot(a)
      || CanonicalForm(ContinuedFraction(a: Polynomial(a), b: b)).fraction.b.degree < b.degree
  }
}
