public import WallisFormulas

/// How a formula is the same as another.
public enum Equivalence: Sendable, Equatable {
  /// By the coefficients: an inflation or a shift of the index.
  case coefficients(FormulaLink)
  /// By a matrix of polynomials.
  case matrix(LinkCertificate)

  /// The exact link that carries the limit of `first` into that of `second`; nil where none is found.
  ///
  /// Fractions of different classes of convergence are not the same; no digits decide beyond suggesting the map.
  public init?(from first: ContinuedFraction, to second: ContinuedFraction) {
    if let link = FormulaLink.exact(first, second) {
      self = .coefficients(link)
      return
    }
    guard let class1 = Classification(first).convergence, class1 == Classification(second).convergence,
      let certificate = LinkCertificate(relating: second, first)
    else { return nil }
    self = .matrix(certificate)
  }

  /// limit(second) = map(limit(first)).
  public var map: MoebiusMap {
    switch self {
    case .coefficients(let link): link.map
    case .matrix(let certificate): certificate.map
    }
  }
}
