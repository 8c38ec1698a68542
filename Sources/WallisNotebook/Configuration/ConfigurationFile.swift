internal import Foundation
package import WallisDocuments

extension Configuration {
  /// The choices in a file; those of somebody who has made none where it does not exist.
  package init(contentsOf path: String) {
    guard let data = FileManager.default.contents(atPath: path) else {
      self.init()
      return
    }
    self.init(toml: String(decoding: data, as: UTF8.self))
  }

  /// What `wallis config check` says about the file: every mistake, or that there is none.
  package func report(on path: String) -> Document {
    guard problems.isEmpty else { return Document(problems.map { .diagnostic($0) }) }
    let exists = FileManager.default.fileExists(atPath: path)
    let changed = zip(keyMap.actions, KeyMap.standard.actions).count { $0.keys != $1.keys }
    return Document([
      .fields([
        Field(
          "file", Text(path, .name) + Text(exists ? "" : "  (not there: everything is as usual)", .muted)),
        Field("editing", Text(editing.rawValue)), Field("theme", Text(theme.rawValue)),
        Field("notation", Text(style?.words ?? "plain")), Field("mouse", Text("\(mouse)")),
        Field("ascii", Text("\(ascii)")),
        Field(
          "keys",
          Text(changed == 0 ? "the usual ones" : "\(changed) action\(changed == 1 ? "" : "s") changed")),
      ])
    ])
  }
}
