internal import ArgumentParser
package import WallisDocuments

/// Wallis as a command line: words in, text on streams and an exit code out.
package struct Program: Sendable {
  private let table: VerbTable
  private let shell: Shell
  private let stopRequests: StopRequests
  private let keys: (@Sendable () -> Document)?

  /// A program.
  ///
  /// - Parameters:
  ///   - table: the verbs it knows; the first one is used when no verb is given.
  ///   - keys: the cheat sheet that `keys` prints.
  package init(
    table: VerbTable, shell: Shell, stopRequests: StopRequests, keys: (@Sendable () -> Document)? = nil
  ) {
    (self.table, self.shell, self.stopRequests, self.keys) = (table, shell, stopRequests, keys)
  }

  /// Carries out what stands after the program's name.
  package func run(_ words: [String]) -> Exit {
    if words.first == "--version" {
      shell.write(Version.text)
      return .done
    }
    shell.log?("words \(words)")
    let words = words.isEmpty ? table.verbs.first?.declaration.words ?? [] : words
    if let topic = helpTopic(words) { return run(["help"] + topic) }
    let verb: any Verb
    do {
      verb = try table.parse(words)
    } catch {
      return refuse(error, Presentation(shell, words: words), wantsJSON: GlobalOptions.wantJSON(words))
    }
    return carryOut(verb)
  }

  private func carryOut(_ verb: any Verb) -> Exit {
    let started = shell.clock()
    let exit = answer(verb)
    shell.log?("exit \(exit.rawValue) after \(Int((shell.clock() - started) * 1000)) ms")
    return exit
  }

  private func answer(_ verb: any Verb) -> Exit {
    let meter = ProgressMeter(shell: shell, options: verb.global)
    let declaration = type(of: verb).declaration
    if !declaration.isShellOnly { meter.showTime(of: declaration.name) }
    do {
      let context = context(verb.global, meter)
      try verb.checkFiles(in: context)
      let reply = try verb.reply(in: context)
      meter.end()
      show(reply, verb.global)
      return reply.exit
    } catch {
      meter.end()
      let presentation = Presentation(shell, verb.global, isTerminal: shell.errorIsTerminal)
      return refuse(Refusal(wrapping: error), presentation, wantsJSON: verb.global.wantsJSON)
    }
  }

  private func context(_ options: GlobalOptions, _ meter: ProgressMeter) -> VerbContext {
    let shell = meter.clearing(shell)
    var context = VerbContext(
      table: table, locations: Locations(variables: shell.variables), catalog: options.catalog,
      width: shell.width, stopRequests: stopRequests, clock: shell.clock,
      progress: { meter.show($0) }, shell: shell, keys: keys)
    if options.jsonLines {
      let table = table
      context.found = { shell.write(table.json($0, ofMethod: $1).compact + "\n") }
    }
    return context
  }

  private func show(_ reply: Reply, _ options: GlobalOptions) {
    if options.wantsJSON, let json = reply.json {
      shell.write(options.jsonLines ? json.jsonLines(sent: reply.isStreamed) : json.pretty + "\n")
    } else {
      let presentation = Presentation(shell, options, isTerminal: shell.outputIsTerminal)
      shell.write(presentation.render(reply.document))
    }
    if let remark = reply.remark, !options.quiet {
      shell.complain(Presentation(shell, options, isTerminal: shell.errorIsTerminal).render(remark))
    }
  }

  private func refuse(_ refusal: Refusal, _ presentation: Presentation, wantsJSON: Bool) -> Exit {
    shell.log?("refused \(refusal.json.compact)")
    if wantsJSON { shell.write(refusal.json.compact + "\n") }
    shell.complain(presentation.render(Document([.diagnostic(refusal.diagnostic)])))
    return refusal.exit
  }

  /// The words whose help is asked for by `--help` or `-h`; nil where it is not.
  private func helpTopic(_ words: [String]) -> [String]? {
    let words = Array(words.prefix { $0 != "--" })
    guard words.contains("--help") || words.contains("-h") else { return nil }
    let topic = words.filter { !$0.hasPrefix("-") }
    if let (_, taken) = table.match(topic) { return Array(topic.prefix(taken)) }
    return Array(topic.prefix(1))
  }
}

/// For whom an answer is written.
enum ReplyForm {
  /// For people.
  case document
  /// For scripts, one object.
  case json
  /// For scripts, an object a line.
  case jsonLines
}

extension GlobalOptions {
  /// For whom answers are written.
  var form: ReplyForm { jsonLines ? .jsonLines : json ? .json : .document }

  /// Whether scripts read the output.
  var wantsJSON: Bool { json || jsonLines }

  /// Whether scripts read the output of a line that could not be parsed.
  static func wantJSON(_ words: [String]) -> Bool { words.contains("--json") || words.contains("--jsonl") }
}

extension Presentation {
  /// For errors in a line that could not be parsed.
  fileprivate init(_ shell: Shell, words: [String]) {
    let never =
      words.contains("--color=never") || zip(words, words.dropFirst()).contains { $0 == ("--color", "never") }
    self.init(
      shell, color: never ? .never : .auto, ascii: words.contains("--ascii"),
      isTerminal: shell.errorIsTerminal)
  }
}

extension JSONValue {
  /// Each finding or row on a line, unless they were sent before; then the object without them.
  func jsonLines(sent: Bool) -> String {
    guard case .object(let members) = self else { return compact + "\n" }
    var lines = ""
    var rest: [JSONValue.Member] = []
    for member in members {
      if case .array(let values) = member.value, ["findings", "rows"].contains(member.key) {
        if !sent { lines += values.map { $0.compact + "\n" }.joined() }
      } else {
        rest.append(member)
      }
    }
    return lines + JSONValue.object(rest).compact + "\n"
  }
}
