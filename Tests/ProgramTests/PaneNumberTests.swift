import Foundation
import Testing

/// Numbers on the panes of a notebook beside those of the verbs: one catalog, one play, frames and answers compared as
/// text.
@Suite(.besideOthers) struct PaneNumberTests {
  /// A catalog of 44 formulas, with closed forms and with formulas that have no limit, and the frames of a play.
  private final class Seen: Sendable {
    let wallis: WallisProcess
    let frames: [String: [String]]

    init() throws {
      wallis = try WallisProcess()
      _ = try wallis.run(
        "search", "dynamics", "--a", "1..2,0..1", "--b", "-1..1,0..3,0", "--identify", "--depth", "100",
        "--against", "200", "--quiet")
      let moves = String(repeating: "k ", count: 60)
      let keys = """
        size 300x60
        F3
        wait
        frame card
        Tab
        frame rows
        G
        frame end
        g g d
        wait
        frame inspector
        Esc Esc F4
        wait
        frame map
        \(moves.replacingOccurrences(of: "k", with: "h"))\(moves.replacingOccurrences(of: "k", with: "h h"))
        \(moves)
        v
        \(moves.replacingOccurrences(of: "k", with: "l l"))
        \(moves.replacingOccurrences(of: "k", with: "j"))
        frame rectangle
        Enter
        wait
        frame inside
        w
        frame condition
        Esc Esc Esc Esc Esc F6
        wait
        frame jobs
        """
      try Data(keys.utf8).write(to: URL(fileURLWithPath: wallis.folder.path + "/keys"))
      let run = try wallis.run("notebook", "--keys", "keys")
      #expect(run.exit == 0, "\(run.error)")
      var (frames, name): ([String: [String]], String) = ([:], "")
      for line in run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
        if line.hasPrefix("=== ") {
          name = String(line.dropFirst(4).prefix { $0 != " " })
        } else {
          frames[name, default: []].append(line.trimmingCharacters(in: ["│", " "]))
        }
      }
      self.frames = frames
    }
  }

  private static let seen = Result { try Seen() }

  private func frame(_ name: String) throws -> [String] { try #require(Self.seen.get().frames[name]) }

  private func verb(_ words: String...) throws -> String {
    try Self.seen.get().wallis.start(words).wait().output
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// What stands between two blanks or more.
  private func cells(_ line: String) -> [String] {
    line.replacingOccurrences(of: "▸", with: "").components(separatedBy: "  ")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// The number before the last of a word in the first line that has it, without separators.
  private func number(before word: String, in lines: [String]) -> Int? {
    let parts = lines.first { $0.contains(word) }?.components(separatedBy: word) ?? []
    return parts.dropLast().last?.split(separator: " ").last.flatMap { Int($0.filter(\.isNumber)) }
  }

  @Test func rowsAreThoseOfCatalogQuery() throws {
    let lines = try frame("rows")
    let columns = "a,b,value,closedForm,grade,delta,digitsPerTerm,known,status"
    let table = try verb(
      "catalog", "list", "--sort", "-delta", "--limit", "44", "--columns", columns, "--format", "tsv")
    let told = table.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let first = try #require(lines.firstIndex { $0.contains("▸") })
    #expect(told.count == 44)
    for (line, row) in zip(lines[first...], told) {
      let cells = cells(line)
      #expect(cells.count == 8, "\(line)")
      guard cells.count == 8, row.count == 9 else { continue }
      // A table for programs has all digits and the polynomials as they are typed.
      for column in [3, 4, 7] { #expect(cells[column] == (row[column].isEmpty ? "–" : row[column])) }
      // Where there is no limit, what there is instead.
      let value = row[2].isEmpty ? row[8] : row[2]
      #expect(cells[2] == value || cells[2].hasSuffix("…") && value.hasPrefix(cells[2].dropLast()), "\(line)")
      for column in [5, 6] {
        let number = Double(row[column]).map { String(format: "%.6f", $0) } ?? "–"
        #expect(cells[column] == number, "\(line)")
      }
    }
    let json = try object(try verb("catalog", "list", "--json"))
    let card = try frame("card")
    #expect(number(before: " formulas", in: card) == json["total"] as? Int && json["total"] as? Int == 44)
    let end = try #require(try frame("end").first { $0.contains("row ") })
    #expect(end.contains("row 44 of 44"), "\(end)")
  }

  @Test func theCardSaysWhatShowAndMeasureSay() throws {
    let lines = try frame("card").map { $0.components(separatedBy: "│").last ?? "" }
    let card = lines.joined(separator: "\n")
    let shown = try verb("catalog", "show", "pcf(n+1, n^2+n)")
    let measured = try object(
      try verb("measure", "pcf(n+1, n^2+n)", "--depth", "100", "--against", "200", "--json"))
    for line in shown.split(separator: "\n") where line.hasPrefix("δ") || line.hasPrefix("d") {
      #expect(card.contains(line), "\(line)")
    }
    for (label, field) in [
      ("δ", "delta"), ("naive δ", "deltaNaive"), ("predicted δ", "deltaPredicted"),
      ("digits a term", "digitsPerTerm"), ("limit of δ", "deltaLimit"),
    ] {
      let words = try #require(lines.map(cells).first { $0.first == label })
      let number = try #require(measured[field] as? Double)
      #expect(words.dropFirst().first?.hasPrefix(String(format: "%.6f", number)) == true, "\(words)")
    }
    #expect(lines.map(cells).contains(["value", try #require(measured["value"] as? String)]))
  }

  @Test func theInspectorShowsTheSequenceOfMeasure() throws {
    let rows = try frame("inspector").map(cells).filter { $0.count == 5 && Int($0[0]) != nil }
    #expect(rows.count > 4 && rows.last?[0] == "200")
    let measured = try object(
      try verb(
        "measure", "pcf(n+1, n^2+n)", "--depth", "200", "--against", "400", "--sequence", "200", "--json"))
    let sequence = try #require(measured["sequence"] as? [[Any]])
    // Convergents that are the limit already have no δ.
    let deltas = Dictionary(
      uniqueKeysWithValues: sequence.compactMap { entry in
        (entry[0] as? Int).flatMap { depth in (entry[1] as? Double).map { (depth, $0) } }
      })
    for row in rows {
      let delta = try #require(Int(row[0]).flatMap { deltas[$0] })
      #expect(row[1] == String(format: "%.6f", delta))
      // δ = digits · ln 10 / ln q − 1, of what is rounded to a tenth.
      let (digits, size) = (try #require(Double(row[2])), try #require(Double(row[3])))
      #expect(abs((delta + 1) * size - digits * 2.302585) < 0.3, "\(row)")
    }
  }

  @Test func theMapCountsWhatCatalogQueryCounts() throws {
    let map = try frame("map")
    let all = try object(try verb("catalog", "list", "--json", "--limit", "1"))
    #expect(
      number(before: " formulas", in: map.filter { $0.contains("lack a metric") }) == all["total"] as? Int)
    let missing = try object(
      try verb("catalog", "query", "delta = null or denominator.gamma = null", "--json", "--limit", "1"))
    #expect(number(before: " lack a metric", in: map) == missing["total"] as? Int)
    let counted = number(before: " formula", in: try frame("rectangle").filter { $0.contains("rectangle:") })
    // The browser, and the verb with the condition that the map makes.
    #expect(number(before: " formulas", in: try frame("inside").filter { $0.contains("row 1") }) == counted)
    let line = try #require(try frame("condition").first { $0.hasPrefix("run: catalog query '") })
    let condition = line.components(separatedBy: "'")[1]
    let inside = try object(try verb("catalog", "query", condition, "--json", "--limit", "1"))
    #expect(inside["total"] as? Int == counted && (counted ?? 0) > 0)
  }

  @Test func jobsAreThoseOfTheVerb() throws {
    let told = try verb("jobs").split(separator: "\n").map { cells(String($0)) }
    let shown = try frame("jobs").map(cells)
    #expect(told.count == 3)
    for row in told where !row.contains(where: { $0.hasPrefix("─") }) {
      #expect(shown.contains(row), "\(row)")
    }
    let job = try #require((try object(try verb("jobs", "--json"))["jobs"] as? [[String: Any]])?.first)
    let row = try #require(shown.first { $0.first == "1" })
    #expect(row.contains("\(try #require(job["candidates"] as? Int))"), "\(job) \(row)")
  }
}
