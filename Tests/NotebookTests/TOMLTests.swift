import Foundation
import Testing

@testable import WallisNotebook

@Suite struct TOMLTests {
  /// `Fixtures/toml.tsv` has texts as strings of JSON, and what `tomllib` of Python 3.11 makes of them.
  @Test func textsAreReadAsPythonReadsThem() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/toml.tsv")
    let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    #expect(rows.count > 75)
    for row in rows {
      let sides = row.split(separator: "\t", omittingEmptySubsequences: false)
      let text = try JSONDecoder().decode(String.self, from: Data(sides[0].utf8))
      #expect(Self.read(text) == Self.canonical(String(sides[1])), "\(row)")
    }
  }

  /// As JSON with sorted names; `-` where it is refused.
  private static func read(_ text: String) -> String {
    do throws(TOMLReader.Fault) { return canonical(json(.table(try TOMLTable(reading: text)))) } catch {
      return "-"
    }
  }

  private static func canonical(_ json: String) -> String {
    guard let value = try? JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed),
      let data = try? JSONSerialization.data(
        withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
    else { return json }
    return String(decoding: data, as: UTF8.self)
  }

  private static func json(_ value: TOMLValue) -> String {
    switch value {
    case .string(let text):
      (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    case .bool(let flag): "\(flag)"
    case .other: "0"
    case .array(let values): "[\(values.map(json).joined(separator: ","))]"
    case .table(let table):
      "{\(table.keys.map { "\(json(.string($0))):\(table[$0].map(json) ?? "")" }.joined(separator: ","))}"
    }
  }

  @Test(arguments: [
    ("a = true\nb = yes", 1, "'yes' is no value"), ("a = \"x", 0, "the quote is not closed"),
    ("\r\n[a]\r\n[a]", 2, "'a' stands there already"), ("a = [\n[[\n", 2, "a value was expected"),
    ("a = \"\\q\"", 0, "means nothing in a text"), ("a = true\na.b = true", 1, "'a' is no table"),
  ])
  func faultsHaveAPlace(_ text: String, _ line: Int, _ message: String) {
    let fault = #expect(throws: TOMLReader.Fault.self) { try TOMLTable(reading: text) }
    #expect(fault?.line == line && fault?.message.contains(message) == true, "\(String(describing: fault))")
  }

  /// Nesting and names are bounded, so that no file ends the program.
  @Test(arguments: [
    "a=" + String(repeating: "[", count: 100_000), String(repeating: "a.", count: 100_000) + "b = 1",
  ])
  func depthIsBounded(_ text: String) {
    #expect(throws: TOMLReader.Fault.self) { try TOMLTable(reading: text) }
  }

  @Test func settingsAreReadInEveryWriting() {
    let text =
      "\"editing\" = 'vi'\r\ntheme=\"\"\"\r\nlight\"\"\"\r\nkeys.run = [ 'F9', # one\r\n \"Alt-Enter\" ]\r\n"
    let configuration = Configuration(toml: text)
    #expect(configuration.problems.isEmpty, "\(configuration.problems)")
    #expect(configuration.editing == .vi && configuration.theme == .light)
  }
}
