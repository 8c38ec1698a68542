import Foundation
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Every row of the table against its second formula, an outside table, and its own claims.
@Suite struct ConstantTests {
  @Test func tableHasSixtyConstantsAndMoreUnderUniqueNames() {
    let spellings = Constant.all.flatMap { [$0.name] + $0.aliases }
    #expect(Constant.all.count >= 60)
    #expect(Set(spellings).count == spellings.count)
    #expect(Constant.all.allSatisfy { !$0.definition.isEmpty && !$0.reference.isEmpty && !$0.latex.isEmpty })
  }

  @Test(arguments: Constant.all, [64, 333, 2000])
  func secondFormulaAgrees(_ constant: Constant, bits: Int) {
    let (first, second) = (constant.ball(bits: bits), constant.secondBall(bits: bits))
    #expect(first.overlaps(second))
    #expect(first.relativeDigits >= bits * 301 / 1000 && second.relativeDigits >= bits * 301 / 1000)
    #expect(!first.overlaps(second + Ball(1, bits: bits).scaled(byPowerOfTwo: 10 - bits)))
  }

  /// Digits by mpmath; the table says how it was made.
  @Test func digitsAgreeWithMpmath() throws {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/constants-mpmath", withExtension: "txt"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    let (listed, known) = (lines.map { String($0.prefix { $0 != " " }) }, Constant.all.map(\.name))
    let (missing, unknown) = (Set(known).subtracting(listed), Set(listed).subtracting(known))
    #expect(missing.isEmpty, "rows of constants-mpmath.py are missing; write constants-mpmath.txt again")
    #expect(unknown.isEmpty && listed.count == known.count, "constants-mpmath.txt has rows of no constant")
    for line in lines {
      let parts = line.split(separator: " ").map(String.init)
      let constant = try #require(Constant.named(parts[0]), "\(parts[0])")
      let shown = try #require(constant.ball(bits: 420).decimal(digits: 110))
      #expect("\(shown)" == parts[1], "\(constant)")
    }
  }

  @Test func namesAndAliasesAreFound() {
    #expect(Constant.named("π")?.name == "pi")
    #expect(Constant.named("ζ(3)")?.name == "zeta(3)")
    #expect(Constant.named("G") == nil)
  }

  @Test func seriesEnclosesItsTail() {
    #expect(rationalSeries(bits: 200) { (1, $0) }.overlaps(Ball(.e, bits: 400)))
    #expect(rationalSeries(bits: 200) { (1, $0) }.relativeDigits > 55)
  }
}
