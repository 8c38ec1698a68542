public import WallisArithmetic

extension Polynomial {
  /// The polynomial in n, in one of the notations.
  public func text(_ notation: Notation) -> String {
    ExpressionWriter(notation).text(.polynomial(self, in: .name("n")))
  }

  /// The polynomial in n as a product of its factors over ℤ, for example `-(n+1)^6`, `2n(n+1)`; as `text` writes it
  /// where it is irreducible or a monomial, and in the notations of programs.
  public func factored(_ notation: Notation) -> String {
    guard notation.isTypeset, coefficients.count(where: { !$0.isZero }) > 1 else { return text(notation) }
    let factors = irreducibleFactors.sorted { x, y in
      (x.factor.degree, x.factor.leading, x.factor[0]) < (y.factor.degree, y.factor.leading, y.factor[0])
    }
    guard factors.reduce(0, { $0 + $1.multiplicity }) > 1 else { return text(notation) }
    let powers = factors.filter { $0.factor[0].isZero } + factors.filter { !$0.factor[0].isZero }
    let leading = factors.reduce(Integer(1)) { product, entry in
      (0..<entry.multiplicity).reduce(product) { product, _ in product * entry.factor.leading }
    }
    let constant = Polynomial([self.leading.dividedExactly(by: leading)])
    let sign =
      constant == Polynomial([1])
      ? "" : constant == Polynomial([-1]) ? minus(notation) : constant.text(notation)
    return sign + powers.map { $0.factor.power($0.multiplicity, notation) }.joined()
  }

  private func minus(_ notation: Notation) -> String { notation == .unicode ? "−" : "-" }

  private func power(_ exponent: Int, _ notation: Notation) -> String {
    if self == Polynomial([0, 1]) {
      return Polynomial(Array(repeating: 0, count: exponent) + [1]).text(notation)
    }
    let base = "(\(text(notation)))"
    guard exponent > 1 else { return base }
    return switch notation {
    case .latex: "\(base)^{\(exponent)}"
    case .unicode: base + String("\(exponent)".map { NotationTable.superscript($0) })
    case .plain, .gp, .mpmath: "\(base)^\(exponent)"
    }
  }
}
