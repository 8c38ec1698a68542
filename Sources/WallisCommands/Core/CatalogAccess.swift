internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisMatrixFields

extension Catalog {
  /// The catalog at a path.
  ///
  /// - Throws: a `Refusal`.
  static func opened(
    at path: String, creating: Bool, kinds: FormulaKinds = .standard
  ) throws(Refusal) -> Catalog {
    do {
      return try Catalog.open(at: path, creating: creating, kinds: kinds)
    } catch {
      throw Refusal(error)
    }
  }
}

extension Refusal {
  /// What is wrong with a catalog, or with a request to it.
  init(_ error: CatalogError) {
    switch error {
    case .query(let mistake, let text):
      self.init(mistake, in: text)
    case .noSuchJob:
      self.init(error.message, remedy: error.remedy)
    case .diskFull:
      self.init(error.message, remedy: error.remedy, exit: .limit)
    default:
      self.init(error.message, remedy: error.remedy, exit: .badData)
    }
  }
}
