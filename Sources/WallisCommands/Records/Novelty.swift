internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification
internal import WallisSearch

/// A formula beside the published ones and the user's catalog.
struct Novelty {
  /// The known formula that it is or comes from.
  let match: KnownMatch?
  /// Number of published formulas it was compared with.
  let compared: Int
  private let isStored: Bool
  private let named: (Constant) -> KnownFormula?

  /// Compares a formula with a list of known formulas and with a catalog, where there is one.
  ///
  /// - Throws: a `Refusal` for a catalog that cannot be read, which must not count as one without the formula.
  init(_ formula: Formula, known: KnownFormulasFile, catalog: Catalog?) throws(Refusal) {
    match = known.match(formula)
    compared = known.formulas.count
    named = { known.sameConstant($0) }
    do {
      isStored = try catalog?.row(for: formula) != nil
    } catch {
      throw Refusal(error)
    }
  }

  /// A line for the evidence: who published it, or that nobody on the list did, and whose has the same constant.
  func field(_ constant: Constant?) -> Field {
    if let match { return Field("known", Text("\(match.name): \(match.known.reference)")) }
    let place = isStored ? "in this catalog, but " : "not in this catalog and "
    let other = constant.flatMap { constant in
      named(constant).map { "; its limit is a Möbius image of that of \($0.formula), \($0.author)" }
    }
    return Field("novelty", Text("\(place)not among \(compared) known formulas\(other ?? "")"))
  }
}
