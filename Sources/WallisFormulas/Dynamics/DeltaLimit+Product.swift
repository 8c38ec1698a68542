internal import RealModule
internal import WallisArithmetic

extension DeltaLimit {
  /// The limit for a recurrence of order 3 and more: q grows like n!^s λⁿ n^k, errors fall like n!^η Eⁿ, and q̃ keeps n!^c of
  /// n!^s: −η/c − 1, for c = 0 and η = 0 ln(1/E)/(lim ln q̃/n) − 1.
  ///
  /// Which solution the errors follow beside q is told by the digits that convergents gain.
  ///
  /// - Parameter digitsPerTerm: as `ProductMeasurement` measures them at its usual depth.
  /// - Returns: nil for other products, where ln q̃ shows no pattern, or no solution has those digits.
  public init?(_ product: MatrixProduct, digitsPerTerm: Double) {
    guard product.rank > 2, let coefficients = product.recurrence else { return nil }
    let solutions = SolutionGrowth.all(of: coefficients).flatMap { growth in
      growth.roots.map { (power: growth.factorialPower, root: $0) }
    }
    guard let first = solutions.first,
      let error = DeltaLimit.error(solutions.map { ($0.power, $0.root.modulus) }, digitsPerTerm),
      let source = RecurrenceValuations(coefficients, product, power: first.power),
      let growth = ReducedGrowth(source)
    else { return nil }
    let eta = solutions[error].power - first.power
    if growth.remaining.signum > 0 {
      self.init(ExactNumber(-eta / growth.remaining - 1), .conjecture)
      return
    }
    guard eta.signum == 0, let exact = growth.exact, let value = growth.value,
      let large = first.root.magnitudeText, let small = solutions[error].root.magnitudeText
    else { return nil }
    let (high, low) = (first.root.modulus, solutions[error].root.modulus)
    let rate = Double.log(high) + value
    guard rate > 1e-9 else { return nil }
    var divisor = growth.text(exact)
    if large != "1" { divisor = "log(\(large))" + divisor }
    if divisor.hasPrefix("+") { divisor.removeFirst() }
    let quotient = small == "1" ? large : "(\(large))/(\(small))"
    self.init(
      ExactNumber("log(\(quotient))/(\(divisor))-1", Double.log(high / low) / rate - 1), .conjecture)
  }

  /// The solution beside the first with which convergents gain so many digits a term; nil where two are as near.
  private static func error(_ solutions: [(power: Rational, modulus: Double)], _ digitsPerTerm: Double)
    -> Int?
  {
    let depth = Double(ProductMeasurement.usualDepth)
    let factorial = (Double.logGamma(depth + 1) - Double.logGamma(depth / 2 + 1)) / (depth / 2)
    let (s, high) = (solutions[0].power, solutions[0].modulus)
    let distances = solutions.dropFirst().map { solution -> Double in
      let decay = (s - solution.power).approximation * factorial + Double.log(high / solution.modulus)
      return abs(decay / Double.log(10) - digitsPerTerm)
    }
    guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }),
      distances[nearest] < 0.01 + 0.05 * digitsPerTerm
    else { return nil }
    // Solutions of one size, like conjugate ones, are as good.
    let others = distances.filter { $0 > distances[nearest] + 1e-6 }
    return others.allSatisfy { $0 > 3 * distances[nearest] } ? nearest + 1 : nil
  }
}

extension SolutionGrowth.Root {
  /// |λ| as the grammar reads it; nil for a root that is not real, of degree 4 and more.
  fileprivate var magnitudeText: String? {
    if let value { return "\(value.magnitude)" }
    let real = factor.realRoots(bits: 128)
    func isNear(_ x: Double) -> Bool { abs(x - modulus) <= 1e-9 * modulus }
    guard let root = real.first(where: { isNear($0.magnitude.approximation) }) else { return pairText(real) }
    let place = Expression.real(factor, near: root)
    return place.map { root.isNegative ? "-(\($0))" : $0 }
  }

  /// |λ| of conjugate roots of degree 2 or 3: λλ̄ is the product of all roots over the real one.
  private func pairText(_ real: [Ball]) -> String? {
    let product = Rational(factor[0], factor.leading).magnitude
    if factor.degree == 2 { return "sqrt(\(product))" }
    guard factor.degree == 3, real.count == 1, let other = Expression.real(factor, near: real[0]) else {
      return nil
    }
    let size = real[0].isNegative ? "-(\(other))" : other
    return "sqrt(\(product)/(\(size)))"
  }
}

extension Expression {
  /// The text of a real root of an irreducible polynomial of degree 2 and more.
  fileprivate static func real(_ factor: Polynomial, near root: Ball) -> String? {
    if factor.degree > 2 {
      return AlgebraicNumber(rootOf: factor, near: root).map { ExpressionWriter(.plain).text(.root($0)) }
    }
    guard let number = QuadraticNumber(rootOf: factor[0], factor[1], factor[2], near: root) else {
      return nil
    }
    let top = Expression.combination([(number.p, nil), (number.q, .root(of: number.d))])
    return ExpressionWriter(.plain).text(number.r == 1 ? top : top.over(.integer(number.r)))
  }
}
