internal import Foundation

extension SessionFile {
  /// Reads a session from a file; one whose name ends with `.ipynb` is a notebook of Jupyter.
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
    if path.hasSuffix(".ipynb") {
      try self.init(notebook: bytes, name: path)
    } else {
      try self.init(parsing: bytes, name: path)
    }
  }

  /// Saves the session atomically, in the format that the name asks for.
  ///
  /// - Throws: a `Diagnostic` where the file cannot be written; what was there before is then untouched.
  package func write(to path: String) throws(Diagnostic) {
    let isNotebook = path.hasSuffix(".ipynb")
    try AtomicFile.write((isNotebook ? SessionExport.notebook.text(self, title: path) : text).utf8, to: path)
  }
}
