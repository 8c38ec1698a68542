import Foundation
import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// Every line of `catalogs/known.txt`, evaluated, compared with its value, and found again by identification.
@Suite struct KnownFormulaTests {
  /// One line of the file.
  struct Line: Sendable, CustomTestStringConvertible {
    let formula: String
    let value: String
    let author: String
    let reference: String

    var testDescription: String { formula }
  }

  /// Lines whose values contain constants of the table only.
  static let named = lines(of: text.components(separatedBy: beyond)[0])
  static let lines = lines(of: text)

  /// Comment above the lines whose values identification cannot name.
  private static let beyond = "# Values beyond the constants of the table"

  private static let text: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "catalogs/known.txt"), encoding: .utf8)) ?? ""
  }()

  private static func lines(of text: String) -> [Line] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: ";", maxSplits: 3).map { $0.trimmingCharacters(in: .whitespaces) }
      let padded = fields + Array(repeating: "", count: 4 - fields.count)
      return Line(formula: padded[0], value: padded[1], author: padded[2], reference: padded[3])
    }
  }

  static let identification = Identification(scope: .standard)

  @Test func tableIsLargeEnoughAndComplete() {
    let lines = KnownFormulaTests.lines
    #expect(lines.count >= 400)
    #expect(Set(lines.map(\.formula)).count == lines.count)
    #expect(lines.allSatisfy { !$0.author.isEmpty && !$0.reference.isEmpty })
  }

  /// What the head of the file says was compared with a source is there.
  @Test func checkedAttributionsAreThose() {
    let parts = KnownFormulaTests.text.split(separator: "\n").filter { $0.hasPrefix("# checked: ") }.map {
      $0.dropFirst("# checked: ".count).components(separatedBy: " ; ")
    }
    let formulas = KnownFormulaTests.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(parts.count >= 13 && parts.allSatisfy { $0.count == 2 && !$0[1].isEmpty })
    for part in parts { #expect(formulas.contains { $0.contains(part[0]) }, "\(part[0])") }
    let checked = formulas.count { line in parts.contains { line.contains($0[0]) } }
    #expect(checked >= 140 && checked < formulas.count)
  }

  /// Formula and value, each evaluated on its own, agree to 60 digits.
  @Test(arguments: lines) func valueIsRight(_ line: Line) throws {
    let formula = try Expression(parsing: line.formula).evaluate(digits: 60)
    let value = try Expression(parsing: line.value).evaluate(digits: 80)
    let (left, right) = (try #require(formula.enclosure), try #require(value.enclosure))
    #expect(left.overlaps(right))
    #expect(left.relativeDigits >= 60 && right.relativeDigits >= 60)
  }

  /// A line in four unless the long tests run.
  private static var searched: [Line] {
    let all = named.filter { !$0.value.contains("gamma(5/4)") }
    return all.sampled(every: 4)
  }

  /// Identification, which knows nothing of the file, prints the very text of its values.
  @Test(arguments: searched)
  func identificationFindsTheSameForm(_ line: Line) throws {
    let fraction = try #require(try Expression(parsing: line.formula).continuedFraction())
    let source = try #require(NumberSource(limitOf: fraction))
    let report = KnownFormulaTests.identification.identify(source)
    let best = try #require(report.best)
    #expect("\(best.formula)" == line.value)
    #expect(best.grade >= .conjecture)
    #expect(best.evidence.decoyHits == 0)
  }
}
