/// Renders a document as plain text: no escapes, lines at most `width` columns wide.
package struct PlainRenderer: Sendable {
  /// Where the lines break and which signs may appear.
  package var layout: Layout

  /// A renderer for `width` columns; `ascii` spells out signs outside ASCII.
  package init(width: Int = 80, ascii: Bool = false) { layout = Layout(width: width, ascii: ascii) }

  /// The document; every line ends with a line feed, an empty document gives an empty string.
  package func render(_ document: Document) -> String {
    layout.lines(document).map { $0.string + "\n" }.joined()
  }
}

/// Renders a document with ANSI escapes that repeat the roles as colour and weight.
package struct StyledRenderer: Sendable {
  /// Where the lines break and which signs may appear.
  package var layout: Layout

  /// A renderer for `width` columns; `ascii` spells out signs outside ASCII.
  package init(width: Int = 80, ascii: Bool = false) { layout = Layout(width: width, ascii: ascii) }

  /// The document; without the escapes it is what `PlainRenderer` gives.
  package func render(_ document: Document) -> String {
    layout.lines(document).map { line in line.spans.map(styled).joined() + "\n" }.joined()
  }

  private func styled(_ span: Span) -> String {
    guard let code = span.role.escapeCode else { return span.string }
    return "\u{1B}[\(code)m\(span.string)\u{1B}[0m"
  }
}

extension Role {
  /// Parameters of the "select graphic rendition" escape; only the eight basic colours, so that the terminal's
  /// own theme and background are respected.
  var escapeCode: String? {
    switch self {
    case .plain, .digits: nil
    case .formula: "36"
    case .name: "34"
    case .keyword: "1"
    case .label, .muted, .noise: "2"
    case .certified: "1;32"
    case .conjecture: "32"
    case .suspicious, .warning: "33"
    case .error: "1;31"
    }
  }
}
