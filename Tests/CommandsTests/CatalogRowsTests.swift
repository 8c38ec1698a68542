import Foundation
import Testing

@testable import WallisCommands

/// What `catalog query` shows: columns, order, formats, rows that stand for a formula and its mirror.
@Suite struct CatalogRowsTests {
  private static let folder = Result { try CatalogVerbTests.Folder() }

  /// A catalog of 48 formulas with their mirrors' values, made once.
  private static let catalog: String = {
    guard let path = try? folder.get().catalog else { return "" }
    _ = wallis(
      "search", "dynamics", "--a", "1..2,0..1", "--b", "-1..1,0..3,0", "--identify", "--depth", "100",
      "--against", "200", "--catalog", path)
    _ = wallis("search", "dynamics", "--a", "-2,-1", "--b", "1,0,0", "--catalog", path)
    return path
  }()

  private func query(_ words: String...) -> (exit: Exit, lines: [String], error: String) {
    let record = RecordedShell()
    var shell = record.shell()
    shell.now = { "2026-11-28T10:15:00Z" }
    let exit = Program(table: .standard, shell: shell, stopRequests: StopRequests()).run(
      ["catalog", "query"] + words + ["--catalog", Self.catalog])
    let lines = record.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return (exit, Array(lines.dropLast()), record.error)
  }

  @Test func theUsualColumnsSayWhatIsKnown() {
    let answer = query("closedForm has pi", "--sort", "-delta")
    #expect(
      answer.lines[0].split(separator: " ").joined(separator: " ").hasPrefix("a(n) b(n) closed form grade δ"))
    let brouncker = answer.lines.first { $0.hasPrefix("2n+1") } ?? ""
    for part in ["n^2", "4/pi", "conjecture", "Brouncker"] { #expect(brouncker.contains(part), "\(answer)") }
    // Without closed forms there are limits in their place, and words where there is no limit.
    let open = query("not identified", "--limit", "100").lines
    #expect(open[0].contains("value") && !open[0].contains("closed form") && !open[0].contains("known"))
    #expect(query("status = diverges").lines.contains { $0.contains("diverges") })
  }

  @Test func aRowStandsForAFormulaAndItsMirror() {
    let folded = query("a = '2n+1' or a = '-2n-1'", "--format", "csv", "--columns", "a,b,closedForm").lines
    let both = query(
      "a = '2n+1' or a = '-2n-1'", "--format", "csv", "--columns", "a,b,closedForm", "--mirrors"
    ).lines
    #expect(folded.contains("2n+1,n^2,4/pi") && !folded.contains("-2n-1,n^2,-4/pi"), "\(folded)")
    #expect(both.contains("2n+1,n^2,4/pi") && both.contains("-2n-1,n^2,-4/pi"), "\(both)")
    #expect(query("value < 0 and b = 'n^2'", "--format", "csv", "--columns", "a").lines.contains("-2n-1"))
    // What a limit cuts off is found behind it: no row twice, none left out.
    for sort in ["value", "-value", "delta", "a.degree,-delta"] {
      let all = query("digits > 0", "--sort", sort, "--limit", "99", "--format", "csv", "--columns", "key")
        .lines
      let parts = [0, 5, 10].flatMap { offset in
        query(
          "digits > 0", "--sort", sort, "--limit", "5", "--offset", "\(offset)", "--format", "csv",
          "--columns", "key"
        ).lines.dropFirst()
      }
      #expect(Array(all.dropFirst().prefix(15)) == parts && Set(all).count == all.count, "\(sort)")
    }
  }

  @Test func severalKeysSortOneAfterTheOther() {
    let once = query("identified", "--sort", "grade,-delta", "--format", "csv", "--columns", "grade,delta")
      .lines
    let twice = query(
      "identified", "--sort", "grade", "--sort", "-delta", "--format", "csv", "--columns", "grade,delta")
    #expect(once == twice.lines && once.count > 3)
    let rows = once.dropFirst().map { $0.split(separator: ",") }
    for (one, next) in zip(rows, rows.dropFirst())
    where one[0] == next[0] && one.count == 2 && next.count == 2 {
      #expect((Double(one[1]) ?? 0) >= (Double(next[1]) ?? 0))
    }
  }

