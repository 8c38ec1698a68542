internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisProofs

/// The proofs that the user's catalog keeps about one of its formulas.
struct ProofMemory {
  private let catalog: Catalog
  private let formula: Formula

  /// - Returns: nil where there is no catalog, or it does not hold the formula.
  /// - Throws: a `Refusal` when the catalog cannot be read.
  init?(of formula: Formula, at path: String, in context: VerbContext) throws(Refusal) {
    guard let catalog = try context.catalogIfPresent(at: path) else { return nil }
    do {
      guard try catalog.row(for: formula) != nil else { return nil }
    } catch {
      throw Refusal(error)
    }
    (self.catalog, self.formula) = (catalog, formula)
  }

  /// The proofs of a formula of a catalog.
  init(of formula: Formula, in catalog: Catalog) { (self.formula, self.catalog) = (formula, catalog) }

  /// A proof of a closed form, or of any, that holds; nil where none is kept.
  func proof(of closedForm: ClosedForm?) throws(Refusal) -> FormulaProof? {
    guard case .proof(let base) = try recall(closedForm?.expression) else { return nil }
    return FormulaProof(formula, closedForm: closedForm?.expression, base: base)
  }

  /// What is kept about a claim.
  enum Recollection {
    /// Nothing.
    case nothing
    /// A proof about the fraction that the formula is an image of; every step of its text was checked now.
    case proof(Proof)
    /// A text of which a step does not hold here; it is forgotten when a proof is kept.
    case broken(StoredProof, ProofFault)
  }

  /// The proof of a closed form of the formula, or of any.
  func recall(_ claim: WallisFormulas.Expression?) throws(Refusal) -> Recollection {
    guard let image = formula.image else { return .nothing }
    let claim = claim.map(image.claimOfFraction)
    var broken: Recollection = .nothing
    for stored in try proofs() {
      do throws(ProofFault) {
        let proof = try stored.checked().base
        if let proof = proof.moved(to: image.fraction, closedForm: claim) { return .proof(proof) }
      } catch {
        broken = .broken(stored, error)
      }
    }
    return broken
  }

  private func proofs() throws(Refusal) -> [StoredProof] {
    do { return try catalog.proofs(about: formula) } catch { throw Refusal(error) }
  }

  /// Keeps a proof.
  ///
  /// - Parameter broken: what it takes the place of; forgotten even without a new one.
  /// - Returns: what is said where the catalog can only be read; nil where it was kept, and where there was nothing to
  ///   keep.
  func keep(_ proof: FormulaProof?, inPlaceOf broken: StoredProof? = nil, in context: VerbContext)
    throws(Refusal)
    -> Document?
  {
    guard proof != nil || broken != nil else { return nil }
    return try context.keep(in: catalog) { writable in
      if let broken { try writable.forget(broken) }
      if let proof { try writable.keep([proof]) }
    }
  }
}
