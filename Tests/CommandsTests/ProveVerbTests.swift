import Foundation
import Testing

@testable import WallisCommands

/// `prove`, and what other verbs say of what it proves.
@Suite struct ProveVerbTests {
  private let folder: CatalogVerbTests.Folder

  init() throws { folder = try CatalogVerbTests.Folder() }

  private func say(_ words: [String]) -> (exit: Exit, output: String, error: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(words + ["--catalog", folder.catalog])
    return (exit, record.output, record.error)
  }

  func json(_ words: String...) throws -> (exit: Exit, object: [String: Any]) {
    let said = say(words + ["--json"])
    let object = try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any]
    return (said.exit, try #require(object, "\(words): \(said.output) \(said.error)"))
  }

  @Test func aClaimIsProvedOrRefutedOrReduced() throws {
    let proved = try json("prove", "pcf(2, 4n^2+4n+1) = pi/(4-pi)")
    #expect(proved.exit == .done && proved.object["grade"] as? String == "certified")
    let steps = try #require(proved.object["steps"] as? [[String: Any]])
    #expect(
      steps.compactMap { $0["kind"] as? String } == ["sum", "convergence", "telescoping", "theorem", "exact"])
    #expect((proved.object["theorems"] as? [String])?.first?.hasPrefix("Leibniz's series") == true)
    #expect((proved.object["assumed"] as? [Any])?.isEmpty == true)

    let refuted = try json("prove", "pcf(2n+1, n^2) = pi")
    #expect(refuted.exit == .nothing && refuted.object["agrees"] as? Bool == false)

    // Σ over (1)(1/6)²/((1/12)(7/12)(5/6)) with z = 1/4: no theorem of the table.
    let reduced = try json(
      "prove",
      "pcf(19440n^5+103464n^4+208296n^3+197430n^2+89543n+16560, -60466176n^10-298971648n^9-527726016n^8-341467488n^7+40616640n^6+115455024n^5+1562292n^4-29814726n^3-9904998n^2-1164570n-45150) = 9030pi/(35pi-108)"
    )
    #expect(reduced.exit == .nothing && reduced.object["grade"] as? String == "conjecture")
    #expect((reduced.object["sum"] as? String)?.contains("t(0) = 11368/1539248425") == true)

