/// Output of a verb or a cell, independent of where it is shown.
package struct Document: Codable, Sendable, Equatable {
  /// The blocks from top to bottom.
  package var blocks: [Block]

  /// A document of blocks.
  package init(_ blocks: [Block] = []) { self.blocks = blocks }

  /// Whether there is nothing to show.
  package var isEmpty: Bool { blocks.isEmpty }

  /// The blocks of `left`, then those of `right`.
  package static func + (left: Document, right: Document) -> Document { Document(left.blocks + right.blocks) }
}

/// One block of a document.
package enum Block: Codable, Sendable, Equatable {
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
  /// Points or a curve, drawn where it is shown.
  case plot(ScatterPlot)
  /// A warning or an error.
  case diagnostic(Diagnostic)
}

/// A labelled value.
package struct Field: Codable, Sendable, Equatable {
  /// Short name of the value.
  package var label: String
  /// The value.
  package var value: Text

  /// A labelled value.
  package init(_ label: String, _ value: Text) { (self.label, self.value) = (label, value) }
}

/// A table of texts.
package struct Table: Codable, Sendable, Equatable {
  /// Where the cells of a column stand.
  package enum Alignment: String, Codable, Sendable {
    /// Flush left.
    case left
    /// Flush right: numbers of one precision.
    case right
  }

  /// Title and alignment of a column.
  package struct Column: Codable, Sendable, Equatable {
    /// Title above the cells.
    package var title: String
    /// Where the cells stand.
    package var alignment: Alignment
    /// Whether cells that are too long for a narrow table end in … and do not go on in further lines; nil for no.
    package var isShortened: Bool?
    /// Where there is no room, columns with a rank are left out, those with the largest first; nil for a column that
    /// always stays.
    package var rank: Int?

    /// A column.
    package init(
      _ title: String, _ alignment: Alignment = .left, isShortened: Bool = false, rank: Int? = nil
    ) {
      (self.title, self.alignment, self.isShortened) = (title, alignment, isShortened ? true : nil)
      self.rank = rank
    }
  }

  /// The columns from left to right.
  package var columns: [Column]
  /// The rows; each has at most as many texts as there are columns, missing ones are empty.
  package var rows: [[Text]]
  /// Remark below the table.
  package var caption: Text?
  /// Whether every row stays on one line, so that columns are left out before a cell takes a line of its own; nil for
  /// no.
  package var isFlat: Bool?
  /// The option that shows what there was no room for; nil for `--json`.
  package var rest: String?

  /// A table.
  package init(
    _ columns: [Column], rows: [[Text]], caption: Text? = nil, isFlat: Bool = false, rest: String? = nil
  ) {
    (self.columns, self.rows, self.caption) = (columns, rows, caption)
    (self.isFlat, self.rest) = (isFlat ? true : nil, rest)
  }
}
