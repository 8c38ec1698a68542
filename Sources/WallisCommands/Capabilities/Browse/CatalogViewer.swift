internal import Synchronization
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// Answers questions about a catalog for whoever looks at it: the same rows, numbers and words as `catalog query`,
/// `catalog show`, `plot` and `jobs`.
///
/// What was read of the whole catalog stays in memory as long as nobody writes, see `WatchedCatalog`, from look to look
/// where the path leads to the same file. Questions of each lane have a connection of their own, so that they do not wait
/// for those of another.
package final class CatalogViewer: CatalogAnswering {
  private let context: VerbContext
  private let lanes: [CatalogQuestion.Lane: QuestionConnection]
  private let kept = Mutex(KeptAnswers())
  /// Counts the looks at the catalog.
  private let looks = Atomic(0)

  /// A viewer of the catalog that verb lines in `context` mean.
  package init(_ context: VerbContext) {
    self.context = context
    lanes = Dictionary(
      uniqueKeysWithValues: CatalogQuestion.Lane.allCases.map { ($0, QuestionConnection()) })
  }

  /// A viewer of the catalog of a process: the one at a path, or that which its environment names.
  package convenience init(table: VerbTable, catalog: String?, _ shell: Shell) {
    var context = VerbContext(
      table: table, locations: Locations(variables: shell.variables), catalog: catalog, clock: shell.clock,
      shell: shell)
    context.shell = nil
    self.init(context)
  }

  /// Waits for nobody: what the look before has kept is dropped with the next question.
  package func reopen() { looks.add(1, ordering: .relaxed) }

  package func answer(_ question: CatalogQuestion) -> CatalogReply {
    let look = looks.load(ordering: .relaxed)
    if kept.withLock({ $0.begin(look) }) { for lane in lanes.values { lane.close() } }
    guard let lane = lanes[question.lane] else { preconditionFailure("a lane without a connection") }
    do {
      return try lane.use(look, context) { try reply(to: question, $0, look) }
    } catch {
      return .refused(Refusal(wrapping: error).diagnostic)
    }
  }

  private func reply(
    to question: CatalogQuestion, _ context: VerbContext, _ look: Int
  ) throws -> CatalogReply {
    switch question {
    case .select(let request):
      let (rows, kept) = try RowBrowser(request, context).firstRows(of: watched(context))
      self.kept.withLock { $0.keep(kept, look: look) }
      return .rows(rows)
    case .order(let request):
      let catalog = try watched(context)
      let places = try RowBrowser(request, context).places(in: catalog)
      kept.withLock { $0.keep(places, for: request, look: look) }
      // Whoever waits for an order looks at many rows, and is likely to filter them next.
      try catalog.prepareForTexts()
      return .ordered(count: places.count)
    case .rows(let request, let range):
      return .rows(
        try RowBrowser(request, context).rows(in: range, kept.withLock { $0.rows(for: request) }))
    case .card(let request): return .card(try FormulaCard(request, context).document)
    case .density(let request): return .density(try density(request, context, look))
    case .inspect(let request): return .card(try FormulaInspection(request, context).document)
    case .families:
      let families = try context.readCatalog(at: context.viewedCatalog).families()
      return .families(families.map(BrowsedFamily.init))
    case .jobs:
      return .jobs(
        try context.readCatalog(at: context.viewedCatalog).listedJobs(context).map(BrowsedJob.init))
    }
  }

  private func density(
    _ request: DensityRequest, _ context: VerbContext, _ look: Int
  ) throws -> Density {
    let counter = DensityCounter(request, context)
    if let points = kept.withLock({ $0.points(for: request) }) { return counter.density(of: points) }
    let points = CountedPoints(try counter.points(of: watched(context)))
    kept.withLock { $0.keep(points, for: request, look: look) }
    return counter.density(of: points)
  }

  /// The catalog, opened by whoever asks first.
  private func watched(_ context: VerbContext) throws -> WatchedCatalog {
    if let catalog = kept.withLock(\.catalog) { return catalog }
    let catalog = try WatchedCatalog(context.readAnew(at: context.viewedCatalog))
    kept.withLock { $0.catalog = catalog }
    return catalog
  }
}

/// The connection of a lane; each look goes on with it where the catalog is the same file.
private final class QuestionConnection: Sendable {
  private let current = Mutex<(look: Int, context: VerbContext)?>(nil)

  /// Closes it when the question that it answers now is answered.
  func close() { current.withLock { $0 = nil } }

  func use(
    _ look: Int, _ context: VerbContext, _ body: (VerbContext) throws -> CatalogReply
  ) throws -> CatalogReply {
    try current.withLock { current in
      let opened = current?.look == look ? current?.context : current?.context.lookingAgain()
      current = (look, opened ?? context.renewed())
      return try body(current?.context ?? context)
    }
  }
}

extension VerbContext {
  /// Path of the catalog that is looked at.
  var viewedCatalog: String { locations.catalog(option: catalog) }
}

/// Answers that took long.
struct KeptAnswers {
  /// The last look at the catalog; answers of an earlier one are not kept.
  private var look = 0
  /// The catalog; nil before anybody asked.
  var catalog: WatchedCatalog?
  private var rows: [KeptRows] = []
  private var points: (request: DensityRequest, points: CountedPoints)?

  /// Selections kept: the one that is looked at, and the one before.
  private static let selections = 2

  /// Begins a look where it is a later one.
  ///
  /// - Returns: whether the path leads to another file by now, so that nothing of the old one may stay open: SQLite would
  ///   take the index of its log for that of the new one.
  mutating func begin(_ look: Int) -> Bool {
    guard look > self.look else { return false }
    (self.look, rows, points) = (look, [], nil)
    if catalog?.isCurrent == true { return false }
    catalog = nil
    return true
  }

  mutating func keep(_ kept: KeptRows, look: Int) {
    guard look == self.look else { return }
    rows = rows.filter { $0.request != kept.request } + [kept]
    if rows.count > KeptAnswers.selections { rows.removeFirst() }
  }

  mutating func keep(_ places: CatalogPlaces, for request: RowsRequest, look: Int) {
    guard look == self.look, let place = rows.firstIndex(where: { $0.request == request }) else { return }
    rows[place].places = places
  }

  func rows(for request: RowsRequest) -> KeptRows? { rows.first { $0.request == request } }

  mutating func keep(_ points: CountedPoints, for request: DensityRequest, look: Int) {
    if look == self.look { self.points = (request, points) }
  }

  /// The points of a map; those of the same map with its axes exchanged serve as well.
  func points(for request: DensityRequest) -> CountedPoints? {
    guard let (kept, points) = points, kept.condition == request.condition else { return nil }
    if (kept.x, kept.y) == (request.x, request.y) { return points }
    return (kept.x, kept.y) == (request.y, request.x) ? points.exchanged : nil
  }
}

extension BrowsedFamily {
  fileprivate init(_ family: StoredFamily) {
    let cells = FamilyView(family: family).cells.dropFirst().map(\.string)
    self.init(
      number: family.number, name: family.name,
      summary: cells.filter { !$0.isEmpty }.joined(separator: "  "))
  }
}
