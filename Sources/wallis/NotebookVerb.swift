internal import ArgumentParser
internal import WallisCommands
internal import WallisNotebook
internal import WallisTerminal

/// `notebook`: the notebook on a terminal; what `wallis` does without a verb.
struct NotebookVerb: Verb {
  static let declaration = VerbDeclaration(
    "notebook", "Open the notebook on a terminal.",
    discussion: """
      FILE is a session: Markdown with cells in fenced blocks. Without it a new notebook begins. With --keys the
      keys of a file are pressed instead and the screens that it asks for are written, without any terminal; the \
      exit code is 1 where a screen is not as the file expects.
      """,
    examples: [
      .init("notebook", "begins a new notebook"),
      .init("notebook sessions/tour.md", "opens the tour"),
    ],
    isShellOnly: true)

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("Session file.", valueName: "file"))
  var file: String?

  @Option(help: ArgumentHelp("File of keys to press; - reads standard input.", valueName: "file"))
  var keys: String?

  @Option(help: ArgumentHelp("Where the screens go; by default standard output.", valueName: "file"))
  var frames: String?

  func reply(in context: VerbContext) throws -> Reply {
    guard let shell = context.shell else { throw Refusal("'notebook' works in a shell only") }
    var options = NotebookOptions()
    (options.file, options.catalog, options.color) = (file, global.catalog, global.color)
    if keys == nil {
      options.style = global.notation?.style ?? shell.style
      options.configuration = Configuration(contentsOf: context.locations.configuration + "/config.toml")
    }
    options.verbs = context.table
    (options.ascii, options.keys, options.frames) = (global.ascii, keys, frames)
    let code = runNotebook(options, shell: shell)
    return Reply(.init(), exit: Exit(rawValue: code) ?? .interrupted)
  }
}
