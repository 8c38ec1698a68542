import Foundation
import GRDB
import WallisArithmetic
import WallisIdentification
import WallisMatrixFields
import WallisProofs

@testable import WallisCatalog
@testable import WallisCommands
@testable import WallisDocuments
@testable import WallisFormulas
@testable import WallisNotebook
@testable import WallisSearch

extension InputReader {
  /// Every reader of text and bytes that others may have made.
  static func all() throws -> [InputReader] {
    let seeds = try InputSeeds()
    return try ofFormulas(seeds) + ofProofs() + ofSearches(seeds) + ofCatalogs(seeds) + ofSessions(seeds)
      + ofNotebooks(seeds)
  }

  private static func ofFormulas(_ seeds: InputSeeds) -> [InputReader] {
    [
      InputReader.ofText("expression", share: 120, seeds: seeds.expressions) { text in
        let expression = try WallisFormulas.Expression(parsing: text)
        guard let again = try? WallisFormulas.Expression(encoded: expression.encoded) else { return }
        try holds(again == expression, "the encoding is another expression")
      },
      InputReader.ofText("expression-0.1", seeds: seeds.expressions) { text in
        _ = ClosedForm(reading: text, rule: .version01)
        _ = try WallisFormulas.Expression(parsing: text, rule: .version01)
      },
      InputReader.ofText("formula", share: 60, seeds: seeds.expressions.filter { $0.contains("(") }) { text in
        let expression = try WallisFormulas.Expression(parsing: text)
        guard let formula = try FormulaKinds.standard.formula(expression) else { return }
        try holds(FormulaKinds.standard.formula(key: formula.key) == formula, "its key is another formula")
      },
      InputReader.ofText("key", share: 60, seeds: seeds.keys) { text in
        _ = FormulaKinds.standard.columns(key: text)
        guard let formula = FormulaKinds.standard.formula(key: text) else { throw CocoaError(.formatting) }
        _ = formula.canonicalKey
      },
      InputReader.ofText(
        "encoding", share: 60,
        seeds: seeds.expressions.compactMap { try? WallisFormulas.Expression(parsing: $0).encoded }
      ) { text in
        _ = try WallisFormulas.Expression(encoded: text)
      },
      InputReader.ofText(
        "number", share: 60,
        seeds: [
          "3.14159 26535 89793", "1,234,567.8", "3, 1, 4, 1, 5, 9", "1.2345678(3)", "1.5`20*^-3", "-0.5",
          "1e-5",
          "2.718281828459045235360287471352662497757", "0",
        ]
      ) { text in
        _ = try DecimalInput(DecimalInput.plain(text) ?? text)
      },
      InputReader.ofText(
        "spelling", share: 60,
        seeds: [
          "1 2 3 4", "(n^2+1)/(2n-3)", "Sum((-1)^n/(2*n + 1), (n, 0, oo))", "suminf(n=1, 1/n^2)", "-1/2",
          "nsum(lambda n: 1/n, [1, inf])", "Sum[1/n^2, {n, 1, Infinity}]", "c1=2,c3=3",
        ]
      ) { text in
        _ = (ForeignSpelling(text), MoebiusMap(parsing: text), RationalFunction(parsing: text, in: "n"))
        _ = (Rational(parsing: text[...]), Integer(text), [MatrixField.Parameter].values(text))
      },
    ]
  }

  private static func ofProofs() throws -> [InputReader] {
    [
      InputReader.ofText("field", share: 10, seeds: try InputSeeds.own("fields.txt")) {
        _ = try FieldReader.field($0)
      },
      InputReader.ofText("proof", share: 10, seeds: try InputSeeds.own("proofs.txt")) { text in
        _ = try ProofDocument.check(text)
      },
    ]
  }

