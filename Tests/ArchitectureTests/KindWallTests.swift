import Foundation
import Testing

/// Kinds of formulas are one type and one line of a table: nobody outside their rooms asks which one a formula is.
@Suite struct KindWallTests {
  /// The rooms in which kinds live.
  static let rooms =
    ["Kinds", "ContinuedFractions", "Signed", "Series"].map { "Sources/WallisFormulas/\($0)/" }
    + ["Sources/WallisMatrixFields/Lines/", "Sources/WallisMatrixFields/FormulaKindsTable.swift"]

  /// Types that conform to `FormulaKind`.
  static func kinds(in files: [SourceFile]) -> [String] {
    files.flatMap { file in
      file.code.filter { $0.contains("FormulaKind") }.compactMap { line in
        line.firstMatch(of: /(?:extension|struct|enum) (\w+): (?:\w+, )*FormulaKind\b/).map { String($0.1) }
      }
    }
  }

  /// Lines that ask for the kind of a formula.
  static func questions(in files: [SourceFile], about kinds: [String]) throws -> [String] {
    let names = kinds.joined(separator: "|")
    // Regular expressions are slow without optimisation: only lines with one of these words can match.
    let words = kinds + ["FormulaKind", "case .", ".kind"]
    let patterns = try [
      "\\b(as\\?|is|as) (any )?(\(names)|FormulaKind)\\b", "case \\.(continuedFraction|signed|trajectory)\\b",
      "(ormula|row|finding|discovery)\\.kind (==|!=)", "switch .*ormula\\.kind\\b",
    ].map { try Regex($0) }
    return files.flatMap { file in
      file.code.enumerated().filter { line in
        words.contains { line.element.contains($0) } && patterns.contains { line.element.contains($0) }
      }
      .map { "\(file):\($0.offset + 1): \($0.element)" }
    }
  }

  @Test func nobodyAsksForTheKind() throws {
    let files = try SourceFile.all(below: "Sources")
    let kinds = Self.kinds(in: files)
    #expect(Set(kinds).isSuperset(of: ["ContinuedFraction", "SignedFraction", "Trajectory"]), "\(kinds)")
    let outside = files.filter { file in !Self.rooms.contains { file.path.hasPrefix($0) } }
    #expect(outside.count > 300)
    #expect(try Self.questions(in: outside, about: kinds) == [])
  }

  /// A search that yields one kind may read its own results back; nobody else may.
  @Test func conversionsStayInTheRoomOfTheirSearch() throws {
    let files = try SourceFile.all(below: "Sources").filter { file in
      file.code.contains { $0.contains("SignedFraction(") && $0.contains(/SignedFraction\([\w.$]*ormula\)/) }
    }
    #expect(!files.isEmpty && files.allSatisfy { $0.path.contains("/Esma") }, "\(files)")
  }

  @Test func theKindsStandInOneTable() throws {
    let files = try SourceFile.all(below: "Sources")
    let tables = files.filter { file in file.code.contains { $0.contains("FormulaKinds([") } }
    #expect(tables.map(\.path) == ["Sources/WallisMatrixFields/FormulaKindsTable.swift"])
    let lines = tables.flatMap(\.code).filter { $0.contains(/^ +\w+\.self,/) }
    #expect(lines.count == Self.kinds(in: files).count)
  }

  @Test func theCheckSeesQuestions() throws {
    let lines = [
      "    case .signed(let x): x", "    if let f = formula as? ContinuedFraction {",
      "extension A: Hashable, FormulaKind {",
      "    guard row.formula.kind == \"pcf\" else {", "    let x = y as? String",
    ]
    let file = SourceFile(module: "m", path: "p", lines: lines)
    #expect(Self.kinds(in: [file]) == ["A"])
    #expect(try Self.questions(in: [file], about: ["ContinuedFraction"]).count == 3)
  }
}
