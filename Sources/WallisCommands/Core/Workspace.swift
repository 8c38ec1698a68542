internal import WallisDocuments
internal import WallisFormulas

/// Names and numbered results of a session, as expressions that use nothing but constants and functions.
package struct Workspace: Sendable, Equatable {
  private(set) var bindings: [String: Binding] = [:]
  /// The names among them with parameters, and those without: expressions are read by them one after another.
  private var (functions, variables): (Set<String>, Set<String>) = ([], [])
  private var results: [Int: String] = [:]
  /// Constants of the user, hidden by assignments.
  var constants: [String: String] = [:]
  /// Why the constants of the user cannot be read; nil where they can.
  var constantsFault: Refusal?
  /// First words of verbs, for those who mistype one.
  var verbs: [String] = []
  /// Number of the last result; nil before the first.
  package private(set) var last: Int?

  /// Longest expression, in characters, that names may grow to: `a = b + b` doubles at every use.
  static let longestExpression = 4_000

  /// Nothing assigned yet.
  package init() {}

  /// The names and results of earlier cells.
  package init(bindings: [Binding], results: [NumberedResult]) {
    bind(bindings)
    for result in results { add(result.source, as: result.number) }
  }

  /// The assigned names in alphabetical order.
  package var names: [String] { bindings.keys.sorted() }

  /// What a name stands for; nil for a free one.
  func binding(of name: String) -> Binding? { bindings[name] }

  /// Binds names that a cell has made; a later one takes the place of an earlier one.
  package mutating func bind(_ bindings: [Binding]) {
    for binding in bindings {
      self.bindings[binding.name] = binding
      if binding.parameters == nil {
        variables.insert(binding.name)
        functions.remove(binding.name)
      } else {
        functions.insert(binding.name)
        variables.remove(binding.name)
      }
    }
  }

  /// The last result; nil before the first.
  var lastResult: NumberedResult? {
    last.flatMap { number in results[number].map { NumberedResult(number: number, source: $0) } }
  }

  /// Adds a result.
  mutating func add(_ source: String, as number: Int) {
    results[number] = source
    last = number
  }

  /// The expression with names and results replaced by what they stand for.
  ///
  /// - Parameter parameters: names that stay.
  /// - Returns: the text without other names, and its tree, whose ranges refer to that text.
  /// - Throws: a `Refusal` that points into `text`.
  func closed(
    _ text: String, parameters: [String] = []
  ) throws(Refusal) -> (text: String, expression: WallisFormulas.Expression) {
    let text = DecimalInput.plain(text) ?? text
    let expression = try parse(
      text, functions: parameters.isEmpty ? functions : functions.subtracting(parameters),
      variables: parameters.isEmpty ? variables : variables.union(parameters))
    let places = try replacements(in: expression, of: text, keeping: parameters)
    guard !places.isEmpty else { return (text, expression) }
    let closed = Array(text).replacing(places)
    guard closed.count <= max(text.count, Workspace.longestExpression) else {
      throw Refusal(
        "with its names replaced this expression has \(closed.count) characters",
        remedy: "evaluate a part of it first", exit: .limit)
    }
    let result = String(closed)
    return (result, try parse(result))
  }

  func parse(
    _ text: String, functions: Set<String> = [], variables: Set<String> = []
  ) throws(Refusal) -> WallisFormulas.Expression {
    do {
      return try WallisFormulas.Expression(parsing: text, functions: functions, variables: variables)
    } catch {
      throw Refusal(error, in: text)
    }
  }

  /// The nodes to replace, from left to right.
  func replacements(
    in expression: WallisFormulas.Expression, of text: String, keeping parameters: [String]
  ) throws(Refusal) -> [(Range<Int>, String)] {
    switch expression.node {
    case .name(let name) where parameters.contains(name): return []
    case .name(let name):
      if let binding = bindings[name], let list = binding.parameters {
        throw wrongArguments(of: name, list, at: expression.range, in: text)
      }
      if let source = bindings[name]?.source ?? constants[name] { return [(expression.range, source)] }
      if KnownNames.meaning(of: name) == nil || FunctionTable.function(named: name) != nil {
        throw unknown(name, at: expression.range, in: text)
      }
      return []
    case .result(let place): return [(expression.range, try result(place, at: expression.range, in: text))]
    case .call(let name, let arguments) where !isKnownFunction(name):
      if let binding = bindings[name], binding.parameters != nil {
        return [(expression.range, try application(of: binding, to: arguments, expression, text, parameters))]
      }
      let range = expression.range.lowerBound..<(expression.range.lowerBound + name.count)
      throw unknown(name, at: range, in: text, otherwise: "help lists the functions")
    default:
      var all: [(Range<Int>, String)] = []
      let kept = parameters + unit(in: expression) + expression.boundNames
      for operand in expression.operands { all += try replacements(in: operand, of: text, keeping: kept) }
      return all
    }
  }

  /// The source of a result by its number, counted from the last where it is negative; nil for the last.
  private func result(_ place: Int?, at range: Range<Int>, in text: String) throws(Refusal) -> String {
    let number = place.map { $0 < 0 ? (last ?? 0) + $0 + 1 : $0 }
    guard let number = number ?? last, let source = results[number] else {
      throw Refusal(
        Diagnostic(
          number.map { "there is no result %\(max($0, 0))" } ?? "there is no result yet", source: text,
          range: range, remedy: last.map { "the last one is %\($0)" }))
    }
    return source
  }

  /// A function of expressions, unless a function of the user has taken its name; lists count as one.
  private func isKnownFunction(_ name: String) -> Bool {
    guard let function = FunctionTable.function(named: name) else {
      return name == FunctionTable.listName || name == WallisFormulas.Expression.rootName
    }
    return !(function.isAssignable && bindings[name]?.parameters != nil)
  }

  /// The name of the imaginary unit inside `re` and `im`, unless it is assigned.
  private func unit(in expression: WallisFormulas.Expression) -> [String] {
    guard case .call(let name, _) = expression.node, ["re", "im"].contains(name), bindings["i"] == nil else {
      return []
    }
    return ["i"]
  }

  private func unknown(
    _ name: String, at range: Range<Int>, in text: String, otherwise remedy: String? = nil
  ) -> Refusal {
    if name == "G" {
      return Refusal(Diagnostic("G is ambiguous", source: text, range: range, remedy: "catalan or gauss?"))
    }
    if let function = FunctionTable.function(named: name) {
      return Refusal(
        Diagnostic(
          "\(name) is a function and needs its arguments in parentheses", source: text, range: range,
          remedy: "write \(function.signature)"))
    }
    let known = names + constants.keys.sorted() + KnownNames.constants + FunctionTable.names
    // A word at the start with a space behind it was perhaps meant to be a verb.
    let isFirstWord = range.lowerBound == 0 && Array(text).dropFirst(range.upperBound).first == " "
    if isFirstWord, verbs.contains(name) {
      return Refusal(
        Diagnostic(
          "\(name) is a verb, and an expression is expected", source: text, range: range,
          remedy: "leave it out, or run the whole line as a command"))
    }
    let nearest = NearestName.nearest(to: name, among: known + (isFirstWord ? verbs : []))
    if nearest == nil, let constantsFault { return constantsFault }
    return Refusal(
      Diagnostic(
        "unknown name '\(name.abridged)'", source: text, range: range,
        remedy: nearest.map { "did you mean '\($0)'?" } ?? remedy ?? "assign it first: \(name.abridged) = …"))
  }
}

extension Refusal {
  /// The mistake in an expression, shown in its text.
  init(_ error: SyntaxError, in text: String) {
    self.init(Diagnostic(error.message, source: text, range: error.range, remedy: error.remedy))
  }
}
