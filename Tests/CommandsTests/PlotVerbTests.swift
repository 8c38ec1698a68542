import Foundation
import Testing

@testable import WallisCommands

@Suite struct PlotVerbTests {
  @Test func subjectsAreRead() throws {
    #expect(try PlotSubject(["delta", "error.beta"]) == .metrics(x: "delta", y: "error.beta"))
    #expect(try PlotSubject(["delta(pcf(2n+1,", "n^2))"]) == .delta("pcf(2n+1, n^2)"))
    #expect(try PlotSubject(["error(K)"]) == .error("K"))
    #expect(
      try PlotSubject(["sin(x) / x for x in -2*pi..2*pi"])
        == .function("sin(x) / x", variable: "x", from: "-2*pi", to: "2*pi"))
    #expect(throws: Refusal.self) { try PlotSubject(["delta"]) }
  }

  private func json(_ words: String...) throws -> [String: Any] {
    let answer = wallis(["plot"] + words + ["--json"])
    #expect(answer.exit == .done, "\(answer.error)")
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func deltaTendsToWhatIsMeasured() throws {
    // measure gives 0.0866 at depth 1000, the published finite-depth δ of Apéry's fraction.
    let csv = wallis("plot", "delta(pcf(34n^3+51n^2+27n+5, -n^6))", "--format", "csv").output
    let last = try #require(csv.split(separator: "\n").last).split(separator: ",")
    #expect(last.first == "1000.0" && abs((Double(last[1]) ?? 0) - 0.0866) < 0.01, "\(last)")
  }

  @Test func theErrorOfBrounckersFractionFallsByTheLaw() throws {
    // Its characteristic roots are 1 ± √2: log₁₀ of the error falls by 2·log₁₀(1 + √2) = 0.76555 a step.
    let csv = wallis(
      "plot", "error(pcf(2n+1, n^2))", "--depth", "50", "--against", "120", "--format", "csv"
    ).output
    let rows = csv.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").compactMap { Double($0) }
    }
    #expect(rows.count == 50)
    #expect(abs((rows[49][1] - rows[29][1]) / 20 + 0.76555) < 0.01)
  }

  @Test func functionsHaveTheirValues() throws {
    let csv = wallis("plot", "x^2", "for", "x", "in", "-1..2", "--format", "csv").output
    let rows = csv.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").compactMap { Double($0) }
    }
    #expect(rows.count == 240 && rows.allSatisfy { abs($0[0] * $0[0] - $0[1]) < 1e-5 })
    #expect(rows.first?[0] == -1 && rows.last?[0] == 2)
    let half = wallis("plot", "log(x)", "for", "x", "in", "-1..1")
    #expect(half.exit == .done && inOneLine(half.output).contains("of 240 places have no value"))
    #expect(half.output.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) })
  }

  @Test func terminalsWithoutUnicodeGetLetters() {
    let shown = wallis("plot", "sin(x)", "for", "x", "in", "0..6", variables: ["LANG": "C"], terminal: true)
    #expect(shown.output.contains(":") && shown.output.utf8.allSatisfy { $0 < 0x80 }, "\(shown.output)")
  }

  @Test func namesOfFilesChooseTheFormat() throws {
    let folder = NSTemporaryDirectory() + "wallis-plot-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, start) in [("a.svg", "<svg"), ("a.png", "\u{FFFD}PNG"), ("a.csv", "x,x^2\n")] {
      let answer = wallis("plot", "x^2 for x in 0..1", "--output", folder + "/" + name)
      #expect(answer.exit == .done && answer.output.contains(name))
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      #expect(String(decoding: data.prefix(8), as: UTF8.self).hasPrefix(start), "\(name)")
    }
  }

  @Test(arguments: [
    (["x^2 for x in 2..1"], "no range"), (["x^2 for pi in 0..1"], "'pi' is"),
    (["sqrt(-1-x^2) for x in 0..1"], "no real value"),
    (["delta(pi)"], "not a polynomial continued fraction"), (["delta"], "nothing to plot"),
    (["x for x in 0..1", "--format", "png"], "goes to a file"),
    (["x for x in 0..1", "--query", "delta > 0"], "--query"),
    (["delta(pcf(2n+1, n^2))", "--depth", "3"], "depth 3"),
  ])
  func mistakesAreNamed(_ words: [String], _ part: String) {
    let answer = wallis(["plot"] + words)
    #expect(answer.exit != .done && inOneLine(answer.error).contains(part), "\(answer)")
  }
}
