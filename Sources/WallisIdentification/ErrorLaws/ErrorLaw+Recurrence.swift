internal import WallisArithmetic
public import WallisFormulas

extension ErrorLaw {
  /// Digits of C that are asked for where the order is 3 and more: deep convergents are dearer there.
  private static let digitsOfRecurrences = 40

  /// The law of a recurrence of order 3 and more, p(n)/q(n) its values at index n: the solution that dominates q, and of
  /// the others the first that is found in p − Lq.
  ///
  /// nil for other products, and where the solutions do not differ by n!^ηEⁿn^β with E a fraction or quadratic, β a fraction.
  public init?(_ product: MatrixProduct) {
    guard product.rank > 2, let coefficients = product.recurrence else { return nil }
    for rate in Rate.all(of: SolutionGrowth.all(of: coefficients)) {
      guard let estimate = ErrorConstant(product, rate).value(digits: ErrorLaw.digitsOfRecurrences),
        !estimate.constant.containsZero
      else { continue }
      self.init(rate, estimate)
      return
    }
    return nil
  }
}

extension ErrorLaw.Rate {
  /// A solution n!^s λⁿ n^k.
  private struct Solution {
    let factorialPower: Rational
    let root: SolutionGrowth.Root
  }

  /// Quotients of each solution by the dominant one, the largest first; those that cannot be written are left out.
  fileprivate static func all(of growths: [SolutionGrowth]) -> [ErrorLaw.Rate] {
    let solutions = growths.flatMap { growth in
      growth.roots.map { Solution(factorialPower: growth.factorialPower, root: $0) }
    }
    guard let first = solutions.first else { return [] }
    let single = solutions.filter { solution in
      solutions.count {
        $0.factorialPower == solution.factorialPower && isNear($0.root.modulus, solution.root.modulus)
      } == 1
    }
    guard single.first?.root == first.root else { return [] }
    return single.dropFirst().compactMap { ErrorLaw.Rate($0, over: first) }
  }

  private static func isNear(_ x: Double, _ y: Double) -> Bool { abs(x - y) <= 1e-9 * max(x, y) }

  private init?(_ other: Solution, over first: Solution) {
    guard let low = other.root.power, let high = first.root.power,
      case let eta = other.factorialPower - first.factorialPower, eta.isInteger, let eta = eta.numerator.word,
      let quotient = ErrorLaw.Rate.quotient(other.root, over: first.root)
    else { return nil }
    self.init(
      base: NormalForm(magnitudeOf: quotient.value), isAlternating: quotient.isNegative, eta: eta,
      power: NormalForm(low - high))
  }

  /// λ/λ′; nil where it is neither a fraction nor quadratic.
  private static func quotient(
    _ x: SolutionGrowth.Root, over y: SolutionGrowth.Root
  ) -> (value: NormalForm, isNegative: Bool)? {
    if let x = x.value, let y = y.value { return (NormalForm(x / y), (x / y).signum < 0) }
    let polynomial: Polynomial
    switch (x.value, y.value) {
    case (let x?, nil) where y.factor.degree == 2:
      // f(λ′) = 0 and λ′ = x/t.
      polynomial = Polynomial([
        y.factor[2] * x.numerator * x.numerator, y.factor[1] * x.numerator * x.denominator,
        y.factor[0] * x.denominator * x.denominator,
      ])
    case (nil, let y?) where x.factor.degree == 2:
      polynomial = Polynomial([
        x.factor[0] * y.denominator * y.denominator, x.factor[1] * y.numerator * y.denominator,
        x.factor[2] * y.numerator * y.numerator,
      ])
    case (nil, nil) where x.factor == y.factor && x.factor.degree == 2:
      let (c0, c1, c2) = (x.factor[0], x.factor[1], x.factor[2])
      polynomial = Polynomial([c0 * c2, 2 * c0 * c2 - c1 * c1, c0 * c2])
    default: return nil
    }
    let size = x.modulus / y.modulus
    let (c0, c1, c2) = (polynomial[0], polynomial[1], polynomial[2])
    return [1, -1].lazy.compactMap { sign in
      QuadraticNumber(p: -c1, q: sign, d: c1 * c1 - 4 * c0 * c2, r: 2 * c2).map { NormalForm($0) }
    }.map { ($0, $0.ball(bits: 64).approximation) }.first { isNear(abs($0.1), size) }.map { ($0.0, $0.1 < 0) }
  }
}

extension NormalForm {
  /// |x| of a fraction or a quadratic number.
  fileprivate init(magnitudeOf x: NormalForm) {
    switch x.shape {
    case .rational(let value): self.init(value.magnitude)
    case .quadratic(let root) where x.ball(bits: 64).isNegative:
      self = QuadraticNumber(p: -root.p, q: -root.q, d: root.d, r: root.r).map { NormalForm($0) } ?? x
    default: self = x
    }
  }
}
