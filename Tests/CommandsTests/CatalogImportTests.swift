import Foundation
import Testing
import WallisDocuments

@testable import WallisCommands

@Suite struct CatalogImportTests {
  /// Two formulas of the data set with the numbers of the authors' code, cut to the columns that are read; the
  /// second terminates.
  private static let table = """
    Coefficients,Limit,Naive_Delta,FR_Delta,Predicted_Delta,c,d,convergence_b,convergence_c,convergence_d
    "[2, 5, -2, -4, -4, 5]",-2.812292486616084234106567834745679971190238758424888921429056,-0.0546205620,-0.0158921458,0.0560972067,-1.5849692253,1.9702476683,-2.3421496644,1.9834425028,-1.9979163154
    "[-4, 4, 0, 2, -4, 2]",0.000000000000000000000000000000000000000000000000000000000000,-1010,-1010,-1010,-1010,-1010,-1010,-1010,-1010

    """

  private func run(_ words: [String], input: String = "") -> (exit: Exit, output: String, error: String) {
    let record = RecordedShell()
    let exit = Program(table: .standard, shell: record.shell(input: input), stopRequests: StopRequests())
      .run(words)
    return (exit, record.output, record.error)
  }

  @Test func aPublishedTableIsMeasuredAgainAndStored() throws {
    let folder = try CatalogVerbTests.Folder()
    let file = folder.path + "/table.csv"
    try Self.table.write(toFile: file, atomically: true, encoding: .utf8)
    let words = ["catalog", "import", "--format", "blind-delta", "--catalog", folder.catalog]
    let reply = run(words + [file])
    #expect(reply.exit == .done && reply.output.contains("unexplained"), "\(reply)")
    #expect(reply.output.contains("terminates"))
    let stored = run(["catalog", "list", "--json", "--catalog", folder.catalog])
    #expect(stored.output.contains("\"total\": 2"))
    let tampered = Self.table.replacing("-0.0158921458", with: "-0.0258921458")
    let other = run(words + ["-"], input: tampered)
    #expect(other.output.contains("FR_Delta") && other.output.contains("unexplained"))
    #expect(run(words + ["-", "--json"], input: tampered).output.contains("\"unexplained\": 1"))
  }

  @Test func aBadLineOfATableIsNamed() throws {
    let folder = try CatalogVerbTests.Folder()
    let words = ["catalog", "import", "--format", "blind-delta", "--catalog", folder.catalog, "-"]
    let reply = run(words, input: Self.table + "\"[1, 2]\",nonsense\n")
    #expect(reply.exit == .badData && reply.error.contains("line 4"), "\(reply)")
    #expect(run(words, input: "a,b\n").exit == .badData)
    #expect(run(words, input: "").exit == .badData)
  }

  @Test func shardsOfASearchMergeIntoTheWhole() throws {
    let folder = try CatalogVerbTests.Folder()
    let space = [
      "search", "dynamics", "--a", "1..2,0..1", "--b", "1..2,0", "--depth", "20", "--against", "40",
    ]
    func catalog(_ name: String) -> [String] { ["--catalog", folder.path + "/" + name] }
    #expect(run(space + catalog("whole")).exit == .done)
    for index in 1...2 {
      #expect(run(space + ["--shard", "\(index)/2"] + catalog("part\(index)")).exit == .done)
    }
    let text = folder.path + "/part2.txt"
    #expect(run(["catalog", "export", "--output", text] + catalog("part2")).exit == .done)
    let merge = run(["catalog", "merge", folder.path + "/part1", text] + catalog("merged"))
    #expect(merge.exit == .done, "\(merge)")
    let exports = ["whole", "merged"].map { run(["catalog", "export"] + catalog($0)).output }
    #expect(exports[0] == exports[1] && exports[0].contains("\ncoverage\t"))
    #expect(run(["catalog", "merge", folder.path + "/none"] + catalog("merged")).exit == .badData)
  }

  @Test func notesAreWrittenShownSearchedAndRemoved() throws {
    let folder = try CatalogVerbTests.Folder()
    let options = ["--catalog", folder.catalog]
    let space = [
      "search", "dynamics", "--a", "1..2,0..1", "--b", "1,0,0", "--depth", "20", "--against", "40",
    ]
    #expect(run(space + options).exit == .done)
    let note = ["catalog", "note", "pcf(2n+1, n^2)"] + options
    #expect(run(note).exit == .nothing)
    #expect(run(note + ["Lord Brouncker's"]).output.contains("Lord Brouncker's"))
    #expect(run(["catalog", "show", "pcf(2n+1, n^2)"] + options).output.contains("Lord Brouncker's"))
    #expect(run(["catalog", "query", "text ~ brouncker"] + options).output.contains("2n+1"))
    #expect(run(note + ["--remove"]).output.contains("no notes"))
    #expect(run(note + ["--remove"]).exit == .nothing)
    #expect(run(["catalog", "note", "pcf(77, 1)", "x"] + options).exit == .badData)
  }

  @Test func linesAreReadAcrossPieces() throws {
    var pieces: [[UInt8]] = ["ab", "c\nd", "\n\n", "e"].map { Array($0.utf8) } + [[]]
    let reader = LineReader(name: "test") { pieces.removeFirst() }
    var lines: [String] = []
    while let line = try reader.next() { lines.append(line) }
    #expect(lines == ["abc", "d", "", "e"])
    #expect(try reader.next() == nil)
    let rubbish = LineReader(name: "test") { [0xFF, 0x0A] }
    #expect(throws: Refusal.self) { try rubbish.next() }
  }

  /// A list may begin with a comment, and every line may end with one; so that exported text is not taken for a list.
  @Test func aListMayBeginWithComments() throws {
    let folder = try CatalogVerbTests.Folder()
    let words = ["catalog", "import", "--catalog", folder.catalog, "-"]
    let list = "\n# mine\n\n  # of 1655\npcf(2n+1, n^2)  # Brouncker\npcf(n+3, 2n)\n# the end\n"
    let reply = run(words, input: list)
    #expect(reply.exit == .done && inOneLine(reply.output).contains("measured 2"), "\(reply)")
    let text = run(["catalog", "export", "--catalog", folder.catalog]).output
    let again = run(words, input: text)
    #expect(again.exit == .done, "\(again)")
    #expect(run(["catalog", "export", "--catalog", folder.catalog]).output == text)
    let nothing = run(words, input: "# words\nmore words\n")
    #expect(nothing.exit == .badData && nothing.error.contains("cannot be read"), "\(nothing)")
  }
}
