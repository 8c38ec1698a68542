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
      toAttach.append((run, left))
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

  /// Rows of the pane of jobs: what runs here, then the unfinished ones of the catalog.
  var jobEntries: [JobEntry] {
    let running = runs.active.compactMap { active in
      content.index(of: active.cell).map { JobEntry.running(active.run, cell: $0) }
    }
    let waiting = runs.waiting.compactMap { content.index(of: $0).map { JobEntry.waiting(cell: $0) } }
    guard case .pane(let pane) = overlay else { return running + waiting }
    let here = runs.active.compactMap { content.index(of: $0.cell).flatMap { cells[$0].state.job } }
    return running + waiting
      + pane.unfinishedJobs.filter { !here.contains($0) }.map { JobEntry.unfinished($0) }
  }

  /// The chosen row of the pane of jobs; nil where there is none.
  private var chosenJob: JobEntry? {
    guard case .pane(let pane) = overlay else { return nil }
    let entries = jobEntries
    return entries.isEmpty ? nil : entries[min(pane.choice, entries.count - 1)]
  }

  mutating func chooseJob(_ step: Int) {
    guard case .pane(var pane) = overlay else { return }
    let count = jobEntries.count
    pane.choice = min(max(min(pane.choice, count - 1) + step, 0), max(0, count - 1))
    overlay = .pane(pane)
  }

  /// Halts the chosen search, or lets it go on.
  mutating func pauseJob() -> [Effect] {
    guard case .running(let run, let index)? = chosenJob else {
      say("only what runs here can be paused; r resumes an unfinished search")
      return []
    }
    switch cells[index].state {
    case .running(let progress):
      content.alter(index) { $0.state = .paused(progress) }
      return [.pause(run, true)]
    case .paused(let progress):
      content.alter(index) { $0.state = .running(progress) }
      return [.pause(run, false)]
    default: return []
    }
  }

  /// Cancels the chosen search.
  mutating func cancelJob() -> [Effect] {
    switch chosenJob {
    case .running(let run, _)?:
      guard let position = runs.index(of: run) else { return [] }
      say("cancelling; what is done is kept")
      return [.pause(run, false), stop(position)]
    case .waiting(let index)?:
      let cell = cells[index].id
      runs.waiting.removeAll { $0 == cell }
      content.alter(index) { $0.state = .idle }
      return []
    case .unfinished?, nil:
      say("this search does not run")
      return []
    }
  }

  /// Goes on with an unfinished search of the catalog, in a new cell below.
  mutating func resumeJob() -> [Effect] {
    guard case .unfinished(let number)? = chosenJob else {
      say("this search is not an unfinished one")
      return []
    }
    let effects = closePane()
    insertCell(CellContent(.input, "resume \(number)"), at: selection + 1)
    return effects + runSelected()
  }

  /// Goes to the cell of the chosen search.
  mutating func goToJob() -> [Effect] {
    switch chosenJob {
    case .running(_, let index)?, .waiting(let index)?:
      let effects = closePane()
      leave()
      select(index)
      return effects
    case .unfinished?: return resumeJob()
    case nil: return closePane()
    }
  }
}

extension CellState {
  /// Number of the job that runs, as its progress names it (`search dynamics, job 3`).
  fileprivate var job: Int? {
    switch self {
    case .running(let progress), .paused(let progress), .cancelling(let progress):
      progress.flatMap { $0.title.split(separator: " ").last.flatMap { Int($0) } }
    case .idle, .queued, .failed, .interrupted: nil
    }
  }
}

/// A row of the pane of jobs.
enum JobEntry: Equatable {
  /// Runs, in the cell at an index.
  case running(RunID, cell: Int)
  /// Waits, in the cell at an index.
  case waiting(cell: Int)
  /// Is unfinished in the catalog, under a number.
  case unfinished(Int)
}

extension Pane {
  /// Numbers of the unfinished jobs in the table of the catalog that no one works on.
  var unfinishedJobs: [Int] {
    document.blocks.flatMap { block -> [Int] in
      guard case .table(let table) = block else { return [] }
      return table.rows.compactMap { row in
        row.contains { $0.string == "unfinished" } ? row.first.flatMap { Int($0.string) } : nil
      }
    }
  }
}