    let open = try json("prove", "pcf(n^2+1, n^3+7)")
    #expect(open.exit == .nothing && open.object["grade"] is NSNull)
  }

  @Test func theClosedFormIsFoundFirst() throws {
    let found = try json("prove", "pcf(n+3, -n)")
    #expect(found.object["closedForm"] as? String == "e" && found.exit == .done)
    // A quotient of Kummer's functions, whatever the digits suggest besides.
    let other = try json("prove", "pcf(n+1, -2n+1)")
    #expect(other.exit == .done && other.object["grade"] as? String == "certified")
    let said = say(["prove", "pcf(n+1, -2n+1)"]).output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(said.contains("Its digits agree with besseli(1,1)"), "\(said)")
  }

  @Test func verifyChecksProofsFromTheirText() throws {
    let text = say(["prove", "pcf(6, (2n-1)^2) = 3+pi", "--format", "text"]).output
    let other = say(["prove", "pcf(n+3, -n) = e", "--format", "text"]).output
    let file = folder.path + "/proofs.txt"
    try (text + "# another\n" + other).write(toFile: file, atomically: true, encoding: .utf8)
    let verified = try json("verify", file)
    #expect(verified.exit == .done && verified.object["verified"] as? Int == 2)
    try (text + other.replacing("sum from 1", with: "sum from 2")).write(
      toFile: file, atomically: true, encoding: .utf8)
    let refused = say(["verify", file])
    #expect(refused.exit == .nothing && refused.output.contains("line 4"), "\(refused.output)")
  }

  @Test func relateFindsMatricesAndImages() throws {
    let link = try json("relate", "1/pcf(2, (2n-1)^2)", "pcf(6, (2n-1)^2)")
    let certificate = try #require(link.object["certificate"] as? [String: Any])
    #expect(link.object["kind"] as? String == "coboundary" && link.object["grade"] as? String == "certified")
    #expect(certificate["u"] as? [[String]] == [["2n+1", "-4n^2+4n-1"], ["-1", "2n-3"]])
    #expect(certificate["fold"] as? [Int] == [1, 1])
    // 1 + 4/π is (x − 3)/(x + 1)… of its reciprocal: 3 + π = (−x − 3)/(x − 1) at x = π/(π + 4).
    #expect(certificate["map"] as? String == "(-x-3)/(x-1)")
    #expect(say(["relate", "sin(pcf(1,1))", "pcf(1,1)"]).error.contains("Möbius image"))
  }

  @Test func identifyAndTheCatalogKnowWhatIsProved() throws {
    let found = try json("identify", "pcf(2n+3, n^2+2n)")
    let finding = try #require((found.object["findings"] as? [[String: Any]])?.first)
    #expect(found.object["verdict"] as? String == "certified" && finding["grade"] as? String == "certified")
    #expect((finding["proof"] as? [String: Any])?["grade"] as? String == "certified")

    #expect(
      say(["search", "dynamics", "--a", "2,1", "--b", "1..2,0,0", "--identify", "--quiet"]).exit == .done)
    let before = try json("catalog", "query", "proved")
    let run = try json("prove", "--query", "identified")
    let proved = try #require(run.object["proved"] as? Int)
    #expect(proved >= 2 && run.object["finished"] as? Bool == true)
    let after = try json("catalog", "query", "proved")
    let counts = [before, after].compactMap { $0.object["shown"] as? Int }
    #expect(counts.count == 2 && counts[1] >= counts[0] + proved, "\(counts)")
    let again = try json("prove", "--query", "identified")
    #expect(again.object["proved"] as? Int == 0 && again.object["certified"] as? Int ?? 0 >= proved)
  }

  /// A search for series, its proofs, and what is shown of them afterwards.
  @Test func seriesOfTheCatalogAreProved() throws {
    let search = ["search", "series", "--symbols", "0", "--bases=-1,1/2", "--over", "2k+1", "--over", "k+1"]
    #expect(say(search + ["--degree", "0", "--constant", "pi", "--constant", "log(2)"]).exit == .done)
    let run = try json("prove", "--query", "kind = sum")
    #expect(run.object["proved"] as? Int == 3 && run.object["open"] as? Int == 0)
    let again = try json("prove", "--query", "kind = sum")
    #expect(again.object["proved"] as? Int == 0 && again.object["certified"] as? Int == 3)
    let shown = try json("catalog", "show", "sum(k=0..inf, (-1)^k/(2k+1))")
    let proof = try #require((shown.object["proofs"] as? [[String: Any]])?.first)
    #expect(proof["holds"] as? Bool == true && proof["closedForm"] as? String == "pi/4")
    let families = try json("cluster", "kind = sum")
    #expect((families.object["families"] as? [[String: Any]])?.count == 3, "\(families.object)")
  }

  @Test func mistakesAreNamed() {
    for (words, part) in [
      (["prove", ""], "no formula"), (["prove", "pi = pi"], "no"),
      (["prove", "pcf(1,1) = = 2"], "no formula"),
      (["prove", "pcf(1,1)", "--query", "identified"], "together"),
      (["prove", "pcf(1,1) = foo"], "foo"),
    ] {
      let said = say(words)
      #expect(said.exit != .done && said.error.contains(part), "\(words): \(said.error)")
    }
  }
}

extension ProveVerbTests {
  @Test func equivalentsAndNoveltyRestOnCertificates() throws {
    let found = try json("equivalents", "pcf(2n+7, n^2+6n)")
    let formulas = try #require(found.object["formulas"] as? [[String: Any]])
    let brouncker = try #require(formulas.first { $0["formula"] as? String == "pcf(2n+1, n^2)" })
    #expect((brouncker["certificate"] as? [String: Any])?["u"] is [[String]])
    #expect(formulas.allSatisfy { ($0["closedForm"] as? String)?.contains("pi") == true }, "\(formulas)")

    let known = try json("novel", "pcf(-n-3, -n)")
    #expect(known.exit == .done && known.object["answer"] as? String == "known")
    let same = try json("novel", "pcf(2n+7, n^2+6n)")
    #expect(same.object["answer"] as? String == "equivalent" && same.object["certificate"] is [String: Any])
    let new = try json("novel", "pcf(n^2+1, n+7)")
    #expect(new.exit == .nothing && new.object["answer"] as? String == "notfound")
    #expect(new.object["compared"] as? Int ?? 0 > 300)
    let undecided = try json("novel", "pcf(1, -n^2)")
    #expect(undecided.object["answer"] as? String == "undecided")
  }
}
