internal import Synchronization
package import WallisDocuments

/// Runs the cells of a session from top to bottom, as one workspace.
package struct SessionReplay: Sendable {
  private let interpreter: CellInterpreter
  private var workspace: [Binding] = []
  private var results: [NumberedResult] = []
  /// Exit of the first cell that failed; 0 while none has.
  package private(set) var exit: Int32 = 0

  /// A replay with the given interpreter.
  package init(interpreter: CellInterpreter) { self.interpreter = interpreter }

  /// The names that the cells have made, the last one of a name.
  var bindings: [Binding] {
    let last = Dictionary(workspace.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    return last.values.sorted { $0.name < $1.name }
  }

  /// Runs one cell and returns the text to be stored below it; nil where the cell shows nothing.
  package mutating func output(
    of source: String, catalog: String?, progress: @escaping @Sendable (CellProgress) -> Void = { _ in }
  ) -> String? {
    let documents = run(source, catalog: catalog, width: StoredOutput.width, progress: progress)
    return documents.isEmpty ? nil : StoredOutput.text(of: documents)
  }

  /// Runs one cell and returns its outputs; names and results stay for the next one.
  package mutating func run(
    _ source: String, catalog: String?, width: Int,
    progress: @escaping @Sendable (CellProgress) -> Void = { _ in }
  ) -> [Document] {
    let request = CellRequest(
      source: source, bindings: workspace, results: results, firstResult: (results.last?.number ?? 0) + 1,
      catalog: catalog, width: width)
    let documents = Mutex<[Document]>([])
    let finish = interpreter.run(request, streamsFindings: false) { event in
      switch event {
      case .output(let document): documents.withLock { $0.append(document) }
      case .progress(let state): progress(state)
      case .finding, .remark, .finished: break
      }
    }
    workspace += finish.bindings
    results += finish.results
    let isFailure = finish.isRefused == true || finish.exit != Exit.nothing.rawValue
    if exit == 0, isFailure { exit = finish.exit }
    return documents.withLock { $0 }
  }
}
