internal import WallisResources

extension KnownFormulasFile {
  /// The list that the program carries.
  ///
  /// - Throws: `SearchError.malformed` where `catalogs/known.txt` was no list when the program was built; a test keeps
  ///   that from happening.
  public static func bundled() throws(SearchError) -> KnownFormulasFile { try list.get() }

  private static let list = Result { () throws(SearchError) in
    try KnownFormulasFile(parsing: ProgramResources.knownFormulas)
  }
}
