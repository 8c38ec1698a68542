internal import WallisDocuments

/// A verb whose lines may name files to be written.
protocol WritingVerb: Verb {
  /// The files that this line writes or replaces.
  func written(in context: VerbContext) -> [String]
  /// Files that it reads and must not replace, besides the catalog.
  var spared: [AtomicFile.Spared] { get }
}

extension WritingVerb {
  var spared: [AtomicFile.Spared] { [] }
}

extension Verb {
  /// Refuses, before any work, a line that would write over a device or a pipe, over the catalog or over the file that
  /// it reads.
  func checkFiles(in context: VerbContext) throws(Refusal) {
    let written = (self as? any WritingVerb)?.written(in: context) ?? []
    guard !written.isEmpty else { return }
    let catalog = context.catalogPath(global)
    let spared = ["", "-wal", "-shm"].map { AtomicFile.Spared(catalog + $0, "the catalog in use") }
    for path in written {
      do {
        try AtomicFile.check(path, sparing: spared + ((self as? any WritingVerb)?.spared ?? []))
      } catch {
        throw Refusal(wrapping: error)
      }
    }
  }
}
