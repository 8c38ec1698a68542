/// A session as a document for LaTeX.
enum LatexPaper {
  /// A cell: what was typed, its formulas, what was answered.
  static func text(of cell: TypesetCell, latex: @escaping @Sendable (String) -> String?) -> String {
    let formulas = cell.formulas.map { "\\[\n\($0)\n\\]\n" }.joined()
    return verbatim(cell.source) + formulas + output(of: cell, latex)
  }

  private static func output(
    of cell: TypesetCell, _ latex: @escaping @Sendable (String) -> String?
  ) -> String {
    guard !cell.documents.isEmpty else {
      return cell.output.map { "\\begin{quote}\\footnotesize\n\(verbatim($0))\\end{quote}\n" } ?? ""
    }
    let renderer = LatexRenderer(latex: latex)
    let text = cell.documents.map(renderer.render).joined(separator: "\n")
    return "\\begin{quote}\\footnotesize\n\(text)\\end{quote}\n"
  }

  /// Signs outside ASCII are spelled out, because pdflatex does not print them verbatim.
  private static func verbatim(_ text: String) -> String {
    let safe = text.asciiFallback.replacing("\\end{verbatim}", "\\end {verbatim}")
    return "\\begin{verbatim}\n\(safe)\n\\end{verbatim}\n"
  }

  /// What stands before the first piece.
  static let start = """
    \\documentclass{article}
    \\usepackage[T1]{fontenc}
    \\usepackage[utf8]{inputenc}
    \\usepackage[margin=1in]{geometry}
    \\usepackage{amsmath}
    \\usepackage{graphicx}
    \\setlength{\\parindent}{0pt}
    \\begin{document}

    """
}

extension String {
  /// The text with every occurrence of another one replaced.
  fileprivate func replacing(_ wanted: String, _ other: String) -> String {
    var (rest, out) = (self[...], "")
    while let found = rest.firstRange(of: wanted) {
      out += rest[..<found.lowerBound] + other
      rest = rest[found.upperBound...]
    }
    return out + rest
  }
}
