internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments

/// `catalog export`: the catalog as text.
struct CatalogExportVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog export", "Write the whole catalog as text, one line a formula, finding or covered space.",
    discussion: """
      The text is sorted by canonical key and says nothing of times, rates or jobs: the same knowledge is the same text. \
      `catalog import` reads it back; catalogs of several machines merge that way.
      """,
    examples: [
      .init("catalog export", "to standard output"),
      .init("catalog export --output catalogs/mine.txt", "to a file, replaced only when complete"),
    ])

  @Option(help: ArgumentHelp("File to write instead of standard output.", valueName: "file"))
  var output: Word?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let catalog = try context.readCatalog(global)
    if let shell = context.shell, output == nil, !global.wantsJSON {
      // A file gets every byte, a terminal no commands.
      let isTerminal = shell.outputIsTerminal
      try catalog.exportText { shell.write(isTerminal ? $0.safeForTerminals : $0) }
      return Reply(Document())
    }
    guard let output else {
      var text = ""
      try catalog.exportText { text += $0 }
      return try Exported(text: text).reply(to: nil)
    }
    let lines = try Exported.write(to: output.string) { write in try catalog.exportText(to: write) }
    return Exported.reply(lines: lines, output)
  }
}

/// Text that goes to standard output, or to a file where one is named.
struct Exported {
  let text: String

  func reply(to output: Word?) throws -> Reply {
    guard let output else {
      return Reply(Document([.code(text)]), json: ["text": .string(text)])
    }
    try AtomicFile.write(text.utf8, to: output.string)
    return Exported.reply(lines: text.utf8.count { $0 == UInt8(ascii: "\n") }, output)
  }

  private static let pieceLength = 1 << 20

  /// Writes text to a file as it comes, so that memory does not depend on its length.
  /// - Parameter text: hands each piece to the function that it is given; what it throws leaves the old file as it is.
  /// - Returns: the number of lines.
  static func write(
    to path: String, _ text: @escaping (_ write: (String) throws -> Void) throws -> Void
  ) throws -> Int {
    var (lines, piece) = (0, [UInt8]())
    var fault: Diagnostic?
    try AtomicFile.write(to: path) { write in
      do {
        try text {
          piece += $0.utf8
          lines += $0.utf8.count { $0 == UInt8(ascii: "\n") }
          guard piece.count >= pieceLength else { return }
          do throws(Diagnostic) {
            try write(piece)
          } catch {
            fault = error
            throw error
          }
          piece.removeAll(keepingCapacity: true)
        }
      } catch {
        throw fault ?? error
      }
      try write(piece)
    }
    return lines
  }

  /// What is said of a file that is written.
  static func reply(lines: Int, _ output: Word) -> Reply {
    Reply(
      Document([.paragraph("\(ProgressLine.counted(lines, "line")) written to " + Text(output.string, .name))]
      ),
      json: ["output": .string(output.string), "lines": .integer(lines)])
  }
}

extension CatalogExportVerb: WritingVerb {
  func written(in context: VerbContext) -> [String] { output.map { [$0.string] } ?? [] }
}
