import Synchronization
import WallisCommands
import WallisDocuments

/// Stands for a catalog: rows that are numbered, a card for each, and what else a test puts in.
final class FakeViewer: CatalogAnswering {
  /// How many rows there are.
  let count: Int
  /// The searches.
  let jobs: [BrowsedJob]
  private let seen = Mutex<[CatalogQuestion]>([])

  /// The families.
  let families: [BrowsedFamily]

  init(count: Int = 0, jobs: [BrowsedJob] = [], families: [BrowsedFamily] = []) {
    (self.count, self.jobs, self.families) = (count, jobs, families)
  }

  /// The questions so far.
  var questions: [CatalogQuestion] { seen.withLock { $0 } }

  /// Rows that the first answer has.
  static let first = 50

  func reopen() {}

  func answer(_ question: CatalogQuestion) -> CatalogReply {
    seen.withLock { $0.append(question) }
    switch question {
    case .select(let request):
      guard request.condition != "wrong" else {
        return .refused(Diagnostic("there is no field 'wrong'", remedy: "delta"))
      }
      let known = min(count, FakeViewer.first)
      return .rows(rows(0..<known, total: 2 * count, count: known == count ? count : nil, known == count))
    case .order: return .ordered(count: count)
    case .rows(_, let range): return .rows(rows(range, total: nil, count: count))
    case .card(let request):
      return .card(Document([.heading(Text("card of \(request.key)")), .fields([Field("δ", "0.5")])]))
    case .density(let request):
      let window = request.window ?? DensityWindow(x: .init(low: 0, high: 1), y: .init(low: 0, high: 1))
      let x = (0..<count).map { Double($0) / Double(max(1, count - 1)) }
      return .density(
        Density(
          x: x, y: x, weights: x.map { _ in 2 }, total: 2 * count + 3, window: window, across: request.across,
          down: request.down))
    case .inspect(let request):
      guard request.formula.hasPrefix("pcf") else { return .refused(Diagnostic("no fraction")) }
      return .card(Document([.heading("\(request.formula) to \(request.depth)")]))
    case .jobs: return .jobs(jobs)
    case .families: return .families(families)
    }
  }

  private func rows(_ range: Range<Int>, total: Int?, count: Int?, _ isOrdered: Bool = true) -> BrowsedRows {
    let columns = [
      BrowsedColumn(name: "a", title: "a(n)", isNumeric: false),
      BrowsedColumn(name: "delta", title: "δ", isNumeric: true),
    ]
    let rows = range.map { number in
      BrowsedRow(
        key: "pcf \(number) 1", formula: "pcf(\(number), 1)", family: number == 3 ? 7 : nil,
        cells: [Text("n+\(number)", .formula), Text("0.\(number)", .digits)])
    }
    return BrowsedRows(
      first: range.lowerBound, rows: rows, columns: columns, total: total, count: count,
      isOrdered: isOrdered)
  }
}
