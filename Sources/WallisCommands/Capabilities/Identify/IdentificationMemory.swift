internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification
internal import WallisProofs
internal import WallisSearch

/// What the user's catalog knows about the limit of one of its formulas, and what a search adds to it.
struct IdentificationMemory {
  private let catalog: Catalog
  private let formula: Formula
  private let search: String
  private let known: KnownFormulasFile
  /// The limit as the catalog writes it.
  private let value: String
  /// Negative knowledge, where the same search has come to nothing before; nil otherwise.
  let excluded: [BulkIdentification.Exclusion]?

  /// - Parameter search: the name of the search; equal names exclude the same relations.
  /// - Returns: nil where the catalog does not hold the formula.
  /// - Throws: a `Refusal` when the catalog cannot be read.
  init?(
    of formula: Formula, in catalog: Catalog, known: KnownFormulasFile, search: String
  ) throws(Refusal) {
    (self.catalog, self.formula, self.search, self.known) = (catalog, formula, search, known)
    do {
      guard let value = try catalog.row(for: formula)?.dynamics.value else { return nil }
      self.value = value
      let stored = try catalog.exclusions(about: formula)
      excluded = stored.contains { $0.basis == search } ? stored : nil
    } catch {
      throw Refusal(error)
    }
  }

  /// Keeps what a finished search found or ruled out.
  ///
  /// - Parameter proof: of the best closed form; nil without one.
  /// - Returns: what is said where the catalog can only be read; nil where it was kept, and where there was nothing to
  ///   keep.
  /// - Throws: a `Refusal` when the catalog cannot be written for another reason.
  func keep(
    _ report: IdentificationReport, _ proof: Proof?, in context: VerbContext
  ) throws(Refusal) -> Document? {
    guard let outcome = outcome(report, isProved: proof != nil) else { return nil }
    return try context.keep(in: catalog) { writable in
      try writable.record([outcome], of: [formula])
      if let proof { try writable.keep([proof]) }
    }
  }

  private func outcome(_ report: IdentificationReport, isProved: Bool) -> BulkIdentification.Outcome? {
    if let best = report.best {
      return .discovered(
        Discovery(
          formula: formula, value: value, closedForm: best.formula.closedForm,
          grade: isProved ? .certified : best.grade,
          evidence: best.evidence.figures, known: known.match(formula)?.name))
    }
    guard report.verdict == .nothing, let least = report.excluded.min(by: { $0.exponent < $1.exponent })
    else { return nil }
    let bases = [(search, least.below)] + report.condensedExclusions
    return .excluded(bases.map { .init(basis: $0.0, below: $0.1) })
  }
}
