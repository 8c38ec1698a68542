extension Workspace {
  /// The names that a cell would make, from its text alone: nothing is evaluated, and lines that do not parse make
  /// none. They are bound here too, so that the cells of a session can follow each other. Assignments are told from
  /// other lines without knowing the verbs.
  package mutating func foresee(_ source: String) -> [Binding] {
    var names: [Binding] = []
    for line in CellLine.lines(of: source) {
      let (name, parameters, expression): (String, [String]?, String)
      switch try? CellLine(line, table: VerbTable([])) {
      case .assignment(let made, let text): (name, parameters, expression) = (made, nil, text)
      case .definition(let made, let list, let text): (name, parameters, expression) = (made, list, text)
      default: continue
      }
      guard ([name] + (parameters ?? [])).allSatisfy({ KnownNames.meaning(of: $0) == nil }),
        let closed = try? closed(expression, parameters: parameters ?? []).text
      else { continue }
      let binding = Binding(name: name, parameters: parameters, source: closed)
      bind([binding])
      names.append(binding)
    }
    return names
  }
}
