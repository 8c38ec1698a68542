internal import WallisDocuments

/// What a journal's changes apply to: the cells themselves, with their names, those that a session file does not keep
/// included.
package struct JournalBase: Equatable, Sendable {
  /// Path of the session file; nil for a notebook without one.
  package var path: String?
  /// Text that the file held when it was last read or written.
  package var text: String
  /// The file without its parts: what is kept around them.
  var frame: SessionFile
  var cells: [JournalCell]
  /// Whether the cells hold something that the file does not, so that the journal is needed without any change.
  var isUnsaved = false
}

/// A cell of a journal's base.
struct JournalCell: Equatable, Sendable {
  var id: CellID
  var content: CellContent
}

extension JournalCell: Codable {
  private enum Key: CodingKey { case id, content }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    id = try container.decode(CellID.self, forKey: .id)
    content = try container.decode(CellContent.self, forKey: .content)
  }

  /// Output goes in as the text that a session file stores.
  func encode(to encoder: any Encoder) throws {
    var content = content
    content.output = content.output.map { .stored($0.text) }
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(content, forKey: .content)
  }
}

/// What a journal is given at once; opaque outside the module.
package struct JournalEntry: Codable, Equatable, Sendable {
  var changes: [RecordedChange]
  /// Fingerprint of a text that is about to be written to the session file: found there at the next start, it is this
  /// notebook's own and not another program's.
  var saving: UInt64?

  init(changes: [RecordedChange], saving: UInt64? = nil) { (self.changes, self.saving) = (changes, saving) }
}

extension NotebookContent {
  /// The cells as they are, for a journal of a file.
  func journalBase(path: String?, text: String, isUnsaved: Bool = false) -> JournalBase {
    JournalBase(path: path, text: text, frame: frame, cells: journalCells, isUnsaved: isUnsaved)
  }

  var journalCells: [JournalCell] { cells.map { JournalCell(id: $0.id, content: $0.content) } }
}
