/// Reads tables of the public code of Shalyt et al. (2024) line by line: comma-separated, a header first, the key
/// `"[A2, A1, A0, B2, B1, B0]"` in the column `Coefficients`, leading coefficients first.
public struct BlindDeltaReader: Sendable {
  private let columns: [String: Int]
  private let degrees: (a: Int, b: Int)?

  /// A reader for a table with this header.
  /// - Parameter degrees: degrees that the keys are padded to; halves of the key unless given.
  /// - Throws: `SearchError.malformed` for a header that lacks a column.
  public init(header: String, degrees: (a: Int, b: Int)? = nil) throws(SearchError) {
    let names = BlindDeltaReader.fields(of: header)
    columns = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.degrees = degrees
    let needed = [BlindDeltaReader.key, BlindDeltaReader.limit] + BlindDeltaQuantity.allCases.map(\.rawValue)
    guard let missing = needed.first(where: { columns[$0] == nil }) else { return }
    throw .malformed(
      message: "the header has no column '\(missing)'", text: header, position: 0,
      remedy: "the table should come from the authors' code: Coefficients,Limit,Naive_Delta,FR_Delta,…")
  }

  /// The row that a line holds.
  /// - Throws: `SearchError.malformed` with the place of what cannot be read.
  public func row(_ line: String) throws(SearchError) -> BlindDeltaRow {
    let fields = BlindDeltaReader.fields(of: line)
    func malformed(_ message: String, _ field: String) -> SearchError {
      let start = line.firstRange(of: field)?.lowerBound ?? line.startIndex
      let place = line.distance(from: line.startIndex, to: start)
      return .malformed(
        message: message, text: line, position: place, remedy: "correct the line, or leave it out")
    }
    guard fields.count >= columns.count else {
      throw malformed("the line has \(fields.count) fields, the header \(columns.count)", "")
    }
    let key = fields[columns[BlindDeltaReader.key] ?? 0]
    guard let (a, b) = coefficients(key) else { throw malformed("'\(key)' is no key", key) }
    var numbers: [BlindDeltaQuantity: Double] = [:]
    for quantity in BlindDeltaQuantity.allCases {
      let field = fields[columns[quantity.rawValue] ?? 0]
      guard let number = field.isEmpty ? .nan : Double(field) else {
        throw malformed("'\(field)' is no number", field)
      }
      numbers[quantity] = number
    }
    return BlindDeltaRow(a: a, b: b, limit: fields[columns[BlindDeltaReader.limit] ?? 0], numbers: numbers)
  }

  private static let (key, limit) = ("Coefficients", "Limit")

  /// a and b, constant terms first, without leading zeros; nil unless there are both.
  private func coefficients(_ key: String) -> (a: [Int], b: [Int])? {
    let words = key.filter { !"[] ".contains($0) }.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = words.compactMap { Int($0) }
    let split = degrees.map { $0.a + 1 } ?? numbers.count / 2
    let count = degrees.map { $0.a + $0.b + 2 } ?? numbers.count
    guard numbers.count == words.count, numbers.count == count, degrees != nil || count.isMultiple(of: 2)
    else { return nil }
    func polynomial(_ part: ArraySlice<Int>) -> [Int] { part.drop { $0 == 0 }.reversed() }
    let (a, b) = (polynomial(numbers[..<split]), polynomial(numbers[split...]))
    return a.isEmpty || b.isEmpty ? nil : (a, b)
  }

  /// Fields separated by commas; those in double quotes may contain commas.
  private static func fields(of line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      case "\r", "\n", "\r\n": break
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

/// A number that the authors' table gives for every formula; the raw value is the name of its column.
public enum BlindDeltaQuantity: String, CaseIterable, Sendable {
  /// Blind δ without dividing by the gcd.
  case naiveDelta = "Naive_Delta"
  /// Blind δ with p/q reduced.
  case delta = "FR_Delta"
  /// δ predicted at n = 10⁹.
  case predictedDelta = "Predicted_Delta"
  /// Exponential coefficient of the denominators.
  case denominatorC = "c"
  /// Factorial coefficient of the denominators.
  case denominatorD = "d"
  /// Polynomial coefficient of the error.
  case errorB = "convergence_b"
  /// Exponential coefficient of the error.
  case errorC = "convergence_c"
  /// Factorial coefficient of the error.
  case errorD = "convergence_d"

  /// Differences below this count as agreement: what the distance of one term in depth changes for δ, and what the
  /// conventions of fitting change for the others.
  var tolerance: Double {
    switch self {
    case .naiveDelta, .delta: 0.0005
    default: 0.01
    }
  }
}

/// A row of the authors' table.
public struct BlindDeltaRow: Sendable, Hashable {
  /// Partial denominators, constant term first.
  public let a: [Int]
  /// Partial numerators, constant term first.
  public let b: [Int]
  /// The limit with 60 decimals, or the marker −2020.
  public let limit: String
  /// The numbers, markers included.
  public let numbers: [BlindDeltaQuantity: Double]

  /// The number; nil where the table has none or a marker: −1010 not calculated, −2020 rational or divergent.
  public subscript(quantity: BlindDeltaQuantity) -> Double? {
    numbers[quantity].flatMap { BlindDeltaRow.markers.contains($0) || !$0.isFinite ? nil : $0 }
  }

  /// Whether δ was measured.
  public var isMeasured: Bool { self[.delta] != nil }

  /// Whether the limit is a number.
  var hasLimit: Bool { !BlindDeltaRow.markers.contains(Double(limit) ?? BlindDeltaRow.markers[0]) }

  static let markers = [-1010.0, -2020.0]
}
