import Testing
import WallisFormulas

@Suite struct EncodingTests {
  @Test func encodingLosesNothing() throws {
    for text in ["pcf(2n+1, n^2)+%3", "f()", "%%", "1.250", "a_1*b"] {
      let expression = try Expression(parsing: text, functions: ["f"])
      #expect(try Expression(encoded: expression.encoded) == expression)
    }
    #expect(try Expression(parsing: "4/(pi-1)").encoded == "1 (/ 4 (- pi 1))")
  }

  @Test(arguments: [
    "", "1", "2 pi", "1 (", "1 (+ 1)", "1 (+ 1 2", "1 (+ 1 2))", "1 (neg 1 2)", "1 1/0", "1 1/x", "1 %x",
    "1 ()",
    "1 (? 1)", "1 1:x", "1 -", "1 1 2", "1 " + String(repeating: "(neg ", count: 300) + "1",
  ])
  func malformedEncodingIsRefused(_ text: String) {
    #expect(throws: SyntaxError.self) { try Expression(encoded: text) }
  }
}
