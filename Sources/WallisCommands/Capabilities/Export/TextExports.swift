internal import WallisDocuments
internal import WallisFormulas

/// Lines that `verify` reads: formula = closed form, what supports it behind `#`.
struct TextExport: ExportFormat {
  let name = "text"
  let summary = "one formula a line, a file for verify"

  func text(of subject: ExportSubject) -> String {
    let head =
      subject.head.isEmpty
      ? []
      : ["Wallis \(subject.name), text format 1"] + subject.head + ["check it again: wallis verify FILE"]
    let lines = subject.statements.map { statement in
      statement.isReadable
        ? "\(statement.formula) = \(statement.closedForm)  # \(statement.remark.onOneLine)\n"
        : "# \(statement.leftOut)\n"
    }
    return subject.comments("# ", head) + lines.joined()
  }
}

/// A table in Markdown.
struct MarkdownExport: ExportFormat {
  let name = "markdown"
  let summary = "a table"

  func text(of subject: ExportSubject) -> String {
    let title = subject.head.first.map { [Block.heading(Text($0))] } ?? []
    let lines = subject.head.dropFirst().map { Block.paragraph(Text($0)) }
    return MarkdownRenderer().render(Document(title + lines + [.table(subject.table)]))
  }
}

/// Equations for a paper; what nobody has proved has a question mark over its equality sign.
struct LaTeXExport: ExportFormat {
  let name = "latex"
  let summary = "an align* environment"

  func text(of subject: ExportSubject) -> String {
    let readable = subject.statements.filter(\.isReadable)
    let lines = readable.map { statement in
      let sign = statement.isProved ? "=" : "\\overset{?}{=}"
      return "\(statement.closedForm.text(.latex)) &\(sign) \(statement.formula.latex)"
    }
    let leftOut = subject.statements.filter { !$0.isReadable }.map(\.leftOut)
    return subject.comments("% ", subject.head + leftOut) + "\\begin{align*}\n"
      + lines.joined(separator: " \\\\\n") + "\n\\end{align*}\n"
  }
}

/// One object for programs.
struct JSONExport: ExportFormat {
  let name = "json"
  let summary = "one object"

  func text(of subject: ExportSubject) -> String { subject.json.pretty + "\n" }
}

/// An object a line for programs that read line by line.
struct JSONLinesExport: ExportFormat {
  let name = "jsonl"
  let summary = "an object a line"

  func text(of subject: ExportSubject) -> String {
    subject.elements.map { $0.withSchema.compact + "\n" }.joined()
  }
}

/// A table for spreadsheets.
struct CSVExport: ExportFormat {
  let name = "csv"
  let summary = "a table for spreadsheets"

  func text(of subject: ExportSubject) -> String {
    ([subject.columns] + subject.rows).map(SeparatedValues.commas.line).joined()
  }
}

/// The links of a family for Graphviz.
struct GraphExport: ExportFormat {
  let name = "dot"
  let summary = "the links of a family for Graphviz"

  func text(of subject: ExportSubject) throws(Refusal) -> String {
    guard let (centre, links) = subject.graph else {
      throw Refusal("--format dot draws the links of a family", remedy: "export --family 1 --format dot")
    }
    let label = quoted(subject.head.first ?? subject.name)
    let lines = links.map { link in
      "  \(quoted(link.from)) -- \(quoted(link.to)) "
        + "[label = \(quoted(link.label))\(link.isExact ? ", style = bold" : "")];\n"
    }
    return "graph \(subject.name) {\n  label = \(label);\n  \(quoted(centre)) [shape = box];\n"
      + lines.joined() + "}\n"
  }

  private func quoted(_ text: String) -> String {
    "\"\(text.onOneLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

extension ExportSubject {
  /// Lines as comments, whatever names in them hold.
  func comments(_ mark: String, _ lines: [String]) -> String {
    lines.map { mark + $0.onOneLine + "\n" }.joined()
  }
}

extension ExportSubject.Statement {
  /// What is said in its place.
  var leftOut: String { "left out: \(formula), its closed form cannot be read" }
}

extension String {
  /// The text without ends of lines and control characters, so that it ends where it should.
  fileprivate var onOneLine: String {
    if utf8.allSatisfy({ (0x20...0x7e).contains($0) }) { return self }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.map {
          $0.properties.generalCategory == .control || ["\u{2028}", "\u{2029}"].contains($0) ? " " : $0
        }))
  }
}
