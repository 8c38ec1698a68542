import Testing
import WallisArithmetic
import WallisFormulas
import WallisMatrixFields

@testable import WallisCatalog

/// What questions to blocks are made of, each by itself.
@Suite struct PackedColumnTests {
  @Test func packedColumnsAreReadBack() {
    var random = SplitMix64(seed: 7)
    let rows = StoredColumn.rowsPerBlock
    for different in [1, 2, 255, 256, rows] {
      let numbers = (0..<rows).map { _ in
        let number = Int.random(in: 0..<different, using: &random)
        return number == 1 ? .nan : Double(number) / 7
      }
      let bytes = PackedColumn.bytes(of: numbers)
      let read = bytes.withUnsafeBytes { PackedColumn.numbers($0) }
      #expect(read?.map { $0.isNaN ? -1 : $0 } == numbers.map { $0.isNaN ? -1 : $0 })
      let texts = numbers.map { $0.isNaN ? nil : "\($0) δ" }
      let packed = PackedColumn.bytes(of: TextColumn(texts))
      let column = packed.withUnsafeBytes { PackedColumn.texts($0) }
      #expect((0..<rows).map { row in column?.code(row).flatMap { column?.dictionary.text($0) } } == texts)
      // No change of one bit stays unseen.
      for _ in 0..<6 {
        var (damaged, place) = (bytes, Int.random(in: bytes.indices, using: &random))
        damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        #expect(damaged.withUnsafeBytes { PackedColumn.numbers($0) } == nil)
        (damaged, place) = (packed, Int.random(in: packed.indices, using: &random))
        damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        #expect(damaged.withUnsafeBytes { PackedColumn.texts($0) } == nil)
      }
    }
  }

  @Test func automataFindTextInPieces() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<400 {
      func word(_ length: ClosedRange<Int>) -> String {
        String(
          (0..<Int.random(in: length, using: &random)).map { _ in "aAb".randomElement(using: &random) ?? "a" }
        )
      }
      let (pieces, sought) = ((0..<3).map { _ in word(0...5) }, word(0...4))
      func answer(_ question: TextAutomaton.Question) -> Bool {
        let automaton = TextAutomaton(question, sought)
        return automaton.accepts(
          pieces.reduce(automaton.start) { automaton.state($0, after: Array($1.utf8)) })
      }
      let whole = pieces.joined()
      #expect(answer(.contains) == whole.lowercased().contains(sought.lowercased()) || sought.isEmpty)
      #expect(answer(.equals) == (whole == sought))
    }
  }

  /// Texts of more letters than states have tables.
  @Test func automataFindLongTexts() {
    let sought = String(repeating: "ab", count: 400) + "c"
    for (text, contains, equals) in [
      (sought, true, true), ("ab" + sought + "x", true, false), (String(sought.dropLast()), false, false),
    ] {
      for (question, expected) in [(TextAutomaton.Question.contains, contains), (.equals, equals)] {
        let automaton = TextAutomaton(question, sought)
        #expect(automaton.accepts(automaton.state(automaton.start, after: Array(text.utf8))) == expected)
      }
    }
  }

  @Test func theNumberAtAPlaceIsThatOfTheSortedOnes() {
    var random = SplitMix64(seed: 11)
    for size in [1, 2, 3, 10, 1000] {
      for different in [1, 3, 1_000_000] {
        let numbers = (0..<size).map { _ in
          Int.random(in: 0..<7, using: &random) == 0
            ? .infinity : Double(Int.random(in: 0..<different, using: &random))
        }
        let sorted = numbers.sorted()
        for count in [1, (size + 1) / 2, size] {
          #expect(PlaceSelection.smallest(count, of: numbers) == sorted[count - 1])
        }
      }
    }
  }

  /// What `ComposedTexts` relies on: formulas with columns are shown as their columns say, and so are their mirrors.
  @Test(arguments: ["pcf 2,1 1,0,0", "pcf 1 -1", "pcf 0,4 -7", "pcf 3,0,-1,2 0,5"])
  func columnsTellHowFormulasAreShown(key: String) throws {
    let kinds = FormulaKinds.standard
    let formula = try #require(kinds.formula(key: key))
    let columns = try #require(kinds.columns(key: formula.key))
    func text(_ a: String) -> String {
      "\(formula.kind)(\(FormulaColumns.shown(a) ?? "?"), \(FormulaColumns.shown(columns.b) ?? "?"))"
    }
    #expect(formula.description == text(columns.a))
    let negated = String(decoding: ComposedTexts.negated(Array(columns.a.utf8)[...]), as: UTF8.self)
    #expect(formula.mirror.description == text(negated))
  }
}
