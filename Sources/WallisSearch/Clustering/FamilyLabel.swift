internal import WallisArithmetic
internal import WallisFormulas

/// A number that limits are images of, to any precision.
struct FamilyLabel: Sendable, Hashable {
  let name: String
  private let source: Source

  private enum Source: Hashable {
    case constant(Constant)
    case root(Int)
  }

  init(_ constant: Constant) {
    if case .quadratic(_, _, let radicand, _) = constant.nature {
      self.init(root: radicand)
    } else {
      self.init(name: constant.name, source: .constant(constant))
    }
  }

  init(root radicand: Int) { self.init(name: "sqrt(\(radicand))", source: .root(radicand)) }

  private init(name: String, source: Source) { (self.name, self.source) = (name, source) }

  /// What a closed form in plain text is an image of; nil for fractions.
  init?(occurringIn text: String) {
    if let constant = Constant.occurring(in: text) {
      self.init(constant)
    } else if let match = text.firstMatch(of: /sqrt\((\d+)\)/), let radicand = Int(match.1) {
      self.init(root: radicand)
    } else if text.contains("phi") {
      self.init(root: 5)
    } else {
      return nil
    }
  }

  /// The same for the limit of a fraction, which may be an image of a constant that its coefficients suggest.
  init?(occurringIn text: String, limitOf fraction: ContinuedFraction) {
    if let constant = Constant.occurring(in: text, limitOf: fraction) {
      self.init(constant)
    } else {
      self.init(occurringIn: text)
    }
  }

  func ball(bits: Int) -> Ball {
    switch source {
    case .constant(let constant): constant.ball(bits: bits)
    case .root(let radicand): Ball(radicand, bits: bits).squareRoot
    }
  }
}
