internal import Foundation
package import WallisDocuments

/// Keeps a notebook in its session file and in a journal in the folder for state.
package final class FileStore: NotebookStore, @unchecked Sendable {
  // The journal is used by the thread that drives the notebook only; saving and flushing, which may run elsewhere, do
  // not touch it.
  private var journal: Journal
  private var failed = false
  /// File of the inputs of all sessions; nil keeps none.
  package var historyPath: String?
  /// Folder for the files as they were before this notebook first saved over them; nil keeps none.
  package var backups: String?
  // Used where saving happens only.
  private var keptBackups: Set<String> = []

  init(_ journal: Journal) { self.journal = journal }

  /// The journal stays for the next start, as after the end of a process.
  deinit { journal.letGo() }

  /// Writes the session file atomically where its guard allows it.
  package func save(_ request: SaveRequest) -> SaveOutcome {
    do {
      // Reading a pipe to compare it would wait for ever.
      try AtomicFile.check(request.path)
    } catch {
      return .failed(error)
    }
    let present = FileManager.default.contents(atPath: request.path)
    let exists = FileManager.default.fileExists(atPath: request.path)
    switch request.replaces {
    case .anything: break
    case .creating where exists: return .conflict
    case .creating: break
    case .replacing(let text):
      // A file that has been removed meanwhile is written again.
      if let present, present != Data(text.utf8) { return .conflict }
    }
    if let present { keepBackup(present, of: request.path) }
    do {
      try AtomicFile.write(request.text.utf8, to: request.path)
      return .saved
    } catch {
      return .failed(error)
    }
  }

  /// Keeps a file as it was before the first save over it. Without room for that, saving goes on all the same.
  private func keepBackup(_ data: Data, of path: String) {
    guard let backups, keptBackups.insert(path).inserted else { return }
    try? FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
    try? data.write(to: URL(fileURLWithPath: "\(backups)/\(Journal.stem(path)).md"), options: .atomic)
  }

  /// Writes changes to the journal; after a failure it is left alone until `restart`, because changes would be missing
  /// between.
  package func append(_ entry: JournalEntry) throws(Diagnostic) {
    guard !failed else { return }
    do {
      try journal.append(entry)
    } catch {
      failed = true
      throw error
    }
  }

  /// Begins the journal anew. Where that fails the old one stays as it is.
  package func restart(on base: JournalBase, with entry: JournalEntry) throws(Diagnostic) {
    failed = true
    try journal.restart(base, entry)
    failed = false
  }

  /// Forces the journal to the disk, from whichever thread.
  package func journalFlush() -> @Sendable () throws(Diagnostic) -> Void {
    let copy = journal.copyOfDescriptor
    return { () throws(Diagnostic) in
      guard let copy else { return }
      let done = fsync(copy) == 0
      let reason = errno
      Glibc.close(copy)
      if !done { throw Diagnostic("the disk does not take it: \(String(cString: strerror(reason)))") }
    }
  }

  /// Adds the input to the history file.
  package func remember(_ input: String) {
    if let historyPath { HistoryFile(path: historyPath).append(input) }
  }

  /// The inputs of earlier sessions, oldest first.
  package static func history(at path: String) -> [String] { HistoryFile(path: path).inputs() }

  /// Removes the journal where nothing is unsaved or nothing shall be kept; otherwise it must be on the disk.
  package func close(_ quitting: Quitting) throws(Diagnostic) {
    switch quitting {
    case .clean, .losing: journal.remove()
    case .keepingJournal, .unkept:
      defer { journal.letGo() }
      try journalFlush()()
      if failed { throw Diagnostic("the journal could not be written") }
    }
  }
}
