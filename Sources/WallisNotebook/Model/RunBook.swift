internal import WallisCommands
internal import WallisDocuments

/// Which cells run, which wait, and the numbered results so far.
///
/// Cells wait for each other in the order in which they were started, because a cell may use names and results
/// of the one before; searches have lanes of their own, so that the notebook stays usable while they run.
struct RunBook {
  /// A computation under way.
  struct Active: Equatable {
    let run: RunID
    let cell: CellID
    let isSearch: Bool
    /// Whether it was started with all others, from top to bottom.
    var isChained = false
    /// What it was started with; nil for a search that an earlier notebook left running.
    var record: RunRecord?
    /// What it has put out so far; the old output stays visible until there is some.
    var documents: [Document] = []
    /// Its last word.
    var finish: CellFinish?
    /// How often it was asked to stop.
    var cancels = 0
  }

  private var lastRun = 0
  var active: [Active] = []
  /// Cells that wait, in order.
  var waiting: [CellID] = []
  /// Those of them that were started together, from top to bottom: each begins after all others have ended, because
  /// it may use what they leave in the catalog.
  var chained: Set<CellID> = []
  /// Changes of the catalog that undo and redo ask for, in order; the first is under way.
  var errands: [(run: RunID, edit: CatalogEdit)] = []
  /// Searches to be followed as soon as effects are carried out.
  var toAttach: [(RunID, LeftRun)] = []
  var results: [NumberedResult] = []
  /// What cells were last run with to the end.
  var records: [CellID: RunRecord] = [:]
  /// Inputs that were run, oldest first.
  var sources: [String] = []

  var nextNumber: Int { (results.map(\.number).max() ?? 0) + 1 }

  mutating func newRun() -> RunID {
    lastRun += 1
    return RunID(number: lastRun)
  }

  func index(of run: RunID) -> Int? { active.firstIndex { $0.run == run } }

  /// Searches that run at once; further ones wait, because every one of them uses all cores.
  static let mostSearches = 4

  /// Whether a cell may start now: some searches and one other cell run at a time, of a chain only one.
  func mayStart(_ cell: CellID, search: Bool) -> Bool {
    if chained.contains(cell) { return active.isEmpty }
    return active.count { $0.isSearch == search } < (search ? RunBook.mostSearches : 1)
  }
}

/// Whether every line of the source is a verb line of long work.
func isSearch(_ source: String) -> Bool {
  let lines = source.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
  let words = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map { $0.prefix { !$0.isWhitespace } }
  return !words.isEmpty && words.allSatisfy { ["search", "resume", "batch"].contains($0) }
}
