public import WallisArithmetic
public import WallisFormulas

/// A sum told by theorems: t(k) = R(k)τ(k), R(k) = Σ c·φ(k) + τ(k+1)/τ(k)·G(k+1) − G(k), hence
/// Σ t(k) = Σ c·Σ φ(k)τ(k) + lim G(k)τ(k) − G(0).
public struct SeriesProof: Sendable, Hashable {
  /// The terms.
  public let term: HypergeometricTerm
  /// The class of the terms.
  public let terms: TermClass
  /// R(k).
  public let factor: RationalFunction
  /// The identity for R(k).
  public let telescoping: Telescoping
  /// The theorems, one for each coefficient of the identity.
  public let theorems: [SumTheorem]

  /// The argument with these parts; nil where one of its steps does not hold.
  ///
  /// All identities are expanded; the theorems have to be in the table.
  public init?(
    term: HypergeometricTerm, terms: TermClass, factor: RationalFunction, telescoping: Telescoping,
    theorems: [SumTheorem]
  ) {
    (self.term, self.terms, self.factor) = (term, terms, factor)
    (self.telescoping, self.theorems) = (telescoping, theorems)
    guard isSound else { return nil }
  }

  /// Seeks the argument for a sum; nil where no combination of theorems is found.
  public init?(evaluating term: HypergeometricTerm) {
    guard let (terms, factor) = TermClass.split(term) else { return nil }
    let theorems = SumTheorems.all(of: terms, poles: factor.denominator)
    let basis = theorems.map(\.factor)
    let isPower = terms.upper.isEmpty && terms.lower.isEmpty
    guard
      let telescoping =
        (isPower
          ? Telescoping(ofPowersOf: terms.argument, times: factor, basis: basis) : nil)
        ?? Telescoping(of: factor, ratio: terms.ratio, basis: basis)
    else { return nil }
    self.init(term: term, terms: terms, factor: factor, telescoping: telescoping, theorems: theorems)
  }

  private var isSound: Bool {
    guard isConvergent, !factor.isZero, factor.value(at: 0) == term.first,
      isOfClass,
      telescoping.holds(for: factor, ratio: terms.ratio, basis: theorems.map(\.factor)),
      theorems.allSatisfy({ $0.terms == terms && SumTheorems.states($0) }), boundary != nil
    else { return false }
    return true
  }

  /// Whether t(k+1)/t(k) = τ(k+1)/τ(k)·R(k+1)/R(k), multiplied out.
  private var isOfClass: Bool {
    let next = factor.shifted(by: 1)
    return term.ratio.numerator * terms.ratio.denominator * next.denominator * factor.numerator
      == term.ratio.denominator * terms.ratio.numerator * next.numerator * factor.denominator
  }

  /// Whether the sum has a limit.
  public var isConvergent: Bool {
    switch term.convergence {
    case .geometric, .power, .alternating: true
    case .infinite, .undecided: false
    }
  }

  /// lim G(k)τ(k) − G(0); nil where the limit is not known.
  public var boundary: Expression? {
    guard let start = telescoping.remainder.value(at: 0), let limit else { return nil }
    guard let value = limit.fraction else {
      let size = Expression.fraction(start.magnitude)
      if start.isZero { return limit }
      return Expression(start.signum > 0 ? .difference(limit, size) : .sum(limit, size))
    }
    return .fraction(value - start)
  }

  /// lim G(k)τ(k), which exists where all sums converge.
  private var limit: Expression? {
    guard let growth = telescoping.remainder.growth else { return .integer(0) }
    let quotient = terms.ratio
    guard let order = quotient.growth, order <= 0 else { return nil }
    guard order == 0, quotient.leading.magnitude == 1 else {
      return order < 0 || quotient.leading.magnitude < 1 ? .integer(0) : nil
    }
    let base = HypergeometricTerm(ratio: quotient, first: 1)
    guard let decay = base?.decay else { return nil }
    let exponent = Rational(Integer(growth)) - decay
    if exponent.signum < 0 { return .integer(0) }
    guard exponent.isZero, quotient.leading == 1 else { return nil }
    // ∏ (α)_k/∏ (β)_k is like ∏ Γ(β)/∏ Γ(α) k^(Σα − Σβ), as many α as β.
    let gammas = zip(terms.lower, terms.upper).map {
      Expression.call("gamma", .fraction($0)).over(.call("gamma", .fraction($1)))
    }
    return gammas.reduce(.fraction(telescoping.remainder.leading)) { $0.times($1) }
  }

  /// The sum as an expression over the values of the theorems.
  public var value: Expression {
    zip(telescoping.coefficients, theorems).filter { !$0.0.isZero }.reduce(
      boundary ?? .integer(0)
    ) { sum, part in
      let multiple =
        part.0.magnitude == 1 ? part.1.value : Expression(.product(.fraction(part.0.magnitude), part.1.value))
      if sum == .integer(0), part.0.signum > 0 { return multiple }
      return Expression(part.0.signum < 0 ? .difference(sum, multiple) : .sum(sum, multiple))
    }
  }
}
