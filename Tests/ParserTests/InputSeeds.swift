import Foundation
import WallisArithmetic
import WallisFormulas
import WallisMatrixFields

@testable import WallisCommands
@testable import WallisDocuments
@testable import WallisNotebook
@testable import WallisSearch

/// Texts of the repository that readers read.
struct InputSeeds {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The session files.
  let sessions: [String]
  /// Expressions of tests, closed forms, formulas.
  let expressions: [String]
  /// Lines of the list of known formulas.
  let known: [String]
  /// Formulas by their keys.
  let keys: [String]
  /// Lines of cells and examples of verbs.
  let lines: [String]

  init() throws {
    sessions = try InputSeeds.files(in: "sessions", ending: ".md")
    known = try InputSeeds.text("catalogs/known.txt").split(separator: "\n").map(String.init)
    let formulas = known.filter { !$0.hasPrefix("#") }
    let sides = formulas.flatMap {
      $0.split(separator: ";").prefix(2).map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let tables = [
      "FormulasTests/Fixtures/function-values.txt", "FormulasTests/Fixtures/series-values.txt",
      "IdentificationTests/Fixtures/closed-forms-0.1.txt",
    ]
    let values = try tables.flatMap { path in
      try InputSeeds.text("Tests/\(path)").split(separator: "\n").enumerated()
        .filter { $0.offset % 7 == 2 }.map { String($0.element.prefix { $0 != "\t" }) }
    }
    expressions = (sides + values).filter { (try? WallisFormulas.Expression(parsing: $0)) != nil }
    keys = formulas.prefix(150).compactMap { line in
      (try? KnownFormulasFile(parsing: line))?.formulas.first?.formula.key
    }
    let cells = try sessions.flatMap {
      try SessionFile(parsing: $0.utf8).cells.flatMap { CellLine.lines(of: $0.source) }
    }
    lines = cells + VerbTable.standard.declarations.flatMap { $0.examples.map(\.line) }
  }

  /// The text of a file of the repository.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The texts of the files of a folder.
  static func files(in folder: String, ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(ending) }.sorted().map { try text("\(folder)/\($0)") }
  }

  /// A text that stands in this folder, cut where a line says `---`.
  static func own(_ name: String) throws -> [String] {
    try text("Tests/ParserTests/Fixtures/\(name)").components(separatedBy: "---\n")
  }

  /// Some of the lines that begin with a verb.
  var verbLines: [String] {
    lines.enumerated().filter { $0.offset % 5 == 0 }.map(\.element).filter { line in
      guard case .verb? = try? CellLine(line, table: .standard) else { return false }
      return (try? WordSplitter.words(of: line)).map { VerbTable.standard.match($0) != nil } ?? false
    }
  }

  /// Requests of searches, as jobs are stored with them.
  var requests: [(method: String, text: String)] {
    let context = VerbContext.ofParsers
    return lines.filter { $0.hasPrefix("search ") }.compactMap { line in
      guard let words = try? WordSplitter.words(of: line),
        let verb = try? VerbTable.standard.parse(words) as? any SearchVerb,
        let request = try? verb.request(in: context), let stored = try? StoredRequest(request)
      else { return nil }
      return (stored.method, stored.text)
    }
  }

  /// What stands in journals, one value a line, without the marks.
  func journals() throws -> [String] {
    let text = "# Title\n\n```wallis\nK = pcf(2n+1, n^2)\n```\n\n```output\nK  1.27\n```\n"
    let session = try SessionFile(parsing: text.utf8)
    var content = NotebookContent(session)
    let base = content.journalBase(path: "/s.md", text: text)
    content.apply(.insert(content.newID(), CellContent(.input, "K * pi"), at: 1), selection: 0)
    content.apply(.move(from: 2, to: 0), selection: 0)
    content.apply(.remove(content.cells[0].id, content.cells[0].content, at: 0), selection: 0)
    content.closeStep()
    let entry = JournalEntry(changes: content.takeUnjournaled(), saving: 7)
    let encoder = JSONEncoder()
    let lines = try [encoder.encode(JournalFormat.Header(base)), encoder.encode(entry)]
    return [lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()]
  }

  /// Messages between a notebook and its cells.
  func messages() throws -> [String] {
    let text = Text("4/pi", .formula)
    let events: [CellEvent] = [
      .progress(CellProgress(title: "search", done: 1, total: 2, perSecond: 0.5)), .finding(text),
      .output(Document([.paragraph(text), .fields([Field("value", text)]), .code("x"), .heading(text)])),
      .output(Document([.diagnostic(Diagnostic("wrong", source: "1+", range: 0..<2, remedy: "1+1"))])),
      .finished(CellFinish(exit: 0, bindings: [Binding(name: "K", source: "pi")])),
    ]
    let request = CellRequest(source: "K*pi", results: [NumberedResult(number: 1, source: "2")], catalog: "c")
    let encoder = JSONEncoder()
    let data =
      try events.map { try encoder.encode($0) } + [
        encoder.encode(request), encoder.encode(CellSpool.Header(source: "pi")),
        encoder.encode(CellSpool.State(process: 7)),
      ]
    return data.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension VerbContext {
  /// A context without a shell, in which nothing is found.
  static var ofParsers: VerbContext {
    VerbContext(table: .standard, locations: Locations(variables: ["HOME": "/nowhere"]), clock: { 0 })
  }
}
