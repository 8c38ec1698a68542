internal import Foundation
internal import WallisCatalog

/// Where Wallis keeps its files, from the environment and the current folder.
package struct Locations: Sendable {
  private let variables: [String: String]

  /// Locations under these environment variables.
  package init(variables: [String: String]) { self.variables = variables }

  /// Path of the catalog, see `CatalogLocation`.
  package func catalog(option: String?) -> String {
    CatalogLocation.path(option: option, environment: variables) { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
  }

  /// `$XDG_DATA_HOME/wallis`: catalog and the user's copy of the tour.
  package var data: String { folder("XDG_DATA_HOME", ".local/share") }

  /// `$XDG_STATE_HOME/wallis`: history and journals.
  package var state: String { folder("XDG_STATE_HOME", ".local/state") }

  /// `$WALLIS_HISTORY`, else a file in the folder for state: inputs of all sessions.
  package var history: String { variable("WALLIS_HISTORY") ?? state + "/history" }

  /// `$XDG_CONFIG_HOME/wallis`: configuration.
  package var configuration: String { folder("XDG_CONFIG_HOME", ".config") }

  /// The XDG rules: a relative path in the variable is ignored.
  private func folder(_ name: String, _ fallback: String) -> String {
    if let path = variable(name), path.hasPrefix("/") { return path + "/wallis" }
    return (variable("HOME") ?? NSTemporaryDirectory()) + "/\(fallback)/wallis"
  }

  private func variable(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
