public import WallisArithmetic
public import WallisFormulas

/// The limit of a continued fraction from an explicit sum whose value theorems tell.
public struct SumProof: Sendable, Hashable {
  /// The sum, with the fraction that it comes from.
  public let sum: ExplicitSum
  /// The value of the sum.
  public let series: SeriesProof

  /// The argument with these parts.
  ///
  /// - Precondition: the series is that of the terms of the sum.
  public init(sum: ExplicitSum, series: SeriesProof) {
    precondition(series.term == sum.term, "the terms of the sum")
    (self.sum, self.series) = (sum, series)
  }

  /// Seeks the argument for a sum; nil where no combination of theorems is found.
  public init?(evaluating sum: ExplicitSum) {
    guard let series = SeriesProof(evaluating: sum.term) else { return nil }
    (self.sum, self.series) = (sum, series)
  }

  /// The class of the terms.
  public var terms: TermClass { series.terms }
  /// What stands before the terms of the class.
  public var factor: RationalFunction { series.factor }
  /// The identity for the terms.
  public var telescoping: Telescoping { series.telescoping }
  /// The theorems, one for each coefficient of the identity.
  public var theorems: [SumTheorem] { series.theorems }
  /// lim G(k)τ(k) − G(0); nil where the limit is not known.
  public var boundary: Expression? { series.boundary }
  /// The sum as an expression over the values of the theorems.
  public var value: Expression { series.value }

  /// The limit of the fraction as an expression; nil where the map has no pole to tell from it.
  public var limitExpression: Expression? { sum.map?.image(of: value) }
}
