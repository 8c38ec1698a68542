internal import WallisCatalog
internal import WallisDocuments
internal import WallisSearch

/// A search that other machines do, as it is shown.
struct SubmissionView {
  let job: Int
  var submission: Submission?
  var states: ShardStates?
  /// Shards that were handed over just now.
  var started: [Int] = []
  /// What was merged.
  var taken = ImportSummary()
  /// Why shards were refused.
  var refused: [Diagnostic] = []
  var advice: String?
  var summary: SearchSummary?

  init(job: Int, submission: Submission? = nil, summary: SearchSummary? = nil) {
    (self.job, self.submission, self.summary) = (job, submission, summary)
  }

  /// The search as it is shown when it is finished.
  func finished(_ context: VerbContext) throws -> Reply {
    guard let summary else { return Reply(Document([.paragraph("job \(job) is finished")])) }
    var reply = SearchReport(
      summary: summary, view: context.table.view(of: summary), seconds: 0, resumption: "resume \(job)",
      harvest: "harvest --since \(job)"
    ).reply
    reply.remark = Document([.paragraph("job \(job): all shards merged")] + refused.map { .diagnostic($0) })
    return reply
  }

  /// How far it is.
  func unfinished(isInterrupted: Bool) -> Reply {
    guard let submission, let states else { return Reply(Document([])) }
    var lines = [Text("job \(job), \(submission.system): \(states.text(of: submission))")]
    if !started.isEmpty {
      lines.append(
        Text("handed over: \(ProgressLine.counted(started.count, "shard")) in \(submission.folder)"))
    }
    if taken.evaluated + taken.recomputed.chunks > 0 {
      lines.append(
        Text(
          "checked here: \(ProgressLine.counted(taken.evaluated, "finding")) evaluated again, "
            + "\(ProgressLine.counted(taken.recomputed.chunks, "chunk")) of searches searched again"))
    }
    if let advice { lines.append(Text(advice)) }
    lines.append(Text("resume \(job)", .name) + " merges what is complete and hands over what is left")
    let json = json(submission, states)
    return Reply(
      Document(lines.map { .paragraph($0) } + refused.map { .diagnostic($0) }), json: json,
      exit: isInterrupted ? .interrupted : .done)
  }

  private func json(_ submission: Submission, _ states: ShardStates) -> JSONValue {
    [
      "job": .integer(job), "finished": .bool(false), "system": .string(submission.system),
      "folder": .string(submission.folder), "shardCount": .integer(submission.shards), "shards": states.json,
      "handedOver": .array(started.map { .integer($0) }),
      "refused": .array(
        refused.map { ["message": .string($0.message), "remedy": .optional($0.remedy)] }),
    ]
  }
}
