internal import Foundation
internal import WallisDocuments

/// Where the lines of a session may write files and use catalogs: whoever runs another's session need not read it first.
package enum Reach: Sendable, Equatable {
  /// Everywhere that the user may.
  case everywhere
  /// In a folder and below it.
  case folder(String)

  /// The reach of a session that nobody vouches for: the folder of its file.
  init(ofSession file: String) {
    let folder = file.folderOfPath
    self = .folder(folder.isEmpty ? "." : folder)
  }

  /// Refuses a verb line that would write, or use a catalog, beyond.
  func check(_ verb: any Verb, in context: VerbContext) throws(Refusal) {
    let name = type(of: verb).declaration.name
    let written = (verb as? any WritingVerb)?.written(in: context) ?? []
    for path in [verb.global.catalog].compactMap({ $0 }) + written where !allows(path) {
      throw Refusal(
        "'\(name)' would use \(path), outside the folder of the session",
        remedy: "--trust allows it, where you know who wrote the session")
    }
  }

  /// Whether a path is within.
  func allows(_ path: String) -> Bool {
    guard case .folder(let folder) = self else { return true }
    guard let place = Reach.resolved(path), let base = Reach.resolved(folder) else { return false }
    return place == base || place.hasPrefix(base.hasSuffix("/") ? base : base + "/")
  }

  /// Where a path leads through all links, whether there is a file yet or not; nil where that cannot be told.
  private static func resolved(_ path: String) -> String? {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    var status = stat()
    let (parent, name) = (path.folderOfPath, path.nameOfPath)
    // A link that leads nowhere yet may lead outside.
    guard lstat(path, &status) != 0, name != "..", name != ".", !name.isEmpty, parent != path else {
      return nil
    }
    return resolved(parent.isEmpty ? "." : parent).map { $0 == "/" ? $0 + name : "\($0)/\(name)" }
  }
}
