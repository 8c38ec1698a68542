internal import Synchronization
internal import WallisDocuments
internal import WallisSearch

/// A batch run: searches go on where an earlier run stopped, end at a deadline, and are reported together.
final class Batch: Sendable {
  /// One search of the plan as this run left it.
  struct Entry: Sendable {
    let space: String
    let candidates: Int
    /// Formulas looked at by this run.
    let scannedNow: Int
    /// Formulas that were looked at by any run.
    let scanned: Int
    let findings: Int
    let isFinished: Bool
  }

  /// A cell of the plan that could not be carried out.
  struct Failure: Sendable {
    let cell: Int
    let diagnostic: Diagnostic
  }

  /// Reading of the context's clock at which searches end.
  let deadline: Double
  private let entries = Mutex<[Entry]>([])
  private let waiting = Mutex<Int>(0)
  private let failed = Mutex<[Failure]>([])

  /// A batch that ends at this reading of the clock.
  init(deadline: Double) { self.deadline = deadline }

  /// Adds a search that ran, or was found finished.
  func record(_ entry: Entry) { entries.withLock { $0.append(entry) } }

  /// Keeps the errors among the outputs of a cell.
  func record(failures documents: [Document], ofCell cell: Int) {
    let errors = documents.flatMap(\.blocks).compactMap { block -> Failure? in
      guard case .diagnostic(let diagnostic) = block, diagnostic.severity == .error else { return nil }
      return Failure(cell: cell, diagnostic: diagnostic)
    }
    failed.withLock { $0 += errors }
  }

  /// What could not be carried out.
  var failures: [Failure] { failed.withLock { $0 } }

  /// Formulas looked at by this run.
  var scannedNow: Int { entries.withLock { $0.reduce(0) { $0 + $1.scannedNow } } }

  /// Counts cells that were not reached.
  func recordWaiting(_ cells: Int) { waiting.withLock { $0 = cells } }

  /// True when every search of the plan that was reached is finished and no cell was left out.
  var isFinished: Bool { waiting.withLock { $0 == 0 } && entries.withLock { $0.allSatisfy(\.isFinished) } }

  /// What was scanned, found and left.
  var report: Document {
    let rows = entries.withLock { $0 }
    let table = Table(
      [
        Table.Column("space"), Table.Column("scanned now", .right), Table.Column("in all", .right, rank: 1),
        Table.Column("left", .right),
        Table.Column("found", .right),
      ],
      rows: rows.map { entry in
        [
          Text(entry.space, .formula), Text(ProgressLine.grouped(entry.scannedNow), .digits),
          Text(ProgressLine.grouped(entry.scanned), .digits),
          Text(ProgressLine.grouped(entry.candidates - entry.scanned), .digits),
          Text(ProgressLine.grouped(entry.findings), .digits),
        ]
      })
    let left = waiting.withLock { $0 }
    let complete = rows.count { $0.isFinished }
    let end: Text =
      isFinished
      ? (failures.isEmpty ? "the plan is finished" : "the plan is finished but for what failed")
      : "finished: \(complete) of \(ProgressLine.counted(rows.count, "job")); "
        + "the same command goes on"
        + (left > 0 ? "; not reached: \(ProgressLine.counted(left, "cell"))" : "")
    let errors = failures.map { failure -> Block in
      var diagnostic = failure.diagnostic
      diagnostic.message = "cell \(failure.cell): \(diagnostic.message)"
      return .diagnostic(diagnostic)
    }
    return Document((rows.isEmpty ? [] : [.table(table)]) + errors + [.paragraph(end)])
  }

  /// The report for scripts, by the names of its members.
  var members: [String: JSONValue] {
    let searches = entries.withLock { $0 }.map { entry -> JSONValue in
      [
        "space": .string(entry.space), "candidates": .integer(entry.candidates),
        "scannedNow": .integer(entry.scannedNow), "scanned": .integer(entry.scanned),
        "findings": .integer(entry.findings), "finished": .bool(entry.isFinished),
      ]
    }
    return [
      "finished": .bool(isFinished), "searches": .array(searches),
      "cellsLeft": .integer(waiting.withLock { $0 }),
      "failures": .array(
        failures.map { ["cell": .integer($0.cell), "error": .string($0.diagnostic.message)] }),
    ]
  }
}

/// A length of time as typed: `90s`, `30m`, `8h`, `1h30m`, `2d`.
struct TimeSpan: Equatable {
  let seconds: Double

  /// Reads a length of time; nil for other text and for nothing.
  init?(_ text: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    var (total, digits) = (0.0, "")
    for character in text {
      if character.isASCII, character.isNumber || character == "." {
        digits.append(character)
        continue
      }
      guard let unit = units[character], let value = Double(digits) else { return nil }
      total += value * unit
      digits = ""
    }
    guard digits.isEmpty, total > 0, total < 1e9 else { return nil }
    seconds = total
  }
}
