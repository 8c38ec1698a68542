internal import WallisDocuments

/// Where the notebook is kept, and whether all of it is there.
struct FileState {
  /// Path of the session file; nil as long as it has none.
  var path: String?
  /// Text that the file held when it was last read or written here.
  var savedText: String
  /// Mark of the content at that moment.
  var savedAt = NotebookContent.Mark()
  /// A save under way.
  var saving: Saving?
  /// Changes made since that save began.
  var since: [RecordedChange] = []
  /// Why the journal does not hold what was changed last; nil as long as it does.
  var journalFault: Diagnostic?
  /// The journal has been asked to be forced to the disk.
  var syncSet = false
  /// The user has been told that the file was changed by another program; the next save replaces it.
  var mayOverwrite = false
  /// The file is there; otherwise the first save creates it.
  var exists: Bool
  /// The user has been told that something is unsaved; the next Ctrl-Q leaves it in the journal.
  var mayLeave = false
  /// Quit once the save under way has succeeded.
  var leaving = false
  /// Quit as soon as the catalog is as the user wants it.
  var awaitsCatalog = false
  /// The export that the user has been told would replace a file; the next one does.
  var mayReplaceExport: String?
  /// Whether the user answers for what the cells write.
  var trusts: Bool
  /// The user has been asked once whether that is so.
  var hasAskedForTrust = false
  /// An autosave has been asked for.
  var alarmSet = false

  /// What is being written to the session file.
  struct Saving {
    var text: String
    /// Mark of the content.
    var at: NotebookContent.Mark
    var base: JournalBase
    var fingerprint: UInt64 { Fingerprint.of(text.utf8) }
  }

  init(path: String?, text: String, exists: Bool) {
    (self.path, savedText, self.exists, trusts) = (path, text, exists, !exists)
  }

  /// Last part of the path, or a word for none.
  var name: String { path.map { String($0.split(separator: "/").last ?? "") } ?? "new notebook" }
}
