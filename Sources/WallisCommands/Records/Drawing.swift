internal import WallisDocuments

/// Text in two dimensions: lines of equal width, one of which stands on the line of writing.
struct Drawing: Equatable {
  private(set) var lines: [String]
  /// Index of the line that neighbours are aligned with.
  private(set) var baseline: Int
  let width: Int

  /// Text on one line.
  init(_ text: String) { (lines, baseline, width) = ([text], 0, text.displayWidth) }

  private init(_ lines: [String], baseline: Int) {
    let width = lines.map(\.displayWidth).max() ?? 0
    self.lines = lines.map { $0 + String(repeating: " ", count: width - $0.displayWidth) }
    (self.baseline, self.width) = (baseline, width)
  }

  /// The lines without trailing spaces.
  var text: String {
    lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// Beside each other on one line of writing.
  static func + (left: Drawing, right: Drawing) -> Drawing {
    let above = max(left.baseline, right.baseline)
    let below = max(left.lines.count - left.baseline, right.lines.count - right.baseline)
    let lines = (0..<(above + below)).map { row in
      left.line(row - above + left.baseline) + right.line(row - above + right.baseline)
    }
    return Drawing(lines, baseline: above)
  }

  private func line(_ index: Int) -> String {
    lines.indices.contains(index) ? lines[index] : String(repeating: " ", count: width)
  }

  /// Above each other with a stroke between them, which lies on the line of writing.
  func over(_ bottom: Drawing, stroke: String) -> Drawing {
    let width = max(self.width, bottom.width) + 2
    let rule = String(repeating: stroke, count: width)
    return Drawing(
      centred(width) + [rule] + bottom.centred(width), baseline: lines.count)
  }

  /// With others above and below it, all centred.
  func between(_ above: Drawing, _ below: Drawing) -> Drawing {
    let width = [above, self, below].map(\.width).max() ?? 0
    return Drawing(
      above.centred(width) + centred(width) + below.centred(width), baseline: above.lines.count + baseline)
  }

  private func centred(_ width: Int) -> [String] {
    let left = String(repeating: " ", count: (width - self.width) / 2)
    return lines.map { left + $0 }
  }

  /// With an exponent above its right end.
  func raised(to exponent: Drawing) -> Drawing {
    let blank = String(repeating: " ", count: width)
    let shifted = exponent.lines.map { blank + $0 }
    return Drawing(shifted + lines, baseline: baseline + exponent.lines.count)
  }

  /// In brackets as tall as it is.
  func bracketed(ascii: Bool) -> Drawing {
    guard lines.count > 1 else { return Drawing("(") + self + Drawing(")") }
    let left = column(ascii ? ("/", "|", "\\") : ("⎛", "⎜", "⎝"))
    let right = column(ascii ? ("\\", "|", "/") : ("⎞", "⎟", "⎠"))
    return Drawing(
      zip(zip(left, lines), right).map { $0.0 + $0.1 + $1 }, baseline: baseline)
  }

  private func column(_ parts: (top: String, middle: String, bottom: String)) -> [String] {
    [parts.top] + Array(repeating: parts.middle, count: lines.count - 2) + [parts.bottom]
  }
}
