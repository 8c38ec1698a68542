/// Where the catalog is: an option, else the environment, else the project folder, else the user's data folder.
package enum CatalogLocation {
  /// Path of the catalog.
  ///
  /// - Parameters:
  ///   - option: what `--catalog` gave.
  ///   - environment: the environment of the process.
  ///   - folderExists: whether a folder exists at a path, relative ones from the working folder.
  /// - Returns: `option`, else `$WALLIS_CATALOG`, else `catalogs/wallis.sqlite` where a `catalogs` folder exists, else
  ///   `$XDG_DATA_HOME/wallis/wallis.sqlite` (`~/.local/share` when that is not set).
  package static func path(
    option: String?, environment: [String: String], folderExists: (String) -> Bool
  ) -> String {
    func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let option, !option.isEmpty { return option }
    if let path = variable("WALLIS_CATALOG") { return path }
    if folderExists("catalogs") { return "catalogs/wallis.sqlite" }
    let data = variable("XDG_DATA_HOME") ?? (variable("HOME") ?? ".") + "/.local/share"
    return data + "/wallis/wallis.sqlite"
  }
}
