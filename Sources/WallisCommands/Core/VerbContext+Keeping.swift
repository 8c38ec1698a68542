internal import WallisCatalog
internal import WallisDocuments

extension VerbContext {
  /// Writes what a verb found into a catalog that was opened for reading.
  ///
  /// - Returns: what is said where the catalog can only be read; nil where it was kept.
  /// - Throws: a `Refusal` when the catalog cannot be written for another reason.
  func keep(in catalog: Catalog, _ body: (Catalog) throws -> Void) throws(Refusal) -> Document? {
    do {
      try body(try resources.catalog(at: catalog.path, creating: false, kinds: kinds))
      return nil
    } catch CatalogError.unwritable {
      return Document([.paragraph("the catalog can only be read: this was not kept")])
    } catch {
      throw Refusal(wrapping: error)
    }
  }
}
