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

  /// What a closed form is an image of; nil for fractions.
  init?(occurringIn closedForm: ClosedForm) {
    if let constant = closedForm.constant {
      self.init(constant)
    } else if let radicand = closedForm.radicand {
      self.init(root: radicand)
    } else {
      return nil
    }
  }

  /// The same for the limit of a fraction, which may be an image of a constant that its coefficients suggest.
  init?(occurringIn closedForm: ClosedForm, limitOf fraction: ContinuedFraction) {
    if let constant = closedForm.constant(ofLimit: fraction) {
      self.init(constant)
    } else {
      self.init(occurringIn: closedForm)
    }
  }

  func ball(bits: Int) -> Ball {
    switch source {
    case .constant(let constant): constant.ball(bits: bits)
    case .root(let radicand): Ball(radicand, bits: bits).squareRoot
    }
  }
}
