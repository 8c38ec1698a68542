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
    self.init(from: LinkSubject(first), to: LinkSubject(second))
  }

  /// The same for fractions that are compared with many.
  public init?(from first: LinkSubject, to second: LinkSubject) {
    if first.shiftKey == second.shiftKey, let link = FormulaLink.exact(first.fraction, second.fraction) {
      self = .coefficients(link)
      return
    }
    guard let certificate = LinkCertificate(relating: second, first) else { return nil }
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
