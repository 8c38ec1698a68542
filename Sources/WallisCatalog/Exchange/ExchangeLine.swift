/// One line of the text exchange: fields separated by tabs, the first says what the line is.
///
/// Inside a field `\t`, `\n`, `\r` and `\\` stand for tab, line feed, carriage return and backslash; an empty field
/// is a missing value.
struct ExchangeLine {
  private(set) var fields: [String]

  init(_ kind: String) { fields = [kind] }

  /// Reads a line.
  init(parsing line: Substring) {
    fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(ExchangeLine.unescaped)
  }

  mutating func append(_ text: String?) { fields.append(text.map(ExchangeLine.escaped) ?? "") }
  mutating func append(_ number: Int) { fields.append("\(number)") }
  mutating func append(_ number: Double?) { fields.append(number.map(FixedDecimal.text) ?? "") }

  var text: String { fields.joined(separator: "\t") + "\n" }

  private static let escapes: [(Character, Character)] = [
    ("\\", "\\"), ("\t", "t"), ("\n", "n"), ("\r", "r"),
  ]

  private static func escaped(_ text: String) -> String {
    guard text.contains(where: { character in escapes.contains { $0.0 == character } }) else { return text }
    return text.reduce(into: "") { result, character in
      if let escape = escapes.first(where: { $0.0 == character }) {
        result.append("\\")
        result.append(escape.1)
      } else {
        result.append(character)
      }
    }
  }

  private static func unescaped(_ field: Substring) -> String {
    guard field.contains("\\") else { return String(field) }
    var text = ""
    var isEscaped = false
    for character in field {
      if isEscaped {
        text.append(escapes.first { $0.1 == character }?.0 ?? character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}

/// Numbers with nine decimals, so that writing, reading and writing again gives the same bytes.
enum FixedDecimal {
  private static let scale = 1_000_000_000

  static func text(_ number: Double) -> String {
    let scaled = (number * Double(scale)).rounded()
    guard abs(scaled) < 9e15 else { return "\(number)" }
    let (whole, part) = Int(abs(scaled)).quotientAndRemainder(dividingBy: scale)
    let digits = "\(part)"
    let zeros = String(repeating: "0", count: 9 - digits.utf8.count)
    return "\(scaled < 0 ? "-" : "")\(whole).\(zeros)\(digits)"
  }
}
