internal import WallisArithmetic

extension Series {
  /// The series that a formula is; nil for other formulas. For the rooms of the search that yields them.
  public init?(_ formula: Formula) {
    guard let own = formula.content as? Series else { return nil }
    self = own
  }

  /// The terms as papers write them, for people: `(6k+1) (1/2)_k^3/(4^k k!^3)`.
  public var termText: String {
    var (top, bottom) = (Series.factor(factor.numerator), Series.factor(factor.denominator))
    if base.numerator != 1 {
      top.append(base.signum < 0 ? "(\(base.numerator))^k" : "\(base.numerator)^k")
    }
    if base.denominator != 1 { bottom.append("\(base.denominator)^k") }
    for symbol in symbols {
      let name = symbol.parameter == 1 ? "k!" : "(\(symbol.parameter))_k"
      let size = abs(symbol.exponent)
      let text = size == 1 ? name : "\(name)^\(size)"
      if symbol.exponent > 0 { top.append(text) } else { bottom.append(text) }
    }
    let above = top.isEmpty ? "1" : top.joined(separator: " ")
    guard let first = bottom.first else { return above }
    return above + "/" + (bottom.count == 1 ? first : "(\(bottom.joined(separator: " ")))")
  }

  /// A polynomial in k as a factor; empty for 1.
  private static func factor(_ polynomial: Polynomial) -> [String] {
    guard polynomial != Polynomial(constant: 1) else { return [] }
    let text = polynomial.factored(.plain).replacing("n", with: "k")
    let isProduct = polynomial.irreducibleFactors.reduce(0) { $0 + $1.multiplicity } > 1
    let isMonomial = polynomial.coefficients.count { !$0.isZero } == 1
    return [isProduct || isMonomial ? text : "(\(text))"]
  }
}
