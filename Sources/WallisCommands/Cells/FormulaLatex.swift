internal import WallisFormulas
internal import WallisMatrixFields

/// LaTeX of expressions for people: continued fractions in them stand as stairs, and an expression that is a recurrence or
/// a product of matrices as the limit that it is.
struct FormulaLatex {
  private let kinds: FormulaKinds

  init(kinds: FormulaKinds = .standard) { self.kinds = kinds }

  /// The expression in mathematics mode; nil where it has parts that only the grammar of Wallis can say.
  func text(_ expression: WallisFormulas.Expression) -> String? {
    if let product = formula(expression)?.product { return text(product) }
    var writer = ExpressionWriter(.latex)
    for (fraction, latex) in fractions(in: expression) { writer.givenSums[fraction] = latex }
    let text = writer.text(expression)
    return FormulaLatex.unsaid.contains { text.contains("\\operatorname{\($0)}") } ? nil : text
  }

  /// Functions of the grammar that are limits, and none of mathematics.
  static let unsaid = FunctionTable.limits

  /// The continued fractions in an expression, with their LaTeX.
  func fractions(
    in expression: WallisFormulas.Expression
  ) -> [(call: WallisFormulas.Expression, latex: String)] {
    if let formula = formula(expression), formula.product == nil { return [(expression, formula.latex)] }
    return expression.operands.flatMap(fractions)
  }

  private func formula(_ expression: WallisFormulas.Expression) -> Formula? {
    guard case .call(let name, _) = expression.node, FormulaLatex.unsaid.contains(name) else { return nil }
    return (try? kinds.formula(expression)) ?? nil
  }

  /// p over q of the first column, and the product that they are in.
  private func text(_ product: MatrixProduct) -> String {
    let more = product.matrix.rows.count > 1 ? ["\\cdots"] : []
    let start = matrix(product.start.map { $0.map { "\($0)" } })
    let factor = matrix(product.matrix.rows.map { $0.map { $0.factored(.latex) } })
    return "\\lim_{N\\to\\infty} \\frac{p_N}{q_N},\\quad \(matrix([["p_N"] + more, ["q_N"] + more])) = "
      + "\(start)\\,M(\(product.first)) \\cdots M(N),\\quad M(n) = \(factor)"
  }

  private func matrix(_ rows: [[String]]) -> String {
    let lines = rows.map { $0.joined(separator: " & ") }
    return "\\begin{pmatrix} \(lines.joined(separator: " \\\\ ")) \\end{pmatrix}"
  }
}
