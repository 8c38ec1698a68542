internal import WallisCommands
internal import WallisDocuments

/// The value of the line being typed, as far as it is known.
struct TypedValue {
  /// The line, and where it begins in the text; nil where no expression is typed.
  var line: Line?
  /// Grows with every line, so that what was asked about an earlier one does no harm.
  var number = 0
  /// The evaluation under way.
  var run: RunID?
  /// What the value is; nil as long as nothing is known.
  var shown: Text?

  /// A line of the text.
  struct Line: Equatable {
    var text: String
    var start: Int
  }

  /// Digits that are asked for.
  static let digits = 20
  /// Longest line that is evaluated, in characters.
  static let longest = 400
  /// Seconds without a key after which it is.
  static let pause = 0.15
  /// Seconds that an evaluation may take.
  static let patience = 0.4
  /// Bytes that it may allocate.
  static let memory = 512 << 20
}

extension CellRequest {
  /// A request for the value of an expression without names, bounded in memory.
  init(valueOf expression: String, digits: Int, catalog: String?) {
    self.init(source: "evaluate '\(expression)' --digits \(digits)", catalog: catalog)
    memory = TypedValue.memory
  }
}

extension Document {
  /// The value that `evaluate` tells; nil where there is none with digits.
  var value: Text? {
    for case .fields(let fields) in blocks {
      if let first = fields.first, first.label == "value",
        first.value.spans.contains(where: { $0.role == .digits })
      {
        return first.value
      }
    }
    return nil
  }
}

extension Text {
  /// A value in at most some columns: of a fraction that is too long its digits, of an integer its beginning
  /// and how long it is; nil where nothing of that fits.
  func fitting(_ width: Int, digits: Int = TypedValue.digits, more: String = "…") -> String? {
    if string.displayWidth <= width { return string }
    let numbers = spans.filter { $0.role == .digits }.map(\.string)
    guard let last = numbers.last, let first = numbers.first else { return nil }
    let isInteger = spans.count == 1 && first.drop { $0 == "-" }.allSatisfy(\.isNumber)
    let count = first.count { $0.isNumber }
    let short = isInteger ? "\(first.prefix(digits))\(more) (\(count) digits)" : last
    return short.displayWidth <= width && (isInteger || numbers.count == 2) ? short : nil
  }
}
