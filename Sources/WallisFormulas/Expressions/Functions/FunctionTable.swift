// To add a function: one row in one of the tables, with its name, parameters, summary, value and spellings. The tests
// that compare GP and mpmath with the engine try every row.

/// The functions that expressions may use.
public enum FunctionTable {
  /// All functions, in the order of the help; a name with several numbers of arguments has a row for each.
  public static let all: [FunctionDeclaration] =
    elementary + bound + gammaFunctions + zetaFunctions + besselAndErrorFunctions + hypergeometric

  /// Head of a bracketed list, which is an argument of some functions and nothing else.
  public static let listName = "list"

  /// The function with this name, or with another name for it.
  public static func function(named name: String) -> FunctionDeclaration? { rows[name]?.first }

  /// All rows with this name, or with another name for it.
  public static func functions(named name: String) -> [FunctionDeclaration] { rows[name] ?? [] }

  /// The names of all functions, each once, in the order of the help.
  public static let names: [String] = all.flatMap(\.names).reduce(into: []) {
    if !$0.contains($1) { $0.append($1) }
  }

  /// The function with this name and this number of arguments.
  static func function(named name: String, arguments: Int) -> FunctionDeclaration? {
    rows[name]?.first { $0.parameters.count == arguments }
  }

  /// What may be written after a name, for messages: `psi(x) or psi(k, x)`.
  static func signatures(of name: String) -> String {
    (rows[name] ?? []).map(\.signature).joined(separator: " or ")
  }

  /// The names of functions that stand for limits over n, whose arguments hold n.
  public static let limits: [String] = all.filter(\.isLimit).map(\.name)

  /// Whether the function with this name stands for a limit over n.
  static func isLimit(_ name: String) -> Bool { limits.contains(name) }

  /// Whether a name that the user assigns takes the place of the function.
  public static func isAssignable(_ name: String) -> Bool { function(named: name)?.isAssignable == true }

  private static let rows: [String: [FunctionDeclaration]] = Dictionary(
    grouping: all.flatMap { row in row.names.map { (name: $0, row: row) } }, by: \.name
  ).mapValues { $0.map(\.row) }
}

/// Names that stand for numbers, so that a parenthesis after them means a product.
enum NameTable {
  static let variable = "n"
  /// The imaginary unit, known inside `re` and `im` only.
  static let imaginaryUnit = "i"

  static func isFactor(_ name: String) -> Bool { name.count == 1 || constants.contains(name) }

  private static let constants = Set(NamedNumber.all.map(\.name))
}
