internal import WallisArithmetic

/// The text of a file with terms of a sequence or digits of a number.
///
/// A b-file of the OEIS has an index and a term in every line: the index is no data. Lines that end in a backslash are
/// joined, as bc writes them; what follows # in a line is a comment.
struct TermFile {
  /// Index of the first term in a b-file; nil for other text.
  let firstIndex: Int?
  /// The text without comments; of a b-file the second column.
  let text: String

  init(_ text: String) {
    let joined = TermFile.joined(text)
    let lines = joined.split(whereSeparator: \.isNewline).map { $0.prefix { $0 != "#" } }
      .filter { $0.contains { !$0.isWhitespace } }
    guard let (first, terms) = TermFile.secondColumn(lines) else {
      (firstIndex, self.text) = (nil, lines.joined(separator: "\n"))
      return
    }
    (firstIndex, self.text) = (first, terms.joined(separator: "\n"))
  }

  /// Fewest lines that look like a b-file.
  private static let fewestLines = 4

  private static func joined(_ text: String) -> String {
    text.replacing("\\\r\n", with: "").replacing("\\\n", with: "")
  }

  /// The terms where all lines are two integers and the first ones count up by one.
  private static func secondColumn(_ lines: [Substring]) -> (first: Int, terms: [String])? {
    guard lines.count >= fewestLines else { return nil }
    var (first, terms): (Int?, [String]) = (nil, [])
    for line in lines {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count == 2, let index = Int(words[0]), Integer(words[1]) != nil,
        index == (first ?? index) &+ terms.count
      else { return nil }
      first = first ?? index
      terms.append(String(words[1]))
    }
    return first.map { ($0, terms) }
  }

  /// The number whose decimal digits are the terms of a b-file: its first index is the number of digits before the
  /// point, as the OEIS counts them; nil for other text and other terms.
  var decimal: String? {
    let digits = text.split(separator: "\n")
    guard let firstIndex, digits.allSatisfy({ $0.count == 1 && $0 != "-" }), abs(firstIndex) <= 1_000_000
    else {
      return nil
    }
    return "0." + digits.joined() + "e\(firstIndex)"
  }
}
