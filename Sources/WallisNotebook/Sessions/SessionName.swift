internal import Foundation

/// Which file a name means that a user gives for a session.
package enum SessionName {
  /// The file to save under: without an extension in the name, a Markdown file.
  package static func saved(_ name: String) -> String { hasExtension(name) ? name : name + ".md" }

  /// The file to open: the one of that name, or the one that saving under the name writes.
  package static func opened(_ name: String) -> String {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
    return exists && !isFolder.boolValue ? name : saved(name)
  }

  private static func hasExtension(_ path: String) -> Bool {
    path.split(separator: "/").last?.contains(".") ?? false
  }
}
