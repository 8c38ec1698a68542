internal import Synchronization
internal import WallisDocuments

/// Runs cells in this process.
///
/// The notebook runs `wallis cell` instead, which is this behind a pipe; `repl`, `run` and tests use it directly.
package struct CellInterpreter: Sendable {
  private let context: VerbContext

  /// An interpreter whose cells see the given files, clock and verbs.
  package init(context: VerbContext) {
    var context = context
    context.shell = nil
    self.context = context
  }

  /// Runs one cell, line after line; a line that fails ends it.
  ///
  /// - Parameters:
  ///   - streamsFindings: whether findings are events, too; who takes none spares the memory that telling them apart takes.
  ///   - emit: takes the events as they happen; `finished` is the last one.
  @discardableResult
  package func run(
    _ request: CellRequest, streamsFindings: Bool = true, emit: @escaping @Sendable (CellEvent) -> Void
  ) -> CellFinish {
    var run = CellRun(request: request, context: context, emit: emit)
    if !streamsFindings { run.context.found = nil }
    let finish = run.finish()
    emit(.finished(finish))
    return finish
  }
}

/// A cell while it runs.
private struct CellRun {
  let request: CellRequest
  var context: VerbContext
  let emit: @Sendable (CellEvent) -> Void
  var outcome = CellFinish(exit: 0)

  init(request: CellRequest, context: VerbContext, emit: @escaping @Sendable (CellEvent) -> Void) {
    (self.request, self.context, self.emit) = (request, context, emit)
    self.context.workspace = Workspace(bindings: request.bindings, results: request.results)
    self.context.workspace.verbs = context.workspace.verbs
    self.context.catalog = request.catalog ?? context.catalog
    self.context.width = request.width
    if let folder = request.folder { self.context.reach = .folder(folder) }
    self.context.progress = { emit(.progress($0)) }
    self.context.told = { emit(.remark($0)) }
    self.context.found = { finding, _ in emit(.finding(finding.line)) }
  }

  mutating func finish() -> CellFinish {
    for line in CellLine.lines(of: request.source) {
      guard !context.stopRequests.isRequested else {
        outcome.exit = Exit.interrupted.rawValue
        break
      }
      do {
        try run(line)
      } catch {
        let isForPeople = context.form == .document
        emit(.output(Document([isForPeople ? .diagnostic(error.diagnostic) : .code(error.json.compact)])))
        outcome.exit = error.exit.rawValue
        outcome.isRefused = true
        break
      }
    }
    return outcome
  }

  private mutating func run(_ line: String) throws(Refusal) {
    context = context.renewed()
    switch try CellLine(line, table: context.table) {
    case .blank: break
    case .assignment(let name, let expression): try assign(name, nil, expression)
    case .definition(let name, let parameters, let expression): try assign(name, parameters, expression)
    case .question(let topic, let isLong): try explain(topic, isLong: isLong)
    case .apropos(let word):
      show(try HelpPages(table: context.table, width: context.width).apropos(word))
    case .expression(let text):
      show(try answer { try EvaluateRequest(expression: text).reply(in: $0) }, context.form)
    case .verb(let words): try run(try context.table.parse(words))
    }
  }

  private mutating func run(_ verb: any Verb) throws(Refusal) {
    guard !type(of: verb).declaration.isShellOnly else {
      throw Refusal("'\(type(of: verb).declaration.name)' works in a shell only, not inside a cell")
    }
    do {
      try context.reach.check(verb, in: context)
    } catch {
      outcome.wantsTrust = true
      throw error
    }
    try verb.checkFiles(in: context)
    show(
      try answer { try verb.reply(in: $0) }, verb.global.wantsJSON ? verb.global.form : context.form,
      verb.global.notation?.style)
  }

  /// What a name of the user means, otherwise a page of help.
  private mutating func explain(_ topic: [String], isLong: Bool) throws(Refusal) {
    if topic.count == 1, let binding = context.workspace.binding(of: topic[0]) {
      let meaning = Field(binding.signature, Text(binding.source, .formula))
      return show(Reply(Document([.fields([meaning])])))
    }
    let pages = HelpPages(table: context.table, width: context.width)
    show(try pages.page(topic, isLong: isLong))
  }

  /// Errors that are no refusals become one: nothing may end a session.
  private func answer(_ reply: (VerbContext) throws -> Reply) throws(Refusal) -> Reply {
    do {
      return try reply(context)
    } catch {
      throw Refusal(wrapping: error)
    }
  }

  private mutating func show(
    _ reply: Reply, _ form: ReplyForm = .document, _ style: FormulaStyle? = nil
  ) {
    let document: Document? =
      switch form {
      case .document: style?.written(reply.document) ?? reply.document
      case .json: reply.json.map { Document([.code($0.pretty)]) }
      case .jsonLines: reply.json.map { Document([.code(String($0.jsonLines(sent: false).dropLast()))]) }
      }
    if let document, !document.isEmpty { emit(.output(document)) }
    if reply.exit != .done { outcome.exit = reply.exit.rawValue }
    if let edit = reply.edit { outcome.edits = (outcome.edits ?? []) + [edit] }
    guard let source = reply.result else { return }
    let number = request.firstResult + outcome.results.count
    outcome.results.append(NumberedResult(number: number, source: source))
    context.workspace.add(source, as: number)
  }

  private mutating func assign(
    _ name: String, _ parameters: [String]?, _ expression: String
  ) throws(Refusal) {
    for word in [name] + (parameters ?? []) {
      if let meaning = KnownNames.meaning(of: word) {
        throw Refusal("'\(word)' is \(meaning) already", remedy: "choose another name")
      }
    }
    guard !context.table.isVerb(name) else {
      throw Refusal("'\(name)' is a verb", remedy: "choose another name")
    }
    if let parameters, Set(parameters).count < parameters.count {
      throw Refusal("two parameters of \(name) have the same name", remedy: "choose another name")
    }
    let source = try context.workspace.closed(expression, parameters: parameters ?? []).text
    let binding = Binding(name: name, parameters: parameters, source: source)
    context.workspace.bind([binding])
    outcome.bindings.append(binding)
  }
}
