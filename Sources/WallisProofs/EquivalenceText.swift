internal import WallisArithmetic
public import WallisFormulas

extension Equivalence {
  /// The certificate as text: `inflation`, `shift 3`, or `matrix 1 2 [[…, …], […, …]]`.
  public var text: String {
    switch self {
    case .coefficients(let link): link.kind == .shift ? "shift \(link.shift)" : "inflation"
    case .matrix(let link): "matrix \(link.folds[0]) \(link.folds[1]) \(link.text)"
    }
  }

  /// Reads the certificate of a link and checks it: the identity of polynomials is expanded.
  ///
  /// - Returns: nil where the text is no certificate, or does not link these fractions.
  public init?(parsing text: String, from first: ContinuedFraction, to second: ContinuedFraction) {
    guard text.hasPrefix("matrix ") else {
      guard let link = FormulaLink.exact(first, second) else { return nil }
      self = .coefficients(link)
      guard self.text == text else { return nil }
      return
    }
    let words = text.split(separator: " ", maxSplits: 3).map(String.init)
    let folds = words.dropFirst().prefix(2).compactMap { Int($0) }
    guard words.count == 4, folds.count == 2, let matrix = PolynomialMatrix.reading(words[3]),
      let certificate = LinkCertificate(second, first, folds: folds, matrix: matrix)
    else { return nil }
    self = .matrix(certificate)
  }
}
