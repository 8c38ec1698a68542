internal import GRDB
internal import WallisSearch

/// Inserts formulas in bulk, many rows by one prepared statement.
///
/// A formula that is there already keeps the measurement at the greater depth (then: the greater second depth, then
/// more digits), so that the order of jobs and imports does not matter; the signs are united.
struct FormulaWriter {
  /// Rows per statement: fewer statements to start, but each must fit SQLite's limit of 32,766 arguments.
  static let batch = 32

  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Stores formulas in their order.
  func insert(_ formulas: [MeasuredFormula]) throws {
    var rest = formulas[...]
    while !rest.isEmpty {
      let count = rest.count >= FormulaWriter.batch ? FormulaWriter.batch : 1
      try insert(batch: rest.prefix(count))
      rest = rest.dropFirst(count)
    }
  }

  private func insert(batch: ArraySlice<MeasuredFormula>) throws {
    var values: [DatabaseValue] = []
    values.reserveCapacity(batch.count * FormulaWriter.columns.count)
    for formula in batch { FormulaWriter.append(formula, to: &values) }
    let insertion = try db.cachedStatement(sql: FormulaWriter.insertionSQL(batch.count))
    insertion.setUncheckedArguments(StatementArguments(values))
    try insertion.execute()
    guard db.changesCount < batch.count else { return }
    for (place, formula) in batch.enumerated() {
      let start = place * FormulaWriter.columns.count
      try merge(formula, values: values[start..<start + FormulaWriter.columns.count])
    }
  }

  /// Unites the signs and keeps the better measurement; changes nothing where the row is the one just inserted.
  private func merge(_ formula: MeasuredFormula, values: ArraySlice<DatabaseValue>) throws {
    try db.cachedStatement(sql: "UPDATE formula SET signs = signs | ? WHERE key = ?")
      .execute(arguments: [Int(formula.signs.rawValue), formula.key])
    let place = [formula.depth, formula.against, formula.dynamics.digits].map(\.databaseValue)
    try db.cachedStatement(sql: FormulaWriter.replacementSQL).execute(
      arguments: StatementArguments(values.dropFirst(4) + [formula.key.databaseValue] + place))
  }

  /// Columns of a measurement, in the order of `append` after kind, key, canonical key and signs.
  static let measurementColumns = [
    "status", "reason", "class", "exact", "value", "number", "digits", "depth", "against", "delta",
    "deltaNaive", "deltaPredicted", "errorEta", "errorGamma", "errorBeta", "denominatorEta",
    "denominatorGamma", "factorialReduction", "reductionRate", "digitsPerTerm",
  ]

  private static let columns = ["kind", "key", "canonicalKey", "signs"] + measurementColumns

  private static func insertionSQL(_ rows: Int) -> String { rows == batch ? batchSQL : singleSQL }

  private static let (singleSQL, batchSQL) = (sql(rows: 1), sql(rows: batch))

  private static func sql(rows: Int) -> String {
    let row = "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
    let values = Array(repeating: row, count: rows).joined(separator: ", ")
    return """
      INSERT INTO formula (\(columns.joined(separator: ", "))) VALUES \(values) ON CONFLICT (key) DO NOTHING
      """
  }

  private static let replacementSQL = """
    UPDATE formula SET \(measurementColumns.map { "\($0) = ?" }.joined(separator: ", "))
    WHERE key = ? AND (depth, against, digits) < (?, ?, ?)
    """

  private static func append(_ formula: MeasuredFormula, to values: inout [DatabaseValue]) {
    let row = formula.dynamics
    let words = OutcomeWords(row.outcome)
    func append(_ text: String?) { values.append(text?.databaseValue ?? .null) }
    func append(_ number: Int) { values.append(number.databaseValue) }
    // Infinities and what is no number count as missing.
    func append(_ number: Double?) {
      values.append(number.flatMap { $0.isFinite ? $0.databaseValue : nil } ?? .null)
    }
    append(String(formula.key.prefix { $0 != " " }))
    append(formula.key)
    append(formula.canonicalKey)
    append(Int(formula.signs.rawValue))
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
  }
}
