/// A session as a document for other programs.
public enum SessionExport: String, CaseIterable, Sendable {
  /// Markdown that no cell language is needed for.
  case markdown
  /// A page of its own, for light and dark screens.
  case html
  /// A LaTeX document of its own.
  case latex
  /// The inputs one after another, prose and outputs as comments: `wallis run -` runs it.
  case script

  /// What names of files end with.
  public var fileExtension: String {
    switch self {
    case .markdown: "export.md"
    case .html: "html"
    case .latex: "tex"
    case .script: "wallis"
    }
  }

  /// The session in this format; the same session is always the same text.
  public func text(_ session: SessionFile, title: String) -> String {
    let parts = session.parts.map { part(text: $0) }
    switch self {
    case .markdown: return parts.joined(separator: "\n")
    case .html: return htmlStart(title) + parts.joined() + "</main>\n</body>\n</html>\n"
    case .latex: return latexStart + parts.joined(separator: "\n") + "\n\\end{document}\n"
    case .script: return parts.joined(separator: "\n")
    }
  }

  private func part(text part: SessionFile.Part) -> String {
    switch (part, self) {
    case (.prose(let prose), .markdown): prose.text + "\n"
    case (.prose(let prose), .html): ProseRenderer.html.render(prose.text)
    case (.prose(let prose), .latex): ProseRenderer.latex.render(prose.text)
    case (.prose(let prose), .script): commented(prose.text, "# ")
    case (.cell(let cell), .markdown):
      FencedBlock(info: "", content: cell.source).text
        + (cell.output.map { "\n" + FencedBlock(info: "text", content: $0).text } ?? "")
    case (.cell(let cell), .html):
      "<pre class=\"input\">\(cell.source.escapedForHTML)</pre>\n"
        + (cell.output.map { "<pre class=\"output\">\($0.escapedForHTML)</pre>\n" } ?? "")
    case (.cell(let cell), .latex):
      verbatim(cell.source)
        + (cell.output.map { "\\begin{quote}\\small\n\(verbatim($0))\\end{quote}\n" } ?? "")
    case (.cell(let cell), .script):
      cell.source + "\n" + (cell.output.map { commented($0, "#> ") } ?? "")
    }
  }

  private func commented(_ text: String, _ mark: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      (line.isEmpty ? String(mark.prefix { $0 != " " }) : mark + line) + "\n"
    }.joined()
  }

  /// Signs outside ASCII are spelled out, because pdflatex does not print them verbatim.
  private func verbatim(_ text: String) -> String {
    let safe = text.asciiFallback.replacing("\\end{verbatim}", "\\end {verbatim}")
    return "\\begin{verbatim}\n\(safe)\n\\end{verbatim}\n"
  }

  private func htmlStart(_ title: String) -> String {
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

  private var latexStart: String {
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
