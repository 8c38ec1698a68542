internal import Foundation

/// Where Wallis keeps its files, from the environment and the current folder.
public struct Locations: Sendable {
  private let variables: [String: String]

  /// Locations under these environment variables.
  public init(variables: [String: String]) { self.variables = variables }

  /// Path of the catalog: the option, `$WALLIS_CATALOG`, `./catalogs/wallis.sqlite` where that folder exists, else
  /// the data folder.
  public func catalog(option: String?) -> String {
    if let path = option ?? variable("WALLIS_CATALOG") { return path }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: "catalogs", isDirectory: &isFolder), isFolder.boolValue {
      return "catalogs/wallis.sqlite"
    }
    return data + "/wallis.sqlite"
  }

  /// `$XDG_DATA_HOME/wallis`: catalog and the user's copy of the tour.
  public var data: String { folder("XDG_DATA_HOME", ".local/share") }

  /// `$XDG_STATE_HOME/wallis`: history and journals.
  public var state: String { folder("XDG_STATE_HOME", ".local/state") }

  /// `$XDG_CONFIG_HOME/wallis`: configuration.
  public var configuration: String { folder("XDG_CONFIG_HOME", ".config") }

  /// Creates the folder that a file will be put into.
  ///
  /// - Throws: a `Refusal` with exit 3 where that is impossible.
  public func prepareFolder(of path: String) throws(Refusal) {
    let folder = (path as NSString).deletingLastPathComponent
    guard !folder.isEmpty else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Refusal(
        "cannot create the folder \(folder)", remedy: "choose another place, for example with --catalog",
        exit: .badData)
    }
  }

  /// The XDG rules: a relative path in the variable is ignored.
  private func folder(_ name: String, _ fallback: String) -> String {
    if let path = variable(name), path.hasPrefix("/") { return path + "/wallis" }
    return (variable("HOME") ?? NSTemporaryDirectory()) + "/\(fallback)/wallis"
  }

  private func variable(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
