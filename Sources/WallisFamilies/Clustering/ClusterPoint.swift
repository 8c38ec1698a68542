public import WallisFormulas

/// A formula as the clustering sees it: one of a mirror pair, its metrics and its limit.
public struct ClusterPoint: Sendable {
  /// The formula.
  public let formula: Formula
  /// How many of it and its mirror there are.
  public let count: Int
  /// What the coefficients say about the dynamics.
  public let invariant: DynamicsInvariant
  /// One value for each of `ClusterMetric.allCases`; nil where it was not measured.
  public let metrics: [Double?]
  /// Digits of the limit.
  public let value: String
  /// The best closed form that is known; nil where none is.
  public let closedForm: ClosedForm?

  /// A formula with its metrics in the order of `ClusterMetric.allCases`.
  public init(
    formula: Formula, count: Int, invariant: DynamicsInvariant, metrics: [Double?], value: String,
    closedForm: ClosedForm?
  ) {
    (self.formula, self.count, self.invariant) = (formula, count, invariant)
    (self.metrics, self.value, self.closedForm) = (metrics, value, closedForm)
  }
}

/// A metric that clusters are made by.
public enum ClusterMetric: String, Sendable, Hashable, CaseIterable {
  /// Blind δ of the reduced convergents.
  case delta
  /// η′ of the denominators.
  case denominatorEta = "denominator.eta"
  /// γ′ of the denominators.
  case denominatorGamma = "denominator.gamma"
  /// η of the errors.
  case errorEta = "error.eta"
  /// γ of the errors.
  case errorGamma = "error.gamma"
  /// β of the errors.
  case errorBeta = "error.beta"

  /// Place in `ClusterPoint.metrics`.
  var place: Int { ClusterMetric.allCases.firstIndex(of: self) ?? 0 }
}

/// Two metrics that points are clustered by.
public struct ClusterPlane: Sendable, Hashable, CustomStringConvertible {
  /// Across.
  public let x: ClusterMetric
  /// Up.
  public let y: ClusterMetric

  /// The plane of two metrics.
  public init(_ x: ClusterMetric, _ y: ClusterMetric) { (self.x, self.y) = (x, y) }

  /// The planes of the published clustering, in its order (Shalyt et al., 2024).
  public static let published = [
    ClusterPlane(.delta, .denominatorEta), ClusterPlane(.delta, .denominatorGamma),
    ClusterPlane(.delta, .errorEta), ClusterPlane(.delta, .errorGamma),
  ]

  /// For example `delta,denominator.eta`.
  public var description: String { "\(x.rawValue),\(y.rawValue)" }
}
