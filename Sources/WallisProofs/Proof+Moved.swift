public import WallisFormulas

extension Proof {
  /// The proof that carries this one over to another fraction, an inflation, a mirror or a shift of the index; nil for
  /// any other.
  ///
  /// - Parameter closedForm: how its limit is written; nil for the image of this one's.
  public func moved(to other: ContinuedFraction, closedForm form: Expression? = nil) -> Proof? {
    if other == fraction { return stating(form ?? closedForm) }
    if case .moved(_, let base) = argument, base.fraction == other {
      return base.stating(form ?? base.closedForm)
    }
    guard let link = FormulaLink.exact(fraction, other) else { return nil }
    return Proof(other, closedForm: form ?? link.map.image(of: closedForm), argument: .moved(link, self))
  }

  /// The same steps for another way to write the limit; nil where that is another number.
  public func stating(_ form: Expression) -> Proof? {
    Proof(fraction, closedForm: form, argument: argument)
  }
}
