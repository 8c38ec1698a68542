internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// `catalog note`: writes something about a formula into the catalog.
struct CatalogNoteVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog note", "Write a note about a formula of the catalog, or show its notes.",
    discussion: """
      A formula can have several notes; they belong to its mirror as well, are exported and merged with the catalog, \
      and are found by `catalog query 'text ~ "…"'`.
      """,
    examples: [
      .init("catalog note 'pcf(2n+1, n^2)' 'see Wallis, prop. 191'", "adds a note"),
      .init("catalog note 'pcf(2n+1, n^2)'", "shows the notes"),
      .init("catalog note 'pcf(2n+1, n^2)' --remove", "removes all of them"),
    ])

  @Argument(help: ArgumentHelp("A continued fraction, as pcf(a(n), b(n)), or a key.", valueName: "formula"))
  var formula: Word

  @Argument(help: ArgumentHelp("What to write.", valueName: "text"))
  var text: [Word] = []

  @Flag(help: "Remove the note with this text, or all notes of the formula.")
  var remove = false

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let subject = try context.formula([formula]).formula
    let note = text.map(\.string).joined(separator: " ").trimmed
    let catalog =
      try note.isEmpty && !remove ? context.readCatalog(global) : context.openCatalog(global)
    let before = try catalog.notes(about: subject)
    if remove {
      let count = try catalog.removeNotes(note.isEmpty ? nil : note, about: subject)
      if count == 0 { return reply(subject, before, exit: .nothing) }
    } else if !note.isEmpty {
      try catalog.addNote(note, about: subject)
    } else if try catalog.row(for: subject) == nil {
      throw CatalogError.notStored("\(subject)")
    }
    let notes = try catalog.notes(about: subject)
    var reply = reply(subject, notes, exit: notes.isEmpty && !remove ? .nothing : .done)
    reply.edit = edit(subject, from: before, to: notes)
    return reply
  }

  /// The change as lines that make it and take it back; nil where nothing has changed.
  private func edit(_ subject: Formula, from old: [String], to new: [String]) -> CatalogEdit? {
    let (gone, come) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
    guard !gone.isEmpty || !come.isEmpty else { return nil }
    let line = { (note: String, removes: Bool) in
      "catalog note \("\(subject)".quoted)\(removes ? " --remove" : "")\(global.place) -- \(note.quoted)"
    }
    return CatalogEdit(
      title: "the note about \(subject)", make: gone.map { line($0, true) } + come.map { line($0, false) },
      takeBack: come.map { line($0, true) } + gone.map { line($0, false) })
  }

  private func reply(_ subject: Formula, _ notes: [String], exit: Exit) -> Reply {
    let shown: [Block] = notes.isEmpty ? [.paragraph("no notes")] : notes.map { .paragraph(Text($0)) }
    var json: JSONValue {
      [
        "formula": .string("\(subject)"), "notes": .array(notes.map { .string($0) }),
      ]
    }
    return Reply(Document([.heading(Text("\(subject)", .formula))] + shown), json: json, exit: exit)
  }
}

extension String {
  /// Without white space at either end.
  fileprivate var trimmed: String {
    var rest = drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
