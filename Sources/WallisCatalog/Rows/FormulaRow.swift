internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// A row of `formula`, selected as `f`, read by place.
struct FormulaRow {
  /// Columns in the order that `init(_:)` expects, then the signs and the best closed form.
  static let columns =
    (["key"] + FormulaWriter.measurementColumns).map { "f.\($0)" }.joined(separator: ", ") + ", f.signs, "
    + QueryFieldTable.best("closedForm")

  /// The formula whose first coefficient of a is positive.
  let row: CatalogRow
  /// Which of it and its mirror the catalog has.
  let signs: Signs

  init(_ row: Row, _ kinds: FormulaKinds) throws {
    let key: String = row[0]
    let words = OutcomeWords(status: row[1], reason: row[2], exact: row[4])
    guard let formula = kinds.formula(key: key), let outcome = words.outcome else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the formula '\(key)' cannot be read")
    }
    var dynamics = Dynamics(
      outcome: outcome, convergence: (row[3] as String?).flatMap(ConvergenceClass.init), value: row[5],
      digits: row[7])
    (dynamics.delta, dynamics.deltaNaive, dynamics.deltaPredicted) = (row[10], row[11], row[12])
    if let eta: Double = row[13], let gamma: Double = row[14], let beta: Double = row[15] {
      dynamics.error = ErrorFit(eta: eta, gamma: gamma, beta: beta)
    }
    if let eta: Double = row[16], let gamma: Double = row[17] {
      dynamics.denominator = DenominatorFit(eta: eta, gamma: gamma)
    }
    (dynamics.reductionRate, dynamics.digitsPerTerm) = (row[19], row[20])
    self.row = CatalogRow(
      formula: formula, dynamics: dynamics, depth: row[8], against: row[9], closedForm: row[22])
    signs = Signs(rawValue: row[21])
  }
}

extension FormulaRow {
  /// Passes the formula, its mirror, or both, as the signs say.
  func expanded(signs: UInt8, _ body: (CatalogRow) throws -> Void) rethrows {
    let signs = Signs(rawValue: signs)
    if signs.contains(.plus) { try body(row) }
    if signs.contains(.minus) { try body(row.mirrored) }
  }
}
