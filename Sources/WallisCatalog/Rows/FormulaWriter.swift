internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// Inserts formulas in bulk, many rows by one prepared statement.
///
/// Of a formula that is there already the better measurement stays, see `StoredMeasurement`, so that the order of jobs
/// and imports does not matter; the signs are united.
struct FormulaWriter {
  /// Rows per statement: fewer statements to start, but each must fit SQLite's limit of 32,766 arguments.
  static let batch = 32

  private let db: Database
  private let kinds: FormulaKinds
  private let imported: Bool

  /// - Parameters:
  ///   - kinds: the kinds of formulas, which know what stands in the columns of the sides.
  ///   - imported: whether the measurements were read from a file, not made here.
  init(_ db: Database, _ kinds: FormulaKinds, imported: Bool = false) {
    (self.db, self.kinds, self.imported) = (db, kinds, imported)
  }

  /// Stores formulas in their order.
  func insert(_ formulas: [MeasuredFormula]) throws {
    var rest = formulas[...]
    while !rest.isEmpty {
      let rows = rest.prefix(FormulaWriter.batch)
      var values: [DatabaseValue] = []
      values.reserveCapacity(rows.count * FormulaWriter.columns.count)
      for formula in rows { append(formula, to: &values) }
      try insert(values)
      rest = rest.dropFirst(rows.count)
    }
  }

  /// Stores rows given by their values in the order of `columns`, at most `batch` of them.
  func insert(_ values: [DatabaseValue]) throws {
    let width = FormulaWriter.columns.count
    let rows = stride(from: 0, to: values.count, by: width).map { values[$0..<$0 + width] }
    var number = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM formula")) ?? 0
    guard number < 1 << 62 else { throw UnreadableRow("no row can follow that with the number \(number)") }
    let complete = rows.map { row in
      number += 1
      return FormulaWriter.completed(row, number: number)
    }
    guard rows.count == FormulaWriter.batch else {
      for (row, arguments) in zip(rows, complete) {
        try insert([row], arguments, sql: FormulaWriter.singleSQL)
      }
      return
    }
    try insert(rows, complete.flatMap { $0 }, sql: FormulaWriter.batchSQL)
  }

  /// The row with its number before and its checksum behind.
  private static func completed(_ row: ArraySlice<DatabaseValue>, number: Int64) -> [DatabaseValue] {
    let values = [number.databaseValue] + row
    let checksum = RowChecksum.of(table: "formula", checksumOrder.lazy.map { values[$0] })
    return values + [checksum.databaseValue]
  }

  private func insert(
    _ rows: [ArraySlice<DatabaseValue>], _ arguments: [DatabaseValue], sql: String
  ) throws {
    let insertion = try db.cachedStatement(sql: sql)
    insertion.setUncheckedArguments(StatementArguments(arguments))
    try insertion.execute()
    guard db.changesCount < rows.count else { return }
    for row in rows { try merge(Array(row)) }
  }

  /// Unites the signs and keeps the better measurement; changes nothing where the row is the one just inserted.
  private func merge(_ row: [DatabaseValue]) throws {
    let key = row[FormulaWriter.place("key")]
    let statement = try db.cachedStatement(
      sql: "SELECT \(FormulaWriter.columns.joined(separator: ", ")) FROM formula WHERE key = ?")
    guard let stored = try Row.fetchOne(statement, arguments: [key]).map({ Array($0.databaseValues) }),
      stored != row
    else { return }
    let signs = FormulaWriter.place("signs")
    let better = max(StoredMeasurement(stored), StoredMeasurement(row))
    let united = (Int.fromDatabaseValue(row[signs]) ?? 0) | (Int.fromDatabaseValue(stored[signs]) ?? 0)
    guard better.values != StoredMeasurement(stored).values || united.databaseValue != stored[signs] else {
      return
    }
    try db.cachedStatement(sql: FormulaWriter.replacementSQL)
      .execute(arguments: StatementArguments([united.databaseValue] + better.values + [key]))
  }

  /// Columns that say which formula it is, in the order of `append`.
  private static let identityColumns = [
    "kind", "key", "canonicalKey", "signs", "a", "b", "aDegree", "bDegree",
  ]

  /// Columns of a measurement, in the order of `append` after those of the identity.
  static let measurementColumns = [
    "status", "reason", "class", "exact", "value", "number", "digits", "depth", "against", "delta",
    "deltaNaive", "deltaPredicted", "errorEta", "errorGamma", "errorBeta", "denominatorEta",
    "denominatorGamma", "factorialReduction", "reductionRate", "digitsPerTerm", "reduction",
  ]

