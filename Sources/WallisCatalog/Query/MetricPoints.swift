internal import GRDB

/// Two metrics of the formulas of a query, as far as they have both.
package struct MetricPoints: Sendable {
  /// The one metric, a number a row.
  package private(set) var x: [Double] = []
  /// The other metric.
  package private(set) var y: [Double] = []
  /// How many formulas each row stands for: 2 where the mirror satisfies the condition too.
  package private(set) var weights: [UInt8] = []
  /// How many formulas satisfy the condition, mirrors included, with both metrics or without.
  package private(set) var total = 0

  /// The same with the metrics exchanged.
  package var exchanged: MetricPoints {
    var points = self
    (points.x, points.y) = (y, x)
    return points
  }

  fileprivate mutating func reserve(_ count: Int) {
    x.reserveCapacity(count)
    y.reserveCapacity(count)
    weights.reserveCapacity(count)
  }

  /// - Parameter signs: bits 1 the formula and 2 its mirror.
  fileprivate mutating func append(_ x: Double, _ y: Double, signs: UInt8) {
    let weight = UInt8(signs.nonzeroBitCount)
    total += Int(weight)
    guard !x.isNaN, !y.isNaN, weight > 0 else { return }
    self.x.append(x)
    self.y.append(y)
    weights.append(weight)
  }
}

extension Catalog {
  /// Two metrics of the formulas of a query, in no particular order.
  ///
  /// - Parameters: `x` and `y` are names out of `plottedFields`; empty for other names.
  package func metricPoints(
    _ query: CatalogQuery, x: String, y: String
  ) throws(CatalogError) -> MetricPoints {
    try read { try metricPoints(query, x: x, y: y, kept: nil, in: $0) }
  }

  /// The same in a snapshot.
  /// - Parameter kept: columns of it that were read before; nil where nobody asks again.
  func metricPoints(
    _ query: CatalogQuery, x: String, y: String, kept: KeptColumns?, in db: Database
  ) throws -> MetricPoints {
    guard let across = QueryFieldTable.field(named: x), let up = QueryFieldTable.field(named: y) else {
      return MetricPoints()
    }
    if let points = try packedPoints(query, across, up, kept, in: db) { return points }
    let compiled = CompiledQuery(query)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(across.sql), \(up.sql), p.signs
        FROM (SELECT id, SUM(signs) AS signs FROM (\(compiled.places)) GROUP BY id) AS p JOIN formula AS f ON f.id = p.id
        """, arguments: compiled.placeArguments)
    var points = MetricPoints()
    while let row = try rows.next() {
      points.append(try row[0] ?? .nan, try row[1] ?? .nan, signs: try row[2])
    }
    return points
  }

  /// The same from packed columns; nil where most of the catalog is not packed.
  private func packedPoints(
    _ query: CatalogQuery, _ across: QueryField, _ up: QueryField, _ kept: KeptColumns?, in db: Database
  ) throws -> MetricPoints? {
    guard let blocks = try ColumnBlocks(db, kept: kept), let x = StoredColumnTable.column(sql: across.sql),
      let y = StoredColumnTable.column(sql: up.sql)
    else { return nil }
    let reader = BlockConditionReader(db: db, kinds: kinds, blocks: blocks)
    let condition = try query.condition.map(reader.condition)
    let columns = (condition?.columns ?? []) + [x, y, StoredColumnTable.signs]
    var points = MetricPoints()
    points.reserve(blocks.count * StoredColumn.rowsPerBlock)
    for number in 0..<blocks.count {
      let block = blocks.block(number, for: columns)
      let (first, second) = (try block.numbers(x), try block.numbers(y))
      let signs = try block.numbers(StoredColumnTable.signs)
      let mask = try condition?.mask(block)
      for row in signs.indices where !signs[row].isNaN {
        points.append(first[row], second[row], signs: UInt8(signs: signs[row]) & (mask?[row] ?? 3))
      }
    }
    return points
  }
}
