internal import GRDB

extension Catalog {
  /// Two numeric fields of the formulas of a query, with the labels of their families, by key; those that have both.
  ///
  /// - Parameters: `x` and `y` are names of fields as in conditions.
  package func metricPairs(
    _ query: CatalogQuery, x: String, y: String
  ) throws(CatalogError) -> [(x: Double, y: Double, label: String?)] {
    let compiled = CompiledQuery(query)
    guard let across = QueryFieldTable.field(named: x), let up = QueryFieldTable.field(named: y) else {
      return []
    }
    return try read { db in
      var pairs: [(x: Double, y: Double, label: String?)] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(across.sql), \(up.sql), g.label
          FROM (SELECT DISTINCT id FROM (\(compiled.places))) AS p JOIN formula AS f ON f.id = p.id
          LEFT JOIN familyMember AS m ON m.formula = f.id LEFT JOIN family AS g ON g.number = m.family AND g.isNamed
          WHERE \(across.sql) IS NOT NULL AND \(up.sql) IS NOT NULL ORDER BY f.key
          """, arguments: compiled.placeArguments)
      while let row = try rows.next() { pairs.append(try (row[0], row[1], row[2])) }
      return pairs
    }
  }

  /// Names of the fields that can be plotted.
  package static var plottedFields: [String] {
    QueryFieldTable.all.filter { $0.isPlotted }.map(\.name)
  }
}

extension QueryField {
  /// True for numbers that belong to a formula and not to one of its signs.
  fileprivate var isPlotted: Bool {
    if case .number = kind { !dependsOnSign && table == nil && members == nil } else { false }
  }
}
