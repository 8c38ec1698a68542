package import WallisArithmetic
internal import WallisFormulas

/// Equalities of algebraic numbers, decided by so many digits that unequal ones of their size would differ.
extension AlgebraicSize {
  /// Whether a number of this size is 0, by an evaluation to the digits that it takes; false where they are too many, or
  /// cannot be had.
  package func isZero(_ evaluate: (_ digits: Int) -> Ball?) -> Bool {
    guard let bits = separationBits, let value = evaluate(AlgebraicSize.digits(bits)) else { return false }
    return AlgebraicSize.isBelow(value, bits)
  }

  /// Whether a number of this size is the one that a closed form states; false where that cannot be decided.
  func isEqual(_ evaluate: (_ digits: Int) -> Ball?, to form: NormalForm) -> Bool {
    if case .algebraic(let root) = form.shape { return isRoot(evaluate, root) }
    guard let other = form.closedForm.expression.flatMap(AlgebraicSize.init),
      let bits = difference(other).separationBits,
      let value = evaluate(AlgebraicSize.digits(bits + max(0, form.ball(bits: 64).magnitudeExponent ?? 0)))
    else { return false }
    return AlgebraicSize.isBelow(value - form.ball(bits: bits + 64), bits)
  }

  /// Whether the number is this root: the polynomial vanishes there, and no other root is as near.
  private func isRoot(_ evaluate: (_ digits: Int) -> Ball?, _ root: AlgebraicNumber) -> Bool {
    let polynomial = root.polynomial
    guard let bits = value(of: polynomial).separationBits, let first = evaluate(24) else { return false }
    // A relative error of x is multiplied by x·P′(x) at most.
    let largest = polynomial.coefficients.map(\.bitWidth).max() ?? 0
    let growth =
      polynomial.degree * max(1, first.magnitudeExponent ?? 0) + largest + 2 * polynomial.degree.bitWidth
    guard let value = evaluate(AlgebraicSize.digits(bits + growth)) else { return false }
    let roots = polynomial.realRoots(bits: max(128, Digits.bits(100)))
    let near = roots.indices.filter { roots[$0].overlaps(value) }
    return near == [root.index] && AlgebraicSize.isBelow(polynomial.value(at: value), bits)
  }

  private static func isBelow(_ value: Ball, _ bits: Int) -> Bool {
    guard value.isFinite, value.containsZero else { return false }
    return value.magnitudeExponent.map { $0 < -bits } ?? true
  }

  private static func digits(_ bits: Int) -> Int { Digits.roundedUp(bits: bits) + 30 }
}
