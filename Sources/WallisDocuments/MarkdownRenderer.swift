/// Renders a document as Markdown that any forge shows.
package struct MarkdownRenderer: Sendable {
  /// A renderer.
  package init() {}

  /// The document; blocks are separated by blank lines.
  package func render(_ document: Document) -> String {
    document.blocks.map { render($0) + "\n" }.joined(separator: "\n")
  }

  private func render(_ block: Block) -> String {
    switch block {
    case .heading(let text): "## " + inline(text)
    case .paragraph(let text): inline(text)
    case .fields(let fields):
      fields.map { "- \(escaped($0.label)): \(inline($0.value))" }.joined(separator: "\n")
    case .table(let table): render(table)
    case .code(let string): fenced(string)
    case .plot, .diagnostic: fenced(PlainRenderer(width: 80).render(Document([block])))
    }
  }

  private func render(_ table: Table) -> String {
    var lines = [row(table.columns.map { escaped($0.title) })]
    lines.append(row(table.columns.map { $0.alignment == .right ? "--:" : "---" }))
    for cells in table.rows {
      lines.append(row(table.columns.indices.map { $0 < cells.count ? inline(cells[$0]) : "" }))
    }
    if let caption = table.caption { lines += ["", inline(caption)] }
    return lines.joined(separator: "\n")
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private func fenced(_ string: String) -> String {
    let content = string.hasSuffix("\n") ? String(string.dropLast()) : string
    return String(FencedBlock(info: "", content: content).text.dropLast())
  }

  private func inline(_ text: Text) -> String {
    text.spans.map { span in
      switch span.role {
      case .formula, .name: "`" + span.string.replacingControls.replacing("|", "\\|") + "`"
      case .keyword, .certified, .error, .warning: "**" + escaped(span.string) + "**"
      case .muted: "*" + escaped(span.string) + "*"
      default: escaped(span.string)
      }
    }.joined()
  }

  private func escaped(_ string: String) -> String {
    var out = ""
    for character in string.replacingControls {
      if "\\`*_[]<>|#".contains(character) { out.append("\\") }
      out.append(character == "\n" ? " " : character)
    }
    return out
  }
}

extension String {
  fileprivate func replacing(_ old: Character, _ new: String) -> String {
    reduce(into: "") { $0 += $1 == old ? new : String($1) }
  }
}
