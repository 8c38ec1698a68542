internal import WallisDocuments
internal import WallisSearch

/// Sends the findings of a running search, each once, as JSON lines.
struct FindingStream {
  private let job: Int
  private let store: any SearchStore
  private let line: (@Sendable (JSONValue) -> Void)?
  private var sent: Set<Discovery> = []

  /// A stream to `line`; nil sends nothing.
  init(job: Int, store: any SearchStore, line: (@Sendable (JSONValue) -> Void)?) {
    (self.job, self.store, self.line) = (job, store, line)
  }

  /// Sends what is new in the store when the search has come to `count` findings.
  mutating func send(upTo count: Int) {
    guard line != nil, count > sent.count, let findings = try? store.findings(ofJob: job) else { return }
    send(findings)
  }

  /// Sends those of the findings that were not sent before, in their order.
  mutating func send(_ findings: [Discovery]) {
    guard let line else { return }
    for finding in findings where sent.insert(finding).inserted { line(SearchSummaryView.json(finding)) }
  }
}
