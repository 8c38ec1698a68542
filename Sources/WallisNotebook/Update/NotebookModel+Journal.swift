internal import WallisDocuments

extension NotebookModel {
  /// Hands new changes to the journal, has it forced to the disk soon and the file saved some time later.
  ///
  /// A journal that could not be written is begun anew at every change, with everything, until it can be.
  mutating func journal() -> [Effect] {
    let changes = content.takeUnjournaled()
    guard !changes.isEmpty else { return [] }
    if file.saving != nil { file.since += changes }
    file.mayLeave = false
    var effects = [file.journalFault == nil ? .journal(JournalEntry(changes: changes)) : wholeJournal()]
    if !file.syncSet {
      file.syncSet = true
      effects.append(.wake(.syncJournal, after: syncDelay))
    }
    if file.path != nil, !file.alarmSet {
      file.alarmSet = true
      effects.append(.wake(.autosave, after: autosaveDelay))
    }
    return effects
  }

  /// The journal anew, with the cells as they are.
  mutating func wholeJournal() -> Effect {
    let changes = content.takeUnjournaled()
    if file.saving != nil { file.since += changes }
    return .restartJournal(
      content.journalBase(path: file.path, text: file.savedText, isUnsaved: true),
      JournalEntry(changes: [], saving: file.saving?.fingerprint))
  }

  /// Told once; from then on the title says it, until the journal can be written again.
  mutating func noteJournalFailed(_ diagnostic: Diagnostic) {
    if file.journalFault == nil { warn("no journal is kept: \(diagnostic.message)") }
    file.journalFault = diagnostic
    file.mayLeave = false
  }

  mutating func noteJournalKept() {
    guard file.journalFault != nil else { return }
    file.journalFault = nil
    if isModified { say("the journal is kept again") }
  }

  /// Leaves with something unsaved, which the journal must hold; where it cannot, leaving is refused and the journal
  /// tried once more.
  mutating func leaveUnsaved() -> [Effect] {
    guard let fault = file.journalFault else { return [.quit(.keepingJournal)] }
    warn("not left: \(NotebookModel.wouldLose) (\(fault.message))")
    return [wholeJournal()]
  }

  /// What to say where neither file nor journal can be written.
  static let wouldLose =
    "no journal can be kept, so quitting would lose what is unsaved; :save-as takes another place, :quit-losing gives it up"

  /// The last words of a notebook that nobody can see any more.
  package mutating func farewell() -> [Effect] {
    (file.journalFault == nil ? [] : [wholeJournal()]) + [.quit(.keepingJournal)]
  }
}

/// Seconds from a change to its being saved without being asked; the journal has it at once.
let autosaveDelay = 30.0

/// Seconds from a change to its being forced to the disk with the journal: what the failure of the whole machine may
/// cost. The end of the program alone costs nothing.
let syncDelay = 1.0
