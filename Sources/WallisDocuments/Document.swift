/// Output of a verb or a cell, independent of where it is shown.
public struct Document: Codable, Sendable, Equatable {
  /// The blocks from top to bottom.
  public var blocks: [Block]

  /// A document of blocks.
  public init(_ blocks: [Block] = []) { self.blocks = blocks }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { blocks.isEmpty }

  /// The blocks of `left`, then those of `right`.
  public static func + (left: Document, right: Document) -> Document { Document(left.blocks + right.blocks) }
}

/// One block of a document.
public enum Block: Codable, Sendable, Equatable {
  /// Title of what follows.
  case heading(Text)
  /// Running text, wrapped at the width.
  case paragraph(Text)
  /// Labelled values under each other.
  case fields([Field])
  /// A table.
  case table(Table)
  /// Verbatim lines, never wrapped: export text, LaTeX, a session.
  case code(String)
  /// A warning or an error.
  case diagnostic(Diagnostic)
}

/// A labelled value.
public struct Field: Codable, Sendable, Equatable {
  /// Short name of the value.
  public var label: String
  /// The value.
  public var value: Text

  /// A labelled value.
  public init(_ label: String, _ value: Text) { (self.label, self.value) = (label, value) }
}

/// A table of texts.
public struct Table: Codable, Sendable, Equatable {
  /// Where the cells of a column stand.
  public enum Alignment: String, Codable, Sendable {
    /// Flush left.
    case left
    /// Flush right: numbers of one precision.
    case right
  }

  /// Title and alignment of a column.
  public struct Column: Codable, Sendable, Equatable {
    /// Title above the cells.
    public var title: String
    /// Where the cells stand.
    public var alignment: Alignment

    /// A column.
    public init(_ title: String, _ alignment: Alignment = .left) {
      (self.title, self.alignment) = (title, alignment)
    }
  }

  /// The columns from left to right.
  public var columns: [Column]
  /// The rows; each has at most as many texts as there are columns, missing ones are empty.
  public var rows: [[Text]]
  /// Remark below the table.
  public var caption: Text?

  /// A table.
  public init(_ columns: [Column], rows: [[Text]], caption: Text? = nil) {
    (self.columns, self.rows, self.caption) = (columns, rows, caption)
  }
}
