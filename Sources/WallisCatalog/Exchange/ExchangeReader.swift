internal import WallisFormulas

/// Takes the fields of a line one after the other.
struct ExchangeReader {
  /// Why a field cannot be taken.
  struct Problem: RowFault {
    let detail: String
    init(_ detail: String) { self.detail = detail }
  }

  private let fields: [String]
  private let kinds: FormulaKinds
  private var next = 1

  /// - Parameter kinds: the kinds of formulas whose keys it reads.
  init(_ line: ExchangeLine, _ kinds: FormulaKinds) { (fields, self.kinds) = (line.fields, kinds) }

  var isAtEnd: Bool { next >= fields.count }

  mutating func optionalText() throws(Problem) -> String? {
    guard next < fields.count else { throw Problem("it has \(fields.count - 1) fields, and more are needed") }
    defer { next += 1 }
    return fields[next].isEmpty ? nil : fields[next]
  }

  mutating func text() throws(Problem) -> String {
    guard let text = try optionalText() else { throw Problem("field \(next - 1) is empty") }
    return text
  }

  mutating func integer() throws(Problem) -> Int {
    let text = try text()
    guard let number = Int(text) else { throw Problem("'\(text)' is not an integer") }
    return number
  }

  /// An integer that counts something.
  mutating func count() throws(Problem) -> Int {
    let number = try integer()
    guard number >= 0 else { throw Problem("\(number) counts less than nothing") }
    return number
  }

  mutating func number() throws(Problem) -> Double? {
    guard let text = try optionalText() else { return nil }
    guard let number = Double(text), number.isFinite else { throw Problem("'\(text)' is not a number") }
    return number
  }

  mutating func formula() throws(Problem) -> Formula {
    let text = try text()
    guard let formula = kinds.formula(key: text), formula.key == text else {
      throw Problem("'\(text)' is not a key")
    }
    return formula
  }
}
