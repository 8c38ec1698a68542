internal import ArgumentParser
internal import Synchronization
internal import WallisDocuments

/// `repl`: the cells of a notebook line by line, for terminals that can do no more.
struct ReplVerb: Verb {
  static let declaration = VerbDeclaration(
    "repl", "Run cells line by line on a plain terminal.",
    discussion: """
      `%` is the last result and `%3` the third; `?topic` explains; `vars` lists what is defined; Ctrl-D leaves. On a \
      terminal lines are edited: arrow keys and the keys of emacs, Tab completes, Ctrl-R looks for an earlier line, \
      also of notebooks, Ctrl-C gives the line up.
      """,
    examples: [.init("repl", "starts reading lines")], isShellOnly: true)

  @Flag(help: "Let lines that nobody types write and use catalogs outside this folder.")
  var trust = false

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard let shell = context.shell else { throw Refusal("'repl' works in a shell only") }
    var context = context
    if !shell.inputIsTerminal, !trust { context.reach = Reach(ofSession: "") }
    let talks = shell.inputIsTerminal && shell.outputIsTerminal
    if talks, !global.quiet { shell.write("wallis \(Version.number); ? explains, Ctrl-D leaves\n") }
    var conversation = Conversation(
      shell: shell, presentation: Presentation(shell, global, isTerminal: shell.outputIsTerminal),
      context: context, options: global, talks: talks)
    // While a line is edited a signal ends the process at once, with the terminal as it was.
    return conversation.edits
      ? conversation.run() : context.stopRequests.observe { conversation.run() }
  }
}

/// A user's lines and the answers to them.
private struct Conversation {
  let shell: Shell
  let presentation: Presentation
  let context: VerbContext
  let options: GlobalOptions
  let talks: Bool
  private var replay: SessionReplay
  private let meter: ProgressMeter
  private let editor: (any LineEditing)?
  private let names = Names()

  /// The names of the session, for completion.
  private final class Names: Sendable {
    let current = Mutex<[String]>([])
  }

  init(shell: Shell, presentation: Presentation, context: VerbContext, options: GlobalOptions, talks: Bool) {
    (self.shell, self.presentation, self.context) = (shell, presentation, context)
    (self.options, self.talks) = (options, talks)
    replay = SessionReplay(interpreter: CellInterpreter(context: context))
    meter = ProgressMeter(shell: shell, options: options)
    let (table, names, width) = (context.table, names, context.width)
    let isDumb = shell.variables["TERM"] == "dumb" || (shell.variables["TERM"] ?? "").isEmpty
    editor =
      talks && !isDumb
      ? shell.openEditor?(context.locations.history) { text in
        table.completion(of: text, names: names.current.withLock { $0 }, width: width)
      } : nil
  }

  /// Whether lines are edited.
  var edits: Bool { editor != nil }

  /// Reads and runs lines to the end of the input. Ctrl-C stops a search; twice, it ends the program.
  mutating func run() -> Reply {
    while let line = nextLine() {
      context.stopRequests.reset()
      let documents = context.stopRequests.observe {
        replay.run(line, catalog: options.catalog, width: context.width) { [meter] in meter.show($0) }
      }
      meter.clear()
      for document in documents { shell.write(presentation.render(document)) }
      let defined = replay.bindings.map { $0.name + ($0.parameters == nil ? "" : "(") }
      names.current.withLock { $0 = defined }
    }
    if talks { shell.write("\n") }
    return Reply(Document(), exit: talks ? .done : Exit(rawValue: replay.exit) ?? .badData)
  }

  /// A line and those that a backslash joins to it; nil at the end.
  private func nextLine() -> String? {
    var lines: [String] = []
    reading: repeat {
      switch piece(lines.isEmpty ? "wallis> " : "   ...> ") {
      case .line(let line): lines.append(line)
      case .cancelled: return ""
      case .end, .interrupted:
        guard !lines.isEmpty else { return nil }
        break reading
      }
    } while lines.last?.hasSuffix("\\") == true
    let input = lines.joined(separator: "\n")
    editor?.remember(input)
    return input
  }

  /// One line as it was typed.
  private func piece(_ prompt: String) -> EditedLine {
    if let editor { return editor.read(prompt) }
    if talks { shell.write(prompt) }
    return shell.readLine().map { .line($0) } ?? .end
  }
}
