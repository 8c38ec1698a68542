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

  /// A name was typed: the notebook is kept there from now on.
  mutating func name(_ typed: String, leaving: Bool) -> [Effect] {
    let words = typed.drop(while: \.isWhitespace)
    guard !words.isEmpty else {
      warn("a file name is needed; Esc goes back")
      return []
    }
    guard words.last != "/" else {
      warn("\(words) is a folder; a file name is needed, Esc goes back")
      return []
    }
    guard file.saving == nil else {
      warn("\(file.name) is being written; Enter again in a moment")
      return []
    }
    closePanes()
    file.path = SessionName.saved(String(words))
    // Nothing is known to be there yet, whatever the old file holds.
    (file.exists, file.savedText, file.savedAt) = (false, "", .none)
    file.leaving = leaving
    // From now on the journal is found under this name.
    return [.belong(file.path), wholeJournal()] + write(.creating)
  }

  private mutating func write(_ replaces: SaveRequest.Guard) -> [Effect] {
    guard let path = file.path else { return [] }
    let text = content.sessionFile.text
    let saving = FileState.Saving(
      text: text, at: content.mark, base: content.journalBase(path: path, text: text))
    (file.saving, file.since, file.mayLeave) = (saving, [], false)
    let entry = JournalEntry(changes: content.takeUnjournaled(), saving: saving.fingerprint)
    return [
      file.journalFault == nil ? .journal(entry) : wholeJournal(),
      .save(SaveRequest(path: path, text: text, replaces: replaces)),
    ]
  }

  mutating func noteSaved(_ outcome: SaveOutcome) -> [Effect] {
    guard let saving = file.saving else { return [] }
    let (leaving, since) = (file.leaving, file.since)
    (file.saving, file.leaving, file.since) = (nil, false, [])
    switch outcome {
    case .saved:
      (file.savedText, file.savedAt) = (saving.text, saving.at)
      (file.exists, file.mayOverwrite) = (true, false)
      say("saved \(file.path ?? file.name)")
      return [.restartJournal(saving.base, JournalEntry(changes: since))] + (leaving ? quit() : [])
    case .conflict:
      file.mayOverwrite = true
      warn(
        file.exists
          ? "\(file.name) was changed by another program: Ctrl-S again replaces it, :save-as keeps both"
          : "\(file.name) exists already: Ctrl-S again replaces it, :save-as takes another name")
    case .failed(let diagnostic):
      let kept = leaving ? "Ctrl-Q again quits and keeps the journal" : "the journal keeps it"
      warn("\(diagnostic.message); \(file.journalFault == nil ? kept : NotebookModel.wouldLose)")
      file.mayLeave = leaving && file.journalFault == nil
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
    if pane?.isLastQuestion == true { return leaveUnsaved() }
    guard runs.errands.isEmpty || file.awaitsCatalog else {
      file.awaitsCatalog = true
      say("the catalog is being changed; Ctrl-Q again does not wait for it")
      return []
    }
    guard isModified else { return [.quit(.clean)] }
    if file.mayLeave || file.leaving { return leaveUnsaved() }
    guard file.path != nil else {
      askForName(leaving: true)
      let kept = "or Ctrl-Q again to quit and find it here at the next start"
      say("not saved yet: type a file name, \(file.journalFault == nil ? kept : NotebookModel.wouldLose)")
      return []
    }
    if file.mayOverwrite {
      file.mayLeave = file.journalFault == nil
      let kept = file.mayLeave ? "Ctrl-Q again quits and keeps the journal" : NotebookModel.wouldLose
      warn("not saved: Ctrl-S replaces \(file.name), \(kept)")
      return []
    }
    file.leaving = true
    return file.saving == nil ? write(file.exists ? .replacing(file.savedText) : .creating) : []
  }

  /// Quits without what is unsaved: the way out where it can be kept nowhere.
  mutating func quitLosing() -> [Effect] { [.quit(isModified ? .losing : .clean)] }
}
