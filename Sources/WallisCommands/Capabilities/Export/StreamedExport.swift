internal import WallisDocuments
internal import WallisSearch

/// A format that can be written discovery by discovery, so that memory does not grow with their number.
protocol StreamedExport: ExportFormat {
  /// A text that begins anew; its pieces together are the text of all discoveries.
  func begin() -> any DiscoveryStream
}

/// Discoveries as text, one after the other.
protocol DiscoveryStream {
  /// What stands before the first discovery.
  var head: String { get }
  /// What stands behind the last one.
  var end: String { get }
  /// The text of the next discovery.
  mutating func text(of finding: Discovery) -> String
}

extension TextExport: StreamedExport {
  func begin() -> any DiscoveryStream {
    LineStream { [self] in text(of: ExportSubject([$0])) }
  }
}

extension CSVExport: StreamedExport {
  func begin() -> any DiscoveryStream {
    LineStream(head: SeparatedValues.commas.line(ExportSubject.columns)) {
      SeparatedValues.commas.line(ExportSubject.row(of: $0))
    }
  }
}

extension JSONExport: StreamedExport {
  func begin() -> any DiscoveryStream { FindingListStream() }
}

extension JSONLinesExport: StreamedExport {
  func begin() -> any DiscoveryStream {
    LineStream { SearchSummaryView.json($0).withSchema.compact + "\n" }
  }
}

/// A text in which no discovery depends on another.
private struct LineStream: DiscoveryStream {
  var head = ""
  var end: String { "" }
  let line: (Discovery) -> String

  init(head: String = "", line: @escaping (Discovery) -> String) { (self.head, self.line) = (head, line) }

  func text(of finding: Discovery) -> String { line(finding) }
}

private struct FindingListStream: DiscoveryStream {
  private var list = JSONListStream(name: "findings")

  var head: String { list.head }
  var end: String { list.end() }
  mutating func text(of finding: Discovery) -> String { list.text(of: SearchSummaryView.json(finding)) }
}
