internal import WallisArithmetic
internal import WallisFormulas

/// Every convergent fraction with deg a ≤ 1 and deg b ≤ 2: three neighbours of a hypergeometric function obey its
/// recurrence, the one that is minimal gives the limit (Pincherle).
///
/// - Reference: Gauss (1813), Disquisitiones generales circa seriem infinitam; NIST DLMF 13.3, 15.5(ii), 12.8.1, 3.10;
///   Gautschi (1967), SIAM Review 9, 24–82.
enum ContiguousFractions {
  static let families: [ClassicalFractions.Family] = [ClassicalFractions.bessel, algebraic, hypergeometric]

  /// The limit of the tail after m steps as a quotient of two functions.
  private struct Quotient {
    /// Whether neither function has a pole of its parameters after m steps.
    let isDefined: (_ m: Rational) -> Bool
    let value: (_ m: Rational) -> Expression
    let name: String
    let reference: String
  }

  private static func hypergeometric(_ f: ContinuedFraction) -> FractionTheorem? {
    guard f.a.degree <= 1, (1...2).contains(f.b.degree), !f.a.isZero,
      !f.b.integerRoots.contains(where: { $0 > 0 }),
      f.a.coefficientBits <= mostCoefficientBits, f.b.coefficientBits <= mostCoefficientBits,
      Classification(f).convergence != nil,
      let quotient = f.b.degree == 1 ? linear(f) : gauss(f) ?? tricomi(f)
    else { return nil }
    for m in 0...furthestStart {
      guard quotient.isDefined(Rational(Integer(m))), let map = f.tailMap(steps: m)?.inverse else { continue }
      let value = map.image(of: quotient.value(Rational(Integer(m))))
      guard (try? value.evaluate(digits: 20).enclosure)?.isFinite == true else { continue }
      return FractionTheorem(fraction: f, value: value, name: quotient.name, reference: quotient.reference)
    }
    return nil
  }

  private static let furthestStart = 40
  /// Bits of coefficients beyond which the functions take long to evaluate, or cannot be.
  private static let mostCoefficientBits = 20

  private static func isPole(_ x: SurdSum) -> Bool {
    x.rational.map { $0.isInteger && $0.signum <= 0 } ?? false
  }

  /// κγ F(α, β; γ; x)/F(α + 1, β; γ + 1; x), x being the quotient of the characteristic roots, κ the larger one.
  private static func gauss(_ f: ContinuedFraction) -> Quotient? {
    let (slope, offset, leading) = (Rational(f.a[1]), Rational(f.a[0]), Rational(f.b.leading))
    let discriminant = slope * slope + 4 * leading
    guard discriminant.signum > 0 else { return nil }
    let sign = Rational(Integer((slope.isZero ? offset : slope).signum))
    let (root, sum, difference) = (SurdSum(rootOf: discriminant) * sign, rootSum(f.b), rootDifference(f.b))
    let s = root * ((2 * offset + slope * (sum - 1)) / (2 * discriminant))
    let alpha = (difference + sum) * Rational(-1, 2)
    let beta = s + difference * Rational(-1, 2) + Rational(1, 2)
    let gamma = s + (1 - sum) / 2
    let point = (root * (-2 * slope) + slope * slope + discriminant) * (-1 / (4 * leading))
    let larger = (root + slope) * Rational(1, 2)
    return Quotient(
      isDefined: { !isPole(gamma + $0) },
      value: { m in
        let quotient = series([alpha + m, beta], gamma + m, point).over(
          series([alpha + m + 1, beta], gamma + m + 1, point))
        let isReal = [alpha, beta, gamma, point].allSatisfy(\.isReal)
        return product([larger.expression, (gamma + m).expression, isReal ? quotient : .call("re", quotient)])
      }, name: "Gauss's contiguous functions",
      reference: "Gauss (1813); NIST DLMF 15.5.11 with Pincherle's theorem, Gautschi (1967)")
  }

