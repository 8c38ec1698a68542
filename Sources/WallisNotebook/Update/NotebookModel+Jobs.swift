internal import WallisCommands
internal import WallisDocuments

extension NotebookModel {
  /// Gives searches that were left running back to their cells, a new one where the cell is gone, and says what
  /// became of them.
  mutating func attachLeft() {
    var taken: Set<CellID> = []
    for left in options.left {
      let found = cells.firstIndex { cell in
        cell.content.kind == .input && cell.content.source == left.source && !taken.contains(cell.id)
      }
      let index = found ?? cells.count
      if found == nil {
        content.apply(
          .insert(content.newID(), CellContent(.input, left.source), at: index), selection: selection)
      }
      taken.insert(cells[index].id)
      let run = runs.newRun()
      runs.active.append(RunBook.Active(run: run, cell: cells[index].id, isSearch: true))
      content.alter(index) { $0.state = .running(nil) }
      runs.toAttach.append((run, left))
    }
    if !options.left.isEmpty { say("since last time: \(summaryOfLeft)") }
  }

  private var summaryOfLeft: String {
    let (alive, ended) = (options.left.filter(\.isAlive), options.left.filter { !$0.isAlive })
    let parts = [
      ended.isEmpty ? "" : "\(ended.count) search\(ended.count == 1 ? "" : "es") ended" + found(ended),
      alive.isEmpty
        ? "" : "\(alive.count) search\(alive.count == 1 ? " still runs" : "es still run")" + found(alive),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ") + "; F6 lists them"
  }

  /// What searches have found, as far as they have said.
  private func found(_ left: [LeftRun]) -> String {
    let known = left.compactMap(\.findings)
    return known.allSatisfy { $0 == 0 } ? "" : " (\(grouped(known.reduce(0, +))) found)"
  }
}
