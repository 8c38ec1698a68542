import WallisCommands
import WallisDocuments
import WallisNotebook

/// Stands for interpreter processes: answers every line at once, or leaves the run open for the test to answer.
final class FakeRunner: CellRunner {
  /// Runs that were started, with their requests.
  private(set) var started: [(run: RunID, request: CellRequest)] = []
  /// Runs that were asked to stop.
  private(set) var stopped: [(run: RunID, force: StopForce)] = []
  private(set) var stoppedAll = false
  private var reports: [RunID: @Sendable (RunReport) -> Void] = [:]
  /// Whether runs stay open.
  var holds = false

  func start(_ run: RunID, _ request: CellRequest, report: @escaping @Sendable (RunReport) -> Void) {
    started.append((run, request))
    reports[run] = report
    if !holds { answer(run, request) }
  }

  /// Runs that were halted or let go on.
  private(set) var paused: [(run: RunID, halted: Bool)] = []
  /// Searches that were left running and are followed.
  private(set) var attached: [LeftRun] = []
  private var attachedRuns: [RunID] = []
  /// File that what runs belongs to.
  private(set) var owner: String?

  func pause(_ run: RunID, _ halted: Bool) { paused.append((run, halted)) }

  func belong(to path: String?) { owner = path }

  func attach(_ run: RunID, to left: LeftRun, report: @escaping @Sendable (RunReport) -> Void) {
    attached.append(left)
    attachedRuns.append(run)
    reports[run] = report
  }

  /// Reports on the n-th search that was left.
  func report(attached index: Int, _ report: RunReport) { reports[attachedRuns[index]]?(report) }

  func stop(_ run: RunID, _ force: StopForce) { stopped.append((run, force)) }

  func stopAll() { stoppedAll = true }

  /// Reports on the n-th run, counted from 0.
  func report(_ index: Int, _ event: CellEvent) { reports[started[index].run]?(.event(event)) }

  /// Ends the n-th run without a last word.
  func end(_ index: Int, _ cause: RunEnd.Cause, complaint: String = "") {
    reports[started[index].run]?(.ended(RunEnd(cause, complaint: complaint)))
  }

  /// Ends the n-th run as an interpreter does that has finished.
  func finish(_ index: Int, exit: Int32 = 0, bindings: [Binding] = [], results: [NumberedResult] = []) {
    report(index, .finished(CellFinish(exit: exit, bindings: bindings, results: results)))
    end(index, .exited(exit))
  }

  /// `name = x` makes a name, `fail` fails, every other line `x` gives the output `value of x`.
  private func answer(_ run: RunID, _ request: CellRequest) {
    var (bindings, results, exit) = ([Binding](), [NumberedResult](), Int32(0))
    for line in request.source.split(separator: "\n").map(String.init) {
      if line == "fail" {
        exit = 2
        reports[run]?(.event(.output(Document([.diagnostic(Diagnostic("no such thing", remedy: "try pi"))]))))
      } else if let sign = line.firstIndex(of: "=") {
        let source = line[line.index(after: sign)...].drop { $0 == " " }
        bindings.append(Binding(name: line[..<sign].filter { $0 != " " }, source: String(source)))
      } else {
        results.append(NumberedResult(number: request.firstResult + results.count, source: line))
        reports[run]?(.event(.output(Document([.paragraph(Text("value of \(line)"))]))))
      }
    }
    reports[run]?(.event(.finished(CellFinish(exit: exit, bindings: bindings, results: results))))
    reports[run]?(.ended(RunEnd(.exited(exit))))
  }
}
