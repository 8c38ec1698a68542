internal import GRDB
internal import WallisSearch

/// Inserts formulas in bulk, by one prepared statement.
///
/// A formula that is there already keeps the measurement at the greater depth (then: the greater second depth, then
/// more digits), so that the order of jobs and imports does not matter; the signs are united.
struct FormulaWriter {
  let db: Database
  private let insertion: Statement

  init(_ db: Database) throws {
    self.db = db
    insertion = try db.cachedStatement(sql: FormulaWriter.insertionSQL)
  }

  func insert(_ formula: MeasuredFormula) throws {
    let arguments = FormulaWriter.arguments(formula)
    insertion.setUncheckedArguments(StatementArguments(arguments))
    try insertion.execute()
    guard db.changesCount == 0 else { return }
    try db.cachedStatement(sql: "UPDATE formula SET signs = signs | ? WHERE key = ?")
      .execute(arguments: [Int(formula.signs.rawValue), formula.key])
    try db.cachedStatement(sql: FormulaWriter.replacementSQL)
      .execute(
        arguments: StatementArguments(
          Array(arguments.dropFirst(4)) + [
            formula.key, formula.depth, formula.against, formula.dynamics.digits,
          ]))
  }

  /// Columns of a measurement, in the order of `arguments` after kind, key, canonical key and signs.
  static let measurementColumns = [
    "status", "reason", "class", "exact", "value", "number", "digits", "depth", "against", "delta",
    "deltaNaive",
    "deltaPredicted", "errorEta", "errorGamma", "errorBeta", "denominatorEta", "denominatorGamma",
    "factorialReduction", "reductionRate", "digitsPerTerm",
  ]

  private static let columns = ["kind", "key", "canonicalKey", "signs"] + measurementColumns

  private static let insertionSQL = """
    INSERT INTO formula (\(columns.joined(separator: ", ")))
    VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) ON CONFLICT (key) DO NOTHING
    """

  private static let replacementSQL = """
    UPDATE formula SET \(measurementColumns.map { "\($0) = ?" }.joined(separator: ", "))
    WHERE key = ? AND (depth, against, digits) < (?, ?, ?)
    """

  private static func arguments(_ formula: MeasuredFormula) -> [(any DatabaseValueConvertible)?] {
    let row = formula.dynamics
    let words = OutcomeWords(row.outcome)
    let metrics = [
      row.delta, row.deltaNaive, row.deltaPredicted, row.error?.eta, row.error?.gamma, row.error?.beta,
      row.denominator?.eta, row.denominator?.gamma,
    ].map(finite)
    return [
      String(formula.key.prefix { $0 != " " }), formula.key, formula.canonicalKey,
      Int(formula.signs.rawValue),
      words.status, words.reason, row.convergence?.rawValue, words.exact, row.value,
      finite(row.value.flatMap { Double($0) }), row.digits, formula.depth, formula.against,
    ] + metrics + [row.factorialReduction, finite(row.reductionRate), finite(row.digitsPerTerm)]
  }

  /// Infinities and what is no number count as missing.
  private static func finite(_ number: Double?) -> (any DatabaseValueConvertible)? {
    number.flatMap { $0.isFinite ? $0 : nil }
  }
}
