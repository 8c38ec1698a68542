internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// Inserts formulas in bulk, many rows by one prepared statement.
///
/// A formula that is there already keeps the measurement at the greater depth (then: the greater second depth, then
/// more digits), so that the order of jobs and imports does not matter; the signs are united.
struct FormulaWriter {
  /// Rows per statement: fewer statements to start, but each must fit SQLite's limit of 32,766 arguments.
  static let batch = 32

  private let db: Database
  private let kinds: FormulaKinds

  /// - Parameter kinds: the kinds of formulas, which know what stands in the columns of the sides.
  init(_ db: Database, _ kinds: FormulaKinds) { (self.db, self.kinds) = (db, kinds) }

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
    let rows = values.count / width
    guard rows == FormulaWriter.batch else {
      for start in stride(from: 0, to: values.count, by: width) {
        try insert(values[start..<start + width], sql: FormulaWriter.singleSQL)
      }
      return
    }
    try insert(values[...], sql: FormulaWriter.batchSQL)
  }

  private func insert(_ values: ArraySlice<DatabaseValue>, sql: String) throws {
    let width = FormulaWriter.columns.count
    let insertion = try db.cachedStatement(sql: sql)
    insertion.setUncheckedArguments(StatementArguments(values))
    try insertion.execute()
    guard db.changesCount < values.count / width else { return }
    for start in stride(from: values.startIndex, to: values.endIndex, by: width) {
      try merge(Array(values[start..<start + width]))
    }
  }

  /// Unites the signs and keeps the better measurement; changes nothing where the row is the one just inserted.
  private func merge(_ row: [DatabaseValue]) throws {
    let (key, signs) = (row[1], row[3])
    try db.cachedStatement(sql: "UPDATE formula SET signs = signs | ? WHERE key = ?")
      .execute(arguments: [signs, key])
    let measurement = row.dropFirst(FormulaWriter.identityColumns.count)
    let place = FormulaWriter.ranking.compactMap { name in
      FormulaWriter.columns.firstIndex(of: name).map { row[$0] }
    }
    try db.cachedStatement(sql: FormulaWriter.replacementSQL)
      .execute(arguments: StatementArguments(measurement + [key] + place))
  }

  /// Of two measurements the one that is greater in these columns, the first of them first, is kept.
  private static let ranking = ["depth", "against", "digits"]

  /// Columns that say which formula it is, in the order of `append`.
  private static let identityColumns = [
    "kind", "key", "canonicalKey", "signs", "a", "b", "aDegree", "bDegree",
  ]

  /// Columns of a measurement, in the order of `append` after those of the identity.
  static let measurementColumns = [
    "status", "reason", "class", "exact", "value", "number", "digits", "depth", "against", "delta",
    "deltaNaive", "deltaPredicted", "errorEta", "errorGamma", "errorBeta", "denominatorEta",
    "denominatorGamma", "factorialReduction", "reductionRate", "digitsPerTerm",
  ]

  /// Columns in the order of the values of a row.
  static let columns = identityColumns + measurementColumns

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
    WHERE key = ? AND (\(ranking.joined(separator: ", "))) < (?, ?, ?)
    """

  private func append(_ formula: MeasuredFormula, to values: inout [DatabaseValue]) {
    let row = formula.dynamics
    let words = OutcomeWords(row.outcome)
    func append(_ text: String?) { values.append(text?.databaseValue ?? .null) }
    func append(_ number: Int?) { values.append(number?.databaseValue ?? .null) }
    // Infinities and what is no number count as missing.
    func append(_ number: Double?) {
      values.append(number.flatMap { $0.isFinite ? $0.databaseValue : nil } ?? .null)
    }
    append(String(formula.key.prefix { $0 != " " }))
    append(formula.key)
    append(formula.canonicalKey)
    append(Int(formula.signs.rawValue))
    let sides = kinds.columns(key: formula.key)
    append(sides?.a)
    append(sides?.b)
    append(sides?.aDegree)
    append(sides?.bDegree)
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
