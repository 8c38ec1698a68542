internal import WallisCommands
internal import WallisDocuments

extension NotebookModel {
  /// Takes a report of an interpreter; one of a run that nobody waits for any more is dropped.
  mutating func hear(_ report: RunReport, from run: RunID) -> [Effect] {
    if hearValue(report, from: run) { return [] }
    if panes.first({ $0.hear(report, from: run) }) {
      if case .ended = report { tellPanes(.evaluated) }
      return []
    }
    if let effects = hearErrand(report, from: run) { return effects }
    guard let position = runs.index(of: run), let index = content.index(of: runs.active[position].cell) else {
      return []
    }
    switch report {
    case .event(.progress(let progress)): show(progress, index)
    case .event(.finding(let text)): show(text, index)
    case .event(.remark(let document)):
      say(Layout(width: 1000, ascii: glyphs.ascii).lines(document).map(\.string).joined(separator: " "))
    case .event(.output(let document)): append(document, position, index)
    case .event(.finished(let finish)): runs.active[position].finish = finish
    case .ended(let end): return conclude(end, position, index)
    }
    return []
  }

  private mutating func show(_ progress: CellProgress, _ index: Int) {
    content.alter(index) { cell in
      if case .cancelling = cell.state {
        cell.state = .cancelling(progress)
      } else if case .paused = cell.state {
        cell.state = .paused(progress)
      } else {
        cell.state = .running(progress)
      }
    }
  }

  /// Findings that show while a search runs.
  private static let shownFindings = 3

  private mutating func show(_ finding: Text, _ index: Int) {
    content.alter(index) { cell in
      cell.findings = (cell.findings + [finding]).suffix(NotebookModel.shownFindings)
    }
  }

  /// Output of a new run takes the place of the old one with its first line.
  private mutating func append(_ document: Document, _ position: Int, _ index: Int) {
    runs.active[position].documents.append(document)
    setOutput(.live(runs.active[position].documents), index)
  }

  private mutating func setOutput(_ output: CellOutput?, _ index: Int) {
    let cell = cells[index]
    guard cell.content.output != output else { return }
    content.apply(
      .output(cell.id, from: cell.content.output, to: output), selection: selection, undoable: false)
  }

  /// The interpreter is gone: its last word, or what its end means, closes the cell.
  private mutating func conclude(_ end: RunEnd, _ position: Int, _ index: Int) -> [Effect] {
    let active = runs.active.remove(at: position)
    let finish = active.finish
    if finish == nil {
      setOutput(.live(active.documents + [end.document(cancelled: active.cancels > 0)]), index)
    } else if active.documents.isEmpty {
      setOutput(nil, index)
    }
    let numbers = keep(finish?.results ?? [])
    note(finish?.edits ?? [], by: active.cell)
    let exit = finish?.exit
    content.alter(index) { cell in
      cell.bindings = finish?.bindings ?? cell.bindings
      cell.numbers = numbers
      cell.findings = []
      cell.state = exit == 0 || exit == 1 ? .idle : exit == 130 || active.cancels > 0 ? .interrupted : .failed
    }
    if cells[index].state != .interrupted, let record = active.record { runs.records[active.cell] = record }
    if active.cancels > 0, !runs.active.contains(where: { $0.cancels > 0 }) { say("cancelled") }
    tellEnd(active, index)
    if finish?.wantsTrust == true { askForTrust(active.cell) }
    if cells[index].state == .failed {
      let left = sendWaitingHome()
      if left > 0 { warn("a cell failed; \(left) waiting cell\(left == 1 ? " was" : "s were") not run") }
    }
    tellPanes(.runEnded)
    forgetValue()
    return startWaiting()
  }

  /// Says that something is done which the user may wait for elsewhere.
  private mutating func tellEnd(_ active: RunBook.Active, _ index: Int) {
    guard cells[index].state == .idle else { return }
    let line = cells[index].content.source.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    if active.isChained, runs.active.isEmpty, runs.waiting.isEmpty {
      say("all cells have run")
    } else if active.isSearch, !active.isChained, index != selection {
      say("finished: \(glyphs.shown(line))")
    }
  }

  /// Keeps results under numbers that no other result has.
  private mutating func keep(_ results: [NumberedResult]) -> [Int] {
    let shift = max(0, runs.nextNumber - (results.first?.number ?? runs.nextNumber))
    let kept = results.map { NumberedResult(number: $0.number + shift, source: $0.source) }
    runs.results += kept
    return kept.map(\.number)
  }
}