  private static func ofSearches(_ seeds: InputSeeds) -> [InputReader] {
    [
      InputReader.ofText("known", share: 60, seeds: seeds.known) { _ = try KnownFormulasFile(parsing: $0) },
      InputReader.ofText(
        "space", share: 40,
        seeds: [
          "degree 2,2 height 3 shard 1/4", "3/64", "x=0..3,y=-2..2", "-3..3,-3..3,1", "1,-3..3", "> 0.5",
          "x*n+x",
        ]
      ) { text in
        _ = (
          SearchedSpace(parsing: text), FormulaDemand.Bound(text), TimeSpan(text), try? Shard(parsing: text)
        )
        _ = try? NumeratorSpace(parsing: text.split(separator: ";").map(String.init))
        if let ranges = try? ParameterRanges(parsing: "x=0..3,y=-2..2") {
          _ = try? PolynomialTemplate(parsing: text, with: ranges)
        }
        _ = try? ParameterRanges(parsing: text)
        _ = try? CoefficientBox(parsing: text)
      },
      InputReader.ofText("request", share: 40, seeds: seeds.requests.map { $0.text }) { text in
        for method in SearchMethods.standard.methods {
          guard let request = try? StoredRequest(method: method.name, text: text).decoded(as: method) else {
            continue
          }
          _ = (request.summaryLine, request.coverage, (request as? any DivisibleMethod)?.words)
        }
      },
    ]
  }

  private static func ofCatalogs(_ seeds: InputSeeds) throws -> [InputReader] {
    let version01 = try InputSeeds.text("Tests/CatalogTests/Fixtures/version-0.1.txt")
    let lines = try (version01 + InputSeeds.own("export.txt").joined()).split(separator: "\n").map(
      String.init)
    let scratch = try ScratchCatalog()
    return [
      InputReader.ofText(
        "query", share: 80,
        seeds: [
          "factorialReduction and delta > 0.9 and denominator.gamma < 0.6", "value ~ 3.14159", "known = null",
          "class = exponential and (value = 3.14159 or closedForm has pi) and not identified",
          "closedForm ~ \"pi\"", "found > yesterday", "a.degree >= 2", "0.5 < delta",
        ]
      ) { text in
        _ = try CatalogQuery(text, now: "2026-11-28T10:15:00Z")
      },
      InputReader.ofText("columns", seeds: ["-delta,value", "key,delta,closedForm", "a.degree, -height"]) {
        text in
        _ = try? CatalogQuery(sort: text)
        _ = try? QueryFieldTable.columns(text)
      },
      InputReader.ofText("exchange", share: 60, seeds: lines.filter { !$0.hasPrefix("#") }) { text in
        try ExchangeFormat.readLine(text)
      },
      InputReader.ofText("import", share: 1, seeds: try InputSeeds.own("small-export.txt")) { text in
        _ = try scratch.catalog.importText(text)
      },
      InputReader.ofText(
        "counts", seeds: ["{\"measured\":3,\"rational\":0}", "{}"]
      ) { _ = try FunnelText.funnel($0) },
    ]
  }

  private static func ofSessions(_ seeds: InputSeeds) throws -> [InputReader] {
    let notebooks = try InputSeeds.own("small.md").map {
      SessionExport.notebook.text(try SessionFile(parsing: $0.utf8), title: "t")
    }
    return [
      InputReader.ofBytes(
        "session", share: 60,
        seeds: (seeds.sessions + (try InputSeeds.own("small.md"))).map { Array($0.utf8) }
      ) { bytes in
        let session = try SessionFile(parsing: bytes)
        try holds(Array(session.text.utf8) == bytes, "another text is written than was read")
        _ = SessionExport.html.text(session, title: "t")
        _ = SessionExport.latex.text(session, title: "t")
      },
      InputReader.ofBytes("jupyter", share: 30, seeds: notebooks.map { Array($0.utf8) }) { bytes in
        _ = try SessionFile(notebook: bytes, name: "n").text
      },
      InputReader.ofText("line", share: 60, seeds: seeds.lines) { text in
        for line in CellLine.lines(of: text) { _ = try CellLine(line, table: .standard) }
      },
      // The reader of options takes milliseconds where it is not optimised.
      InputReader.ofText("verb", share: 2, seeds: seeds.verbLines) { text in
        for line in CellLine.lines(of: text) {
          guard case .verb(let words) = try CellLine(line, table: .standard) else { continue }
          let verb = try VerbTable.standard.parse(words)
          if let search = verb as? any SearchVerb {
            _ = try? search.request(in: .ofParsers).space.description
          }
        }
      },
      InputReader.ofText(
        "words", share: 40,
        seeds: [
          "delta digits", "sin(x)/x for x in -10..10", "error(pcf(2n+1, n^2))", "unicode, zeta, G",
          "mine = sqrt(2)+pi",
          "weights = pi^2, log(2)^2", "1 1\n2 3\n3 5\n4 7\n", "3.14\\\n15 # pi", "1, 1, 2, 3, 5",
          "key,-delta",
        ]
      ) { text in
        _ = (TermFile(text), try? FormulaStyle(text), try? RowColumns(text))
        _ = try? PlotSubject(text.split(separator: " ").map(String.init))
        _ = try? UserConstants.isBasis(UserConstants.parts(text).source)
      },
    ]
  }

