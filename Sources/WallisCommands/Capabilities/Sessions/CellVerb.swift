internal import ArgumentParser
internal import Foundation
internal import WallisDocuments

/// `cell`: the interpreter behind a pipe, for viewers.
struct CellVerb: Verb {
  static let declaration = VerbDeclaration(
    "cell", "Run one cell for a viewer: a request as JSON on standard input, events as JSON lines on output.",
    examples: [], isHidden: true, isShellOnly: true)

  @Option(help: ArgumentHelp("Write the events to a spool that a viewer has made.", valueName: "file"))
  var spool: String?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard let shell = context.shell else { throw Refusal("'cell' works in a shell only") }
    guard let request = try? JSONDecoder().decode(CellRequest.self, from: Data(shell.readAll())) else {
      throw Refusal("standard input holds no cell request", exit: .badData)
    }
    let kept = spool.flatMap { CellSpool(path: $0) }
    guard spool == nil || kept != nil else { throw Refusal("the spool cannot be written", exit: .badData) }
    let finish = CellInterpreter(context: context).run(request) { event in
      if let kept { return kept.write(event) }
      if let line = try? JSONEncoder().encode(event) {
        shell.write(String(decoding: line, as: UTF8.self) + "\n")
      }
    }
    return Reply(Document(), exit: Exit(rawValue: finish.exit) ?? .badData)
  }
}
