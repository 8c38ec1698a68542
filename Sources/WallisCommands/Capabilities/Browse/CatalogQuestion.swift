package import WallisDocuments

/// What a viewer asks about a catalog.
package enum CatalogQuestion: Sendable, Equatable {
  /// The first rows of a selection and how many formulas it has.
  case select(RowsRequest)
  /// How many rows it has; from then on any of them is found at once.
  case order(RowsRequest)
  /// Rows of a selection, counted from 0.
  case rows(RowsRequest, Range<Int>)
  /// Everything that the catalog knows about the formula with a key.
  case card(CardRequest)
  /// How many formulas have which values of two metrics.
  case density(DensityRequest)
  /// How the convergents of a formula behave.
  case inspect(InspectionRequest)
  /// The searches.
  case jobs
  /// The families.
  case families

  /// Questions of one topic take each other's place: only the last one matters.
  package enum Topic: Hashable, Sendable {
    case select, order, rows, card, density, inspect(String), jobs, families
  }

  /// What it is about.
  package var topic: Topic {
    switch self {
    case .select: .select
    case .order: .order
    case .rows: .rows
    case .card: .card
    case .density: .density
    case .inspect(let request): .inspect(request.formula)
    case .jobs: .jobs
    case .families: .families
    }
  }

  /// Questions that wait for each other.
  package enum Lane: Hashable, Sendable, CaseIterable {
    /// What is answered while somebody types.
    case quick
    /// What one formula asks, which may take seconds.
    case formulas
    /// Orders of all rows.
    case orders
  }

  /// Where it waits.
  package var lane: Lane {
    switch self {
    case .order: .orders
    case .card, .inspect: .formulas
    case .select, .rows, .density, .jobs, .families: .quick
    }
  }
}

/// Which rows of a catalog, in which order and columns.
package struct RowsRequest: Sendable, Hashable {
  /// The condition; empty for all formulas.
  package var condition: String
  /// Fields to sort by, separated by commas, `-` before those in falling order.
  package var sort: String
  /// Fields to show, separated by commas; empty for the usual ones.
  package var columns: String

  /// A request.
  package init(condition: String = "", sort: String = "", columns: String = "") {
    (self.condition, self.sort, self.columns) = (condition, sort, columns)
  }
}

/// A question about one formula.
package struct CardRequest: Sendable, Hashable {
  /// Key of the formula.
  package var key: String
  /// Columns that its text may take.
  package var width: Int
  /// Whether only ASCII may be drawn.
  package var ascii: Bool
  /// Whether figures come before drawings, because little of the card is seen at once.
  package var isShort: Bool

  /// A request.
  package init(key: String, width: Int, ascii: Bool, isShort: Bool = false) {
    (self.key, self.width, self.ascii, self.isShort) = (key, width, ascii, isShort)
  }
}

/// A question about the convergents of a formula.
package struct InspectionRequest: Sendable, Hashable {
  /// The formula, or its key.
  package var formula: String
  /// Deepest n; at least 2.
  package var depth: Int
  /// Columns that the answer may take.
  package var width: Int
  /// Whether only ASCII may be drawn.
  package var ascii: Bool

  /// A request.
  package init(formula: String, depth: Int, width: Int, ascii: Bool) {
    (self.formula, self.depth, self.width, self.ascii) = (formula, depth, width, ascii)
  }
}

/// What a viewer is told.
package enum CatalogReply: Sendable, Equatable {
  /// Rows of a selection.
  case rows(BrowsedRows)
  /// How many rows a selection has.
  case ordered(count: Int)
  /// What is known of one formula, or how its convergents behave.
  case card(Document)
  /// How many formulas are where.
  case density(Density)
  /// The searches of the catalog.
  case jobs([BrowsedJob])
  /// The families of the catalog.
  case families([BrowsedFamily])
  /// Why there is no answer.
  case refused(Diagnostic)
}

/// Some rows of a selection.
package struct BrowsedRows: Sendable, Equatable {
  /// Number of the first of them, from 0.
  package var first: Int
  /// The rows; nil for one that is gone.
  package var rows: [BrowsedRow?]
  /// The columns.
  package var columns: [BrowsedColumn]
  /// How many formulas the selection has, mirrors included; nil where that was not asked for.
  package var total: Int?
  /// How many rows it has; nil where that is not known yet.
  package var count: Int?
  /// Whether any of them is found at once; before that the order has to be asked for.
  package var isOrdered: Bool

  /// Rows.
  package init(
    first: Int, rows: [BrowsedRow?], columns: [BrowsedColumn], total: Int? = nil, count: Int? = nil,
    isOrdered: Bool = true
  ) {
    (self.first, self.rows, self.columns, self.total, self.count) = (first, rows, columns, total, count)
    self.isOrdered = isOrdered
  }
}

/// A column of a listing.
package struct BrowsedColumn: Sendable, Equatable {
  /// Name of the field, for sorting.
  package var name: String
  /// What stands above it.
  package var title: String
  /// Whether it stands flush right.
  package var isNumeric: Bool

  /// A column.
  package init(name: String, title: String, isNumeric: Bool) {
    (self.name, self.title, self.isNumeric) = (name, title, isNumeric)
  }
}

/// A row of a listing.
package struct BrowsedRow: Sendable, Equatable {
  /// Key of the formula.
  package var key: String
  /// The formula as it is typed.
  package var formula: String
  /// Whether the text of the formula is an expression; a key otherwise stands for it in verb lines.
  package var isExpression: Bool
  /// Number of its family; nil where it is in none.
  package var family: Int?
  /// A text a column.
  package var cells: [Text]

  /// A row.
  package init(key: String, formula: String, isExpression: Bool = true, family: Int? = nil, cells: [Text]) {
    (self.key, self.formula, self.isExpression) = (key, formula, isExpression)
    (self.family, self.cells) = (family, cells)
  }

  /// How the formula is written in a verb line.
  package var argument: String { (isExpression ? formula : key).quoted }
}

/// A search of the catalog.
package struct BrowsedJob: Sendable, Equatable {
  /// Its number.
  package var number: Int
  /// Whether it can be resumed.
  package var isUnfinished: Bool
  /// A text a column of the list of jobs.
  package var cells: [Text]

  /// A search.
  package init(number: Int, isUnfinished: Bool, cells: [Text]) {
    (self.number, self.isUnfinished, self.cells) = (number, isUnfinished, cells)
  }

  /// The columns of the list of jobs.
  package static let columns: [Table.Column] = [
    .init("job", .right), .init("search"), .init("space"), .init("state"), .init("done", .right),
    .init("formulas", .right, rank: 2), .init("findings", .right, rank: 1),
  ]
}

/// A family of the catalog.
package struct BrowsedFamily: Sendable, Equatable {
  /// Its number.
  package var number: Int
  /// Its name; nil where it was given none.
  package var name: String?
  /// What it holds, in a line.
  package var summary: String

  /// A family.
  package init(number: Int, name: String?, summary: String) {
    (self.number, self.name, self.summary) = (number, name, summary)
  }
}

/// Whoever answers questions about a catalog.
package protocol CatalogAnswering: Sendable {
  /// The answer to a question; questions may come from several threads.
  func answer(_ question: CatalogQuestion) -> CatalogReply
  /// Looks at the catalog anew: it may be another one, or have changed.
  func reopen()
}