  private static func ofNotebooks(_ seeds: InputSeeds) throws -> [InputReader] {
    let configurations = [
      "editing = \"vi\"\ntheme = \"light\"\nmouse = true\nascii = false\nnotation = \"unicode, zeta, G\"\n",
      "# keys\n[keys]\nrun = [\"F9\", \"Alt-Enter\"]\ndelete = \"d,d\"\n",
      "keys.run = 'F9'\n\"mouse\" = false # no\n",
      "[keys]\n\"run\" = [\n  \"F9\", # one\n]\n", "theme = \"\"\"\ndark\"\"\"\n",
    ]
    return [
      InputReader.ofText("configuration", share: 60, seeds: configurations) { text in
        _ = Configuration(toml: text).report(on: "config.toml")
      },
      InputReader.ofText(
        "keys", share: 40, seeds: try InputSeeds.files(in: "Tests/ProgramTests/Plays", ending: ".keys")
      ) { text in
        _ = [Key](sequence: text)
        _ = PaletteCommand(text)
        _ = try KeyScript(text)
      },
      InputReader.ofText("messages", share: 40, seeds: try seeds.messages()) { text in
        let (decoder, data) = (JSONDecoder(), Data(text.utf8))
        _ = try? decoder.decode(CellRequest.self, from: data)
        _ = try? decoder.decode(CellSpool.Header.self, from: data)
        _ = try? decoder.decode(CellSpool.State.self, from: data)
        _ = try? decoder.decode(Submission.self, from: data)
        _ = HistoryFile.decoded(text)
        if let event = try? decoder.decode(CellEvent.self, from: data), case .output(let document) = event {
          _ = PlainRenderer().render(document)
        }
      },
      InputReader.ofText("journal", share: 30, seeds: try seeds.journals()) { text in
        var refused = 0
        let contents = try JournalContents(JournalFormat.marked(text))
        _ = NotebookModel(
          recovering: contents.base, contents.changes, path: contents.base.path, fileText: contents.base.text,
          isOwn: true, options: .init(), refused: &refused)
      },
    ]
  }
}

/// A catalog in a folder of its own, removed when nobody reads into it any more.
private final class ScratchCatalog: Sendable {
  let catalog: Catalog
  private let folder = NSTemporaryDirectory() + "wallis-parsers-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    catalog = try Catalog.open(at: folder + "/catalog.sqlite")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

extension ExchangeFormat {
  /// Takes the fields of a line without a catalog to put it into.
  fileprivate static func readLine(_ text: String) throws {
    let line = ExchangeLine(parsing: text[...])
    var reader = ExchangeReader(line, .standard)
    switch line.fields.first {
    case "formula": _ = try FormulaLine.formula(&reader)
    case "finding": _ = try FindingLine.finding(&reader, rule: .current)
    case "coverage": _ = try CoverageLine.record(&reader)
    case "family": _ = try FamilyRecord(&reader)
    case "link":
      _ =
        StoredLink(from: try reader.formula(), to: try reader.formula(), certificate: try reader.text())
        .checked
    case "proof": _ = try (reader.formula(), reader.text())
    default: _ = ExchangeFormat(header: text)
    }
  }
}

extension JournalFormat {
  /// Lines of JSON with the marks that a journal has before them, so that what is in them is read.
  fileprivate static func marked(_ text: String) -> Data {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return Data(
      lines.dropLast().flatMap { line in
        let digits = String(Fingerprint.of(line), radix: 16)
        return Array((String(repeating: "0", count: 16 - digits.count) + digits + " ").utf8) + line + [0x0A]
      })
  }
}
