/// A format in which a session is written for other programs: how prose and cells look, and what stands around them.
///
/// To add one: a value like those below, and its name in `all`.
package struct SessionExport: Sendable {
  /// The word that chooses it.
  package let name: String
  /// What it is, as in "write the notebook as …".
  package let summary: String
  /// What names of files end with.
  package let fileExtension: String
  private let prose: @Sendable (String) -> String
  private let cell: @Sendable (SessionCell) -> String
  private let separator: String
  private let frame: @Sendable (_ title: String, _ body: String) -> String

  /// A format.
  ///
  /// - Parameters:
  ///   - prose: the text of a piece of prose, which is Markdown.
  ///   - cell: the text of a cell with its output.
  ///   - separator: stands between them.
  ///   - frame: the whole, from a title and the pieces.
  package init(
    name: String, summary: String, fileExtension: String, separator: String = "",
    prose: @escaping @Sendable (String) -> String, cell: @escaping @Sendable (SessionCell) -> String,
    frame: @escaping @Sendable (_ title: String, _ body: String) -> String = { $1 }
  ) {
    (self.name, self.summary, self.fileExtension) = (name, summary, fileExtension)
    (self.separator, self.prose, self.cell, self.frame) = (separator, prose, cell, frame)
  }

  /// The session in this format; the same session is always the same text.
  package func text(_ session: SessionFile, title: String) -> String {
    let parts = session.parts.map { part in
      switch part {
      case .prose(let text): prose(text.text)
      case .cell(let own): cell(own)
      }
    }
    return frame(title, parts.joined(separator: separator))
  }
}

extension SessionExport {
  /// The formats that come with Wallis.
  package static let all = [markdown, html, latex, script]

  /// The format of a name; nil where there is none.
  package static func named(_ name: String) -> SessionExport? { all.first { $0.name == name } }

  /// Markdown that no cell language is needed for.
  package static let markdown = SessionExport(
    name: "markdown", summary: "plain Markdown", fileExtension: "export.md", separator: "\n",
    prose: { $0 + "\n" },
    cell: { cell in
      FencedBlock(info: "", content: cell.source).text
        + (cell.output.map { "\n" + FencedBlock(info: "text", content: $0).text } ?? "")
    })

  /// A page of its own, for light and dark screens.
  package static let html = SessionExport(
    name: "html", summary: "a web page", fileExtension: "html",
    prose: { ProseRenderer.html.render($0) },
    cell: { cell in
      "<pre class=\"input\">\(cell.source.escapedForHTML)</pre>\n"
        + (cell.output.map { "<pre class=\"output\">\($0.escapedForHTML)</pre>\n" } ?? "")
    },
    frame: { htmlStart($0) + $1 + "</main>\n</body>\n</html>\n" })

  /// A LaTeX document of its own.
  package static let latex = SessionExport(
    name: "latex", summary: "a LaTeX document", fileExtension: "tex", separator: "\n",
    prose: { ProseRenderer.latex.render($0) },
    cell: { cell in
      verbatim(cell.source)
        + (cell.output.map { "\\begin{quote}\\small\n\(verbatim($0))\\end{quote}\n" } ?? "")
    },
    frame: { latexStart + $1 + "\n\\end{document}\n" })

  /// The inputs one after another, prose and outputs as comments: `wallis run -` runs it.
  package static let script = SessionExport(
    name: "script", summary: "the inputs as a script for wallis run -", fileExtension: "wallis",
    separator: "\n",
    prose: { commented($0, "# ") },
    cell: { cell in cell.source + "\n" + (cell.output.map { commented($0, "#> ") } ?? "") })

  fileprivate static func commented(_ text: String, _ mark: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      (line.isEmpty ? String(mark.prefix { $0 != " " }) : mark + line) + "\n"
    }.joined()
  }

  /// Signs outside ASCII are spelled out, because pdflatex does not print them verbatim.
  fileprivate static func verbatim(_ text: String) -> String {
    let safe = text.asciiFallback.replacing("\\end{verbatim}", "\\end {verbatim}")
    return "\\begin{verbatim}\n\(safe)\n\\end{verbatim}\n"
  }

  fileprivate static func htmlStart(_ title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title.escapedForHTML)</title>
    <style>
    :root { color-scheme: light dark; }
    main { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font-family: sans-serif; line-height: 1.5; }
    pre { overflow-x: auto; padding: 0.6rem 0.8rem; border-radius: 4px; line-height: 1.3; }
    pre.input { border-left: 4px solid #3b7dd8; background: rgba(128, 128, 128, 0.12); }
    pre.output { margin-left: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    </style>
    </head>
    <body>
    <main>

    """
  }

  fileprivate static var latexStart: String {
    """
    \\documentclass{article}
    \\usepackage[T1]{fontenc}
    \\usepackage[utf8]{inputenc}
    \\usepackage{amsmath}
    \\begin{document}

    """
  }
}

extension String {
  /// The text as HTML shows it literally.
  var escapedForHTML: String {
    var out = ""
    for character in self {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }

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
