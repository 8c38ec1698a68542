/// A cell as documents for other programs show it: its text, and what is known of it beyond that.
package struct TypesetCell: Sendable {
  /// The lines that were typed.
  package var source: String
  /// The stored output; nil where there is none.
  package var output: String?
  /// LaTeX of the formulas that the lines state, without signs around it.
  package var formulas: [String]
  /// The outputs as they were before they became text; empty where nothing was run.
  package var documents: [Document]

  /// A cell.
  package init(source: String, output: String?, formulas: [String] = [], documents: [Document] = []) {
    (self.source, self.output, self.formulas, self.documents) = (source, output, formulas, documents)
  }

  /// A cell of a session, of which nothing more is known.
  package init(_ cell: SessionCell) { self.init(source: cell.source, output: cell.output) }

  /// The trees of the formulas that stand beside a label or in running text; those of tables stay there.
  var trees: [String] {
    documents.flatMap(\.blocks).flatMap { block -> [Text] in
      switch block {
      case .fields(let fields): fields.map(\.value)
      case .heading(let text), .paragraph(let text): [text]
      case .table, .code, .plot, .diagnostic: []
      }
    }.flatMap(\.spans).compactMap(\.tree)
  }

  /// The plots among the outputs.
  var plots: [ScatterPlot] {
    documents.flatMap(\.blocks).compactMap { block in
      if case .plot(let plot) = block { plot } else { nil }
    }
  }
}
