internal import WallisCatalog
internal import WallisDocuments

/// Writes rows one after another, so that memory does not grow with their number.
protocol CatalogRowStream {
  /// What stands before the first row.
  var head: String { get }
  /// The text of the next row.
  mutating func text(of row: CatalogRow) -> String
  /// What stands behind the last row.
  ///
  /// - Parameters:
  ///   - shown: how many rows there were.
  ///   - total: all formulas that satisfy the condition; nil where they were not counted.
  func end(shown: Int, total: Int?) -> String
}

/// The JSON of `CatalogRowsView`.
struct JSONRowStream: CatalogRowStream {
  let columns: RowColumns
  /// Whether each row is an object on a line of its own.
  let isLines: Bool
  private var list = JSONListStream(name: "rows")

  init(columns: RowColumns, isLines: Bool) { (self.columns, self.isLines) = (columns, isLines) }

  /// The object to its first row.
  var head: String { isLines ? "" : list.head }

  mutating func text(of row: CatalogRow) -> String {
    let json = CatalogRowsView.json(row, columns)
    return isLines ? json.compact + "\n" : list.text(of: json)
  }

  func end(shown: Int, total: Int?) -> String {
    let members: [JSONValue.Member] = [.init("total", .optional(total)), .init("shown", .integer(shown))]
    return isLines ? JSONValue.object(members).withSchema.compact + "\n" : list.end(members)
  }
}

/// A line a row, the names of the fields first.
struct SeparatedRowStream: CatalogRowStream {
  let columns: RowColumns
  let separator: SeparatedValues

  var head: String { separator.line(columns.fields.map(\.name)) }

  func text(of row: CatalogRow) -> String {
    separator.line(columns.fields.map { $0.value?(row).plain ?? "" })
  }

  func end(shown: Int, total: Int?) -> String { "" }
}
