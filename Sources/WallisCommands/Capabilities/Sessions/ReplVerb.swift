internal import ArgumentParser
internal import WallisDocuments

/// `repl`: the cells of a notebook line by line, for terminals that can do no more.
struct ReplVerb: Verb {
  static let declaration = VerbDeclaration(
    "repl", "Run cells line by line on a plain terminal.",
    discussion: "`%` is the last result and `%3` the third; `?topic` explains; Ctrl-D leaves.",
    examples: [.init("repl", "starts reading lines")], isShellOnly: true)

  @Flag(help: "Let lines that nobody types write and use catalogs outside this folder.")
  var trust = false

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard let shell = context.shell else { throw Refusal("'repl' works in a shell only") }
    let presentation = Presentation(shell, global, isTerminal: shell.outputIsTerminal)
    var context = context
    if !shell.inputIsTerminal, !trust { context.reach = Reach(ofSession: "") }
    var replay = SessionReplay(interpreter: CellInterpreter(context: context))
    let talks = shell.inputIsTerminal && shell.outputIsTerminal
    if talks, !global.quiet { shell.write("wallis \(Version.number); ? explains, Ctrl-D leaves\n") }
    let meter = ProgressMeter(shell: shell, options: global)
    return context.stopRequests.observe { converse(shell, presentation, &replay, context, meter, talks) }
  }

  /// Reads and runs lines to the end of the input. Ctrl-C stops a search; twice, it ends the program.
  private func converse(
    _ shell: Shell, _ presentation: Presentation, _ replay: inout SessionReplay, _ context: VerbContext,
    _ meter: ProgressMeter, _ talks: Bool
  ) -> Reply {
    while let line = nextLine(shell, prompt: talks) {
      context.stopRequests.reset()
      let documents = replay.run(line, catalog: global.catalog, width: context.width) { meter.show($0) }
      meter.clear()
      for document in documents { shell.write(presentation.render(document)) }
    }
    if talks { shell.write("\n") }
    return Reply(Document(), exit: talks ? .done : Exit(rawValue: replay.exit) ?? .badData)
  }

  /// A line and those that a backslash joins to it.
  private func nextLine(_ shell: Shell, prompt: Bool) -> String? {
    if prompt { shell.write("wallis> ") }
    guard var line = shell.readLine() else { return nil }
    while line.hasSuffix("\\") {
      if prompt { shell.write("   ...> ") }
      guard let more = shell.readLine() else { break }
      line += "\n" + more
    }
    return line
  }
}
