extension Workspace {
  /// The names that a cell would make, from its text alone: nothing is evaluated, and lines that do not parse make
  /// none. They are bound here too, so that the cells of a session can follow each other.
  public mutating func foresee(_ source: String) -> [Binding] {
    var names: [Binding] = []
    for line in CellLine.lines(of: source) {
      guard case .assignment(let name, let expression)? = try? CellLine(line, table: .standard),
        KnownNames.meaning(of: name) == nil, let closed = try? closed(expression).text
      else { continue }
      bind(name, to: closed)
      names.append(Binding(name: name, source: closed))
    }
    return names
  }

  /// Binds names that a cell has made.
  public mutating func bind(_ bindings: [Binding]) {
    for binding in bindings { bind(binding.name, to: binding.source) }
  }
}
