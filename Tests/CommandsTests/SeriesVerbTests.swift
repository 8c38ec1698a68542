import Foundation
import Testing

@testable import WallisCommands

/// Series as formulas: what the verbs do with fractions they do with sums.
@Suite struct SeriesVerbTests {
  private let folder: CatalogVerbTests.Folder

  init() throws { folder = try CatalogVerbTests.Folder() }

  private func say(_ words: String...) -> (exit: Exit, output: String, error: String) {
    wallis(words + ["--catalog", folder.catalog])
  }

  private func json(_ words: String...) throws -> [String: Any] {
    let said = wallis(words + ["--json", "--catalog", folder.catalog])
    let object = try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any]
    return try #require(object, "\(words): \(said.output) \(said.error)")
  }

  @Test func evaluationsSayHowTheyAreChecked() throws {
    let sum = try json("evaluate", "sum(k=1..inf, 1/k^2)")
    #expect(
      sum["value"] as? String == "1.64493406684822643647241516665" && sum["class"] as? String == "powerlaw")
    #expect((sum["verification"] as? String)?.contains("proved bound") == true)
    let divergent = say("evaluate", "sum(k=1..inf, 1/k)")
    #expect(divergent.exit == .done && divergent.output.contains("diverges: the terms are of one sign"))
    #expect(try json("evaluate", "sum(k=1..inf, 1/k)")["status"] as? String == "diverges")
    for (text, words) in [
      ("integral(x=0..1, log(x)/(1+x))", "ball arithmetic at two precisions"),
      ("integral(x=2..inf, zeta(x)-1)", "two evaluations of a part agree; no proof"),
    ] {
      #expect(inOneLine(say("evaluate", text).output).contains(words), "\(text)")
    }
    let foreign = say("evaluate", "Sum[1/n^3, {n, 1, Infinity}]")
    #expect(foreign.exit != .done)
    #expect(foreign.error.contains("sum(n=1..inf, 1/n^3)"), "\(foreign)")
  }

  @Test func identifiedMeasuredProved() throws {
    let series = "sum(k=0..inf, (-1)^k/(2k+1))"
    let found = try json("identify", series)
    #expect(found["verdict"] as? String == "certified", "\(found)")
    let proved = say("prove", series + " = pi/4")
    #expect(proved.exit == .done && inOneLine(proved.output).contains("so the sum is pi/4"), "\(proved)")
    #expect(say("prove", series + " = pi/5").exit == .nothing)
    let measured = try json("measure", "sum(k=0..inf, 1/(2^k*(k+1)))")
    #expect(measured["factorialReduction"] as? Bool == true)
    #expect((measured["fraction"] as? String)?.hasPrefix("pcf(3n+5, -2n^2-4n-2)/") == true, "\(measured)")
    #expect((measured["value"] as? String)?.hasPrefix("1.386294361119890618834") == true)
    #expect(say("novel", series).output.contains("known"))
    #expect(say("verify", series + " = pi/4").exit == .done)
  }

  @Test func listsOfSeriesAreImportedStoredAndExported() throws {
    let file = folder.path + "/list.txt"
    let lines = [
      "sum(k=0..inf, (-1)^k/(2k+1))", "Sum((6*n + 1)*binomial(2*n, n)^3/256^n, (n, 0, oo))", "pcf(2n+1, n^2)",
      "sum(k=1..inf, 1/k)", "nonsense",
    ]
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let imported = try json("catalog", "import", file)
    #expect(
      imported["measured"] as? Int == 3 && (imported["passedOver"] as? [Any])?.count == 2, "\(imported)")
    let rows = say("catalog", "query", "kind = sum", "--json")
    #expect(rows.output.contains("sum(k=0..inf") && rows.output.contains("0.78539"), "\(rows)")
    let shown = say("catalog", "show", "sum(j=1..inf, (-1)^(j-1)/(2j-1))")
    #expect(shown.exit == .done && shown.output.contains("pcf(2, 4n^2+4n+1)"), "\(shown)")
    #expect(say("catalog", "show", "sum -1 - 1 2,1").exit == .done)
    let text = say("catalog", "export")
    #expect(text.output.contains("sum -1 - 1 2,1"))
  }

  @Test func indicesAndNamesKeepApart() throws {
    let cell = wallis("run", "-", input: "f(x) = sum(k=1..3, k*x)\nf(2)")
    #expect(cell.output.contains("12"), "\(cell)")
    let caught = wallis("run", "-", input: "f(x) = sum(k=1..3, k*x)\nsum(k=1..2, f(k))")
    #expect((caught.output + caught.error).contains("use another letter"), "\(caught)")
  }

  @Test func drawings() {
    let drawn = say("draw", "sum(k=1..inf, 1/k^2)")
    #expect(drawn.output.contains("Σ") && drawn.output.contains("∞") && drawn.output.contains("k = 1"))
    #expect(say("draw", "product(k=1..n, k)", "--ascii").output.contains("product"))
  }
}
