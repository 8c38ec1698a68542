internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// Writes and reads proofs. Of two proofs of one closed form the shorter stays, then the one whose text comes first, so
/// that of any two always the same is kept.
struct ProofStore {
  private let db: Database
  private let kinds: FormulaKinds

  init(_ db: Database, _ kinds: FormulaKinds) { (self.db, self.kinds) = (db, kinds) }

  /// Stores a proof that was checked; the finding with its closed form is certified from then on.
  ///
  /// - Returns: false where the formula is not in the catalog; then nothing is stored.
  @discardableResult
  func insert(_ proof: StoredProof) throws -> Bool {
    guard let id = try id(of: proof.formula) else { return false }
    try db.cachedStatement(
      sql: """
        INSERT INTO proof (formula, closedForm, summary, text) VALUES (?, ?, ?, ?)
        ON CONFLICT (formula, closedForm) DO UPDATE SET summary = excluded.summary, text = excluded.text
        WHERE (length(excluded.text), excluded.text) < (length(text), text)
        """
    ).execute(arguments: [id, proof.closedForm, proof.summary, proof.text])
    try certify(proof.closedForm, ofFormula: id)
    return true
  }

  /// Grades a finding as proved.
  func certify(_ finding: Discovery) throws {
    guard let id = try id(of: finding.formula) else { return }
    try certify("\(finding.closedForm)", ofFormula: id)
  }

  private func certify(_ closedForm: String, ofFormula id: Int64) throws {
    try db.cachedStatement(
      sql:
        "UPDATE finding SET grade = 'certified' WHERE formula = ? AND closedForm = ? AND grade <> 'certified'"
    ).execute(arguments: [id, closedForm])
  }

  /// Forgets a proof, and lowers the finding that rested on it to what its digits are worth.
  func remove(_ proof: StoredProof) throws {
    guard let id = try id(of: proof.formula) else { return }
    try db.execute(
      sql: "DELETE FROM proof WHERE formula = ? AND closedForm = ?", arguments: [id, proof.closedForm])
    try db.execute(
      sql: """
        UPDATE finding SET grade = CASE WHEN digitsSupplied > 0 THEN 'conjecture' ELSE 'suspicious' END
        WHERE formula = ? AND closedForm = ? AND grade = 'certified'
        """, arguments: [id, proof.closedForm])
  }

  /// Whether there is a proof of a closed form of the formula with a key.
  func proves(_ closedForm: String, ofKey key: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM proof JOIN formula ON formula.id = proof.formula
            WHERE key = ? AND closedForm = ?)
          """), arguments: [key, closedForm]) ?? false
  }

  /// Proofs that satisfy an SQL condition on `proof` and `formula`, in order of formula keys and closed forms.
  func forEach(
    where condition: String = "1", _ arguments: StatementArguments = [], _ body: (StoredProof) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT formula.key, closedForm, summary, text FROM proof JOIN formula ON formula.id = proof.formula
        WHERE \(condition) ORDER BY formula.key, closedForm
        """, arguments: arguments)
    while let row = try rows.next() {
      guard let formula = kinds.formula(key: try row[0]) else {
        throw UnreadableRow("the formula of a proof cannot be read")
      }
      try body(try StoredProof(formula: formula, closedForm: row[1], summary: row[2], text: row[3]))
    }
  }

  private func id(of formula: Formula) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM formula WHERE key = ?"), arguments: [formula.key])
  }
}
