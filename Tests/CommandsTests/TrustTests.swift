import Foundation
import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCommands

/// Sessions and lines of strangers: nothing is written outside their folder, and what was refused is said.
@Suite struct TrustTests {
  private let folder = NSTemporaryDirectory() + "wallis-trust-" + UUID().uuidString
  private var inside: String { folder + "/session" }
  private var outside: String { folder + "/home" }
  private var variables: [String: String] {
    ["HOME": outside, "XDG_CONFIG_HOME": outside + "/config", "XDG_DATA_HOME": outside + "/data"]
  }

  init() throws {
    for path in [inside, outside] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    // Ways out of the folder that names do not show.
    try FileManager.default.createSymbolicLink(atPath: inside + "/up", withDestinationPath: outside)
    try FileManager.default.createSymbolicLink(
      atPath: inside + "/dangling", withDestinationPath: outside + "/bashrc")
    try "mine".write(toFile: outside + "/profile", atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: inside + "/profile", withDestinationPath: outside + "/profile")
  }

  private func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: outside).sorted()
  }

  private func run(_ line: String, _ options: [String] = [], verb: String = "run") throws -> (
    exit: Exit, output: String, error: String
  ) {
    let path = inside + "/s.md"
    try "```wallis\n\(line)\n```\n".write(toFile: path, atomically: true, encoding: .utf8)
    let record = RecordedShell()
    let shell = record.shell(input: line, variables: variables)
    let words = verb == "run" ? ["run", path] : verb == "-" ? ["run", "-"] : [verb]
    let exit = Program(table: .standard, shell: shell, stopRequests: StopRequests()).run(words + options)
    return (exit, record.output, record.error)
  }

  /// The lines of a stranger; HERE is the folder of the session, OUT another.
  private static let hostile = [
    "catalog export --output OUT/bashrc", "export --output OUT/bashrc", "export --output HERE/up/x",
    "export --output HERE/../home/x", "export --output HERE/dangling", "export --output HERE/profile",
    "export --output HERE/up/../../home/x", "export session HERE/s.md --output OUT/x.html",
    "plot delta digits --output OUT/x.svg", "coverage next --output OUT/plan.md",
    "constants --define 'mine = sqrt(2)+pi'", "constants --forget pi",
    "search dynamics --a 1..2 --b 1 --catalog OUT/c.sqlite",
    "catalog note 'pcf(1,1)' x --catalog OUT/c.sqlite",
    "catalog backup OUT/copy.sqlite", "catalog salvage OUT/copy.sqlite",
    "catalog stats --catalog=OUT/c.sqlite",
  ]

  @Test(arguments: hostile) func nothingIsWrittenOutside(line: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let line = line.replacing("HERE", with: inside).replacing("OUT", with: outside)
    for (verb, options) in [("run", []), ("run", ["--check"]), ("-", []), ("repl", [])] {
      let reply = try run(line, options, verb: verb)
      let said = (reply.output + reply.error).split(whereSeparator: \.isWhitespace).filter { $0 != "+" }
        .joined(separator: " ")
      #expect(said.contains("outside the folder of the session"), "\(verb) \(options): \(said)")
      #expect(reply.exit != .done)
      #expect(try files() == ["profile"])
      #expect(try String(contentsOfFile: outside + "/profile", encoding: .utf8) == "mine")
    }
  }

  @Test("A verb that takes the name of a file to write says so, or sessions could write everywhere")
  func writersSaySo() {
    let writers = VerbTable.standard.verbs.filter { verb in
      let help = verb.helpMessage(columns: 100)
      return help.contains("--output <") || help.contains("--report <")
    }
    #expect(writers.count >= 6)
    for verb in writers { #expect(verb is any WritingVerb.Type, "\(verb.declaration.name)") }
  }

  @Test func insideAndTrustedIsAllowed() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let search = "search dynamics --a 1..2 --b 1 --depth 20 --against 40"
    let line =
      "\(search) --catalog \(inside)/own.sqlite\ncatalog export --output \(inside)/own.txt --catalog \(inside)/own.sqlite"
    #expect(try run(line).exit == .done)
    #expect(FileManager.default.fileExists(atPath: inside + "/own.txt"))
    #expect(try run("\(search) --catalog \(outside)/c.sqlite", ["--trust"]).exit == .done)
    #expect(try files().contains("c.sqlite"))
    #expect(try run("constants --define 'mine = sqrt(2)+pi'", ["--trust"], verb: "repl").exit == .done)
    #expect(try files().contains("config/wallis/constants.txt"))
  }

  @Test func aRefusedLineIsTheExitOfTheRun() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try run("1 +").exit == .usage)
    #expect(try run("catalog show 'pcf(77,1)' --catalog \(inside)/none.sqlite").exit == .badData)
    let search = "search dynamics --a 1..2 --b 1 --depth 20 --against 40"
    let shown = try run("\(search)\ncatalog show 'pcf(77,1)'")
    #expect(shown.output.contains("error: ") && shown.exit == .nothing)
    #expect(try run("identify 0.1234567").exit == .done, "a cell that finds nothing has not failed")
  }
}

