internal import WallisArithmetic
internal import WallisCatalog
internal import WallisSearch

/// The version of Wallis and of the libraries it runs on.
package enum Version {
  /// Version of Wallis.
  package static let number = "0.1.0"

  /// What `--version` prints: Wallis and the machine, then the libraries.
  static var text: String {
    let libraries =
      arithmeticLibraryVersions().map { "\($0.name) \($0.version)" }
      + [databaseLibraryVersion().map { "SQLite \($0)" }].compactMap { $0 }
    return "wallis \(number) (\(EngineIdentity.current.machine))\n\(libraries.joined(separator: ", "))\n"
  }
}
