internal import Foundation

extension SessionFile {
  /// Reads a session from a file.
  ///
  /// - Throws: a `Diagnostic` where the file cannot be read or is no session.
  package init(contentsOf path: String) throws(Diagnostic) {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      let missing = !FileManager.default.fileExists(atPath: path)
      throw Diagnostic(
        "cannot read \(path): \(missing ? "no such file" : "it is not readable")",
        remedy: missing ? "check the name; `wallis notebook \(path)` starts a new one" : nil)
    }
    try self.init(parsing: bytes, name: path)
  }

  /// Saves the session atomically.
  ///
  /// - Throws: a `Diagnostic` where the file cannot be written; what was there before is then untouched.
  package func write(to path: String) throws(Diagnostic) {
    try AtomicFile.write(text.utf8, to: path)
  }
}
