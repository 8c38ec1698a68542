extension NotebookModel {
  /// Repeats the changes that a journal holds, as far as they fit, and says so; `u` takes them back one by one.
  mutating func recover(_ changes: [CellChange]) {
    var repeated = 0
    for change in changes {
      content.closeStep()
      guard let index = content.apply(change, selection: selection) else { break }
      selection = min(index, cells.count - 1)
      repeated += 1
    }
    // The journal holds them already.
    _ = content.takeUnjournaled()
    let count = "\(repeated) unsaved change\(repeated == 1 ? "" : "s")"
    if repeated == changes.count {
      say("recovered \(count) of the last time; Ctrl-S saves, u undoes")
    } else {
      warn("recovered \(count) of \(changes.count): the journal is damaged after that")
    }
    settleViewport()
  }
}
