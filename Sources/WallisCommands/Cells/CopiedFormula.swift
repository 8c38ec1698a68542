internal import WallisFormulas

/// How a formula is copied for other programs.
package enum CopiedNotation: String, Sendable {
  /// For mathematics mode, without signs around it.
  case latex = "LaTeX"
  /// An expression of PARI/GP.
  case gp = "GP"

  fileprivate func text(_ expression: WallisFormulas.Expression) -> String? {
    switch self {
    case .latex: return FormulaLatex().text(expression)
    case .gp:
      let text = ExpressionWriter(.gp).text(expression)
      let unknown = ["pcf(", "cf(", "rec(", "cohen(", "matrixproduct(", "cycle("]
      return unknown.contains { text.contains($0) } ? nil : text
    }
  }
}

extension Workspace {
  /// An expression with its names replaced, for another program; nil for what does not parse, and for what
  /// that program cannot say.
  package func copied(_ text: String, as notation: CopiedNotation) -> String? {
    (try? closed(text).expression).flatMap(notation.text)
  }

  /// The same for the tree of a formula in an output.
  package static func copied(tree: String, as notation: CopiedNotation) -> String? {
    (try? WallisFormulas.Expression(encoded: tree)).flatMap(notation.text)
  }
}
