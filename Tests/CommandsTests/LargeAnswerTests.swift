import Foundation
import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCommands

/// Answers and questions of any size.
@Suite struct LargeAnswerTests {
  private func run(_ words: [String], _ folder: CatalogVerbTests.Folder) -> (exit: Exit, output: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(words + ["--catalog", folder.catalog])
    return (exit, record.output)
  }

  @Test func rowsThatAreWrittenOneByOneAreTheSame() throws {
    let folder = try CatalogVerbTests.Folder()
    _ = run(
      ["search", "dynamics", "--a", "1..2,0..1", "--b", "1..2,0", "--depth", "20", "--against", "40"], folder)
    for form in ["--json", "--jsonl"] {
      for condition in ["delta < 9", "delta > 9"] {
        let few = run(["catalog", "query", condition, "--limit", "1000", form], folder)
        let many = run(["catalog", "query", condition, "--limit", "2000000", form], folder)
        #expect(few.output == many.output && few.exit == many.exit, "\(form)")
      }
      let uncounted = run(["catalog", "list", "--no-total", "--limit", "5000", form], folder)
      #expect(
        uncounted.output == run(["catalog", "list", "--no-total", "--limit", "900", form], folder).output)
    }
  }

  @Test func aQuestionOfTwoThousandConditionsIsAnswered() throws {
    let folder = try CatalogVerbTests.Folder()
    _ = run(["search", "dynamics", "--a", "1..2", "--b", "1", "--depth", "20", "--against", "40"], folder)
    let condition = "delta < 9"
    for word in ["and", "or"] {
      let many = Array(repeating: condition, count: 2000).joined(separator: " \(word) ")
      #expect(
        run(["catalog", "query", many], folder).output == run(["catalog", "query", condition], folder).output)
    }
    let tooMany = Array(repeating: condition, count: 10_001).joined(separator: " and ")
    #expect(run(["catalog", "query", tooMany], folder).exit == .usage)
  }

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
    for format in ExportFormats.standard.all where !["json", "csv", "markdown", "dot"].contains(format.name) {
      let text = try format.text(of: ExportSubject(statements))
      #expect(!text.contains("touch"), "\(format.name)")
      #expect(!text.contains("\nsystem"), "\(format.name)")
      if ["gp", "mpmath"].contains(format.name) { #expect(!text.contains(", quit,")) }
    }
  }
}
