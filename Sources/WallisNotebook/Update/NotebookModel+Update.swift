extension NotebookModel {
  /// Answers a message: the state changes, and the effects say what the outside shall do, in this order.
  package mutating func update(_ message: Message) -> [Effect] {
    var effects = answer(message) + takeOutbox() + followTyping()
    suggest()
    if display.isInOutput, isEditing || selected.content.output == nil { display.isInOutput = false }
    effects += journal()
    settleViewport()
    return effects
  }

  private mutating func answer(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return press(key)
    case .paste(let text): return paste(text)
    case .resize(let size): return resize(to: size)
    case .click(let place): return click(place)
    case .wheel(let lines): return turnWheel(lines)
    case .run(let run, let report): return hear(report, from: run)
    case .told(let question, let reply): tell(reply, to: question)
    case .saved(let outcome): return noteSaved(outcome)
    case .exported(let path, let outcome): noteExported(path, outcome)
    case .files(let beginning, let paths): hear(paths, beginning: beginning)
    case .edited(let cell, let outcome): noteEdited(cell, outcome)
    case .journalFailed(let diagnostic): noteJournalFailed(diagnostic)
    case .journalKept: noteJournalKept()
    case .alarm(.autosave): return autosave()
    case .alarm(.syncJournal):
      file.syncSet = false
      return [.syncJournal]
    case .alarm(.value(let number)): return evaluateTyped(number)
    case .alarm(.tooLong(let run)): return [.stop(run, .kill)]
    case .resumed: return [.redraw]
    }
    return []
  }

  private mutating func resize(to size: ScreenSize) -> [Effect] {
    self.size = size
    let effects = runs.toAttach.map { Effect.attach($0.0, $0.1) }
    runs.toAttach = []
    tellPanes(.resized)
    return effects
  }

  private mutating func hear(_ paths: [String], beginning: String) {
    withPane { $0.hear(files: paths, $1) }
    offer(paths.map { CompletionWord($0, "", kind: .option) }, for: beginning, "no file begins with")
  }

  /// Hands over what was emitted.
  private mutating func takeOutbox() -> [Effect] {
    defer { outbox = [] }
    return outbox
  }

  /// A key of a sequence waits for the next; one that continues nothing is taken for itself.
  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    if closesCompletion(key) { return [] }
    pendingKeys.append(key)
    switch keyMap.match(pendingKeys, in: context) {
    case .action(let action):
      pendingKeys = []
      return action.perform(&self)
    case .beginning:
      return []
    case .nothing:
      let alone = pendingKeys.count == 1
      pendingKeys = []
      guard alone else { return press(key) }
      return key.modifiers.contains(.alt) ? pressApart(key) : type(key)
    }
  }

  /// A key other than Tab ends the choice among completions: Enter keeps the word, Esc takes it back, and any other
  /// key does what it always does.
  private mutating func closesCompletion(_ key: Key) -> Bool {
    guard let offered = typing.completing, key != Key(.tab), key != Key(.tab, .shift) else { return false }
    if key == Key(.escape) { refuseCompletion() }
    typing.completing = nil
    return key == Key(.escape) || (key == Key(.enter) && offered.choice != nil)
  }

  /// Esc and a key in quick succession look like the key with Alt; where that has no meaning they are taken one by
  /// one, so that nothing typed fast is lost.
  private mutating func pressApart(_ key: Key) -> [Effect] {
    let plain = Key(key.code, key.modifiers.subtracting(.alt))
    return press(Key(.escape)) + press(plain)
  }

  /// A key without an action: a character where text is typed, else a hint.
  private mutating func type(_ key: Key) -> [Effect] {
    if let character = key.typed, context == .editing || context == .prompt {
      typeText(joining: true) { $0.insert(String(character)) }
    } else {
      let help = context == .cells ? "? shows the keys" : "F1 shows the keys"
      say("\(key) has no meaning here; \(help)")
    }
    return []
  }

  /// Pasted text goes where typed text goes; outside editing it becomes a cell of its own.
  private mutating func paste(_ text: String) -> [Effect] {
    notice = nil
    pendingKeys = []
    switch context {
    case .editing, .commanding: typeText { $0.insert(text) }
    case .prompt: typeText { $0.insert(text.split(whereSeparator: \.isNewline).joined(separator: " ")) }
    case .cells, .output: insertCell(CellContent(.input, TextBuffer.normalised(text)), at: selection + 1)
    default: break
    }
    return []
  }
}
