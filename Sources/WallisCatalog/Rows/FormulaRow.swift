internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// A row of `formula`, selected as `f`.
struct FormulaRow {
  /// Columns that `init(_:_:)` reads, by their names.
  static let columns =
    ownColumns.map { "f.\($0)" }.joined(separator: ", ") + ", " + QueryFieldTable.best("closedForm") + ", "
    + QueryFieldTable.best("structure")

  private static let ownColumns = ["key", "signs"] + FormulaWriter.measurementColumns

  /// Places of the columns by their names: the database layer would compare all names for each value of each
  /// row.
  private static let places = Dictionary(
    uniqueKeysWithValues: (ownColumns + ["closedForm", "structure"]).enumerated()
      .map { ($0.element, $0.offset) })

  private static func place(_ name: String) -> Int {
    guard let place = places[name] else { preconditionFailure("no column '\(name)' is selected") }
    return place
  }

  /// The formula that is stored, of a mirror pair the one whose leading coefficient of a is positive.
  let row: CatalogRow
  /// Which of it and its mirror the catalog has.
  let signs: Signs

  /// - Parameter kinds: the kinds of formulas whose keys it reads.
  init(_ row: Row, _ kinds: FormulaKinds) throws {
    let key: String = row[FormulaRow.place("key")]
    let words = OutcomeWords(
      status: row[FormulaRow.place("status")], reason: row[FormulaRow.place("reason")],
      exact: row[FormulaRow.place("exact")])
    guard let formula = kinds.formula(key: key), let outcome = words.outcome else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the formula '\(key)' cannot be read")
    }
    let closedForm = try (row[FormulaRow.place("closedForm")] as String?).map {
      try ClosedForm(text: $0, structure: row[FormulaRow.place("structure")])
    }
    self.row = CatalogRow(
      formula: formula, dynamics: FormulaRow.dynamics(row, outcome), depth: row[FormulaRow.place("depth")],
      against: row[FormulaRow.place("against")], closedForm: closedForm)
    signs = Signs(rawValue: row[FormulaRow.place("signs")])
  }

  private static func dynamics(_ row: Row, _ outcome: Outcome) -> Dynamics {
    var dynamics = Dynamics(
      outcome: outcome,
      convergence: (row[FormulaRow.place("class")] as String?).flatMap(ConvergenceClass.init),
      value: row[FormulaRow.place("value")], digits: row[FormulaRow.place("digits")])
    dynamics.delta = row[FormulaRow.place("delta")]
    dynamics.deltaNaive = row[FormulaRow.place("deltaNaive")]
    dynamics.deltaPredicted = row[FormulaRow.place("deltaPredicted")]
    if let eta: Double = row[FormulaRow.place("errorEta")],
      let gamma: Double = row[FormulaRow.place("errorGamma")],
      let beta: Double = row[FormulaRow.place("errorBeta")]
    {
      dynamics.error = ErrorFit(eta: eta, gamma: gamma, beta: beta)
    }
    if let eta: Double = row[FormulaRow.place("denominatorEta")],
      let gamma: Double = row[FormulaRow.place("denominatorGamma")]
    {
      dynamics.denominator = DenominatorFit(eta: eta, gamma: gamma)
    }
    dynamics.reduction = (row[FormulaRow.place("reduction")] as String?).flatMap(Reduction.init)
    dynamics.factorialReduction = row[FormulaRow.place("factorialReduction")]
    dynamics.reductionRate = row[FormulaRow.place("reductionRate")]
    dynamics.digitsPerTerm = row[FormulaRow.place("digitsPerTerm")]
    return dynamics
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