  /// A double characteristic root κ: κ U(α, c, ζ)/U(α + 1, c, ζ), ζ > 0.
  private static func tricomi(_ f: ContinuedFraction) -> Quotient? {
    guard (f.a[1] * f.a[1] + 4 * f.b.leading).isZero else { return nil }
    let (sum, difference) = (rootSum(f.b), rootDifference(f.b))
    let point = Rational(2 * f.a[0], f.a[1]) - 1 + sum
    guard point.signum > 0 else { return nil }
    let (alpha, second) = ((difference + sum) * Rational(-1, 2), difference * -1 + 1)
    func function(_ first: SurdSum) -> Expression {
      .call("hyperu", first.expression, second.expression, .fraction(point))
    }
    return Quotient(
      isDefined: { _ in true },
      value: { m in
        let quotient = function(alpha + m).over(function(alpha + m + 1))
        return product([.fraction(Rational(f.a[1], 2)), difference.isReal ? quotient : .call("re", quotient)])
      }, name: "Tricomi's contiguous functions",
      reference: "NIST DLMF 13.3.7, 13.7 with Pincherle's theorem, Gautschi (1967)")
  }

  /// b of degree 1: Ac M(α; c; z)/M(α + 1; c + 1; z), and for constant a parabolic cylinder functions.
  private static func linear(_ f: ContinuedFraction) -> Quotient? {
    let first = SurdSum(Rational(f.b[0], f.b.leading))
    guard f.a.degree == 1 else { return parabolic(f, first) }
    let point = Rational(f.b.leading, f.a[1] * f.a[1])
    let second = SurdSum(Rational(f.a[0], f.a[1]) + point)
    return Quotient(
      isDefined: { !isPole(second + $0) },
      value: { m in
        let quotient = series([first + m], second + m, SurdSum(point)).over(
          series([first + m + 1], second + m + 1, SurdSum(point)))
        return product([.integer(f.a[1]), (second + m).expression, quotient])
      }, name: "Kummer's contiguous functions",
      reference: "NIST DLMF 13.3(i), 13.5.1 with Pincherle's theorem, Gautschi (1967)")
  }

  private static func parabolic(_ f: ContinuedFraction, _ first: SurdSum) -> Quotient? {
    guard f.b.leading.signum > 0, !f.a[0].isZero else { return nil }
    let point = Expression.fraction(Rational(f.a[0] * f.a[0], 2 * f.b.leading))
    func function(_ parameter: SurdSum) -> Expression {
      .call("hyperu", (parameter * Rational(1, 2)).expression, .fraction(Rational(1, 2)), point)
    }
    let scale = SurdSum(rootOf: Rational(2 * f.b.leading)) * Rational(Integer(f.a[0].signum))
    return Quotient(
      isDefined: { _ in true },
      value: { m in product([scale.expression, function(first + m).over(function(first + m + 1))]) },
      name: "the recurrence of the parabolic cylinder functions",
      reference: "Whittaker (1902); NIST DLMF 12.7.14, 12.8.1, 12.9.1 with Pincherle's theorem")
  }

  /// A double characteristic root κ and solutions κⁿΓ(n + 1 − ρ): the limit is −κ times the smaller root of b.
  private static func algebraic(_ f: ContinuedFraction) -> FractionTheorem? {
    guard f.a.degree == 1, f.b.degree == 2, (f.a[1] * f.a[1] + 4 * f.b.leading).isZero,
      !f.b.integerRoots.contains(where: { $0 > 0 }), Classification(f).convergence != nil
    else { return nil }
    let (sum, difference) = (rootSum(f.b), rootDifference(f.b))
    guard (Rational(2 * f.a[0], f.a[1]) - 1 + sum).isZero, difference.isReal else { return nil }
    let value = (difference * -1 + sum) * Rational(-f.a[1], 4)
    return FractionTheorem(
      fraction: f, value: value.expression, name: "solutions that are gamma functions",
      reference: "Pincherle's theorem, Gautschi (1967), SIAM Review 9, 24-82")
  }

  /// ρ₁ + ρ₂ of the roots of b.
  private static func rootSum(_ b: Polynomial) -> Rational { Rational(-b[1], b.leading) }

  /// ρ₁ − ρ₂, positive or on the positive imaginary axis.
  private static func rootDifference(_ b: Polynomial) -> SurdSum {
    SurdSum(rootOf: Rational(b[1] * b[1] - 4 * b[0] * b.leading, b.leading * b.leading))
  }

  private static func series(_ upper: [SurdSum], _ lower: SurdSum, _ point: SurdSum) -> Expression {
    if upper.contains(where: { $0 == SurdSum(0) }) { return .integer(1) }
    let list = upper.map(\.expression)
    return Expression(.call("hyp", [.list(list), .list([lower.expression]), point.expression]))
  }

  private static func product(_ factors: [Expression]) -> Expression {
    let others = factors.filter { $0 != .integer(1) }
    return others.dropFirst().reduce(others.first ?? .integer(1)) { $0.times($1) }
  }
}
