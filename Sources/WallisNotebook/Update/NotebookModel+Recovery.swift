extension NotebookModel {
  /// A notebook as a journal left it; `u` takes its changes back one by one.
  ///
  /// - Parameters:
  ///   - fileText: what the session file holds; nil where it is not there.
  ///   - isOwn: whether that is a text of this notebook, so that a save may replace it.
  ///   - refused: the changes that do not fit.
  init(
    recovering base: JournalBase, _ changes: [RecordedChange], path: String?, fileText: String?, isOwn: Bool,
    options: Options, refused: inout Int
  ) {
    let known = isOwn ? fileText : nil
    var file = FileState(path: path, text: known ?? base.text, exists: path != nil && fileText != nil)
    if base.isUnsaved || file.savedText != base.text { file.savedAt = .none }
    self.init(NotebookContent(base), file, options)
    for change in changes {
      guard let index = content.apply(change, selection: selection) else {
        refused += 1
        continue
      }
      if case .output(let id, _, .some) = change.change {
        runs.records[id] = RunRecord(source: cells[index].content.source)
      }
      selection = min(index, cells.count - 1)
    }
    content.closeStep()
    // The journal holds them already.
    _ = content.takeUnjournaled()
    attachLeft()
    settleViewport()
  }
}
