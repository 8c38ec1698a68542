internal import WallisCommands

extension NotebookModel {
  /// Names that a cell at `index` may use: those made above it. A cell that has not run since the notebook was
  /// opened lends its assignments as they stand, so that the names of a session persist without running it anew.
  func bindings(above index: Int) -> [Binding] { made(above: index).map(\.binding) }

  /// The same with the cells that make them.
  func made(above index: Int) -> [MadeName] {
    var workspace = Workspace(bindings: [], results: runs.results)
    return cells[..<index].enumerated().flatMap { place, cell -> [MadeName] in
      guard cell.content.kind == .input else { return [] }
      let bindings = cell.bindings ?? workspace.foresee(cell.content.source)
      workspace.bind(bindings)
      return bindings.map { MadeName(cell: place, binding: $0) }
    }
  }

  /// The same, each from the last cell above that makes it, in the order of the cells.
  func names(above index: Int) -> [MadeName] {
    var seen: Set<String> = []
    return made(above: index).reversed().filter { seen.insert($0.binding.name).inserted }.reversed()
  }
}
