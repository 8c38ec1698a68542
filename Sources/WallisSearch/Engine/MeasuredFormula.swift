public import WallisFormulas

/// A formula with its dynamics, as a search hands it to the catalog.
public struct MeasuredFormula: Sendable, Equatable {
  /// Key of the representative of the mirror pair, see `Formula.key`.
  public var key: String
  /// Key shared by equivalent formulas.
  public var canonicalKey: String
  /// Which of the representative and its mirror are meant.
  public var signs: Signs
  /// Dynamics of the representative; the mirror has the opposite limit and the same metrics.
  public var dynamics: Dynamics
  /// Depth n of the metrics.
  public var depth: Int
  /// Depth m that stands for the limit.
  public var against: Int

  /// The record of a formula.
  public init(
    key: String, canonicalKey: String, signs: Signs, dynamics: Dynamics, depth: Int, against: Int
  ) {
    (self.key, self.canonicalKey, self.signs, self.dynamics) = (key, canonicalKey, signs, dynamics)
    (self.depth, self.against) = (depth, against)
  }
}
