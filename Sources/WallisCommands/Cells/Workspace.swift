internal import WallisDocuments
internal import WallisFormulas

/// Names and numbered results of a session, as expressions that use nothing but constants and functions.
public struct Workspace: Sendable, Equatable {
  private var bindings: [String: String] = [:]
  private var results: [Int: String] = [:]
  /// Constants of the user, hidden by assignments.
  var constants: [String: String] = [:]
  /// Number of the last result; nil before the first.
  public private(set) var last: Int?

  /// Longest expression, in characters, that names may grow to: `a = b + b` doubles at every use.
  static let longestExpression = 4_000

  /// Nothing assigned yet.
  public init() {}

  /// The names and results of earlier cells.
  public init(bindings: [Binding], results: [NumberedResult]) {
    for binding in bindings { self.bindings[binding.name] = binding.source }
    for result in results { add(result.source, as: result.number) }
  }

  /// The assigned names in alphabetical order.
  public var names: [String] { bindings.keys.sorted() }

  /// What a name stands for; nil for a free one.
  func source(of name: String) -> String? { bindings[name] }

  /// Lets a name stand for an expression that `closed` returned.
  mutating func bind(_ name: String, to source: String) { bindings[name] = source }

  /// Adds a result.
  mutating func add(_ source: String, as number: Int) {
    results[number] = source
    last = number
  }

  /// The expression with names and results replaced by what they stand for.
  ///
  /// - Returns: the text without names, and its tree, whose ranges refer to that text.
  /// - Throws: a `Refusal` that points into `text`.
  func closed(_ text: String) throws(Refusal) -> (text: String, expression: WallisFormulas.Expression) {
    let expression = try parse(text)
    var closed = Array(text)
    for (range, source) in try replacements(in: expression, of: text).reversed() {
      let isWhole = range == closed.indices
      closed.replaceSubrange(range, with: Array(isWhole ? source : "(" + source + ")"))
    }
    guard closed.count <= max(text.count, Workspace.longestExpression) else {
      throw Refusal(
        "with its names replaced this expression has \(closed.count) characters",
        remedy: "evaluate a part of it first", exit: .limit)
    }
    let result = String(closed)
    return (result, try parse(result))
  }

  private func parse(_ text: String) throws(Refusal) -> WallisFormulas.Expression {
    do {
      return try WallisFormulas.Expression(parsing: text)
    } catch {
      throw Refusal(error, in: text)
    }
  }

  /// The nodes to replace, from left to right.
  private func replacements(
    in expression: WallisFormulas.Expression, of text: String
  ) throws(Refusal) -> [(Range<Int>, String)] {
    switch expression.node {
    case .name(let name):
      if let source = bindings[name] ?? constants[name] { return [(expression.range, source)] }
      if KnownNames.meaning(of: name) == nil { throw unknown(name, at: expression.range, in: text) }
      return []
    case .result(let number):
      guard let number = number ?? last, let source = results[number] else {
        throw Refusal(
          Diagnostic(
            number.map { "there is no result %\($0)" } ?? "there is no result yet", source: text,
            range: expression.range, remedy: last.map { "the last one is %\($0)" }))
      }
      return [(expression.range, source)]
    case .call(let name, _) where FunctionTable.function(named: name) == nil:
      let range = expression.range.lowerBound..<(expression.range.lowerBound + name.count)
      throw unknown(name, at: range, in: text, otherwise: "help lists the functions")
    default:
      var all: [(Range<Int>, String)] = []
      for operand in expression.operands { all += try replacements(in: operand, of: text) }
      return all
    }
  }

  private func unknown(
    _ name: String, at range: Range<Int>, in text: String, otherwise remedy: String? = nil
  ) -> Refusal {
    if name == "G" {
      return Refusal(Diagnostic("G is ambiguous", source: text, range: range, remedy: "catalan or gauss?"))
    }
    let known = names + constants.keys.sorted() + KnownNames.constants + FunctionTable.all.map(\.name)
    let nearest = Suggestion.nearest(to: name, among: known)
    return Refusal(
      Diagnostic(
        "unknown name '\(name)'", source: text, range: range,
        remedy: nearest.map { "did you mean '\($0)'?" } ?? remedy ?? "assign it first: \(name) = …"))
  }
}

extension Refusal {
  /// The mistake in an expression, shown in its text.
  init(_ error: SyntaxError, in text: String) {
    self.init(Diagnostic(error.message, source: text, range: error.range, remedy: error.remedy))
  }
}
