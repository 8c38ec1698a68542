import Foundation
import Testing

@testable import WallisCommands

/// Recurrences and products of matrices as formulas: what the verbs do with fractions they do with them.
@Suite struct ProductVerbTests {
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

  static let apery = "rec([n^3, -(34n^3-51n^2+27n-5), (n-1)^3], p=[0, 6], q=[1, 5], from=2)"

  /// Apéry's recurrence has rank 2: by its fraction everything that is known of fractions holds for it.
  @Test func recurrencesOfOrderTwoAreFractions() throws {
    let proved = say("prove", Self.apery + " = zeta(3)")
    #expect(proved.exit == .done, "\(proved)")
    #expect(say("prove", Self.apery + " = zeta(3)+1").exit == .nothing)
    let measured = try json("measure", Self.apery)
    #expect(measured["factorialReduction"] as? Bool == true, "\(measured)")
    let found = try json("identify", Self.apery)
    #expect(found["verdict"] as? String == "certified", "\(found)")
    let delta = try #require(measured["delta"] as? Double)
    #expect(abs(delta - 0.08) < 0.01)
  }

  /// Tribonacci numbers: the ratio tends to the root of x³ = x² + x + 1, and the other two roots have the modulus
  /// root^(−1/2), so that the error falls by 1.5·log₁₀ 1.8393 digits a step.
  @Test func recurrencesOfHigherOrderAreMeasured() throws {
    let tribonacci = "rec([1, -1, -1, -1], p=[0, 1, 1], q=[0, 0, 1], from=3)"
    let measured = try json("measure", tribonacci)
    let rate = try #require(measured["digitsPerTerm"] as? Double)
    #expect(abs(rate - 1.5 * log10(1.839286755214161)) < 0.01, "\(measured)")
    let text = say("measure", tribonacci)
    #expect(inOneLine(text.output).contains("1.839287^n, 0.737353^n, 0.737353^n"), "\(text)")
    #expect((measured["value"] as? String)?.hasPrefix("1.8392867552141611325518525646") == true)
    // One solution grows like n!, two like constants; u(n)/n! of exact values has 1 + 2.017/n between n = 200 and 400.
    let slow = say("measure", "rec([1, -n-2, 2n+1, -n+1], p=[1, 2, 5], q=[1, 1, 2], from=3)")
    #expect(inOneLine(slow.output).contains("solutions grow like n!·(1+2/n), 1^n, 1^n"), "\(slow)")
    #expect(say("measure", tribonacci, "--sequence", "5").exit == .usage)
    #expect(measured["depth"] as? Int == 256 && text.output.contains("at depth 256 against 512"), "\(text)")
    #expect(say("measure", tribonacci, "--depth", "500").error.contains("at depth 256 against 512"))
  }

  @Test func listsAreImportedStoredIdentifiedAndExported() throws {
    let file = folder.path + "/list.txt"
    let lines = [
      Self.apery, "matrixproduct([[0, n^2], [1, 2n+1]], start=[[1, 1], [0, 1]], from=1)",
      "rec([1, -1, -1, -1], p=[0, 1, 1], q=[0, 0, 1], from=3)", "pcf(cycle(1, 2), 1)",
      "sum(k=0..inf, (-1)^k/(2k+1)^2)", "rec([1, -1], p=[1], q=[0], from=2)",
    ]
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let imported = try json("catalog", "import", file)
    #expect(
      imported["measured"] as? Int == 5 && (imported["passedOver"] as? [Any])?.count == 1, "\(imported)")
    let rows = say("catalog", "query", "kind = product", "--json")
    #expect(rows.output.contains("\"total\": 4") && rows.output.contains("1.202056903159594"), "\(rows)")
    let found = try json("identify", "--query", "kind = product or kind = sum", "--quick")
    let forms = (found["findings"] as? [[String: Any]] ?? []).compactMap { $0["closedForm"] as? String }
    #expect(Set(forms).isSuperset(of: ["zeta(3)", "4/pi", "catalan"]), "\(found)")
    #expect(say("catalog", "show", Self.apery).output.contains("zeta(3)"))
    let text = say("catalog", "export")
    #expect(text.output.contains("product 1 1;1/0;1 0;1,0,0/1;2,1"), "\(text)")
    #expect(say("catalog", "show", "product 1 1;1/0;1 0;1,0,0/1;2,1").exit == .done)
    let script = say("export", "--format", "gp")
    #expect(script.exit == .done && script.output.contains("zeta(3)"), "\(script)")
  }

  /// A sum is compared with the literature by its fraction; what is found of one in the catalog is kept with that name, and what
  /// is ruled out is not searched again.
  @Test func sumsAreComparedAndRemembered() throws {
    let file = folder.path + "/sums.txt"
    let sums = ["sum(k=0..inf, (-1)^k/(2k+1))", "sum(k=1..inf, 1/(k^2*(k^2+k+1)*3^k))"]
    try sums.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    #expect(say("catalog", "import", file).exit == .done)
    let found = try json("identify", sums[0])
    let finding = try #require((found["findings"] as? [[String: Any]])?.first)
    #expect((finding["known"] as? String)?.hasSuffix("in another form") == true, "\(found)")
    #expect(finding["novelty"] as? String == "equivalent", "\(found)")
    let rows = say("catalog", "query", "kind = sum and known != null", "--json")
    #expect(rows.output.contains("\"total\": 1") && rows.output.contains("in another form"), "\(rows)")
    #expect(say("catalog", "show", sums[0]).output.contains("pi/4"))
    #expect(say("identify", sums[1], "--scope", "table").exit == .nothing)
    let again = say("identify", sums[1], "--scope", "table")
    #expect(again.exit == .nothing && again.output.contains("nothing found by an earlier search"), "\(again)")
    #expect(say("novel", sums[0]).output.contains("known"))
  }

  /// The limit of δ stands beside δ.
  @Test func limitsOfDeltaOfHigherOrderAreTold() throws {
    let tribonacci = "rec([1, -1, -1, -1], p=[0, 1, 1], q=[0, 0, 1], from=3)"
    let measured = try json("measure", tribonacci)
    #expect(abs(try #require(measured["deltaLimit"] as? Double) - 0.5) < 1e-9, "\(measured)")
    let exact = try #require((measured["exact"] as? [String: Any])?["deltaLimit"] as? [String: Any])
    let text = try #require(exact["text"] as? String)
    let read = try json("evaluate", text)
    #expect((read["value"] as? String)?.hasPrefix("0.5000000000") == true, "\(read)")
    #expect(say("measure", tribonacci).output.contains("limit of δ"))
  }
}
