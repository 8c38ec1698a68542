internal import WallisFormulas

/// Takes the fields of a line one after the other.
struct ExchangeReader {
  /// Why a field cannot be taken.
  struct Problem: Error {
    let detail: String
    init(_ detail: String) { self.detail = detail }
  }

  private let fields: [String]
  private var next = 1

  init(_ line: ExchangeLine) { fields = line.fields }

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

  mutating func number() throws(Problem) -> Double? {
    guard let text = try optionalText() else { return nil }
    guard let number = Double(text), number.isFinite else { throw Problem("'\(text)' is not a number") }
    return number
  }

  mutating func formula() throws(Problem) -> Formula {
    let text = try text()
    guard let formula = Formula(key: text), formula.key == text else {
      throw Problem("'\(text)' is not a key")
    }
    return formula
  }
}
