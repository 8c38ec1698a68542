internal import Foundation
internal import WallisCatalog
internal import WallisDocuments

/// A batch run of a plan.
struct BatchRun {
  private let session: SessionFile
  private let name: String
  private let context: VerbContext
  private let batch: Batch
  private let catalog: String
  private let global: GlobalOptions

  /// A run of the plan in a file, or on standard input where that is `-`.
  /// - Parameter time: how long searches may take, as typed; nil for as long as they need.
  /// - Throws: a `Refusal` for what is no length of time, and for a file that cannot be read.
  init(_ file: String, time: String?, trust: Bool, _ global: GlobalOptions, _ context: VerbContext) throws {
    let duration = try time.map { time throws(Refusal) in
      guard let span = TimeSpan(time) else {
        throw Refusal("'\(time)' is no length of time", remedy: "for example: 90s, 30m, 8h, 1h30m")
      }
      return span.seconds
    }
    let isInput = file == "-"
    session =
      isInput
      ? try SessionFile(parsing: context.shell?.readAll() ?? [], name: "standard input")
      : try SessionFile(contentsOf: file)
    name = isInput ? "standard input" : file
    guard !session.cells.isEmpty else {
      throw Refusal("\(name) has no cells", remedy: "they stand between ```wallis and ```")
    }
    batch = Batch(deadline: context.clock() + (duration ?? .infinity))
    catalog = context.catalogPath(global)
    var context = context
    context.form = .document
    if !trust { context.reach = Reach(ofSession: isInput ? "" : file) }
    context.batch = batch
    (self.context, self.global) = (context, global)
  }

  /// Runs the cells one after the other until the time is over; one that fails is recorded.
  func result(_ shell: Shell) -> BatchResult {
    let (started, before) = (shell.now?(), totals())
    var replay = SessionReplay(interpreter: CellInterpreter(context: context))
    for (index, cell) in session.cells.enumerated() {
      guard context.clock() < batch.deadline, !context.stopRequests.isRequested else {
        batch.recordWaiting(session.cells.count - index)
        break
      }
      let documents = replay.run(
        cell.source, catalog: catalog, width: StoredOutput.width, progress: context.progress)
      batch.record(failures: documents, ofCell: index + 1)
    }
    let stopped = context.stopRequests.isRequested
    let exit = Exit(rawValue: replay.exit) ?? .badData
    return BatchResult(
      batch: batch, name: name, place: global.place, catalog: catalog, started: started, ended: shell.now?(),
      gain: gain(from: before, to: totals()),
      exit: stopped ? .interrupted : exit == .interrupted ? .done : exit)
  }

  /// What the catalog has gained; nil where it could not be read before or after.
  private func gain(from before: [Int]?, to after: [Int]?) -> BatchResult.Gain? {
    guard let before, let after else { return nil }
    return BatchResult.Gain(
      found: after[0] - before[0], certified: after[1] - before[1], unknown: after[2] - before[2])
  }

  /// Formulas with a closed form, those whose closed form is certified, and those that are not known; none where there is
  /// no catalog yet, nil where it cannot be read.
  private func totals() -> [Int]? {
    guard FileManager.default.fileExists(atPath: catalog) else { return [0, 0, 0] }
    return try? ["identified", "grade = certified", "identified and known = null"].map {
      try context.readCatalog(global).total(try context.query($0))
    }
  }
}
