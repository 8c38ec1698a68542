extension Document {
  /// The document with formulas in another notation: `text` is given the tree of one, and nil leaves it as it is.
  package func writing(_ text: (String) -> String?) -> Document { Document(blocks.map { $0.writing(text) }) }
}

extension Block {
  fileprivate func writing(_ text: (String) -> String?) -> Block {
    switch self {
    case .heading(let line): .heading(line.writing(text))
    case .paragraph(let line): .paragraph(line.writing(text))
    case .fields(let fields): .fields(fields.map { Field($0.label, $0.value.writing(text)) })
    case .table(let table): .table(table.writing(text))
    case .code, .plot, .diagnostic: self
    }
  }
}

extension Table {
  fileprivate func writing(_ text: (String) -> String?) -> Table {
    var table = self
    table.rows = rows.map { $0.map { $0.writing(text) } }
    table.caption = caption?.writing(text)
    return table
  }
}

extension Text {
  fileprivate func writing(_ text: (String) -> String?) -> Text {
    guard spans.contains(where: { $0.tree != nil }) else { return self }
    return Text(
      spans.map { span in
        span.tree.flatMap(text).map { Span(span.role, $0, tree: span.tree) } ?? span
      })
  }
}
