internal import Foundation
internal import WallisFormulas
internal import WallisSearch

extension KnownFormulasFile {
  /// The list `catalogs/known.txt` that comes with Wallis.
  ///
  /// It is looked for in the folders above the program (a build inside the source tree, or `share/wallis` of an
  /// installation), so that results do not depend on the current folder. Without it nothing is called known.
  static func bundled() -> any KnownFormulas {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    var folder = program.deletingLastPathComponent()
    while folder.path != "/" {
      for name in ["catalogs/known.txt", "share/wallis/known.txt"] {
        let file = folder.appendingPathComponent(name)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        if let known = try? KnownFormulasFile(parsing: text) { return known }
      }
      folder.deleteLastPathComponent()
    }
    return NothingKnown()
  }
}
