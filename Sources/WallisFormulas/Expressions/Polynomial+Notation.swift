public import WallisArithmetic

extension Polynomial {
  /// The polynomial in n, in one of the notations.
  public func text(_ notation: Notation) -> String {
    ExpressionWriter(notation).text(.polynomial(self, in: .name("n")))
  }
}
