internal import Synchronization
internal import WallisCatalog
internal import WallisFormulas
internal import WallisSearch

/// What a request opens, each once and only when it is asked for: catalogs and the list of known formulas.
final class RequestResources: Sendable {
  private struct Opened {
    var catalogs: [String: Catalog] = [:]
    var readCatalogs: [String: Catalog] = [:]
    var known: KnownFormulasFile?
    var literature: [ComparedFormula]?
  }

  private let opened: Mutex<Opened>
  /// The time as text; nil where nobody says.
  let now: (@Sendable () -> String)?

  /// - Parameter now: the time as text, for marking new findings and for questions about old ones.
  init(now: (@Sendable () -> String)? = nil) {
    self.now = now
    opened = Mutex(Opened())
  }

  /// What another look at the same things may go on with: catalogs that are read stay open as long as their paths lead to
  /// the same files.
  init(after other: RequestResources) {
    var kept = other.opened.withLock { $0 }
    kept.catalogs = [:]
    kept.readCatalogs = kept.readCatalogs.filter { $0.value.isCurrent }
    now = other.now
    opened = Mutex(kept)
  }

  /// The catalog at a path, for writing.
  ///
  /// - Parameter creating: whether to make a catalog where there is none.
  func catalog(at path: String, creating: Bool, kinds: FormulaKinds) throws(CatalogError) -> Catalog {
    try opened.withLock { (opened) throws(CatalogError) -> Catalog in
      if let catalog = opened.catalogs[path] { return catalog }
      let catalog = try Catalog.open(at: path, creating: creating, kinds: kinds, now: now)
      opened.catalogs[path] = catalog
      return catalog
    }
  }

  /// The catalog at a path, for reading alone.
  func reading(at path: String, kinds: FormulaKinds) throws(CatalogError) -> Catalog {
    try opened.withLock { (opened) throws(CatalogError) -> Catalog in
      if let catalog = opened.catalogs[path] ?? opened.readCatalogs[path] { return catalog }
      let catalog = try Catalog.reading(at: path, kinds: kinds)
      opened.readCatalogs[path] = catalog
      return catalog
    }
  }

  /// The formulas that the program knows.
  func known() throws(SearchError) -> KnownFormulasFile {
    try opened.withLock { (opened) throws(SearchError) -> KnownFormulasFile in
      if let known = opened.known { return known }
      let known = try KnownFormulasFile.bundled()
      opened.known = known
      return known
    }
  }

  /// The fractions among them, with what links to them are sought by.
  func literature(of known: KnownFormulasFile) -> [ComparedFormula] {
    opened.withLock { opened in
      if let literature = opened.literature { return literature }
      let literature = ComparedFormula.all(of: known)
      opened.literature = literature
      return literature
    }
  }
}
