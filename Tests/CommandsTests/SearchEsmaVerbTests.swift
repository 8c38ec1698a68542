import Foundation
import Testing
import WallisFormulas

@testable import WallisCommands

/// `search esma` as a user types it, and what it says to those who ask wrongly.
@Suite struct SearchEsmaVerbTests {
  private let catalog = FileManager.default.temporaryDirectory.appendingPathComponent(
    "esma-\(UUID().uuidString).sqlite"
  ).path

  private func run(_ words: String...) -> (exit: Exit, output: String, error: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(["search", "esma"] + words + ["--catalog", catalog])
    return (exit, record.output, record.error)
  }

  @Test func countsAndFindingsAsJSON() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let reply = run("--constant", "e", "--height", "1", "--periods", "1..2", "--json")
    #expect(reply.exit == .done)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(reply.output.utf8)) as? [String: Any])
    #expect(object["decoyHits"] as? Int == 0 && object["finished"] as? Bool == true)
    let (pairs, hits) = (object["pairs"] as? Int, object["hits"] as? Int)
    #expect(pairs == object["candidates"] as? Int && hits == object["approved"] as? Int)
    let findings = try #require(object["findings"] as? [[String: Any]])
    let own = try #require(findings.first { $0["lhs"] as? String == "(e+1)/(e-1)" })
    #expect(own["channels"] as? [String] == ["4m+2"] && own["signs"] as? String == "+")
    #expect(own["complexity"] as? Int == 2 && own["preperiod"] as? [String] == [])
    #expect((own["digits"] as? Int).map { $0 >= 1000 } == true)
    #expect(findings.contains { $0["a"] as? String == "4n+2" && $0["b"] as? String == "1" })
  }

  /// The values of the published list, from the program: height 2, signs of length 1 and 2, all pairs kept.
  @Test func publishedValues() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let reply = run(
      "--constant", "e", "--periods", "1..2", "--complexity", "24", "--unfolded", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(reply.output.utf8)) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    let published: [(lhs: String, signs: String, connection: String)] = [
      ("2/(e-1)", "-+", "x^4-2x^2+1"), ("(e+1)/(e-1)", "+", "x^2-2x+1"),
      ("(2e-2)/e", "+", "x^9-x^6-x^3+1"), ("e-1", "-+", "x^4-2x^2+1"),
      ("(e+1)/(2e-2)", "+", "x^4-2x^2+1"), ("(2e+2)/(e-1)", "+", "x^4-2x^2+1"),
      ("(e+1)/2", "+-", "x^4-2x^2+1"), ("(e-1)/(e-2)", "+-", "x^4-2x^2+1"), ("e/(e-1)", "+-", "x^4-2x^2+1"),
      ("e/(e-2)", "+", "x^9-x^6-x^3+1"), ("1/(e-1)", "-+", "x^4-2x^2+1"), ("1/(e-2)", "+", "x^6-2x^3+1"),
      ("(e+1)/e", "-+", "x^4-2x^2+1"),
    ]
    for (lhs, signs, connection) in published {
      let found = findings.first {
        ($0["lhs"] as? String)?.replacing("*", with: "") == lhs && $0["signs"] as? String == signs
      }
      #expect(found?["connection"] as? String == connection, "\(lhs)")
    }
  }

  /// Lehmer's number [2; 5, 8, 11, …] known by digits alone is recognised, and named by Bessel functions.
  @Test func digitsAloneAreRecognised() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let value = try #require(
      try Expression(parsing: "besseli(-1/3,2/3)/besseli(2/3,2/3)").evaluate(digits: 480).enclosure?
        .decimal(digits: 460))
    let reply = run("--constant", "\(value)", "--height", "1", "--periods", "1..1")
    #expect(reply.exit == .done && reply.output.contains("[3m+2]"), "\(reply.output)\(reply.error)")
    #expect(reply.output.contains("besseli(-1/3,2/3)/besseli(2/3,2/3)") && reply.output.contains("Lehmer"))
  }

  /// What is found is in the catalog: by kind, and shown by its key with evidence and what it folds into.
  @Test func theCatalogShowsSignedFractions() {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    #expect(run("--constant", "e", "--height", "1", "--periods", "1..2").exit == .done)
    let rows = wallis("catalog", "query", "kind = signed", "--catalog", catalog)
    #expect(rows.output.contains("[4m+2]") && rows.output.contains("[2, 2m+3]"))
    let shown = wallis("catalog", "show", "signed -+ . 2;2,3", "--catalog", catalog)
    #expect(shown.exit == .done && shown.output.contains("equals    e-1"), "\(shown.output)\(shown.error)")
    #expect(shown.output.contains("28/64/148 at 20/40/80 terms, simple fraction 17/38/90, 1.64× faster"))
    #expect(shown.output.contains("digits agree, the rule took 6"))
    let folded = wallis("catalog", "show", "pcf(4n+2, 1)", "--catalog", catalog)
    #expect(folded.exit == .done && folded.output.contains("(e+1)/(e-1)"))
    #expect(wallis("catalog", "show", "signed + . 9", "--catalog", catalog).exit == .nothing)
  }

  @Test func negativeKnowledgeIsCoverage() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let reply = run("--constant", "pi", "--height", "1", "--complexity", "24")
    #expect(reply.exit == .done && reply.output.contains("pi: no signed pattern with height <= 1"))
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["coverage", "--catalog", catalog, "--json"]) == .done)
    #expect(record.output.contains("pi degree 1 height 1 periods 1..3 L 24"))
  }

  @Test(arguments: [
    (
      ["--constant", "3.14159"], Exit.badData, "6 digits are too few for 105 quotients: they force 2",
      "about 325 digits"
    ),
    ([], .usage, "no constant", "--constant e"),
    (["--constant", "e", "--constant", "pi"], .usage, "2 constants at once", "a search for each"),
    (["--constant", "22/7"], .usage, "22/7 is the fraction 22/7", "an irrational constant"),
    (["--constant", "cos(pi)"], .usage, "agrees with -1 to 200 digits", "an irrational constant"),
    (
      ["--constant", "0.3333333333333333333333333333333333333333333333333"], .usage, "of the fraction 1/3",
      "an irrational constant"
    ),
    (["--constant", "1/0"], .usage, "division by zero", "1/0"),
    (["--constant", "sqrt(-1)"], .usage, "sqrt has no real value here", "sqrt(-1)"),
    (["--constant", ""], .usage, "the expression is empty", "for example"),
    (["--constant", "e", "--periods", ""], .usage, "is no range of lengths", "--periods 1..3"),
    (["--constant", "e", "--periods", "3..1"], .usage, "is no range of lengths", "--periods 1..3"),
    (["--constant", "e", "--terms", "5"], .usage, "5 terms", "between 20 and 2000"),
    (["--constant", "e", "--height", "0"], .usage, "height 0", "heights 1 to 50"),
    (["--constant", "e", "--degree", "3", "--height", "9"], .limit, "left-hand sides", "a smaller degree"),
    (["--constant", "foo"], .usage, "unknown name 'foo'", "assign it first"),
  ])
  func mistakes(_ words: [String], _ exit: Exit, _ message: String, _ remedy: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["search", "esma", "--catalog", catalog] + words) == exit)
    #expect(record.output.isEmpty)
    #expect(record.error.contains(message) && record.error.contains(remedy), "\(record.error)")
  }
}