  @Test func everyFormatHoldsTheSameRows() throws {
    let words = [
      "closedForm has pi", "--sort", "-delta", "--limit", "1", "--columns", "a,b,closedForm,delta",
    ]
    func text(_ format: String) -> String {
      let record = RecordedShell()
      _ = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests()).run(
        ["catalog", "query"] + words + ["--format", format, "--catalog", Self.catalog])
      return record.output
    }
    #expect(text("csv").hasPrefix("a,b,closedForm,delta\n2n+1,n^2,4/pi,-0.2021929"))
    #expect(text("tsv").hasPrefix("a\tb\tclosedForm\tdelta\n2n+1\tn^2\t4/pi\t-0.2021929"))
    #expect(text("markdown").contains("| `2n+1` | `n^2` | `4/pi` | -0.202193 |"))
    #expect(text("latex").contains(#"$2n+1$ & ${n}^{2}$ & $\frac{4}{\pi}$ & $-0.202193$ \\"#))
    #expect(text("json").contains("\"closedForm\": \"4/pi\""))
    #expect(query("identified", "--format", "xml").exit == .usage)
  }

  @Test func timesMayBeWords() {
    #expect(query("found > yesterday").exit == .nothing, "the search knew no time of day")
    let mistake = query("found > yesteryear")
    #expect(mistake.exit == .usage && mistake.error.contains("3 days ago"))
    #expect(query("identified", "--columns", "formula,text").error.contains("searching only"))
    #expect(query("identified", "--columns", "formula,fuond").error.contains("did you mean found?"))
  }

  @Test func helpExplainsTheLanguage() {
    let help = wallis("help", "query").output
    for word in ["closedForm", "powerlaw", "certified", "yesterday", "family = 30"] {
      #expect(help.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    ("catalog query 'closedF", "closedForm"), ("catalog query 'closedForm has catal", "catalan"),
    ("catalog query 'class = ex", "exponential"), ("catalog query 'delta > 0 and not ident", "identified"),
    ("identify --query 'factorialRed", "factorialReduction"),
    ("export 'proved and denominator.g", "denominator.gamma"),
    ("catalog list --sort -digitsP", "digitsPerTerm"), ("catalog query 'found > yes", "yesterday"),
    ("catalog query 'grade >= cert", "certified"), ("catalog query 'delta > 0 an", "and"),
  ])
  func conditionsAreCompleted(_ line: String, _ word: String) {
    let found = VerbTable.standard.conditionWords(of: line)
    #expect(found?.words.map(\.word) == [word], "\(line): \(String(describing: found))")
  }

  @Test func linesWithoutAConditionAreNone() {
    for line in [
      "evaluate clos", "1 + del", "catalog query identified --limit 1", "catalog show del", "K = del",
    ] {
      #expect(VerbTable.standard.conditionWords(of: line) == nil, "\(line)")
    }
  }

  @Test func shellsCompleteLists() {
    let offered = VerbTable.standard.completions(of: "wallis catalog query identified --sort grade,-dig")
    #expect(offered == ["grade,-digits", "grade,-digitsPerTerm"])
    #expect(VerbTable.standard.completions(of: "wallis catalog list --columns closed") == ["closedForm"])
    #expect(VerbTable.standard.completions(of: "wallis catalog query --form") == ["--format"])
    func completed(_ line: String) -> [String] { VerbTable.standard.completions(of: line) }
    #expect(completed("wallis catalog query 'closedForm has catal") == ["closedForm has catalan"])
    #expect(completed("wallis export class = fact") == ["factorial"])
    #expect(completed("wallis export --format bib") == ["bibtex"])
    #expect(completed("wallis identify 2.5 --constants pi,catal") == ["pi,catalan"])
    #expect(completed("wallis identify --scope t") == ["table"])
  }
}
