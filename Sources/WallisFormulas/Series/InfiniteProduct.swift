internal import WallisArithmetic

/// ∏ t(k) over k ≥ a where t is a rational function, or 1 and terms that fall geometrically.
struct InfiniteProduct {
  private let call: BoundCall
  private let start: Int
  private let whole: Expression
  private let context: ExpressionValue

  private var bits: Int { context.bits }

  /// The product with its parts.
  init(_ call: BoundCall, from start: Int, _ whole: Expression, _ context: ExpressionValue) {
    (self.call, self.start, self.whole, self.context) = (call, start, whole, context)
  }

  /// What is known of the factors.
  private enum Factors {
    /// A rational function.
    case rational(RationalFunction)
    /// 1 and these terms.
    case near(SeriesSum)
    /// Neither.
    case other
  }

  private func factors() throws -> Factors {
    guard let terms = try context.terms(of: call) else { return .other }
    if let function = terms.rational { return .rational(function) }
    guard let rest = terms.plus(TermReader.integer(-1)) else { return .other }
    let sum = SeriesSum(terms: rest, start: max(start, 0), range: whole.range, context: context)
    guard let speed = try sum.speed(), speed == .exponential || speed == .factorial,
      rest.parts.keys.allSatisfy({ $0.harmonics.isEmpty && $0.powers.isEmpty })
    else { return .other }
    return .near(sum)
  }

  /// What the product is where it has no limit, or where none is known; nil where it has one.
  func obstacle() throws -> Outcome? {
    switch try factors() {
    case .near: return nil
    case .other: return .undetermined("no method forces digits of products of this kind")
    case .rational(let function):
      guard !function.isZero else { return nil }
      guard function.growth == 0, function.leading == 1 else { return .diverges(.lastingFactors) }
      let distance = function - RationalFunction(1)
      return (distance.growth ?? -2) < -1 ? nil : .diverges(.slowFactors)
    }
  }

  /// Speed of convergence; nil where there is none.
  func speed() throws -> ConvergenceClass? {
    switch try factors() {
    case .near(let sum): return try sum.speed()
    case .rational: return try obstacle() == nil ? .powerlaw : nil
    case .other: return nil
    }
  }

  /// The product.
  func value() throws -> Quantity {
    let factors = try factors()
    if case .other = factors { throw SyntaxError.noMethod(call, at: whole.range) }
    if let obstacle = try obstacle() { throw SyntaxError.noLimit(call, obstacle, at: whole.range) }
    switch factors {
    case .near(let sum): return .ball(try near(sum))
    case .rational(let function): return try gammas(function)
    case .other: return .exact(0)
    }
  }

  /// ∏ Γ(a − σ)/Γ(a − ρ) over the zeros ρ and the poles σ, behind the last integer among them.
  private func gammas(_ function: RationalFunction) throws -> Quantity {
    guard !function.isZero else { return .exact(0) }
    guard let place = function.regularPlace(from: start), place - start <= 100_000 else {
      throw ResourceLimit("a factor that is 0 or infinite stands too far out", remedy: "use smaller numbers")
    }
    let first: Quantity = place > start ? try context.finite(call, start..<place) : .exact(1)
    if case .exact(let value) = first, value.isZero { return first }
    guard !(function - RationalFunction(1)).isZero else { return first }
    let coefficientBits = max(function.numerator.coefficientBits, function.denominator.coefficientBits)
    guard coefficientBits <= AlgebraicNumber.mostCoefficientBits else {
      throw ResourceLimit(
        "coefficients of \(coefficientBits) bits are beyond those whose roots are isolated",
        remedy: "keep them below 2^\(AlgebraicNumber.mostCoefficientBits)")
    }
    func product(_ polynomial: Polynomial) -> ComplexBall {
      polynomial.irreducibleFactors.reduce(ComplexBall(Ball(1, bits: bits))) { product, entry in
        entry.factor.complexRoots(bits: bits + 16).reduce(product) { product, root in
          let gamma = (ComplexBall(Ball(place, bits: bits)) - root).gamma
          return (0..<entry.multiplicity).reduce(product) { product, _ in product * gamma }
        }
      }
    }
    let rest = (product(function.denominator) / product(function.numerator)).real
    guard rest.isFinite else {
      throw Undecided(reason: SyntaxError("the value of this product cannot be determined", at: whole.range))
    }
    return .ball(first.ball(bits: bits) * rest)
  }

  /// The first factors, and |∏ − 1| ≤ e^τ − 1 for the rest, τ the sum of the moduli of the terms.
  private func near(_ sum: SeriesSum) throws -> Ball {
    let decays = try sum.decays().map { entry in
      guard let (bound, place) = SeriesSum.contraction(entry.part.ratio, from: max(start, 0)) else {
        throw Undecided(reason: SyntaxError("no bound on the rest was found", at: whole.range))
      }
      return (part: entry.part, bound: bound, place: place)
    }
    var product: Ball = Ball(1, bits: bits + 32)
    var index = start
    var inner = context
    while true {
      if index > (decays.map(\.place).max() ?? 0), index % 16 == 0 {
        let rest = try decays.reduce(Ball(0, bits: 64)) { rest, entry in
          rest + (try size(of: entry.part, at: index)) * Ball(1 / (1 - entry.bound), bits: 64)
        }
        if rest.magnitudeExponent.map({ $0 < -bits }) ?? true {
          return product * (Ball(1, bits: bits + 32).widened(by: rest * 2))
        }
      }
      guard index - start < 1 << 20 else {
        throw ResourceLimit("this product would need more than 10^6 factors", remedy: "ask for fewer digits")
      }
      inner.variables[call.variable] = .exact(Rational(Integer(index)))
      product = product * (try inner.value(of: call.body).ball(bits: bits + 32))
      index += 1
    }
  }

  /// |t(k)| of one part.
  private func size(of part: SeriesPart, at index: Int) throws -> Ball {
    let constants = try part.core.constants.reduce(Ball(1, bits: 64)) { product, entry in
      product * (try context.value(of: entry.key).ball(bits: 64)).power(entry.value)
    }
    let factor = Rational(part.factor.numerator.value(at: index), part.factor.denominator.value(at: index))
    let (base, growth) = (part.core.base, part.core)
    let core =
      growth.symbols.isEmpty
      ? Ball(base, bits: 64).power(index) : Ball(growth.rationalValue(at: index), bits: 64)
    return (constants * Ball(factor, bits: 64) * core).magnitude
  }
}
