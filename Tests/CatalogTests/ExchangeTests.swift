import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

@Suite struct ExchangeTests {
  @Test("Exporting, importing and exporting again gives the same bytes") func roundTrip() throws {
    let scratch = try Scratch()
    let original = try scratch.catalog("original")
    _ = try original.scan()
    let text = try original.exported()
    let copy = try scratch.catalog("copy")
    let summary = try copy.importText(text)
    #expect(summary.formulas == 288 && summary.findings > 0 && summary.coverage == 1)
    #expect(try copy.exported() == text)
    _ = try copy.importText(text)
    #expect(try copy.exported() == text)
    let statistics = try (original.statistics(), copy.statistics())
    #expect(statistics.0.byStatus == statistics.1.byStatus && statistics.0.findings == statistics.1.findings)
  }

  @Test("Parts that are merged in any order make the whole") func merging() throws {
    let scratch = try Scratch()
    let whole = try scratch.catalog("whole")
    _ = try whole.scan()
    let lines = try whole.exported().split(separator: "\n").map { $0 + "\n" }.dropLast()
    let (header, body) = (ExchangeFormat.one.header + "\n", lines.dropFirst())
    let parts = (0..<3).map { part in
      String(header)
        + body.enumerated().filter { $0.offset % 3 == part || $0.element.hasPrefix("formula") }
        .map { String($0.element) }.joined()
    }
    for order in [[0, 1, 2], [2, 0, 1]] {
      let merged = try scratch.catalog("merged\(order[0])")
      for part in order { _ = try merged.importText(parts[part]) }
      #expect(try merged.exported() == whole.exported())
    }
  }

  @Test(
    "A line that cannot be read is named, and nothing is imported",
    arguments: [
      ("formula\tpcf 1 1", 3), ("nonsense", 3), ("formula", 3), ("finding\tpcf 1 1\t4/pi", 3),
      ("coverage\tx", 3),
      (
        "formula\tpcf 1 1\tpcf -1 1\t3\tvalue\t\texponential\t\t1.6\t2\t1000\t2000\t\t\t\t\t\t\t\t\t\t\t", 3
      ),
      (
        "formula\tpcf 1 1\tpcf 1 1\t3\tvalue\t\texponential\t\t1.6\t2\t1000\t2000\tx\t\t\t\t\t\t\t\t\t\t", 3
      ),
    ])
  func badLines(line: String, number: Int) throws {
    let scratch = try Scratch()
    let catalog = try scratch.catalog()
    let good =
      "formula\tpcf 1 1\tpcf 1 1\t3\tvalue\t\texponential\t\t1.6\t2\t1000\t2000\t\t\t\t\t\t\t\t\t\t\t"
    do {
      _ = try catalog.importText("\(ExchangeFormat.one.header)\n\(good)\n\(line)\n")
      Issue.record("it was imported")
    } catch {
      guard case .badLine(let place, _) = error else {
        Issue.record("unexpected \(error)")
        return
      }
      #expect(place == number)
    }
    #expect(try catalog.statistics().rows == 0)
    #expect(try catalog.importText("\(ExchangeFormat.one.header)\n\(good)\n").formulas == 1)
    #expect(throws: CatalogError.self) { try catalog.importText("something else\n") }
    #expect(throws: CatalogError.self) { try catalog.importText("") }
  }

  @Test("Metrics have nine decimals, and reading them back changes nothing") func decimals() throws {
    let numbers = [0, -0.0, 1.0 / 3, -1e-12, -0.9999999999, 12345.678901234567, 5e-10, -2.5e-9, 123456789.0]
    let texts = numbers.map(FixedDecimal.text)
    #expect(texts[0] == "0.000000000" && texts[1] == "0.000000000" && texts[2] == "0.333333333")
    #expect(texts[3] == "0.000000000" && texts[4] == "-1.000000000" && texts[7] == "-0.000000003")
    for text in texts { #expect(Double(text).map(FixedDecimal.text) == text) }
  }

  @Test("Fields with tabs, line ends and backslashes survive") func escapes() {
    var line = ExchangeLine("x")
    let texts = ["a\tb", "\\t", "a\\\nb\r", "", "plain"]
    for text in texts { line.append(text) }
    #expect(!line.text.dropLast().contains("\n"))
    #expect(ExchangeLine(parsing: line.text.dropLast()).fields == ["x"] + texts)
  }
}
