import Testing
import WallisFormulas

@testable import WallisCommands

@Suite struct FormulaDrawingTests {
  private func drawn(_ text: String, ascii: Bool = false, levels: Int = 2) throws -> String {
    FormulaDrawing(ascii: ascii, levels: levels).text(try WallisFormulas.Expression(parsing: text))
  }

  @Test func fractionsStandOnTheLine() throws {
    #expect(try drawn("1 + pi/2") == "     π\n1 + ───\n     2")
    #expect(try drawn("1 + pi/2", ascii: true) == "     pi\n1 + ----\n     2")
  }

  @Test func exponentsStandAbove() throws {
    #expect(try drawn("x^2 - 1") == " 2\nx  - 1")
    #expect(try drawn("(a+b)^2") == "       2\n(a + b)")
  }

  @Test func bracketsAreAsTallAsTheirContent() throws {
    #expect(try drawn("2*(a/b - 1)") == "  ⎛ a     ⎞\n2·⎜─── - 1⎟\n  ⎝ b     ⎠")
  }

  /// Source: b(1) = 1, b(2) = 9 of (2n−1)².
  @Test func continuedFractionsAreStaircases() throws {
    #expect(
      try drawn("pcf(6, (2n-1)^2)")
        == "          1\n6 + ─────────────\n            9\n     6 + ───────\n          6 + ⋱")
    #expect(try drawn("pcf(n, n-1)") == "0", "a numerator that is zero ends it")
  }

  @Test func negativeNumeratorsAreSubtracted() throws {
    #expect(try drawn("pcf(2n+1, -n^2)", levels: 1) == "       1\n1 - ───────\n     3 - ⋱")
  }
}