/// What others wrote is marked, does not command a terminal, and does not run.
@Suite struct OthersTextTests {
  @Test func whatCameFromAFileIsMarked() throws {
    let (mine, theirs) = (try CatalogVerbTests.Folder(), try CatalogVerbTests.Folder())
    _ = wallis("catalog", "import", "-", "--catalog", theirs.catalog, input: "pcf(2n+1, n^2)\n")
    _ = wallis("identify", "--query", "a.degree >= 0", "--catalog", theirs.catalog)
    let text = wallis("catalog", "export", "--catalog", theirs.catalog).output
    #expect(wallis("catalog", "import", "-", "--catalog", mine.catalog, input: text).exit == .done)
    let here = wallis("catalog", "show", "pcf(2n+1, n^2)", "--catalog", mine.catalog)
    #expect(here.output.contains("imported: the measurements and a closed form"), "\(here)")
    let there = wallis("catalog", "show", "pcf(2n+1, n^2)", "--catalog", theirs.catalog)
    #expect(there.exit == .done && !there.output.contains("imported"), "\(there)")
  }

  /// Formats of data are read by no program that runs them; a bibliography takes nothing from a finding.
  @Test func namesAndTextOfOthersDoNotRun() throws {
    let evil = "4/Pi+0*#system(\"touch /tmp/wallis-evil\")"
    let formula = Formula(ContinuedFraction(a: [1, 2], b: [0, 0, 1]))
    let evidence = Evidence(
      digitsSupplied: 30, digitsConsumed: 4, surplus: 26, basesTried: 1, decoyHits: 0, residual: "1e-30")
    let statements = [evil, "quit", "4/pi"].map {
      Discovery(
        formula: formula, value: "1.27", closedForm: ClosedForm(reading: $0, rule: .current),
        grade: .conjecture,
        evidence: evidence, known: "Brouncker\nsystem(\"rm\")")
    }
    for format in ExportFormats.standard.all
    where !["json", "jsonl", "csv", "markdown", "dot", "bibtex"].contains(format.name) {
      let text = try format.text(of: ExportSubject(statements))
      #expect(!text.contains("touch"), "\(format.name)")
      #expect(!text.contains("\nsystem"), "\(format.name)")
      if ["gp", "mpmath"].contains(format.name) { #expect(!text.contains(", quit,")) }
    }
  }

  /// Into a file or a pipe the text goes as it is, so that it is read back.
  @Test(arguments: ["\u{1B}[31m", "\u{9B}2J", "\u{7}", "\u{85}"])
  func nothingCommandsATerminal(_ command: String) throws {
    let folder = try CatalogVerbTests.Folder()
    let session = folder.path + "/s.md"
    let fraction = "pcf(2n+1, n^2)"
    let mark = command.prefix(1)
    _ = wallis("catalog", "import", "-", "--catalog", folder.catalog, input: fraction + "\n")
    _ = wallis("catalog", "note", fraction, "red\(command)text", "--catalog", folder.catalog)
    let shown = wallis("catalog", "export", "--catalog", folder.catalog, terminal: true).output
    #expect(shown.contains("red\u{FFFD}") && !shown.contains(mark), "\(shown)")
    #expect(!wallis("catalog", "show", fraction, "--catalog", folder.catalog).output.contains(mark))
    #expect(wallis("catalog", "export", "--catalog", folder.catalog).output.contains("red\(command)text"))
    let text = "A\(command)B\n\n```wallis\n1+1 # \(command)\n```\n"
    try text.write(toFile: session, atomically: true, encoding: .utf8)
    let run = wallis("run", session)
    #expect(!(run.output + run.error).contains(mark), "\(run)")
    // Bytes below 0x20 are refused; U+0080 to U+009F are text, and are replaced.
    #expect(mark.utf8.count == 2 ? run.output.contains("A\u{FFFD}") : run.exit == .badData, "\(run)")
  }

  /// Pages that errors name are there.
  @Test func adviceIsNotDead() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    var named: Set<String> = []
    for name in names where name.hasSuffix(".swift") {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /help ([a-z]+( [a-z]+)?)(` lists| lists| shows)/) {
        named.insert(String(match.1))
      }
    }
    #expect(named.contains("query") && named.contains("plot"), "\(named)")
    for page in named {
      let help = wallis(["help"] + page.split(separator: " ").map(String.init))
      #expect(help.exit == .done, "help \(page)")
    }
    let mistyped = wallis("catalog", "query", "xyzzy = 1", "--catalog", "/nonexistent/c.sqlite")
    #expect(inOneLine(mistyped.error).contains("`help query` lists the fields"), "\(mistyped)")
  }
}
