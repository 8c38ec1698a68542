internal import WallisArithmetic
public import WallisFormulas

/// A theorem of the literature on the limit of a family of continued fractions, at the parameters of one of them.
public struct FractionTheorem: Sendable, Hashable {
  /// The fraction.
  public let fraction: ContinuedFraction
  /// Its limit.
  public let value: Expression
  /// What the theorem is called, with its author.
  public let name: String
  /// Where it is written.
  public let reference: String

  /// The theorems that state the limit of a fraction, those with simple values first.
  public static func all(of fraction: ContinuedFraction) -> [FractionTheorem] {
    classical(of: fraction) + contiguous(of: fraction)
  }

  /// Those on classical families.
  static func classical(of fraction: ContinuedFraction) -> [FractionTheorem] {
    ClassicalFractions.families.compactMap { $0(fraction) }
  }

  /// Quotients of contiguous functions: one for every convergent fraction with deg a ≤ 1 and deg b ≤ 2.
  static func contiguous(of fraction: ContinuedFraction) -> [FractionTheorem] {
    ContiguousFractions.families.compactMap { $0(fraction) }
  }
}
