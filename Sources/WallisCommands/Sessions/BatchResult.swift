internal import WallisDocuments

/// What came of a batch run.
struct BatchResult {
  /// What the catalog gained.
  struct Gain {
    /// By how many more formulas have a closed form, mirrors counted; have a certified one; have one and are not known.
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
    blocks.append(
      .paragraph(gain.map(sentence) ?? "what the catalog gained is not known: it could not be read"))
    if let harvest { blocks.append(.fields([Field("next", Text(harvest, .name))])) }
    return Document(blocks)
  }

  /// The answer, with what went wrong after the run.
  func reply(besides faults: [Diagnostic] = []) -> Reply {
    let ended: Exit = exit == .done && !batch.failures.isEmpty ? .badData : exit
    return Reply(
      Document(document.blocks + faults.map { .diagnostic($0) }), json: json,
      exit: ended == .done && !faults.isEmpty ? .limit : ended)
  }

  private func sentence(_ gain: Gain) -> Text {
    guard gain.found > 0 || gain.certified > 0 else { return "no closed form was found in this run" }
    return Text(
      "more formulas in the catalog, mirrors counted: with a closed form \(ProgressLine.grouped(gain.found)), "
        + "with a certified one \(ProgressLine.grouped(gain.certified)), not known \(ProgressLine.grouped(gain.unknown))"
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
