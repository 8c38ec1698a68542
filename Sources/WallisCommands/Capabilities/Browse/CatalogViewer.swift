internal import Synchronization
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// Answers questions about a catalog for whoever looks at it: the same rows, numbers and words as `catalog query`,
/// `catalog show`, `plot` and `jobs`.
///
/// What takes long is kept until the catalog is looked at anew: the places of all rows of a selection, the points of a
/// map. Slow questions and others have connections of their own, so that they do not wait for each other.
package final class CatalogViewer: CatalogAnswering {
  private let context: VerbContext
  private let slow = Mutex<Lane?>(nil)
  private let quick = Mutex<Lane?>(nil)
  private let kept = Mutex(KeptAnswers())

  /// A connection, and which look at the catalog it belongs to.
  private struct Lane {
    let look: Int
    let context: VerbContext
  }

  /// A viewer of the catalog that verb lines in `context` mean.
  package init(_ context: VerbContext) { self.context = context }

  /// A viewer of the catalog of a process: the one at a path, or that which its environment names.
  package convenience init(table: VerbTable, catalog: String?, _ shell: Shell) {
    var context = VerbContext(
      table: table, locations: Locations(variables: shell.variables), catalog: catalog, clock: shell.clock,
      shell: shell)
    context.shell = nil
    self.init(context)
  }

  package func reopen() { kept.withLock { $0 = KeptAnswers(look: $0.look + 1) } }

  package func answer(_ question: CatalogQuestion) -> CatalogReply {
    question.isSlow
      ? slow.withLock { answer(question, &$0) } : quick.withLock { answer(question, &$0) }
  }

  private func answer(_ question: CatalogQuestion, _ lane: inout Lane?) -> CatalogReply {
    let look = kept.withLock(\.look)
    let current = lane.flatMap { $0.look == look ? $0 : nil } ?? Lane(look: look, context: context.renewed())
    lane = current
    do {
      return try reply(to: question, current)
    } catch {
      return .refused(Refusal(wrapping: error).diagnostic)
    }
  }

  private func reply(to question: CatalogQuestion, _ lane: Lane) throws -> CatalogReply {
    let context = lane.context
    switch question {
    case .select(let request): return .rows(try RowBrowser(request, context).firstRows())
    case .order(let request):
      let places = try RowBrowser(request, context).places()
      kept.withLock { $0.keep(places, for: request, look: lane.look) }
      return .ordered(count: places.count)
    case .rows(let request, let range):
      let places = kept.withLock { $0.places(for: request) }
      return .rows(try RowBrowser(request, context).rows(in: range, of: places))
    case .card(let request): return .card(try FormulaCard(request, context).document)
    case .density(let request):
      let points = try kept.withLock { $0.points(for: request) } ?? DensityCounter(request, context).points()
      kept.withLock { $0.keep(points, for: request, look: lane.look) }
      return .density(DensityCounter(request, context).density(of: points))
    case .inspect(let request): return .card(try FormulaInspection(request, context).document)
    case .families:
      let families = try context.readCatalog(at: context.viewedCatalog).families()
      return .families(families.map(BrowsedFamily.init))
    case .jobs:
      return .jobs(
        try context.readCatalog(at: context.viewedCatalog).listedJobs(context).map(BrowsedJob.init))
    }
  }
}

extension VerbContext {
  /// Path of the catalog that is looked at.
  var viewedCatalog: String { locations.catalog(option: catalog) }
}

/// Answers that took long.
struct KeptAnswers {
  /// Counts the looks at the catalog; answers of an earlier one are not kept.
  let look: Int
  private var places: [(request: RowsRequest, places: CatalogPlaces)] = []
  private var points: (request: DensityRequest, points: MetricPoints)?

  /// Selections kept: the one that is looked at, and the one before.
  private static let selections = 2

  init(look: Int = 0) { self.look = look }

  mutating func keep(_ places: CatalogPlaces, for request: RowsRequest, look: Int) {
    guard look == self.look else { return }
    self.places = self.places.filter { !$0.request.hasSamePlaces(as: request) } + [(request, places)]
    if self.places.count > KeptAnswers.selections { self.places.removeFirst() }
  }

  func places(for request: RowsRequest) -> CatalogPlaces? {
    places.first { $0.request.hasSamePlaces(as: request) }?.places
  }

  mutating func keep(_ points: MetricPoints, for request: DensityRequest, look: Int) {
    if look == self.look { self.points = (request, points) }
  }

  func points(for request: DensityRequest) -> MetricPoints? {
    points.flatMap { $0.request.hasSamePoints(as: request) ? $0.points : nil }
  }
}

extension RowsRequest {
  /// Whether rows and their order are the same, whatever the columns are.
  fileprivate func hasSamePlaces(as other: RowsRequest) -> Bool {
    (condition, sort) == (other.condition, other.sort)
  }
}

extension DensityRequest {
  fileprivate func hasSamePoints(as other: DensityRequest) -> Bool {
    (condition, x, y) == (other.condition, other.x, other.y)
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
