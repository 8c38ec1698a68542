/// Prose of a session, which is Markdown, in another language: headings, lists, verbatim blocks, paragraphs with
/// emphasis and code. What it does not know stays as it was typed.
struct ProseRenderer: Sendable {
  let escape: @Sendable (String) -> String
  let heading: @Sendable (Int, String) -> String
  let paragraph: @Sendable (String) -> String
  let list: @Sendable ([String]) -> String
  let verbatim: @Sendable (String) -> String
  let code: @Sendable (String) -> String
  let strong: @Sendable (String) -> String
  let emphasis: @Sendable (String) -> String

  static let html = ProseRenderer(
    escape: { $0.escapedForHTML },
    heading: { "<h\($0)>\($1)</h\($0)>\n" }, paragraph: { "<p>\($0)</p>\n" },
    list: { "<ul>\n" + $0.map { "<li>\($0)</li>\n" }.joined() + "</ul>\n" },
    verbatim: { "<pre>\($0.escapedForHTML)</pre>\n" }, code: { "<code>\($0)</code>" },
    strong: { "<strong>\($0)</strong>" }, emphasis: { "<em>\($0)</em>" })

  static let latex = ProseRenderer(
    escape: { LatexRenderer().escaped($0) },
    heading: { "\\\(["section", "subsection", "subsubsection"][min($0, 3) - 1])*{\($1)}\n" },
    paragraph: { $0 + "\n\n" },
    list: { "\\begin{itemize}\n" + $0.map { "\\item \($0)\n" }.joined() + "\\end{itemize}\n" },
    verbatim: { "\\begin{verbatim}\n\($0.asciiFallback)\n\\end{verbatim}\n" }, code: { "\\texttt{\($0)}" },
    strong: { "\\textbf{\($0)}" }, emphasis: { "\\emph{\($0)}" })

  /// The prose; blocks are separated as the language wants them.
  func render(_ text: String) -> String {
    var (out, words, items, fenced) = ("", [String](), [String](), [String]?.none)
    func close() {
      if !words.isEmpty { out += paragraph(inline(words.joined(separator: " "))) }
      if !items.isEmpty { out += list(items.map(inline)) }
      (words, items) = ([], [])
    }
    for line in ProseRenderer.lines(text) {
      let bare = String(line.drop { $0 == " " })
      if ProseRenderer.isFence(bare) {
        close()
        out += verbatim(fenced)
        fenced = fenced == nil ? [] : nil
      } else if fenced != nil {
        fenced?.append(line)
      } else if bare.isEmpty {
        close()
      } else if let (level, title) = headingOf(bare) {
        close()
        out += heading(level, inline(title))
      } else if let item = ProseRenderer.item(bare) {
        if !words.isEmpty { close() }
        items.append(item)
      } else {
        ProseRenderer.goOn(&items, &words, with: bare)
      }
    }
    close()
    return out + verbatim(fenced)
  }

  private func verbatim(_ lines: [String]?) -> String {
    lines.map { verbatim($0.joined(separator: "\n")) } ?? ""
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func isFence(_ line: String) -> Bool { line.hasPrefix("```") || line.hasPrefix("~~~") }

  /// A line belongs to the last item, or to a paragraph.
  private static func goOn(_ items: inout [String], _ words: inout [String], with line: String) {
    if let last = items.popLast() { items.append(last + " " + line) } else { words.append(line) }
  }

  private static func item(_ line: String) -> String? {
    line.hasPrefix("- ") || line.hasPrefix("* ") ? String(line.dropFirst(2)) : nil
  }

  private func headingOf(_ line: String) -> (Int, String)? {
    let level = line.prefix { $0 == "#" }.count
    let rest = line.dropFirst(level)
    guard (1...6).contains(level), rest.first == " " else { return nil }
    return (level, String(rest.drop { $0 == " " }))
  }

  /// Emphasis and code inside a line.
  private func inline(_ text: String) -> String {
    for (mark, render) in [("`", code), ("**", strong), ("*", emphasis)] {
      guard let start = text.firstRange(of: mark),
        let end = text[start.upperBound...].firstRange(of: mark), start.upperBound < end.lowerBound
      else { continue }
      let inside = String(text[start.upperBound..<end.lowerBound])
      guard inside.first != " ", inside.last != " " else { continue }
      return inline(String(text[..<start.lowerBound])) + render(mark == "`" ? escape(inside) : inline(inside))
        + inline(String(text[end.upperBound...]))
    }
    return escape(text)
  }
}
