internal import Foundation
public import WallisDocuments

/// A notebook ready to be shown, and where it is kept.
public struct OpenedNotebook {
  /// The notebook.
  public var model: NotebookModel
  /// Its file and journal.
  public var store: FileStore

  /// Opens a session file, or a new notebook where `path` is nil or no file is there yet. What a killed notebook
  /// left in its journal is recovered.
  ///
  /// - Throws: a `Diagnostic` where the file cannot be read or is no session; the file is not touched.
  public init(path: String?, journals: String, options: NotebookModel.Options = .init()) throws(Diagnostic) {
    let exists = path.map { FileManager.default.fileExists(atPath: $0) } ?? false
    let session: SessionFile
    if let path, exists { session = try SessionFile(contentsOf: path) } else { session = SessionFile() }
    var busy = false
    if let found = FoundJournal.find(path, folder: journals, busy: &busy) {
      if let recovered = try? OpenedNotebook(found, session, path, exists, journals, options) {
        self = recovered
        return
      }
      close(found.descriptor)
    }
    model = NotebookModel(session, path: path, exists: exists, options: options)
    store = FileStore(Journal(folder: journals, base: JournalBase(path: path, text: session.text)))
    if busy, path != nil { model.warn("another notebook has unsaved changes of this file") }
  }

  /// Repeats the changes of a journal.
  ///
  /// - Throws: where the journal's own text is no session.
  private init(
    _ found: FoundJournal, _ session: SessionFile, _ path: String?, _ exists: Bool, _ journals: String,
    _ options: NotebookModel.Options
  ) throws(Diagnostic) {
    let base = try SessionFile(parsing: found.base.text.utf8, name: "journal")
    model = NotebookModel(base, path: path, exists: exists, options: options)
    model.recover(found.changes)
    guard model.content.sessionFile.text != session.text else {
      // The file has it all: the program was killed between saving and forgetting.
      model = NotebookModel(session, path: path, exists: exists, options: options)
      var journal = Journal(folder: journals, continuing: found)
      journal.remove()
      store = FileStore(Journal(folder: journals, base: JournalBase(path: path, text: session.text)))
      return
    }
    store = FileStore(Journal(folder: journals, continuing: found))
  }
}
