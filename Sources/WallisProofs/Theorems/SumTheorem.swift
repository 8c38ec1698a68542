public import WallisArithmetic
public import WallisFormulas

/// A theorem of the literature: Σ φ(k)τ(k) over k ≥ 0 = value, for the terms τ of a class.
public struct SumTheorem: Sendable, Hashable {
  /// The class of τ.
  public let terms: TermClass
  /// φ(k), without poles at k ≥ 0.
  public let factor: RationalFunction
  /// The sum.
  public let value: Expression
  /// What the theorem is called, with its author.
  public let name: String
  /// Where it is written.
  public let reference: String

  init(
    _ name: String, _ reference: String, terms: TermClass, factor: RationalFunction, value: Expression
  ) {
    (self.name, self.reference, self.terms) = (name, reference, terms)
    (self.factor, self.value) = (factor, value)
  }

  /// φ(k)τ(k); nil where a term vanishes.
  public var term: HypergeometricTerm? {
    guard let first = factor.value(at: 0) else { return nil }
    return HypergeometricTerm(ratio: terms.ratio * factor.shifted(by: 1) / factor, first: first)
  }

  /// φ(k) as a factor.
  var factorText: String {
    let text = factor.text(variable: "k")
    return factor.denominator.degree <= 0 && factor.numerator.degree > 0 ? "(\(text))" : text
  }

  /// For example `sum((-1)^k/(2k+1), k >= 0) = pi/4`, by the quotient of the terms.
  public var statement: String {
    let quotient = terms.ratio.text(variable: "k")
    return
      "Σ \(factor == RationalFunction(1) ? "" : factorText + "·")τ(k) = \(ClosedForm(value)) with τ(0) = 1, τ(k+1)/τ(k) = \(quotient)"
  }
}

/// The theorems that the sums of a class may be told by.
public enum SumTheorems {
  /// The theorems whose combinations with differences may give Σ R(k)τ(k); none where the class has none.
  ///
  /// - Parameter poles: the denominator of R, whose roots tell which sums of powers are of use.
  public static func all(of terms: TermClass, poles: Polynomial) -> [SumTheorem] {
    families.flatMap { $0(terms, poles) } + rows.filter { $0.terms == terms }
  }

  /// Whether a theorem is one of the table: stated for its class, whatever the poles.
  public static func states(_ theorem: SumTheorem) -> Bool {
    all(of: theorem.terms, poles: theorem.factor.denominator).contains(theorem)
  }

  private typealias Family = @Sendable (TermClass, Polynomial) -> [SumTheorem]

  private static let families: [Family] = [
    { terms, poles in PowerSums.theorems(terms, poles: poles) },
    { terms, poles in binomial(terms, poles: poles) },
    { terms, _ in arcSine(terms) }, { terms, _ in exponential(terms) },
    { terms, _ in incompleteGamma(terms) }, { terms, _ in gauss(terms) },
  ]
}
