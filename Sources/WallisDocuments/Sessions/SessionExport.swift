/// A format in which a session is written for other programs.
///
/// To add one: a value like those below, and its name in `all`.
package struct SessionExport: Sendable {
  /// The word that chooses it.
  package let name: String
  /// What it is, as in "write the notebook as …".
  package let summary: String
  /// What names of files end with.
  package let fileExtension: String
  private let write: @Sendable (Written) -> String

  /// A session to be written: its title, its parts, and the cells as far as they are more than text.
  struct Written: Sendable {
    let session: SessionFile
    let title: String
    /// The parts from top to bottom; cells with what is known of them, nil for prose.
    let parts: [(part: SessionFile.Part, cell: TypesetCell?)]
    /// A formula that a text holds as a tree, in LaTeX; nil where it is none.
    let latex: @Sendable (String) -> String?
  }

  /// A format.
  ///
  /// - Parameter write: the whole text; the same session is always the same text.
  init(
    name: String, summary: String, fileExtension: String, write: @escaping @Sendable (Written) -> String
  ) {
    (self.name, self.summary, self.fileExtension, self.write) = (name, summary, fileExtension, write)
  }

  /// A format of pieces, one after another.
  ///
  /// - Parameters:
  ///   - prose: the text of a piece of prose, which is Markdown.
  ///   - cell: the text of a cell with its output.
  ///   - separator: stands between them.
  ///   - frame: the whole, from a title and the pieces.
  init(
    name: String, summary: String, fileExtension: String, separator: String = "",
    prose: @escaping @Sendable (String) -> String,
    cell: @escaping @Sendable (TypesetCell, Written) -> String,
    frame: @escaping @Sendable (_ title: String, _ body: String) -> String = { $1 }
  ) {
    self.init(name: name, summary: summary, fileExtension: fileExtension) { written in
      let pieces = written.parts.map { entry in
        switch entry.part {
        case .prose(let text): prose(text.text)
        case .cell(let own): cell(entry.cell ?? TypesetCell(own), written)
        }
      }
      return frame(written.title, pieces.joined(separator: separator))
    }
  }

  /// The session in this format.
  ///
  /// - Parameters:
  ///   - cells: its cells with what is known of them; nil where that is no more than their text.
  ///   - latex: a formula that a text holds as a tree, in LaTeX; nil where it is none.
  package func text(
    _ session: SessionFile, title: String, cells: [TypesetCell]? = nil,
    latex: @escaping @Sendable (String) -> String? = { _ in nil }
  ) -> String {
    var rest = (cells ?? session.cells.map(TypesetCell.init))[...]
    let parts = session.parts.map { part -> (SessionFile.Part, TypesetCell?) in
      if case .cell = part { (part, rest.popFirst()) } else { (part, nil) }
    }
    return write(Written(session: session, title: title, parts: parts, latex: latex))
  }
}
