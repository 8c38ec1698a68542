internal import Foundation
package import WallisDocuments

/// A notebook ready to be shown, and where it is kept.
package struct OpenedNotebook {
  /// The notebook.
  package var model: NotebookModel
  /// Its file and journal.
  package var store: FileStore

  /// Opens a session file, or a new notebook where `path` is nil or no file is there yet. What a killed notebook
  /// left in its journal is recovered; of what cannot be, it is said that it is missing and where the journal is kept.
  ///
  /// - Throws: a `Diagnostic` where the file cannot be read or is no session; the file is not touched.
  package init(path: String?, journals: String, options: NotebookModel.Options = .init()) throws(Diagnostic) {
    try self.init(path: path, journals: JournalFolder(path: journals), options: options)
  }

  /// The same with a way to write journals.
  init(path: String?, journals: JournalFolder, options: NotebookModel.Options = .init()) throws(Diagnostic) {
    if let path { try AtomicFile.check(path) }
    if let path, path.hasSuffix(".ipynb") {
      throw Diagnostic(
        "\(path) is a notebook of Jupyter",
        remedy: "wallis export session \(path) --output \(path.dropLast(6)).md makes a session of it")
    }
    let exists = path.map { FileManager.default.fileExists(atPath: $0) } ?? false
    let session: SessionFile
    if let path, exists { session = try SessionFile(contentsOf: path) } else { session = SessionFile() }
    let base = NotebookContent(session).journalBase(path: path, text: session.text)
    let search = JournalSearch(path, folder: journals.path)
    var news = RecoveryNews(search)
    if let found = search.found,
      let recovered = OpenedNotebook(found, path, exists ? session.text : nil, journals, options, &news)
    {
      self = recovered
    } else {
      model = NotebookModel(session, path: path, exists: exists, options: options)
      store = FileStore(Journal(journals, base: base))
    }
    tell(news, path)
  }

  private mutating func tell(_ news: RecoveryNews, _ path: String?) {
    let onlyBusy = news.repeated == nil && news.search.waiting == 0 && news.search.unreadable.isEmpty
    guard let text = news.text, path != nil || !onlyBusy else { return }
    let all = [text, model.options.warning].compactMap(\.self).joined(separator: "; ")
    if news.isAlarming || model.options.warning != nil { model.warn(all) } else { model.say(all) }
  }

  /// Repeats the changes of a journal; nil where the file has them all, because the program was killed between saving
  /// and forgetting.
  private init?(
    _ found: FoundJournal, _ path: String?, _ fileText: String?, _ journals: JournalFolder,
    _ options: NotebookModel.Options, _ news: inout RecoveryNews
  ) {
    let contents = found.contents
    let present = Fingerprint.of((fileText ?? contents.base.text).utf8)
    let isOwn = present == Fingerprint.of(contents.base.text.utf8) || contents.saves.contains(present)
    var refused = 0
    model = NotebookModel(
      recovering: contents.base, contents.changes, path: path, fileText: fileText ?? (path == nil ? "" : nil),
      isOwn: isOwn, options: options, refused: &refused)
    let isComplete = refused == 0 && contents.damagedLines == 0
    if isComplete, model.content.sessionFile.text == fileText ?? "" {
      found.remove()
      return nil
    }
    (news.repeated, news.refused, news.isForeign) = (contents.changes.count - refused, refused, !isOwn)
    guard !isComplete else {
      store = FileStore(Journal(journals, continuing: found))
      return
    }
    store = FileStore(Journal(journals, base: contents.base))
    setAside(found, path, &news)
  }

  /// What was recovered is in a journal of its own before the damaged one is set aside.
  private mutating func setAside(_ found: FoundJournal, _ path: String?, _ news: inout RecoveryNews) {
    do {
      try store.restart(
        on: model.content.journalBase(path: path, text: model.file.savedText, isUnsaved: true),
        with: JournalEntry(changes: []))
      news.kept = found.keep()
    } catch {
      model.noteJournalFailed(error)
      news.kept = found.path
      found.release()
    }
  }
}
