internal import WallisCatalog
internal import WallisDocuments
internal import WallisSearch

/// What verbs use is opened here, once in a request: no verb opens a file by its path.
extension VerbContext {
  /// The catalog that a verb line means, for reading alone; nil where there is none yet.
  ///
  /// - Throws: a `Refusal` for a catalog that cannot be read: a broken one is no empty one.
  func catalogIfPresent(_ options: GlobalOptions) throws(Refusal) -> Catalog? {
    try catalogIfPresent(at: catalogPath(options))
  }

  /// The catalog at a path, for reading alone; nil where there is none yet.
  func catalogIfPresent(at path: String) throws(Refusal) -> Catalog? {
    do {
      return try resources.reading(at: path, kinds: kinds)
    } catch {
      if case .missing = error { return nil }
      throw Refusal(error)
    }
  }

  /// The catalog that a verb line means, for reading alone: nothing about its file is changed.
  ///
  /// - Throws: a `Refusal`.
  func readCatalog(_ options: GlobalOptions) throws(Refusal) -> Catalog {
    try readCatalog(at: catalogPath(options))
  }

  /// The catalog at a path, for reading alone.
  func readCatalog(at path: String) throws(Refusal) -> Catalog {
    do {
      return try resources.reading(at: path, kinds: kinds)
    } catch {
      throw Refusal(error)
    }
  }

  /// The catalog at a path, for reading alone, as it is now: one that another process may be writing.
  func readAnew(at path: String) throws(CatalogError) -> Catalog {
    try Catalog.reading(at: path, kinds: kinds)
  }

  /// The catalog that a verb line means, for writing.
  ///
  /// - Parameter creating: whether to make a catalog where there is none.
  /// - Throws: a `Refusal`.
  func openCatalog(_ options: GlobalOptions, creating: Bool = false) throws(Refusal) -> Catalog {
    try openCatalog(at: catalogPath(options), creating: creating)
  }

  /// The catalog at a path, for writing.
  func openCatalog(at path: String, creating: Bool = false) throws(Refusal) -> Catalog {
    do {
      return try resources.catalog(at: path, creating: creating, kinds: kinds)
    } catch {
      throw Refusal(error)
    }
  }

  /// A query of the catalog, with the time of day for words such as `yesterday`.
  ///
  /// - Throws: a `Refusal` with the place of the mistake.
  func query(
    _ condition: String, sort: String? = nil, limit: Int? = nil, offset: Int = 0
  ) throws(Refusal) -> CatalogQuery {
    do {
      return try CatalogQuery(
        condition, sort: sort, limit: limit, offset: offset, now: resources.now?())
    } catch {
      throw Refusal(error)
    }
  }

  /// The formulas of the literature.
  ///
  /// - Throws: a `Refusal` where the list that the program carries is malformed, which a test excludes.
  func knownFormulas() throws(Refusal) -> KnownFormulasFile {
    do {
      return try resources.known()
    } catch {
      throw Refusal(error)
    }
  }

  /// The constants that the user defined.
  ///
  /// - Throws: a `Refusal` for a file that cannot be read.
  func ownConstants() throws(Refusal) -> UserConstants { try own.get() }

  /// The same for another request: what was opened is opened anew, as files may have changed.
  func renewed() -> VerbContext {
    var context = self
    context.resources = RequestResources(now: resources.now)
    context.readOwnConstants()
    return context
  }

  /// The same for another look: what is read and is as it was stays open.
  func lookingAgain() -> VerbContext {
    var context = self
    context.resources = RequestResources(after: resources)
    context.readOwnConstants()
    return context
  }

  /// Reads the user's constants; where they cannot be read, names that nobody knows are told so.
  mutating func readOwnConstants() {
    own = Result { () throws(Refusal) in try UserConstants(locations) }
    switch own {
    case .success(let constants): (workspace.constants, workspace.constantsFault) = (constants.sources, nil)
    case .failure(let refusal): (workspace.constants, workspace.constantsFault) = ([:], refusal)
    }
  }
}
