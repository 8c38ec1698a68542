internal import WallisDocuments

extension NotebookModel {
  /// Writes the notebook beside its file, in another format. A file of that name is replaced at the second time.
  mutating func export(_ format: SessionExport) -> [Effect] {
    let name = file.path ?? "notebook.md"
    let base = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    let path = "\(base).\(format.fileExtension)"
    let text = format.text(content.sessionFile, title: file.name)
    let replaces: SaveRequest.Guard = file.mayReplaceExport == path ? .anything : .creating
    return [.export(SaveRequest(path: path, text: text, replaces: replaces))]
  }

  mutating func noteExported(_ path: String, _ outcome: SaveOutcome) {
    file.mayReplaceExport = nil
    switch outcome {
    case .saved: say("wrote \(path)")
    case .conflict:
      file.mayReplaceExport = path
      warn("\(path) exists already: the same export again replaces it")
    case .failed(let diagnostic): warn(diagnostic.message)
    }
  }
}
