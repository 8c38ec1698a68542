/// Sessions as notebooks of Jupyter: the format `nbformat` 4.5, one cell a part.
///
/// Texts are `text/plain`. Formulas and plots stand in outputs of their own, which are marked, so that reading the
/// notebook gives the session alone. Blank lines and fences that another writer would choose otherwise are kept in
/// the metadata of the cell: out and in again is byte for byte the same.
enum NotebookFormat {
  /// Key of what belongs to Wallis in the metadata of the notebook, its cells and outputs.
  static let key = "wallis"
  /// Mark of outputs that only show again what the text says.
  static let typeset = "typeset"

  /// The notebook as JSON.
  ///
  /// - Parameter latex: a formula that an output holds as a tree, in LaTeX; nil where it is none.
  static func text(
    _ parts: [(part: SessionFile.Part, cell: TypesetCell?)], of session: SessionFile,
    latex: (String) -> String?
  ) -> String {
    var number = 0
    let cells = parts.enumerated().map { index, entry -> JSONValue in
      let id = JSONValue.Member("id", .string("part-\(index + 1)"))
      let metadata = JSONValue.Member("metadata", metadata(of: entry.part, isFirst: index == 0))
      guard let cell = entry.cell else {
        let text = entry.part.proseText
        return .object([
          .init("cell_type", .string("markdown")), id, metadata, .init("source", lines(text)),
        ])
      }
      number += 1
      return .object([
        .init("cell_type", .string("code")),
        .init("execution_count", cell.output == nil ? .null : .integer(number)), id, metadata,
        .init("outputs", .array(outputs(of: cell, latex))), .init("source", lines(cell.source)),
      ])
    }
    return notebook(cells, session).pretty + "\n"
  }

  private static func notebook(_ cells: [JSONValue], _ session: SessionFile) -> JSONValue {
    var metadata: [JSONValue.Member] = [
      .init(
        "kernelspec",
        ["display_name": .string("Wallis"), "language": .string(key), "name": .string(key)]),
      .init("language_info", ["file_extension": .string(".wallis"), "name": .string(key)]),
    ]
    if !session.prefix.isEmpty || !session.trailing.isEmpty {
      metadata.append(
        .init(key, ["prefix": .string(session.prefix), "trailing": .string(session.trailing)]))
    }
    return .object([
      .init("cells", .array(cells)), .init("metadata", .object(metadata)), .init("nbformat", .integer(4)),
      .init("nbformat_minor", .integer(5)),
    ])
  }

  /// What the text of a part does not say: nothing for parts as a new session has them.
  private static func metadata(of part: SessionFile.Part, isFirst: Bool) -> JSONValue {
    let layout = part.layout(isFirst: isFirst)
    return .object(layout.isEmpty ? [] : [.init(key, .object(layout))])
  }

  private static func outputs(of cell: TypesetCell, _ latex: (String) -> String?) -> [JSONValue] {
    let text = cell.output.map { [output([.init("text/plain", lines($0))], isTypeset: false)] } ?? []
    let formulas = (cell.formulas + cell.trees.compactMap(latex)).map { formula in
      output(
        [
          .init("text/latex", lines("$\\displaystyle \(formula)$")), .init("text/plain", lines(formula)),
        ], isTypeset: true)
    }
    let plots = cell.plots.map { plot in
      output(
        [.init("image/svg+xml", lines(plot.svg)), .init("text/plain", lines(plot.title))], isTypeset: true)
    }
    return text + formulas + plots
  }

  private static func output(_ data: [JSONValue.Member], isTypeset: Bool) -> JSONValue {
    .object([
      .init("data", .object(data)),
      .init("metadata", .object(isTypeset ? [.init(key, .string(typeset))] : [])),
      .init("output_type", .string("display_data")),
    ])
  }

  /// A text as notebooks hold it: its lines, all but the last with their ends.
  private static func lines(_ text: String) -> JSONValue {
    guard !text.isEmpty else { return .array([]) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return .array(
      lines.enumerated().map { .string($1 + ($0 < lines.count - 1 ? "\n" : "")) }.filter { $0 != .string("") }
    )
  }
}

extension SessionFile.Part {
  fileprivate var proseText: String {
    if case .prose(let prose) = self { prose.text } else { "" }
  }
}
