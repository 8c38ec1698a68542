/// Renders a document as a LaTeX fragment; it needs no package beyond `amsmath`.
package struct LatexRenderer: Sendable {
  private let latex: @Sendable (String) -> String?

  /// A renderer.
  ///
  /// - Parameter latex: a formula that a text holds as a tree, for mathematics mode; nil where it is none.
  package init(latex: @escaping @Sendable (String) -> String? = { _ in nil }) { self.latex = latex }

  /// The document, to be put between `\begin{document}` and `\end{document}`.
  package func render(_ document: Document) -> String {
    document.blocks.map { render($0) + "\n" }.joined(separator: "\n")
  }

  private func render(_ block: Block) -> String {
    switch block {
    case .heading(let text): "\\subsection*{\(inline(text))}"
    case .paragraph(let text): inline(text)
    case .fields(let fields):
      "\\begin{description}\n"
        + fields.map { "\\item[\(escaped($0.label))] \(inline($0.value))\n" }.joined()
        + "\\end{description}"
    case .table(let table): render(table)
    case .code(let string): verbatim(string)
    case .plot(let plot): plot.latex
    case .diagnostic: verbatim(PlainRenderer(width: 80, ascii: true).render(Document([block])))
    }
  }

  private func verbatim(_ string: String) -> String {
    let string = string.asciiFallback
    return "\\begin{verbatim}\n\(string.hasSuffix("\n") ? string : string + "\n")\\end{verbatim}"
  }

  private func render(_ table: Table) -> String {
    let alignment = table.columns.map { $0.alignment == .right ? "r" : "l" }.joined()
    var lines = ["\\begin{tabular}{\(alignment)}"]
    lines.append(row(table.columns.map { escaped($0.title) }) + " \\hline")
    for cells in table.rows {
      lines.append(row(table.columns.indices.map { $0 < cells.count ? inline(cells[$0]) : "" }))
    }
    lines.append("\\end{tabular}")
    if let caption = table.caption { lines.append("\n" + inline(caption)) }
    return lines.joined(separator: "\n")
  }

  private func row(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\" }

  private func inline(_ text: Text) -> String {
    text.spans.map { span in
      if let formula = span.tree.flatMap(latex) { return "$\(formula)$" }
      let string = escaped(span.string)
      return switch span.role {
      case .formula, .name: "\\texttt{\(string)}"
      case .keyword, .certified, .error, .warning: "\\textbf{\(string)}"
      case .muted: "\\emph{\(string)}"
      default: string
      }
    }.joined()
  }

  /// Text with the characters that LaTeX reads as commands spelled out.
  package func escaped(_ string: String) -> String {
    string.replacingControls.unicodeScalars.reduce(into: "") { out, scalar in
      if let command = latexSpellings[scalar] {
        out += command
      } else if scalar.isASCII {
        out.unicodeScalars.append(scalar)
      } else if let power = superscripts[scalar] {
        out += "$^{\(power)}$"
      } else if let index = subscripts[scalar] {
        out += "$_{\(index)}$"
      } else if scalar.value < 0x180 {
        out.unicodeScalars.append(scalar)
      } else {
        out += String(scalar).asciiFallback.reduce(into: "") { text, character in
          text += character.unicodeScalars.first.flatMap { latexSpellings[$0] } ?? String(character)
        }
      }
    }
  }
}

/// LaTeX spellings of characters that LaTeX reads as commands, and of the mathematical signs Wallis prints.
private let latexSpellings: [Unicode.Scalar: String] = [
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "%": "\\%", "#": "\\#", "&": "\\&", "_": "\\_",
  "$": "\\$", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "<": "$<$", ">": "$>$",
  "π": "$\\pi$", "ζ": "$\\zeta$", "φ": "$\\varphi$", "γ": "$\\gamma$", "Γ": "$\\Gamma$", "δ": "$\\delta$",
  "ϖ": "$\\varpi$", "μ": "$\\mu$", "η": "$\\eta$", "β": "$\\beta$", "∞": "$\\infty$", "√": "$\\surd$",
  "·": "$\\cdot$", "×": "$\\times$", "−": "$-$", "±": "$\\pm$", "…": "\\dots{}", "≤": "$\\le$",
  "ε": "$\\varepsilon$", "θ": "$\\theta$", "λ": "$\\lambda$", "κ": "$\\kappa$", "ρ": "$\\rho$",
  "σ": "$\\sigma$", "τ": "$\\tau$", "ψ": "$\\psi$", "α": "$\\alpha$", "ω": "$\\omega$", "ν": "$\\nu$",
  "Ω": "$\\Omega$", "∑": "$\\sum$", "∏": "$\\prod$",
  "≥": "$\\ge$", "≠": "$\\ne$", "≈": "$\\approx$", "→": "$\\to$", "∈": "$\\in$", "⋱": "$\\ddots$",
]
