extension SessionExport {
  /// The formats that come with Wallis.
  package static let all = [session, markdown, html, latex, notebook, script]

  /// The format of a name; nil where there is none.
  package static func named(_ name: String) -> SessionExport? { all.first { $0.name == name } }

  /// The session itself: what a notebook of Jupyter becomes.
  package static let session = SessionExport(
    name: "session", summary: "a session of Wallis", fileExtension: "session.md"
  ) { $0.session.text }

  /// Markdown that no cell language is needed for.
  package static let markdown = SessionExport(
    name: "markdown", summary: "plain Markdown", fileExtension: "export.md", separator: "\n",
    prose: { $0 + "\n" },
    cell: { cell, _ in
      FencedBlock(info: "", content: cell.source).text
        + (cell.output.map { "\n" + FencedBlock(info: "text", content: $0).text } ?? "")
    })

  /// A page of its own, for light and dark screens.
  package static let html = SessionExport(
    name: "html", summary: "a web page", fileExtension: "html",
    prose: { ProseRenderer.html.render($0) },
    cell: { cell, _ in
      "<pre class=\"input\">\(cell.source.escapedForHTML)</pre>\n" + WebPage.output(of: cell)
    },
    frame: { WebPage.start($0) + $1 + "</main>\n</body>\n</html>\n" })

  /// A LaTeX document of its own.
  package static let latex = SessionExport(
    name: "latex", summary: "a LaTeX document", fileExtension: "tex", separator: "\n",
    prose: { ProseRenderer.latex.render($0) },
    cell: { LatexPaper.text(of: $0, latex: $1.latex) },
    frame: { LatexPaper.start + $1 + "\n\\end{document}\n" })

  /// A notebook of Jupyter.
  package static let notebook = SessionExport(
    name: "ipynb", summary: "a notebook of Jupyter", fileExtension: "ipynb"
  ) { NotebookFormat.text($0.parts, of: $0.session, latex: $0.latex) }

  /// The inputs one after another, prose and outputs as comments: `wallis run -` runs it.
  package static let script = SessionExport(
    name: "script", summary: "the inputs as a script for wallis run -", fileExtension: "wallis",
    separator: "\n",
    prose: { commented($0, "# ") },
    cell: { cell, _ in cell.source + "\n" + (cell.output.map { commented($0, "#> ") } ?? "") })

  private static func commented(_ text: String, _ mark: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      (line.isEmpty ? String(mark.prefix { $0 != " " }) : mark + line) + "\n"
    }.joined()
  }
}
