internal import WallisDocuments

extension NotebookModel {
  /// Saves, after asking for a name where there is none.
  mutating func save() -> [Effect] {
    guard file.path != nil else {
      askForName(leaving: false)
      return []
    }
    guard file.saving == nil else { return [] }
    guard isModified || file.mayOverwrite || !file.exists else {
      file.savedAt = content.mark
      say("nothing to save: \(file.name) is as it was")
      return []
    }
    return write(file.mayOverwrite ? .anything : file.exists ? .replacing(file.savedText) : .creating)
  }

  mutating func askForName(leaving: Bool) {
    overlay = .naming(Prompt(), leaving: leaving)
  }

  /// A name was typed: the notebook is kept there from now on.
  mutating func name(_ typed: String, leaving: Bool) -> [Effect] {
    let words = typed.drop(while: \.isWhitespace)
    guard !words.isEmpty else {
      warn("a file name is needed; Esc goes back")
      return []
    }
    overlay = nil
    let path = String(words)
    file.path = path.contains(".") ? path : path + ".md"
    (file.exists, file.leaving) = (false, leaving)
    return [.belong(file.path)] + write(.creating)
  }

  private mutating func write(_ replaces: SaveRequest.Guard) -> [Effect] {
    guard let path = file.path else { return [] }
    let text = content.sessionFile.text
    file.saving = (text, content.mark)
    (file.since, file.mayLeave) = ([], false)
    return [.save(SaveRequest(path: path, text: text, replaces: replaces))]
  }

  mutating func noteSaved(_ outcome: SaveOutcome) -> [Effect] {
    guard let saving = file.saving else { return [] }
    let (leaving, since) = (file.leaving, file.since)
    (file.saving, file.leaving, file.since) = (nil, false, [])
    switch outcome {
    case .saved:
      (file.savedText, file.savedAt) = (saving.text, saving.at)
      (file.exists, file.mayOverwrite) = (true, false)
      say("saved \(file.name)")
      let base = JournalBase(path: file.path, text: saving.text)
      return [.restartJournal(base, JournalEntry(changes: since))] + (leaving ? quit() : [])
    case .conflict:
      file.mayOverwrite = true
      warn(
        file.exists
          ? "\(file.name) was changed by another program: Ctrl-S again replaces it, :save-as keeps both"
          : "\(file.name) exists already: Ctrl-S again replaces it, :save-as takes another name")
    case .failed(let diagnostic):
      warn(
        diagnostic.message
          + (leaving ? "; Ctrl-Q again quits and keeps the journal" : "; the journal keeps it"))
      file.mayLeave = leaving
    }
    return []
  }

  /// Half a minute after a change the file gets it without being asked.
  mutating func autosave() -> [Effect] {
    file.alarmSet = false
    guard file.path != nil, file.exists, !file.mayOverwrite, isModified, file.saving == nil else { return [] }
    return write(.replacing(file.savedText))
  }

  /// Quits. What is unsaved goes to its file first, or to one that the user names; a second Ctrl-Q leaves it in the
  /// journal, which the next start recovers.
  mutating func quit() -> [Effect] {
    if case .naming(_, leaving: true) = overlay { return [.quit(.keepingJournal)] }
    guard runs.errands.isEmpty || file.awaitsCatalog else {
      file.awaitsCatalog = true
      say("the catalog is being changed; Ctrl-Q again does not wait for it")
      return []
    }
    guard isModified else { return [.quit(.clean)] }
    if file.mayLeave || file.leaving { return [.quit(.keepingJournal)] }
    guard file.path != nil else {
      askForName(leaving: true)
      say("not saved yet: type a file name, or Ctrl-Q again to quit and find it here at the next start")
      return []
    }
    if file.mayOverwrite {
      file.mayLeave = true
      warn("not saved: Ctrl-S replaces \(file.name), Ctrl-Q again quits and keeps the journal")
      return []
    }
    file.leaving = true
    return file.saving == nil ? write(file.exists ? .replacing(file.savedText) : .creating) : []
  }
}
