extension Expression {
  /// The continued fraction that `pcf(a, b)` stands for; nil when the expression is no such call, and where its
  /// coefficients are functions of n beyond polynomials.
  ///
  /// - Throws: a `SyntaxError` when the arguments are not two polynomials in n.
  public func continuedFraction() throws(SyntaxError) -> ContinuedFraction? {
    guard case .call("pcf", let arguments) = node, !arguments.contains(where: \.isCycle) else { return nil }
    guard arguments.count == 2 else {
      throw SyntaxError(
        "pcf takes two polynomials, a(n) and b(n), not \(arguments.count)", at: range,
        remedy: "for example: pcf(2n+1, n^2)")
    }
    guard CoefficientFraction(self) == nil else { return nil }
    let (a, b) = (try arguments[0].polynomial(), try arguments[1].polynomial())
    guard !b.isZero else {
      throw SyntaxError("b(n) is zero: there is no fraction", at: arguments[1].range)
    }
    return ContinuedFraction(a: a, b: b)
  }
}
