import Testing
import WallisDocuments

@testable import WallisCommands

@Suite struct GlossaryTests {
  private let pages = HelpPages(table: .standard, width: 80)

  @Test func metricsOfTheCatalogAreExplained() throws {
    for name in ["delta", "deltaNaive", "factorialReduction", "digitsPerTerm", "reductionRate", "surplus"] {
      let reply = try pages.page([name])
      #expect(!reply.document.isEmpty, "\(name)")
    }
    #expect(try PlainRenderer().render(pages.page(["blind", "delta"]).document).contains("deep convergent"))
  }

  @Test func aWordStandsOnce() {
    var seen: Set<String> = []
    for entry in GlossaryTable.all {
      for word in [entry.word] + entry.others {
        #expect(seen.insert(word.lowercased()).inserted, "\(word)")
      }
      #expect(entry.meaning.hasSuffix(".") || entry.meaning.hasSuffix("`."), "\(entry.word)")
    }
  }

  @Test func examplesAreCells() throws {
    for entry in GlossaryTable.all {
      guard let example = entry.example else { continue }
      let line = try CellLine(example, table: .standard)
      if case .verb(let words) = line { _ = try VerbTable.standard.parse(words) }
    }
  }

  @Test func threeQuestionMarksLookForWords() throws {
    #expect(try CellLine("???zeta", table: .standard) == .apropos("zeta"))
    let text = PlainRenderer().render(try pages.apropos("lemniscate").document)
    #expect(text.contains("lemniscate"))
    #expect(throws: Refusal.self) { try pages.apropos("xyzzy") }
  }

  @Test func optionsOfAVerbHaveDescriptions() throws {
    let words = VerbTable.standard.optionWords(of: "evaluate pi --di")
    #expect(words.map(\.word) == ["--digits"])
    #expect(words.allSatisfy { !$0.summary.isEmpty })
    #expect(VerbTable.standard.optionWords(of: "1 + --di").isEmpty)
  }
}
