public import WallisFormulas

extension FormulaKinds {
  /// The kinds that come with Wallis. To add one: a type that conforms to `FormulaKind`, and a line here.
  public static let standard = FormulaKinds([
    ContinuedFraction.self,
    SignedFraction.self,
    Trajectory.self,
    Series.self,
    MatrixProduct.self,
  ])
}