  /// Columns in the order of the values of a row.
  static let columns = identityColumns + measurementColumns + ["imported"]

  /// Place of a column among the values of a row.
  static func place(_ name: String) -> Int {
    guard let place = columns.firstIndex(of: name) else { preconditionFailure("no column '\(name)'") }
    return place
  }

  /// All columns of the table but the checksum: the number of a row before the others.
  private static let numberedColumns = ["id"] + columns

  /// Places in a numbered row, in the order of the checksum.
  private static let checksumOrder = numberedColumns.indices.sorted {
    numberedColumns[$0] < numberedColumns[$1]
  }

  private static let (singleSQL, batchSQL) = (sql(rows: 1), sql(rows: batch))

  private static func sql(rows: Int) -> String {
    let names = numberedColumns + ["checksum"]
    let row = "(\(names.map { _ in "?" }.joined(separator: ", ")))"
    let values = Array(repeating: row, count: rows).joined(separator: ", ")
    return """
      INSERT INTO formula (\(names.joined(separator: ", "))) VALUES \(values) ON CONFLICT (key) DO NOTHING
      """
  }

  private static let replacementSQL = """
    UPDATE formula SET signs = ?, \(StoredMeasurement.columns.map { "\($0) = ?" }.joined(separator: ", "))
    WHERE key = ?
    """

  private func append(_ formula: MeasuredFormula, to values: inout [DatabaseValue]) {
    func append(_ text: String?) { values.append(text?.databaseValue ?? .null) }
    append(String(formula.key.prefix { $0 != " " }))
    append(formula.key)
    append(formula.canonicalKey)
    values.append(Int(formula.signs.rawValue).databaseValue)
    let sides = kinds.columns(key: formula.key)
    append(sides?.a)
    append(sides?.b)
    values.append(sides?.aDegree.databaseValue ?? .null)
    values.append(sides?.bDegree.databaseValue ?? .null)
    appendMeasurement(formula, to: &values)
  }

  /// The values of `measurementColumns`, and whether the row is imported.
  private func appendMeasurement(_ formula: MeasuredFormula, to values: inout [DatabaseValue]) {
    let row = formula.dynamics
    let words = OutcomeWords(row.outcome)
    func append(_ text: String?) { values.append(text?.databaseValue ?? .null) }
    func append(_ number: Int?) { values.append(number?.databaseValue ?? .null) }
    // Infinities and what is no number count as missing.
    func append(_ number: Double?) {
      values.append(number.flatMap { $0.isFinite ? $0.databaseValue : nil } ?? .null)
    }
    append(words.status)
    append(words.reason)
    append(row.convergence?.rawValue)
    append(words.exact)
    append(row.value)
    append(row.value.flatMap { Double($0) })
    append(row.digits)
    append(formula.depth)
    append(formula.against)
    for metric in [
      row.delta, row.deltaNaive, row.deltaPredicted, row.error?.eta, row.error?.gamma, row.error?.beta,
      row.denominator?.eta, row.denominator?.gamma,
    ] { append(metric) }
    values.append(row.factorialReduction.map { ($0 ? 1 : 0).databaseValue } ?? .null)
    append(row.reductionRate)
    append(row.digitsPerTerm)
    append(row.reduction?.rawValue)
    append(imported ? 1 : 0)
  }
}

/// The measurement in a row. One is better than another that was made here and not read from a file; then the one at the
/// greater depth, the greater second depth, with more digits, with a reduction that residues decided; and what is then
/// equal follows the text of the values, so that of any two always the same is kept.
struct StoredMeasurement: Comparable {
  static let columns = FormulaWriter.measurementColumns + ["imported"]
  private static let places = columns.map(FormulaWriter.place)

  /// The values in the order of `columns`.
  let values: [DatabaseValue]
  private let rank: [Int]

  /// The measurement of a row whose values are in the order of `FormulaWriter.columns`.
  init(_ row: [DatabaseValue]) {
    values = StoredMeasurement.places.map { row[$0] }
    func number(_ name: String) -> Int { Int.fromDatabaseValue(row[FormulaWriter.place(name)]) ?? 0 }
    let isDecided = !row[FormulaWriter.place("reduction")].isNull
    rank = [
      1 - number("imported"), number("depth"), number("against"), number("digits"), isDecided ? 1 : 0,
    ]
  }

  static func < (left: StoredMeasurement, right: StoredMeasurement) -> Bool {
    if left.rank != right.rank { return left.rank.lexicographicallyPrecedes(right.rank) }
    return "\(left.values)" < "\(right.values)"
  }
}
