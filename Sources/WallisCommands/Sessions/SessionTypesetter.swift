internal import WallisDocuments
internal import WallisFormulas

/// Finds the formulas that the lines of a session state, and writes them in LaTeX.
struct SessionTypesetter {
  /// Names that the cells so far have made.
  private var workspace = Workspace()
  private let table: VerbTable

  /// A typesetter for lines whose verbs are those of the table.
  init(table: VerbTable) { self.table = table }

  /// LaTeX of the expressions and assignments of a cell; lines that are no formulas, or whose names LaTeX cannot set,
  /// are left to the text.
  mutating func formulas(in source: String) -> [String] {
    let found = CellLine.lines(of: source).compactMap { line -> String? in
      switch try? CellLine(line, table: table) {
      case .assignment(let name, let text): latex(text, []).map { "\(Self.word(name)) = \($0)" }
      case .definition(let name, let parameters, let text):
        latex(text, parameters).map {
          "\(Self.word(name))(\(parameters.map(Self.word).joined(separator: ", "))) = \($0)"
        }
      case .expression(let text): latex(text, [])
      default: nil
      }
    }
    _ = workspace.foresee(source)
    return found.filter { $0.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "%") } }
  }

  /// LaTeX of a closed form that a text holds as a tree; nil where it is none.
  static func latex(ofTree tree: String) -> String? {
    guard let expression = try? WallisFormulas.Expression(encoded: tree) else { return nil }
    let text = ExpressionWriter(.latex).text(expression)
    return text.utf8.allSatisfy { $0 < 0x80 } ? text : nil
  }

  private func latex(_ text: String, _ parameters: [String]) -> String? {
    let names = workspace.names.compactMap { workspace.binding(of: $0) }
    let functions = names.filter { $0.parameters != nil }.map(\.name)
    let variables = names.filter { $0.parameters == nil }.map(\.name) + parameters
    guard
      let expression = try? workspace.parse(
        text, functions: Set(functions).subtracting(parameters), variables: Set(variables)),
      (try? workspace.closed(text, parameters: parameters)) != nil, !expression.containsUnderscore
    else { return nil }
    var writer = ExpressionWriter(.latex)
    for (fraction, latex) in FormulaLatex().fractions(in: expression) { writer.givenSums[fraction] = latex }
    return writer.text(expression)
  }

  private static func word(_ name: String) -> String {
    name.count == 1 ? name : "\\mathrm{\(name.replacing("_", with: "\\_"))}"
  }
}

extension WallisFormulas.Expression {
  /// Whether a name holds the sign that LaTeX reads as an index.
  fileprivate var containsUnderscore: Bool {
    if case .name(let name) = node, name.contains("_") { return true }
    if case .call(let name, _) = node, name.contains("_"), name != FunctionTable.listName { return true }
    return operands.contains { $0.containsUnderscore }
  }
}
