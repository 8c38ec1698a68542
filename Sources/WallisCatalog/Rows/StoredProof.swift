package import WallisFormulas
package import WallisProofs

/// A proof as the catalog keeps it: text that proves nothing before it is read.
package struct StoredProof: Sendable, Equatable {
  /// The formula that it is about, of a mirror pair the one that is stored.
  package let formula: Formula
  /// Its closed form, as text.
  package let closedForm: String
  /// By what it is proved, as `Proof.summary` says.
  package let summary: String
  /// The steps, as `Proof.text` writes them.
  package let text: String

  /// The row of a proof; nil for one about a mirror, whose partner's proof is kept instead.
  init?(_ proof: FormulaProof) {
    formula = proof.formula
    guard !formula.representative.isMirrored else { return nil }
    (closedForm, summary, text) = ("\(ClosedForm(proof.closedForm))", proof.summary, proof.text)
  }

  init(formula: Formula, closedForm: String, summary: String, text: String) {
    (self.formula, self.closedForm, self.summary, self.text) = (formula, closedForm, summary, text)
  }

  /// The proof, every step of the text checked.
  ///
  /// - Throws: a `ProofFault` where a step does not hold, or the text proves something else.
  package func checked() throws(ProofFault) -> FormulaProof {
    let proof = try FormulaProof(parsing: text)
    guard StoredProof(proof) == self else {
      throw ProofFault(line: 1, "it proves \(proof.formula) = \(ClosedForm(proof.closedForm)), not this")
    }
    return proof
  }
}
