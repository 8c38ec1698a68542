import Testing
import WallisFormulas

@testable import WallisCommands

@Suite struct CellLineTests {
  private func line(_ text: String) throws -> CellLine { try CellLine(text, table: .standard) }

  @Test func kindsOfLines() throws {
    #expect(try line("  ") == .blank)
    #expect(try line("# K = 3") == .blank)
    #expect(try line("?zeta") == .question(["zeta"], isLong: false))
    #expect(try line("??search dynamics") == .question(["search", "dynamics"], isLong: true))
    #expect(
      try line("K = pcf(2n+1, n^2) # Brouncker") == .assignment(name: "K", expression: "pcf(2n+1, n^2)"))
    #expect(try line("4/K") == .expression("4/K"))
    #expect(try line("evaluate 'pcf(6, (2n-1)^2)'") == .verb(["evaluate", "pcf(6, (2n-1)^2)"]))
    #expect(try line("2 K = 3") == .expression("2 K = 3"))
  }

  @Test func backslashJoinsLines() {
    #expect(CellLine.lines(of: "a \\\nb\r\nc") == ["a  b", "c"])
  }

  @Test func wordsAsInAShell() throws {
    #expect(try WordSplitter.words(of: #"a 'b c' "d 'e'" f\ g '' # h"#) == ["a", "b c", "d 'e'", "f g", ""])
    #expect { try WordSplitter.words(of: "a 'b") } throws: { error in
      (error as? Refusal)?.diagnostic.range == 2..<3
    }
  }

  @Test func nearestWord() {
    let verbs = ["evaluate", "export", "measure", "run"]
    #expect(NearestName.nearest(to: "evalute", among: verbs) == "evaluate")
    #expect(NearestName.nearest(to: "rnu", among: verbs) == "run")
    #expect(NearestName.nearest(to: "zeta", among: verbs) == nil)
    #expect(NearestName.nearest(to: "zta", among: ["zeta", "beta"]) == "zeta")
    // Optimal string alignment: one swap of neighbours and one insertion.
    #expect(NearestName.distance("abcd", "bacde") == 2)
  }
}
