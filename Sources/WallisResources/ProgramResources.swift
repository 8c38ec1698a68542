/// Texts that the program carries inside, so that it needs no files beside it.
package enum ProgramResources {
  /// The list of published formulas, `catalogs/known.txt` as it was when the program was built.
  package static var knownFormulas: String { String(decoding: PackageResources.known_txt, as: UTF8.self) }
}
