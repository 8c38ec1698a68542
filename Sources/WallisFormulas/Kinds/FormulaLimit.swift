public import WallisArithmetic

/// How digits and figures of the limit of a formula are had. Nothing is computed before it is asked for.
public struct FormulaLimit: Sendable {
  /// Figures of convergents at the depth that the kind measures at.
  public typealias Figures = (delta: Double?, digitsPerTerm: Double?)

  /// The formula as it is best shown: a line begins behind its singular steps.
  public let formula: Formula
  /// A continued fraction whose limit is a Möbius image of this one, and that is easier to read; nil where there is none.
  public let readable: ContinuedFraction?
  /// Key of the formulas that have the same limit up to an exact identity.
  public let identity: String
  /// Depth of the convergent that is measured, and of the one that stands for the limit.
  public let depths: (measured: Int, limit: Int)
  /// Figures of the convergents; nil where there is no limit, or one that exact arithmetic gives.
  public let figures: @Sendable () -> Figures?
  /// The limit where it is proved to be a fraction; nil elsewhere.
  public let exact: @Sendable () -> Rational?
  /// Encloses the limit to about so many digits; nil where they cannot be had.
  public let enclosure: @Sendable (_ digits: Int) -> Ball?

  /// The limit of a formula.
  ///
  /// - Parameters:
  ///   - identity: the shift class of the formula, unless another key is given.
  ///   - depths: where figures are measured; those of `measure` unless given.
  public init(
    of formula: Formula, readable: ContinuedFraction? = nil, identity: String? = nil,
    depths: (measured: Int, limit: Int) = (1000, 2000),
    figures: @escaping @Sendable () -> Figures? = { (nil, nil) },
    exact: @escaping @Sendable () -> Rational? = { nil },
    enclosure: @escaping @Sendable (_ digits: Int) -> Ball?
  ) {
    (self.formula, self.readable, self.identity) = (formula, readable, identity ?? formula.shiftKey)
    self.depths = depths
    (self.figures, self.exact, self.enclosure) = (figures, exact, enclosure)
  }
}
