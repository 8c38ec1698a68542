/// A Möbius image of a continued fraction: `4/pcf(2n+1, n^2) - 1`.
public struct FractionImage: Sendable, Hashable {
  /// The fraction.
  public let fraction: ContinuedFraction
  /// value = map(limit of the fraction).
  public let map: MoebiusMap

  /// A fraction and the map of its limit.
  public init(_ fraction: ContinuedFraction, map: MoebiusMap) { (self.fraction, self.map) = (fraction, map) }
}
