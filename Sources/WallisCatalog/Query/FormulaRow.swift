internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// A row of `formula`, selected as `f`.
struct FormulaRow {
  /// Selects what `init(_:_:)` reads; a condition on `f` follows.
  static let selection = """
    SELECT \((ownColumns.map { "f.\($0)" } + claims.map { "\($0.sql) AS \($0.name)" }).joined(separator: ", "))
    FROM formula AS f LEFT JOIN finding AS best ON best.id = \(QueryFieldTable.best("id"))
    """

  private static let ownColumns = ["key", "signs"] + FormulaWriter.measurementColumns

  /// What is claimed and written about the formula, by names of its own.
  private static let claims: [(name: String, sql: String)] =
    ["closedForm", "structure", "grade", "known"].map { ($0, "best.\($0)") } + [
      ("importedClaims", "(SELECT MAX(imported) FROM finding WHERE finding.formula = f.id)"),
      ("found", "(SELECT MIN(found) FROM finding WHERE finding.formula = f.id)"),
      ("family", "(SELECT family FROM familyMember WHERE familyMember.formula = f.id)"),
      ("notes", QueryFieldTable.notes), ("proof", QueryFieldTable.proof),
      ("component", "(SELECT number FROM component WHERE component.formula = f.id)"),
    ]

  /// Places of the columns by their names: the database layer would compare all names for each value of each
  /// row.
  private static let places = Dictionary(
    uniqueKeysWithValues: (ownColumns + claims.map(\.name)).enumerated()
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
    let key: String = try row[FormulaRow.place("key")]
    let words = try OutcomeWords(
      status: row[FormulaRow.place("status")], reason: row[FormulaRow.place("reason")],
      exact: row[FormulaRow.place("exact")])
    guard let formula = kinds.formula(key: key), let outcome = words.outcome else {
      throw UnreadableRow("the formula '\(key)' cannot be read")
    }
    var stored = try CatalogRow(
      formula: formula, dynamics: FormulaRow.dynamics(row, outcome), depth: row[FormulaRow.place("depth")],
      against: row[FormulaRow.place("against")])
    if let closedForm: String = try row[FormulaRow.place("closedForm")] {
      stored.closedForm = try ClosedForm(text: closedForm, structure: row[FormulaRow.place("structure")])
      stored.grade = (try row[FormulaRow.place("grade")] as String?).flatMap(Grade.init)
      stored.known = try row[FormulaRow.place("known")]
      stored.hasImportedClaims = try row[FormulaRow.place("importedClaims")] ?? false
      stored.found = try row[FormulaRow.place("found")]
    }
    stored.proof = try row[FormulaRow.place("proof")]
    stored.component = try row[FormulaRow.place("component")]
    stored.family = try row[FormulaRow.place("family")]
    stored.notes = try row[FormulaRow.place("notes")]
    self.row = stored
    signs = Signs(rawValue: try row[FormulaRow.place("signs")])
  }

  private static func dynamics(_ row: Row, _ outcome: Outcome) throws -> Dynamics {
    var dynamics = try Dynamics(
      outcome: outcome,
      convergence: (row[FormulaRow.place("class")] as String?).flatMap(ConvergenceClass.init),
      value: row[FormulaRow.place("value")], digits: row[FormulaRow.place("digits")])
    dynamics.delta = try row[FormulaRow.place("delta")]
    dynamics.deltaNaive = try row[FormulaRow.place("deltaNaive")]
    dynamics.deltaPredicted = try row[FormulaRow.place("deltaPredicted")]
    if let eta: Double = try row[FormulaRow.place("errorEta")],
      let gamma: Double = try row[FormulaRow.place("errorGamma")],
      let beta: Double = try row[FormulaRow.place("errorBeta")]
    {
      dynamics.error = ErrorFit(eta: eta, gamma: gamma, beta: beta)
    }
    if let eta: Double = try row[FormulaRow.place("denominatorEta")],
      let gamma: Double = try row[FormulaRow.place("denominatorGamma")]
    {
      dynamics.denominator = DenominatorFit(eta: eta, gamma: gamma)
    }
    dynamics.reduction = (try row[FormulaRow.place("reduction")] as String?).flatMap(Reduction.init)
    dynamics.factorialReduction = try row[FormulaRow.place("factorialReduction")]
    dynamics.reductionRate = try row[FormulaRow.place("reductionRate")]
    dynamics.digitsPerTerm = try row[FormulaRow.place("digitsPerTerm")]
    return dynamics
  }
}

extension FormulaRow {
  /// The formula, its mirror, or both, as the signs say; of both only the first where `folded`.
  func rows(signs: UInt8, folded: Bool) -> [CatalogRow] {
    let signs = Signs(rawValue: signs)
    var rows: [CatalogRow] = []
    if signs.contains(.plus) { rows.append(row) }
    if signs.contains(.minus), !(folded && signs.contains(.plus)) { rows.append(row.mirrored) }
    return rows
  }
}
