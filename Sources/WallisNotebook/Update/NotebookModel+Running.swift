internal import WallisCommands
internal import WallisDocuments

extension NotebookModel {
  /// Runs the selected cell and goes to the next; after the last one a new cell waits for input.
  mutating func runAndAdvance() -> [Effect] {
    guard pane == nil else { return [] }
    let wasEditing = isEditing
    let effects = selected.content.kind == .input ? runSelected() : []
    leave()
    if selection + 1 < cells.count {
      select(selection + 1)
    } else if !selected.content.source.isEmpty {
      insertCell(CellContent(.input), at: cells.count)
      if wasEditing { edit() }
    }
    return effects
  }

  /// Runs the selected cell and stays where the user is.
  mutating func runSelected() -> [Effect] {
    guard pane == nil else { return [] }
    guard selected.content.kind == .input else {
      say("prose is not run; j goes on, y makes it input")
      return []
    }
    content.closeStep()
    enqueue(selection)
    return startWaiting()
  }

  /// Runs every cell from top to bottom.
  mutating func runAll() -> [Effect] {
    leave()
    for index in cells.indices where cells[index].content.kind == .input { enqueue(index) }
    if runs.waiting.isEmpty { say("there is nothing to run") }
    runs.chained.formUnion(runs.waiting)
    return startWaiting()
  }

  mutating func enqueue(_ index: Int) {
    let cell = cells[index]
    guard !cell.content.source.allSatisfy(\.isWhitespace) else { return }
    guard !cell.state.isRunning, cell.state != .queued else {
      return say("this cell runs already; Ctrl-C cancels it")
    }
    runs.waiting.append(cell.id)
    content.alter(index) { $0.state = .queued }
  }

  /// Starts the waiting cells that may start; a cell never overtakes one of its own lane.
  mutating func startWaiting() -> [Effect] {
    var effects: [Effect] = []
    var blocked: Set<Lane> = []
    for id in runs.waiting {
      guard let index = content.index(of: id) else { continue }
      let search = isSearch(cells[index].content.source)
      let lane: Lane = runs.chained.contains(id) ? .chain : search ? .search : .other
      guard !blocked.contains(lane), runs.mayStart(id, search: search) else {
        blocked.insert(lane)
        continue
      }
      effects += start(index, search: search)
    }
    runs.waiting = runs.waiting.filter { id in
      content.index(of: id).map { cells[$0].state == .queued } ?? false
    }
    runs.chained.formIntersection(runs.waiting)
    return effects
  }

  private enum Lane { case chain, search, other }

  private mutating func start(_ index: Int, search: Bool) -> [Effect] {
    let cell = cells[index]
    let run = runs.newRun()
    let isChained = runs.chained.contains(cell.id)
    runs.active.append(
      RunBook.Active(
        run: run, cell: cell.id, isSearch: search, isChained: isChained, record: record(of: index)))
    let isRepeated = (runs.sources.last ?? options.history.last) == cell.content.source
    runs.sources.append(cell.content.source)
    content.alter(index) { $0.state = .running(nil) }
    var request = CellRequest(
      source: cell.content.source, bindings: bindings(above: index), results: runs.results,
      firstResult: runs.nextNumber, catalog: options.catalog, width: StoredOutput.width)
    request.folder = reachedFolder
    return (isRepeated ? [] : [.remember(cell.content.source)]) + [.run(run, request)]
  }

  /// Asks what runs to stop and sends the waiting cells home. The notebook itself goes on.
  mutating func cancel() -> [Effect] {
    let waiting = sendWaitingHome()
    guard !runs.active.isEmpty || waiting > 0 else {
      if pane != nil { dismissPane() } else { say("nothing runs; Ctrl-Q quits") }
      return []
    }
    let firm = runs.active.contains { $0.cancels > 0 }
    let effects = runs.active.indices.map { stop($0) }
    say(firm ? "stopping at once" : "cancelling; Ctrl-C again stops at once")
    return effects
  }

  /// The first request lets the interpreter commit what is done, the second drops it, the third kills.
  mutating func stop(_ position: Int) -> Effect {
    runs.active[position].cancels += 1
    let active = runs.active[position]
    if let index = content.index(of: active.cell) {
      switch cells[index].state {
      case .running(let progress), .paused(let progress):
        content.alter(index) { $0.state = .cancelling(progress) }
      default: break
      }
    }
    return .stop(active.run, active.cancels > 2 ? .kill : .interrupt)
  }

  mutating func sendWaitingHome() -> Int {
    let count = runs.waiting.count
    for index in runs.waiting.compactMap({ content.index(of: $0) }) {
      content.alter(index) { $0.state = .idle }
    }
    runs.waiting = []
    return count
  }

  /// Stops the run of a cell that disappears.
  mutating func abandon(_ cell: CellID) -> [Effect] {
    runs.waiting.removeAll { $0 == cell }
    let gone = runs.active.filter { $0.cell == cell }
    runs.active.removeAll { $0.cell == cell }
    return gone.map { .stop($0.run, .interrupt) } + (gone.isEmpty ? [] : startWaiting())
  }

  /// Stops the runs of cells that undo or redo removed, and lets those go on that are there.
  mutating func dropMissingRuns() -> [Effect] {
    let present = Set(cells.map(\.id))
    runs.waiting.removeAll { !present.contains($0) }
    return runs.active.filter { !present.contains($0.cell) }.flatMap { abandon($0.cell) }
  }
}
