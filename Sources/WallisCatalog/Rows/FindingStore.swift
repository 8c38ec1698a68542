internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// Writes and reads findings.
struct FindingStore {
  private let db: Database
  private let kinds: FormulaKinds
  private let found: String?
  private let imported: Bool

  /// - Parameters:
  ///   - kinds: the kinds of formulas whose keys it reads.
  ///   - found: the time that new findings are marked with; nil marks none.
  ///   - imported: whether they were read from a file, not found here.
  init(_ db: Database, _ kinds: FormulaKinds, found: String? = nil, imported: Bool = false) {
    (self.db, self.kinds, self.found, self.imported) = (db, kinds, found, imported)
  }

  /// Stores a finding about a formula that is in the catalog. Of two findings with the same closed form the better
  /// grade stays, then the one that was found here, then the one with more surplus; then the rest decides, so that of
  /// any two always the same is kept.
  func insert(_ finding: Discovery) throws {
    let (evidence, closedForm) = (finding.evidence, finding.closedForm)
    try db.cachedStatement(sql: FindingStore.insertionSQL).execute(
      arguments: [
        "\(closedForm)", closedForm.expression?.encoded, finding.value, finding.grade.rawValue,
        evidence.digitsSupplied,
        evidence.digitsConsumed, evidence.surplus, evidence.basesTried, evidence.decoyHits, evidence.residual,
        finding.known, imported, found, finding.formula.key,
      ])
    for name in closedForm.occurrences {
      try db.cachedStatement(
        sql: """
          INSERT INTO occurrence (finding, name)
          SELECT finding.id, ? FROM finding JOIN formula ON formula.id = finding.formula
          WHERE key = ? AND closedForm = ? ON CONFLICT DO NOTHING
          """
      ).execute(arguments: [name, finding.formula.key, "\(closedForm)"])
    }
  }

  /// Records that a job found it, first or again.
  func credit(_ finding: Discovery, toJob job: Int) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO discovery (job, finding)
        SELECT ?, finding.id FROM finding JOIN formula ON formula.id = finding.formula
        WHERE key = ? AND closedForm = ? ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [job, finding.formula.key, "\(finding.closedForm)"])
  }

  /// Findings that satisfy an SQL condition on `finding` and `formula`, in order of formula keys and closed forms.
  func findings(where condition: String, _ arguments: StatementArguments = []) throws -> [Discovery] {
    var findings: [Discovery] = []
    try visit(where: condition, arguments) { findings.append($0) }
    return findings
  }

  /// Visits the same one by one.
  func visit(
    where condition: String, _ arguments: StatementArguments = [], _ body: (Discovery) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db, sql: "\(FindingStore.selection) WHERE \(condition) ORDER BY formula.key, closedForm",
      arguments: arguments)
    while let row = try rows.next() { try body(finding(row)) }
  }

  /// The best finding about the formula with an identifier; nil where there is none.
  func best(about id: Int64) throws -> Discovery? {
    let statement = try db.cachedStatement(
      sql: "\(FindingStore.selection) WHERE formula.id = ? ORDER BY \(FindingStore.bestFirst) LIMIT 1")
    return try Row.fetchOne(statement, arguments: [id]).map(finding)
  }

  /// The finding about the formula with a key that has this closed form; nil where there is none.
  func finding(_ closedForm: String, ofKey key: String) throws -> Discovery? {
    let statement = try db.cachedStatement(
      sql: "\(FindingStore.selection) WHERE formula.key = ? AND closedForm = ?")
    return try Row.fetchOne(statement, arguments: [key, closedForm]).map(finding)
  }

  private static let selection = """
    SELECT formula.key, closedForm, finding.value, grade, digitsSupplied, digitsConsumed, surplus, basesTried,
      decoyHits, residual, known, structure
    FROM finding JOIN formula ON formula.id = finding.formula
    """

  /// The order in which the best of the findings about a formula is the first.
  static let bestFirst = "\(rank("grade")) DESC, surplus DESC, closedForm"

  /// Keys and closed forms of the findings that came from a file.
  func importedFindings() throws -> Set<[String]> {
    Set(
      try Row.fetchAll(
        db,
        sql: """
          SELECT formula.key, closedForm FROM finding JOIN formula ON formula.id = finding.formula
          WHERE finding.imported
          """
      ).map { try [$0[0], $0[1]] })
  }

  private func finding(_ row: Row) throws -> Discovery {
    guard let formula = kinds.formula(key: try row[0]), let grade = Grade(rawValue: try row[3]) else {
      throw UnreadableRow("a finding cannot be read")
    }
    return try Discovery(
      formula: formula, value: row[2], closedForm: ClosedForm(text: row[1], structure: row[11]),
      grade: grade,
      evidence: Evidence(
        digitsSupplied: row[4], digitsConsumed: row[5], surplus: row[6], basesTried: row[7],
        decoyHits: row[8],
        residual: row[9]),
      known: row[10])
  }

  /// Rank of a grade in SQL, weakest 0.
  static func rank(_ column: String) -> String {
    let cases = Grade.allCases.sorted().enumerated().map { "WHEN '\($1.rawValue)' THEN \($0)" }
    return "CASE \(column) \(cases.joined(separator: " ")) END"
  }

  private static let columns = [
    "closedForm", "structure", "value", "grade", "digitsSupplied", "digitsConsumed", "surplus", "basesTried",
    "decoyHits", "residual", "known", "imported",
  ]

  private static let insertionSQL = """
    INSERT INTO finding (formula, \(columns.joined(separator: ", ")), found)
    SELECT id, \(columns.map { _ in "?" }.joined(separator: ", ")), ? FROM formula WHERE key = ?
    ON CONFLICT (formula, closedForm) DO UPDATE SET
      \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")),
      found = coalesce(found, excluded.found)
    WHERE (\(order("excluded"))) > (\(order("finding")))
    """

  /// By what the better of two findings is told, in SQL.
  private static func order(_ row: String) -> String {
    let places = [
      "surplus", "digitsSupplied", "digitsConsumed", "basesTried", "decoyHits", "value", "residual",
    ]
    return
      ([rank("\(row).grade"), "1 - \(row).imported"] + places.map { "\(row).\($0)" }
      + ["coalesce(\(row).known, '')"]).joined(separator: ", ")
  }
}
