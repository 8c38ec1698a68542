package import WallisDocuments

/// Where a notebook is kept: its session file and its journal. Files on a disk, or memory in tests.
package protocol NotebookStore: AnyObject, Sendable {
  /// Writes a session file; may be called away from the screen's thread.
  func save(_ request: SaveRequest) -> SaveOutcome
  /// Adds changes to the journal.
  ///
  /// - Throws: a `Diagnostic` where it cannot be written; told once.
  func append(_ entry: JournalEntry) throws(Diagnostic)
  /// Begins the journal anew.
  ///
  /// - Throws: a `Diagnostic` where it cannot be written; the old one then stays as it is.
  func restart(on base: JournalBase, with entry: JournalEntry) throws(Diagnostic)
  /// Work that forces the journal as it is now to the disk; it may take long and runs on any thread.
  func journalFlush() -> @Sendable () throws(Diagnostic) -> Void
  /// Keeps an input for the history of later sessions.
  func remember(_ input: String)
  /// Lets go of the journal, removing it when nothing is unsaved or nothing shall be kept.
  ///
  /// - Throws: a `Diagnostic` where it shall be kept and could not be written.
  func close(_ quitting: Quitting) throws(Diagnostic)
}

/// A store that keeps nothing beyond its own life.
package final class ScratchStore: NotebookStore, @unchecked Sendable {
  /// Texts by path. Only the thread that drives the notebook touches them.
  package var files: [String: String] = [:]
  /// What saving answers instead of saving; nil saves.
  package var refusal: SaveOutcome?
  /// Entries that the journal was given.
  package private(set) var entries: [JournalEntry] = []

  /// Inputs that were to be remembered.
  package private(set) var remembered: [String] = []

  /// A store with these files.
  package init(files: [String: String] = [:]) { self.files = files }

  /// Keeps the text under its path.
  package func save(_ request: SaveRequest) -> SaveOutcome {
    if let refusal { return refusal }
    let allowed =
      switch request.replaces {
      case .anything: true
      case .creating: files[request.path] == nil
      case .replacing(let text): files[request.path] == nil || files[request.path] == text
      }
    guard allowed else { return .conflict }
    files[request.path] = request.text
    return .saved
  }

  /// Keeps the entry.
  package func append(_ entry: JournalEntry) { entries.append(entry) }

  /// Forgets all entries but this one.
  package func restart(on base: JournalBase, with entry: JournalEntry) { entries = [entry] }

  /// Nothing is to be forced anywhere.
  package func journalFlush() -> @Sendable () throws(Diagnostic) -> Void { { () throws(Diagnostic) in } }

  /// Keeps the input.
  package func remember(_ input: String) { remembered.append(input) }

  /// Does nothing.
  package func close(_ quitting: Quitting) {}
}
