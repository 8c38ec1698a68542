import ArgumentParser
import Foundation
import Testing

@testable import WallisCommands

/// Files and lines as people have them: lists of formulas, lines of commands, files that are no sessions.
@Suite struct EverydayFilesTests {
  private static let list = "# mine\npcf(2n+1, n^2)\n\nnonsense(3)\npcf(6, (2n-1)^2) # Lange\npcf(2, 0)\n"

  @Test func aListOfFractionsIsMeasuredAndStored() throws {
    let folder = try CatalogVerbTests.Folder()
    let file = folder.path + "/list.txt"
    try "\n\(Self.list.dropFirst(7))".write(toFile: file, atomically: true, encoding: .utf8)
    let reply = wallis("catalog", "import", file, "--catalog", folder.catalog, "--json")
    #expect(reply.exit == .done && reply.output.contains("\"measured\": 2"), "\(reply)")
    #expect(reply.output.contains("\"line\": 4") && reply.output.contains("nonsense"), "\(reply)")
    #expect(reply.output.contains("\"line\": 6"), "\(reply)")
    let shown = wallis("catalog", "show", "pcf(2n+1, n^2)", "--catalog", folder.catalog)
    #expect(shown.exit == .done && shown.output.contains("1.2732395447351626"), "\(shown)")
    let again = wallis("catalog", "import", "-", "--catalog", folder.catalog, input: "pcf(2n+1, n^2)\n")
    #expect(again.exit == .done, "\(again)")
    let all = wallis("catalog", "list", "--json", "--catalog", folder.catalog)
    #expect(all.output.contains("\"total\": 2"), "\(all)")
  }

  @Test func aFileOfNothingIsSaidToBeNeither() throws {
    let folder = try CatalogVerbTests.Folder()
    let reply = wallis("catalog", "import", "-", "--catalog", folder.catalog, input: "hello\npcf(1,1)\n")
    #expect(reply.exit == .badData && reply.error.contains("line 1"), "\(reply)")
    #expect(reply.error.contains("begin with a continued"), "\(reply)")
  }

  @Test func severalFormulasAreExportedTogether() throws {
    let folder = try CatalogVerbTests.Folder()
    let list = "pcf(2n+1, n^2)\npcf(6, (2n-1)^2)\npcf(4, (2n-1)^2)\n"
    _ = wallis("catalog", "import", "-", "--catalog", folder.catalog, input: list)
    _ = wallis("identify", "--query", "a.degree >= 0", "--catalog", folder.catalog)
    let found = wallis("export", "--catalog", folder.catalog)
    try #require(found.exit == .done, "\(found)")
    let two = wallis("export", "pcf(2n+1, n^2)", "pcf(6, (2n-1)^2)", "--catalog", folder.catalog)
    #expect(two.exit == .done && two.output.contains("2n+1") && two.output.contains("pcf(6"), "\(two)")
    #expect(!two.output.contains("pcf(4"))
    let split = wallis("export", "pcf(2n+1,", "n^2)", "--catalog", folder.catalog)
    #expect(split.exit == .done && !split.output.contains("pcf(6"), "\(split)")
  }

  @Test(arguments: ["--json", "--jsonl"])
  func linesOnStandardInputAreAnsweredForScripts(_ flag: String) throws {
    let reply = wallis("run", "-", flag, input: "evaluate 2+2\nx = 3\nx^2\nevaluate nothing\n")
    #expect(reply.exit == .usage)
    let objects = reply.output.replacing("}\n{", with: "}\u{0}{").split(separator: "\u{0}")
    #expect(objects.count == 3, "\(reply)")
    for object in objects {
      let value = try JSONSerialization.jsonObject(with: Data(object.utf8)) as? [String: Any]
      #expect(value?["schema"] as? Int == 2, "\(object)")
    }
    #expect(objects.last?.contains("unknown name 'nothing'") == true)
    if flag == "--jsonl" { #expect(reply.output.split(separator: "\n").count == 3) }
  }

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

  @Test func aFileWithoutCellsIsSaidToHaveNone() throws {
    let folder = try CatalogVerbTests.Folder()
    let file = folder.path + "/cells.txt"
    try "evaluate pi\n".write(toFile: file, atomically: true, encoding: .utf8)
    let reply = wallis("run", file)
    #expect(reply.exit == .done && reply.output == "evaluate pi\n", "\(reply)")
    #expect(reply.error.contains("no cells"), "\(reply)")
  }

  @Test func aVerbInsideAnExpressionIsCalledOne() {
    let reply = wallis("evaluate", "evaluate pi")
    #expect(reply.exit == .usage && reply.error.contains("evaluate is a verb"), "\(reply)")
    #expect(!reply.error.contains("did you mean"))
  }

  @Test func longWorkThatTellsNothingIsTimedOnATerminal() throws {
    let ticks = RecordedShell()
    var shell = ticks.shell(terminal: true)
    let start = ContinuousClock.now
    // Every second counts as ten.
    shell.clock = { Double((ContinuousClock.now - start) / .seconds(1)) * 10 }
    let meter = ProgressMeter(shell: shell, options: try GlobalOptions.parse([]))
    meter.showTime(of: "evaluate")
    while ticks.error.isEmpty, ContinuousClock.now - start < .seconds(20) {
      Thread.sleep(forTimeInterval: 0.05)
    }
    #expect(ticks.error.contains("evaluate: ") && ticks.error.contains(" s so far"), "\(ticks.error)")
    meter.clearing(shell).write("answer\n")
    meter.end()
    #expect(ticks.output == "answer\n" && ticks.error.hasSuffix("\r"))
  }
}
