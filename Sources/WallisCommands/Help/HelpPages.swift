internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// The help, made from the verb table and the function table.
struct HelpPages {
  let table: VerbTable
  let width: Int

  /// The page about a topic: nothing (all verbs), a verb, a group of verbs, a function or a constant.
  ///
  /// - Parameter isLong: whether a verb is explained with all its options.
  /// - Throws: a `Refusal` for an unknown topic.
  func page(_ topic: [String], isLong: Bool = true) throws(Refusal) -> Reply {
    guard let first = topic.first else { return Reply(overview) }
    if let (verb, taken) = table.match(topic), taken == topic.count {
      return Reply(isLong ? page(verb) : shortPage(verb.declaration))
    }
    if topic == ["query"] { return Reply(QueryPage.document) }
    let group = table.declarations.filter { $0.words.starts(with: topic) }
    if !group.isEmpty { return Reply(list(group, title: topic.joined(separator: " "))) }
    let functions = FunctionTable.functions(named: first)
    if topic.count == 1, !functions.isEmpty { return Reply(page(functions)) }
    if topic.count == 1, let constant = KnownNames.summary(ofConstant: first) {
      return Reply(Document([.fields([Field(first, Text(constant))])]))
    }
    let typed = topic.joined(separator: " ")
    if let entry = GlossaryTable.entry(typed) { return Reply(page(entry)) }
    if let field = QueryPage.field(typed) { return Reply(QueryPage.document(of: field)) }
    // The second word of a verb, alone, is meant as the verb.
    if topic.count == 1, let verb = table.verb(withSecondWord: first) {
      return Reply(isLong ? page(verb) : shortPage(verb.declaration))
    }
    throw unknown(topic)
  }

  private func unknown(_ topic: [String]) -> Refusal {
    let typed = topic.joined(separator: " ")
    if topic.count > 1, let refusal = table.unknownSecondWord(topic) { return refusal }
    let names =
      table.declarations.map(\.name) + FunctionTable.names + KnownNames.constants
      + GlossaryTable.all.flatMap { [$0.word] + $0.others } + QueryFieldTable.all.map(\.name)
    let nearest = NearestName.nearest(to: typed, among: names + table.declarations.flatMap(\.words))
    return Refusal(
      "there is no help about '\(typed)'",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "help lists what there is")
  }

  private var overview: Document {
    let start: [Block] = [
      .paragraph("Wallis discovers formulas for mathematical constants."),
      .paragraph(
        "A cell, or a line of the repl, holds a verb line as below, an expression such as "
          + Text("4/pcf(2n+1, n^2)", .formula) + ", an assignment such as "
          + Text("K = pcf(6, (2n-1)^2)", .formula)
          + ", or " + Text("?topic", .name) + ". In a shell a verb line follows " + Text("wallis", .name)
          + ", with quotes around parentheses and stars."),
    ]
    let functions = FunctionTable.all.map(\.signature).joined(separator: ", ")
    return Document(start) + list(table.declarations, title: "Verbs")
      + Document([
        .heading("Functions"), .paragraph(Text(functions, .formula)),
        .heading("Constants"), .paragraph(Text(KnownNames.constants.joined(separator: ", "), .name)),
        .paragraph(
          "a(n) are the partial denominators and b(n) the partial numerators: "
            + Text("pcf(a, b) = a(0) + b(1)/(a(1) + b(2)/(a(2) + …))", .formula)),
      ])
  }

  private func list(_ declarations: [VerbDeclaration], title: String) -> Document {
    Document([
      .heading(Text(title)), .fields(declarations.map { Field($0.name, Text($0.abstract)) }),
    ])
  }

  private func page(_ verb: any Verb.Type) -> Document {
    Document([.code(verb.helpMessage(columns: max(40, width)))])
  }

  private func shortPage(_ verb: VerbDeclaration) -> Document {
    let examples = verb.examples.map {
      Field("example", Text($0.line, .formula) + Text("  " + $0.remark, .muted))
    }
    return Document([
      .fields([Field(verb.name, Text(verb.abstract))] + examples),
      .paragraph(Text("??\(verb.name) lists the options", .muted)),
    ])
  }

  private func page(_ entry: GlossaryEntry) -> Document {
    let example = entry.example.map { [Field("example", Text($0, .formula))] } ?? []
    return Document([.fields([Field(entry.word, Text(entry.meaning))] + example)])
  }

  /// Everything whose name or explanation contains a text: `???word`.
  ///
  /// - Throws: a `Refusal` where nothing does.
  func apropos(_ wanted: String) throws(Refusal) -> Reply {
    let wanted = wanted.lowercased()
    let all =
      table.declarations.map { ($0.name, $0.abstract) } + FunctionTable.all.map { ($0.signature, $0.summary) }
      + KnownNames.constants.map { ($0, KnownNames.summary(ofConstant: $0) ?? "") }
      + GlossaryTable.all.map { ($0.word, $0.meaning) }
    let found = all.filter { ($0.0 + " " + $0.1).lowercased().contains(wanted) }
    guard !found.isEmpty else {
      throw Refusal("nothing is said about '\(wanted)'", remedy: "help lists what there is")
    }
    return Reply(Document([.fields(found.map { Field($0.0, Text($0.1)) })]))
  }

  private func page(_ functions: [FunctionDeclaration]) -> Document {
    Document([.fields(functions.map { Field($0.signature, Text($0.summary)) })])
  }
}
