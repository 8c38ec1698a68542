internal import WallisDocuments
internal import WallisSearch

/// The reply of a search that ended or was interrupted.
struct SearchReport {
  let summary: SearchSummary
  let view: any SearchView
  /// Seconds of the run.
  let seconds: Double
  /// The command that goes on with an interrupted search.
  let resumption: String
  /// The command that shows what a finished search has found.
  let harvest: String

  var reply: Reply {
    guard summary.isFinished else {
      let text: Text = "interrupted; what is done is kept, and " + Text(resumption, .name) + " goes on"
      return Reply(Document([.paragraph(text)]), json: json, exit: .interrupted, remark: time)
    }
    return Reply(
      view.document, json: json, exit: summary.funnel.total == 0 ? .nothing : .done, remark: time)
  }

  private var rate: Double? { seconds > 0 ? Double(summary.scannedNow) / seconds : nil }

  private var time: Document {
    let speed = rate.map { ProgressLine.grouped(Int($0)) } ?? "–"
    let text =
      "job \(summary.job): \(rounded(seconds, 1)) s, \(speed) \(type(of: view).members)/s"
    guard summary.isFinished, summary.findingCount > 0 else {
      return Document([.paragraph(Text(text, .muted))])
    }
    let look = Text("; ", .muted) + Text(harvest, .name) + Text(" shows what is new", .muted)
    return Document([.paragraph(Text(text, .muted) + look)])
  }

  /// What every search says to scripts, with what its method adds.
  private var json: JSONValue {
    let funnel = summary.funnel.sorted.map { JSONValue.Member($0.reason, .integer($0.count)) }
    let counts: [JSONValue.Member] =
      [
        .init("job", .integer(summary.job)), .init("candidates", .integer(summary.candidates)),
      ] + view.counts + [
        .init("stored", .integer(summary.stored)), .init("funnel", .object(funnel)),
        .init("findings", .array(summary.findings.map { type(of: view).json($0) })),
        .init("decoyHits", .integer(summary.decoyHits)), .init("finished", .bool(summary.isFinished)),
      ]
    return .object(
      counts + view.details + [
        .init("seconds", .double(seconds)), .init("perSecond", .double(rate ?? 0)),
      ])
  }
}
