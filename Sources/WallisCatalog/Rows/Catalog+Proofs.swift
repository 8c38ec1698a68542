internal import GRDB
package import WallisFormulas
package import WallisProofs
internal import WallisSearch

extension Catalog {
  /// The proofs about a formula or its mirror, in order of their closed forms; each is text until it is checked.
  package func proofs(about formula: Formula) throws(CatalogError) -> [StoredProof] {
    let key = formula.representative.formula.key
    return try read { db in
      var proofs: [StoredProof] = []
      try ProofStore(db, kinds).forEach(where: "formula.key = ?", [key]) { proofs.append($0) }
      return proofs
    }
  }

  /// Keeps proofs in one transaction; what they prove is certified from then on. A proof of a mirror is kept as that of
  /// its partner; proofs about formulas that the catalog does not hold are not kept.
  ///
  /// A proof belongs to the finding that says the same, however that is written; without one its closed form becomes a
  /// finding that rests on no digits.
  /// - Returns: how many of the proofs are kept.
  @discardableResult
  package func keep(_ proofs: [FormulaProof]) throws(CatalogError) -> Int {
    try write { db in
      var count = 0
      for proof in proofs {
        guard let proof = proof.ofRepresentative, try keep(proof, in: db) else { continue }
        count += 1
      }
      return count
    }
  }

  /// The same for proofs about fractions.
  @discardableResult
  package func keep(_ proofs: [Proof]) throws(CatalogError) -> Int { try keep(proofs.map(FormulaProof.init)) }

  private func keep(_ proof: FormulaProof, in db: Database) throws -> Bool {
    let formula = proof.formula
    guard let row = try formulaRow(db, "key", formula.key.databaseValue)?.row else { return false }
    let (findings, store) = (FindingStore(db, kinds, found: now?()), ProofStore(db, kinds))
    for finding in try findings.findings(where: "formula.key = ?", [formula.key]) {
      guard let form = finding.closedForm.expression, let restated = proof.stating(form),
        let stored = StoredProof(restated)
      else { continue }
      try store.certify(finding)
      return try store.insert(stored)
    }
    if let value = row.dynamics.value { try findings.insert(Discovery(proof, value: value)) }
    return try StoredProof(proof).map(store.insert) ?? false
  }

  /// Forgets a proof whose text does not hold; what it proved is a conjecture again until it is proved anew.
  package func forget(_ proof: StoredProof) throws(CatalogError) {
    try write { db in try ProofStore(db, kinds).remove(proof) }
  }
}

extension FormulaProof {
  /// The proof about the one of the formula and its mirror that is stored.
  fileprivate var ofRepresentative: FormulaProof? {
    guard formula.fraction != nil else { return self }
    return formula.representative.formula.fraction.flatMap { base.moved(to: $0) }.map(FormulaProof.init)
  }
}

extension Discovery {
  /// What a proof says by itself, without digits.
  fileprivate init(_ proof: FormulaProof, value: String) {
    let evidence = Evidence(
      digitsSupplied: 0, digitsConsumed: 0, surplus: 0, basesTried: 0, decoyHits: 0, residual: "0")
    self.init(
      formula: proof.formula, value: value, closedForm: ClosedForm(proof.closedForm),
      grade: .certified, evidence: evidence)
  }
}
