internal import WallisArithmetic

extension CanonicalForm {
  /// Identity of the class of inflations, mirrors and index shifts n → n + t of a formula.
  ///
  /// The shift that is taken brings the second coefficient of a, or of b where a is constant, into the smallest
  /// non-negative range; what can be divided out afterwards is.
  public var shiftKey: String {
    var form = self
    for _ in 0..<4 {
      let shifted = CanonicalForm(form.centred)
      if shifted.fraction == form.fraction { break }
      form = shifted
    }
    return form.key
  }

  private var centred: ContinuedFraction {
    let (a, b) = (fraction.a, fraction.b)
    guard let step = CanonicalForm.step(a) ?? CanonicalForm.step(b), !step.isZero else { return fraction }
    return ContinuedFraction(a: a.shifted(by: step), b: b.shifted(by: step))
  }

  /// t such that the second coefficient of P(n + t) lies in 0 ..< d·|leading coefficient|; nil for constants.
  private static func step(_ polynomial: Polynomial) -> Integer? {
    let degree = polynomial.degree
    guard degree > 0 else { return nil }
    let width = Integer(degree) * polynomial.leading
    let second = polynomial[degree - 1]
    let steps = second.floorDivided(by: width.magnitude)
    return width.signum > 0 ? -steps : steps
  }
}

extension ContinuedFraction {
  /// The fraction with n + steps in place of n.
  public func shifted(by steps: Int) -> ContinuedFraction {
    ContinuedFraction(a: a.shifted(by: Integer(steps)), b: b.shifted(by: Integer(steps)))
  }
}
