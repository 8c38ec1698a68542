internal import WallisFormulas

/// Versions of the text exchange.
enum ExchangeFormat: Int {
  /// Of version 0.1: no closing line, closed forms by the rule of that version.
  case one = 1
  /// With a closing line: how many lines of each kind there are, and a checksum of all bytes before it.
  case two = 2

  private static let title = "# Wallis catalog, text format "

  /// First line of a text of this format.
  var header: String { "\(ExchangeFormat.title)\(rawValue)" }

  /// The format that a first line announces; nil where it is none.
  init?(header: String) {
    guard header.hasPrefix(ExchangeFormat.title) else { return nil }
    let word = header.dropFirst(ExchangeFormat.title.count).prefix { !$0.isWhitespace }
    guard let format = Int(word).flatMap(ExchangeFormat.init) else { return nil }
    self = format
  }

  /// How closed forms are read.
  var rule: ReadingRule { self == .one ? .version01 : .current }
}

/// Counts the lines of a text by their kinds and sums up its bytes, for the closing line.
struct ExchangeTally {
  private var counts: [String: Int] = [:]
  private var checksum = Checksum()

  /// Adds a line with its end.
  mutating func add(_ line: String) {
    checksum.append(line.utf8)
    guard !line.hasPrefix("#") else { return }
    counts[String(line.prefix { $0 != "\t" && $0 != "\n" }), default: 0] += 1
  }

  /// The closing line.
  var closingLine: String {
    var line = ExchangeLine(ExchangeTally.kind)
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) where kind != "" {
      line.append(kind)
      line.append(count)
    }
    line.append(checksum.text)
    return line.text
  }

  /// First field of the closing line.
  static let kind = "end"
}
