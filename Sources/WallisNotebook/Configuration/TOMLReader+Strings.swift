extension TOMLReader {
  /// The string that begins here with a quote; with three of them it may have several lines.
  mutating func string(quote: Unicode.Scalar, allowsLines: Bool) throws(Fault) -> String {
    place += 1
    guard allowsLines, next == quote, scalar(after: 1) == quote else { return try text(quote, isLong: false) }
    place += 2
    _ = take("\n")
    return try text(quote, isLong: true)
  }

  private mutating func text(_ quote: Unicode.Scalar, isLong: Bool) throws(Fault) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = next {
      if scalar == quote {
        let many = scalars[place...].prefix(5).prefix { $0 == quote }.count
        place += isLong ? many : 1
        if !isLong { return String(text) }
        // One or two may stand before the three that end it.
        text.append(contentsOf: repeatElement(quote, count: many >= 3 ? many - 3 : many))
        if many >= 3 { return String(text) }
        continue
      }
      guard scalar == "\t" || scalar == "\n" && isLong || scalar.value >= 0x20 && scalar.value != 0x7F else {
        throw fault(scalar == "\n" ? "the quote is not closed" : "a control character in a text")
      }
      place += 1
      if scalar == "\\", quote == "\"" {
        if let meant = try escaped(isLong) { text.append(meant) }
      } else {
        text.append(scalar)
      }
    }
    throw fault("the quote is not closed")
  }

  /// What a backslash and what follows mean; nil for one that ends a line.
  private mutating func escaped(_ isLong: Bool) throws(Fault) -> Unicode.Scalar? {
    guard let scalar = next else { throw fault("the quote is not closed") }
    if isLong, scalar == "\n" || scalar == " " || scalar == "\t" {
      skipBlanks()
      guard next == "\n" else { throw fault("a backslash before blanks") }
      skip { $0 == " " || $0 == "\t" || $0 == "\n" }
      return nil
    }
    place += 1
    switch scalar {
    case "b": return "\u{8}"
    case "t": return "\t"
    case "n": return "\n"
    case "f": return "\u{C}"
    case "r": return "\r"
    case "\"", "\\": return scalar
    case "u", "U":
      let digits = scalars[place...].prefix(scalar == "u" ? 4 : 8)
      guard digits.count == (scalar == "u" ? 4 : 8),
        digits.allSatisfy({ $0.isASCII && $0.properties.isASCIIHexDigit }),
        let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
        let meant = Unicode.Scalar(value)
      else { throw fault("no character has this number") }
      place += digits.count
      return meant
    default: throw fault("'\\\(scalar)' means nothing in a text; a backslash is written \\\\ or between '…'")
    }
  }
}
