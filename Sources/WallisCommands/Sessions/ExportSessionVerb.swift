internal import ArgumentParser
internal import WallisDocuments
internal import WallisFormulas

/// `export session`: a session file for other programs.
struct ExportSessionVerb: Verb {
  static let declaration = VerbDeclaration(
    "export session", "Write a session as Markdown, HTML, LaTeX, a notebook of Jupyter or a script.",
    discussion: """
      What is stored in the file is written, with the formulas of its inputs typeset in LaTeX and notebooks. --run runs \
      the cells in a scratch catalog first, so that closed forms are typeset too and plots become images. FILE may be a \
      notebook of Jupyter: --format session gives the session. The name of --output chooses a format where --format does \
      not. A script is run by `wallis run -`.

      Formats: \(SessionExport.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")).
      """,
    examples: [
      .init("export session sessions/tour.md --format html --output tour.html", "a web page of its own"),
      .init("export session notes.md --run --output notes.tex", "a document for pdflatex"),
      .init("export session notes.md --output notes.ipynb", "a notebook of Jupyter"),
      .init("export session notes.ipynb --format session --output notes.md", "the session again"),
      .init("export session notes.md --format script", "the inputs, prose and outputs as comments"),
    ])

  @Argument(help: ArgumentHelp("Session file or notebook.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp("\(SessionExport.all.map(\.name).joined(separator: ", ")).", valueName: "format"))
  var format: Word?

  @Flag(help: "Run the cells, and show their outputs as formulas and images.")
  var run = false

  @Flag(help: "With --run: let the session write and use catalogs everywhere.")
  var trust = false

  @Option(help: ArgumentHelp("File to write instead of standard output.", valueName: "file"))
  var output: Word?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let format = try chosen()
    guard !run || context.shell != nil else {
      throw Refusal("'export session --run' works in a shell only", remedy: "leave --run out")
    }
    var session = try SessionFile(contentsOf: file)
    var typesetter = SessionTypesetter(table: context.table)
    var cells = session.cells.map { cell in
      TypesetCell(source: cell.source, output: cell.output, formulas: typesetter.formulas(in: cell.source))
    }
    if run { try replay(&session, &cells, context) }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let text = format.text(session, title: name, cells: cells) { SessionTypesetter.latex(ofTree: $0) }
    return try Exported(text: text).reply(to: output)
  }

  private func chosen() throws(Refusal) -> SessionExport {
    let names = SessionExport.all.map(\.name)
    guard let format else {
      let target = output?.string ?? ""
      let isNotebook = file.hasSuffix(".ipynb")
      if target.hasSuffix(".md") { return isNotebook ? .session : .markdown }
      return SessionExport.all.first { target.hasSuffix("." + $0.fileExtension) } ?? .html
    }
    guard let format = SessionExport.named(format.string) else {
      throw Refusal(
        "there is no format '\(format.string)' for sessions",
        remedy: NearestName.nearest(to: format.string, among: names).map { "did you mean '\($0)'?" }
          ?? "one of: \(names.joined(separator: ", "))")
    }
    return format
  }

  /// Runs the cells in a scratch catalog and keeps their outputs.
  private func replay(
    _ session: inout SessionFile, _ cells: inout [TypesetCell], _ context: VerbContext
  ) throws {
    var context = context
    if !trust { context.reach = Reach(ofSession: file) }
    let scratch = try ScratchFolder(option: global.catalog)
    defer { scratch.remove() }
    var replay = SessionReplay(interpreter: CellInterpreter(context: context))
    var number = 0
    for (index, part) in session.parts.enumerated() {
      guard case .cell(var cell) = part else { continue }
      let documents = replay.run(
        cell.source, catalog: scratch.catalog, width: StoredOutput.width, progress: context.progress)
      guard replay.exit != Exit.interrupted.rawValue else {
        throw Refusal("interrupted before all cells had run", exit: .interrupted)
      }
      cell.output = documents.isEmpty ? nil : StoredOutput.text(of: documents)
      session.parts[index] = .cell(cell)
      (cells[number].output, cells[number].documents) = (cell.output, documents)
      number += 1
    }
  }
}

extension ExportSessionVerb: WritingVerb {
  func written(in context: VerbContext) -> [String] { output.map { [$0.string] } ?? [] }
  var spared: [AtomicFile.Spared] { [.init(file, "the session being read")] }
}
