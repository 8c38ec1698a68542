/// What is said at the start about the journals of a session.
struct RecoveryNews {
  let search: JournalSearch
  /// Changes that were repeated; nil where no journal was used.
  var repeated: Int?
  /// Changes that do not fit.
  var refused = 0
  /// Where the journal is kept of which something is missing.
  var kept: String?
  /// The session file is not what the journal knows of it.
  var isForeign = false

  init(_ search: JournalSearch) { self.search = search }

  /// Whether something is missing or strange.
  var isAlarming: Bool {
    kept != nil || isForeign || search.isBusy || search.waiting > 0 || !search.unreadable.isEmpty
  }

  /// All of it; nil where there is nothing to say.
  var text: String? {
    let parts = [recovered, damage, foreign] + search.unreadable.map(RecoveryNews.unreadable) + [others]
    let said = parts.compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }

  private var recovered: String? {
    guard let repeated else { return nil }
    let count = "recovered \(repeated) unsaved change\(repeated == 1 ? "" : "s") of the last time"
    return kept == nil ? count + "; Ctrl-S saves, u undoes" : count
  }

  private var damage: String? {
    guard let kept else { return nil }
    let lines = search.found?.contents.damagedLines ?? 0
    let parts = [
      lines == 0 ? nil : "\(lines) line\(lines == 1 ? "" : "s") of the journal cannot be read",
      refused == 0
        ? nil
        : "\(refused) change\(refused == 1 ? " does" : "s do") not fit and \(refused == 1 ? "is" : "are") missing",
    ]
    return parts.compactMap(\.self).joined(separator: ", ") + ": the whole journal is kept as \(kept)"
  }

  private var foreign: String? {
    isForeign ? "the file was changed by another program since" : nil
  }

  private static func unreadable(_ journal: JournalSearch.Unreadable) -> String {
    "a journal of this notebook cannot be used, \(journal.fault.text): it is kept as \(journal.path)"
  }

  private var others: String? {
    if search.waiting > 0 { return "another journal of this notebook comes back at the next start" }
    return search.isBusy ? "another notebook has unsaved changes of this file" : nil
  }
}
