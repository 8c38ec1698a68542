internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// Rows of a selection, in the columns and words of `catalog query`.
struct RowBrowser {
  private let request: RowsRequest
  private let context: VerbContext
  private let query: CatalogQuery
  private let columns: RowColumns

  /// Rows that are read at first.
  static let first = 200

  init(_ request: RowsRequest, _ context: VerbContext) throws(Refusal) {
    (self.request, self.context) = (request, context)
    columns = try RowColumns(request.columns.isEmpty ? nil : request.columns)
    var query = try context.query(request.condition, sort: request.sort, limit: RowBrowser.first)
    query.foldsMirrors = true
    query.showsJobs = columns.fields.contains { $0.name == "job" }
    self.query = query
  }

  /// The first rows, and how many formulas there are.
  func firstRows(of catalog: WatchedCatalog) throws -> (rows: BrowsedRows, kept: KeptRows) {
    let selection = try catalog.selection(query)
    let kept = KeptRows(request: request, fields: fields(selection.rows), places: selection.places)
    var browsed = browsed(0, selection.rows, kept.fields, selection.count)
    browsed.total = selection.total
    browsed.isOrdered = selection.places != nil || selection.count.map { $0 <= selection.rows.count } ?? false
    return (browsed, kept)
  }

  func places(in catalog: WatchedCatalog) throws -> CatalogPlaces { try catalog.places(query) }

  /// Rows by their numbers, from the places where these are known.
  /// - Parameter kept: what is known of the selection; nil where nothing is.
  func rows(in range: Range<Int>, _ kept: KeptRows?) throws -> BrowsedRows {
    let catalog = try context.readCatalog(at: context.viewedCatalog)
    let fields = try kept?.fields ?? fields(catalog.answer(query, counting: false).rows)
    if let places = kept?.places {
      let range = range.clamped(to: 0..<places.count)
      return browsed(
        range.lowerBound, try catalog.rows(places, in: range, of: query), fields, places.count)
    }
    var page = query
    (page.offset, page.limit) = (range.lowerBound, range.count)
    let answer = try catalog.answer(page, counting: false)
    return browsed(range.lowerBound, answer.rows, fields, nil)
  }

  private func browsed(
    _ first: Int, _ rows: [CatalogRow?], _ fields: [QueryField], _ count: Int?
  ) -> BrowsedRows {
    BrowsedRows(
      first: first, rows: rows.map { $0.map { row($0, fields) } }, columns: fields.map(BrowsedColumn.init),
      count: count)
  }

  /// The columns: those that were asked for, or the usual ones that say something in the first rows, and those that
  /// the rows are sorted by.
  private func fields(_ rows: [CatalogRow]) -> [QueryField] {
    let shown = columns.shown(rows)
    let sorted = request.sort.split(separator: ",").compactMap { name in
      QueryFieldTable.field(named: name.drop { "-−+ ".contains($0) }.filter { $0 != " " })
    }
    return shown + sorted.filter { field in field.value != nil && !shown.contains { $0.name == field.name } }
  }

  private func row(_ row: CatalogRow, _ fields: [QueryField]) -> BrowsedRow {
    let text = "\(row.formula)"
    return BrowsedRow(
      key: row.formula.key, formula: text, isExpression: row.formula.fraction != nil || text.hasSuffix(")"),
      family: row.family, cells: fields.map { CatalogRowsView.cell($0, row) })
  }
}

/// What is known of a selection that is looked at.
struct KeptRows: Sendable {
  let request: RowsRequest
  /// What its columns show.
  let fields: [QueryField]
  /// All rows in their order; nil before that was asked for.
  var places: CatalogPlaces?
}

extension BrowsedColumn {
  fileprivate init(_ field: QueryField) {
    self.init(name: field.name, title: field.title, isNumeric: field.isMeasured)
  }
}
