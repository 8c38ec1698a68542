import Foundation
import Testing
import WallisDocuments

@testable import WallisCommands

/// What a search leaves is looked at, taken away and gone on with.
@Suite struct HarvestVerbTests {
  /// A catalog with findings of one job at a known time.
  private func harvested(_ folder: CatalogVerbTests.Folder) -> (_ words: String...) -> (
    exit: Exit, output: String, error: String
  ) {
    { (words: String...) in
      let record = RecordedShell()
      var shell = record.shell()
      shell.now = { "2026-11-28T10:15:00Z" }
      let exit = Program(table: .standard, shell: shell, stopRequests: StopRequests()).run(
        words + ["--catalog", folder.catalog])
      return (exit, record.output, record.error)
    }
  }

  @Test func aSearchIsFollowedByItsHarvest() throws {
    let folder = try CatalogVerbTests.Folder()
    let wallis = harvested(folder)
    let search = wallis(
      "search", "dynamics", "--a", "1..2,0..1", "--b", "-1..1,0..3,0", "--identify", "--depth", "100",
      "--against",
      "200")
    let remark = search.error.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(remark.contains("harvest --since 1 --catalog '\(folder.catalog)' shows what is new"), "\(remark)")
    #expect(!search.output.contains("harvest"), "sessions store no numbers of jobs")
    for since in [[], ["--since", "1"], ["--since", "2026-11-28"], ["--since", "yesterday"]] {
      let record = wallisHarvest(since, wallis)
      #expect(record.exit == .done && record.output.contains("4/pi"), "\(since): \(record)")
      #expect(record.output.contains("catalog query 'closedForm has "), "\(record.output)")
    }
    let later = wallis("harvest", "--since", "2026-11-29", "--json")
    #expect(later.output.contains("\"groups\": []") && later.output.contains("\"count\": 0"))
    #expect(wallis("harvest", "--since", "2").exit != .done)
    let mistake = wallis("harvest", "--since", "lately")
    #expect(mistake.exit == .usage && mistake.error.contains("neither a job nor a time"))
  }

  /// The same after a search of a small space.
  private func searched(_ folder: CatalogVerbTests.Folder) -> (_ words: String...) -> (
    exit: Exit, output: String, error: String
  ) {
    let wallis = harvested(folder)
    _ = wallis(
      "search", "dynamics", "--a", "1..2,0..1", "--b", "1..2,0..3,0", "--identify", "--depth", "100",
      "--against",
      "200")
    return wallis
  }

  private func wallisHarvest(
    _ since: [String], _ wallis: (_ words: String...) -> (exit: Exit, output: String, error: String)
  ) -> (exit: Exit, output: String, error: String) {
    since.isEmpty ? wallis("harvest") : wallis("harvest", since[0], since[1])
  }

  /// Every command that the harvest names can be read, and does something.
  @Test func whatComesNextIsReady() throws {
    let folder = try CatalogVerbTests.Folder()
    let wallis = searched(folder)
    let harvest = wallis("harvest", "--json", "--each", "3")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(harvest.output.utf8)) as? [String: Any])
    let groups = try #require(object["groups"] as? [[String: Any]])
    #expect(groups.contains { $0["constant"] as? String == "pi" })
    for group in groups {
      let formulas = try #require(group["formulas"] as? [[String: Any]])
      #expect((1...3).contains(formulas.count) && (group["count"] as? Int ?? 0) >= formulas.count)
      let deltas = formulas.compactMap { $0["delta"] as? Double }
      #expect(deltas == deltas.sorted(by: >))
    }
    let counted = groups.compactMap { $0["count"] as? Int }.reduce(0, +)
    #expect(counted == object["count"] as? Int)
    let next = try #require(object["next"] as? [String])
    #expect(next.count >= 2)
    for line in next {
      #expect(throws: Never.self) { try VerbTable.standard.parse(WordSplitter.words(of: line)) }
    }
    #expect(wallis("harvest", "--limit", "0").exit == .usage)
  }

  @Test func anEmptyCatalogSaysWhereToBegin() throws {
    let folder = try CatalogVerbTests.Folder()
    let wallis = harvested(folder)
    _ = wallis("search", "dynamics", "--a", "1,1", "--b", "3,1", "--depth", "20", "--against", "40")
    let harvest = wallis("harvest")
    #expect(harvest.output.contains("no closed form was found"), "\(harvest)")
  }

  @Test func exportsTakeAQuestion() throws {
    let folder = try CatalogVerbTests.Folder()
    let wallis = searched(folder)
    let pi = wallis("export", "closedForm has pi", "--sort", "-delta", "--limit", "1").output
    #expect(
      pi.hasPrefix("pcf(2n+1, n^2) = 4/pi  # conjecture") && pi.split(separator: "\n").count == 1, "\(pi)")
    #expect(wallis("export", "--query", "closedForm has pi", "--sort", "-delta", "--limit", "1").output == pi)
    let latex = wallis("export", "closedForm has pi", "--limit", "1", "--format", "latex").output
    #expect(latex.contains(#"\frac{4}{\pi}"#) && latex.contains(#"\cfrac{1}"#))
    let table = wallis("export", "b = 'n^2'", "--sort", "digitsPerTerm", "--format", "csv").output
    #expect(table.hasPrefix("formula,a,b,value,closedForm,grade,known\n"))
    // Mistakes are shown where they were typed; a formula and a condition are not guessed at.
    let mistyped = wallis("export", "delte > 0.9")
    #expect(mistyped.exit == .usage && mistyped.error.contains("did you mean delta?"))
    #expect(mistyped.error.contains("  delte > 0.9\n"))
    #expect(wallis("export", "pcf(2n+1, n^2", "--format", "gp").error.contains("pcf(2n+1, n^2"))
    #expect(wallis("export", "pcf(2n+1, n^2)", "--limit", "3").exit == .usage)
    #expect(wallis("export", "pcf(2n+1, n^2)", "--query", "identified").exit == .usage)
    #expect(wallis("export", "closedForm has catalan").exit == .nothing)
    #expect(wallis("export", "--limit", "2").output.split(separator: "\n").count == 2)
  }
}
