internal import WallisDocuments

/// What came of a batch run.
struct BatchResult {
  /// What the catalog gained.
  struct Gain {
    /// New formulas with a closed form, mirrors counted; of them certified ones, and those that are not known.
    let (found, certified, unknown): (Int, Int, Int)
  }

  let batch: Batch
  /// The plan, as the user named it.
  let name: String
  /// The catalog as commands name it, and its path.
  let (place, catalog): (String, String)
  /// Times as text; nil where no clock is there.
  let (started, ended): (String?, String?)
  let gain: Gain?
  let exit: Exit

  var document: Document {
    var blocks = batch.report.blocks
    if let gain { blocks.append(.paragraph(sentence(gain))) }
    if let harvest { blocks.append(.fields([Field("next", Text(harvest, .name))])) }
    return Document(blocks)
  }

  var reply: Reply {
    let isFailure = exit == .done && !batch.failures.isEmpty
    return Reply(document, json: json, exit: isFailure ? .badData : exit)
  }

  private func sentence(_ gain: Gain) -> Text {
    guard gain.found > 0 else { return "no closed form was found in this run" }
    return Text(
      "\(ProgressLine.counted(gain.found, "formula")) got a closed form in this run, mirrors counted: "
        + "\(ProgressLine.grouped(gain.certified)) certified; \(ProgressLine.grouped(gain.unknown)) not known"
    )
  }

  /// The command that shows what this run found.
  private var harvest: String? { started.map { "harvest --since \($0)\(place)" } }

  private var json: JSONValue {
    var members = batch.members
    members["started"] = .optional(started)
    members["ended"] = .optional(ended)
    members["found"] = gain.map { .integer($0.found) } ?? .null
    members["certified"] = gain.map { .integer($0.certified) } ?? .null
    members["notKnown"] = gain.map { .integer($0.unknown) } ?? .null
    return .object(members.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })
  }

  /// The numbers, for a command that is told about the end.
  var variables: [String: String] {
    [
      "WALLIS_BATCH_SCANNED": "\(batch.scannedNow)", "WALLIS_BATCH_FOUND": "\(gain?.found ?? 0)",
      "WALLIS_BATCH_FAILURES": "\(batch.failures.count)",
      "WALLIS_BATCH_FINISHED": batch.isFinished ? "1" : "0",
    ]
  }

  /// The report at length: this result, then the harvest, a plot of what is new and the coverage, each below the command
  /// that shows it.
  func pages(_ context: VerbContext) -> BatchPages {
    var context = context
    context.form = .document
    var replay = SessionReplay(interpreter: CellInterpreter(context: context))
    var cells = [
      TypesetCell(source: "batch \(name)", output: StoredOutput.text(of: [document]), documents: [document])
    ]
    var commands = ["coverage"]
    if let harvest, (gain?.found ?? 0) > 0 {
      let condition = "found >= \"\(started ?? "")\" and delta != null".quoted
      commands = [harvest, "plot delta digitsPerTerm --query \(condition)\(place)"] + commands
    }
    for command in commands {
      let documents = replay.run(command, catalog: catalog, width: StoredOutput.width)
      cells.append(
        TypesetCell(source: command, output: StoredOutput.text(of: documents), documents: documents))
    }
    let span = [started, ended].compactMap(\.self).joined(separator: " to ")
    return BatchPages(title: "Batch run of \(name)", introduction: span, cells: cells)
  }
}

/// The report of a batch run as a session that can be run again.
struct BatchPages {
  let title: String
  let introduction: String
  let cells: [TypesetCell]

  /// The report as a file of this name holds it.
  func text(for path: String) -> String {
    let session = SessionFile(
      [.prose(SessionProse("# \(title)\n\n\(introduction)"))]
        + cells.map { .cell(SessionCell(source: $0.source, output: $0.output)) })
    guard path.hasSuffix(".html") else { return session.text }
    let format = SessionExport.named("html") ?? .html
    return format.text(session, title: title, cells: cells) { SessionTypesetter.latex(ofTree: $0) }
  }
}
