internal import WallisCatalog
internal import WallisDocuments
internal import WallisSearch

/// Measures the formulas of a published table again, stores them, and reports where the two disagree.
struct TableComparison {
  /// Rows measured and stored at a time: about a second of work.
  private static let batch = 1024
  private static let depths = (n: 1000, m: 2000)

  let context: VerbContext
  let catalog: String
  let workers: Int
  let degrees: (a: Int, b: Int)?

  func reply(_ lines: LineReader) throws -> Reply {
    guard let header = try lines.next() else { throw Refusal("the file is empty", exit: .badData) }
    let table = try reading(line: 1) { () throws(SearchError) in
      try BlindDeltaReader(header: header, degrees: degrees)
    }
    let store = try context.openCatalog(at: catalog, creating: true)
    let started = context.clock()
    var report = BlindDeltaReport()
    var number = 1
    let isStopped = try context.stopRequests.observe {
      while let rows = try nextRows(lines, table, number: &number), !rows.isEmpty {
        let comparisons = BlindDeltaComparison.all(of: rows, depths: Self.depths, workers: workers) {
          FormulaMeasurer(depth: Self.depths.n, against: Self.depths.m, digits: 30)
        }
        try store.store(comparisons.map(\.formula))
        for comparison in comparisons { report.add(comparison) }
        showProgress(rows: report.rows, share: lines.share, seconds: context.clock() - started)
        if context.stopRequests.isRequested { return true }
      }
      return false
    }
    return BlindDeltaReportView(report: report).reply(isStopped: isStopped)
  }

  /// The number of rows is estimated from the part of the file that was read.
  private func showProgress(rows: Int, share: Double?, seconds: Double) {
    guard let share, share > 0, seconds > 0 else { return }
    let total = Int(Double(rows) / share)
    let rate = Double(rows) / seconds
    context.progress(
      CellProgress(
        title: "import", done: rows, total: total, perSecond: rate,
        secondsLeft: Double(total - rows) / rate))
  }

  /// The next batch of rows; nil after the last.
  private func nextRows(_ lines: LineReader, _ table: BlindDeltaReader, number: inout Int) throws
    -> [BlindDeltaRow]?
  {
    var rows: [BlindDeltaRow] = []
    while rows.count < Self.batch, let line = try lines.next() {
      number += 1
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      rows.append(try reading(line: number) { () throws(SearchError) in try table.row(line) })
    }
    return rows.isEmpty ? nil : rows
  }

  private func reading<Result>(line: Int, _ body: () throws(SearchError) -> Result) throws(Refusal)
    -> Result
  {
    do { return try body() } catch {
      var refusal = Refusal(error)
      refusal.diagnostic.message = "line \(line): \(refusal.diagnostic.message)"
      refusal.exit = .badData
      throw refusal
    }
  }
}
