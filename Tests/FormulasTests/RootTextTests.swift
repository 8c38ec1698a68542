import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Roots of polynomials are typed as closed forms write them, everywhere.
@Suite struct RootTextTests {
  @Test(arguments: [
    ("root of x^3-x-2 near 1.5213797", "cbrt(1+sqrt(26/27))+cbrt(1-sqrt(26/27))"),
    ("2*(root of x^3-x-2 near 1.5213797)-1", "2*(cbrt(1+sqrt(26/27))+cbrt(1-sqrt(26/27)))-1"),
    ("log(root of x^3-2 near 1.2599210)/3", "log(2)/9"), ("-(root of x^3+2 near -1.2599210)", "cbrt(2)"),
    ("(root of x^3-2 near 1.2599210)*(root of x^5-3 near 1.2457309)", "cbrt(2)*3^(1/5)"),
  ])
  func values(_ text: String, _ other: String) throws {
    let (x, y) = (
      try #require(try Expression(parsing: text).evaluate(digits: 60).enclosure),
      try #require(try Expression(parsing: other).evaluate(digits: 60).enclosure)
    )
    #expect(x.overlaps(y) && x.accurateDigits >= 60)
    let written = ExpressionWriter(.plain).text(try Expression(parsing: text))
    let again = try #require(try Expression(parsing: written).evaluate(digits: 60).enclosure)
    #expect(again.overlaps(x), "\(written)")
  }

  @Test(arguments: [
    "root of x^2-2 near 1.4142136", "root of x^3-x-2", "root of x^3-2 near y", "root of x^3-y near 1.2",
    "root of near 1.2", "root of x^3-2 near", "root of", "root of 1e915x^4+x+15 near -1.0747628",
  ])
  func refusals(_ text: String) { #expect(throws: SyntaxError.self) { try Expression(parsing: text) } }

  /// To isolate roots that are hundreds of digits apart would take minutes.
  @Test func rootsFarApartAreRefused() throws {
    let product = try Expression(parsing: "product(k=1..inf, 1+1/(1e915k^4+k^3+k^2+1))")
    #expect(throws: ResourceLimit.self) { try product.evaluate(digits: 20) }
    let near = try Expression(parsing: "root of 1e200x^4+x-1 near 1").evaluate(digits: 20).enclosure
    #expect(near?.accurateDigits ?? 0 >= 20)
  }

  /// The digits that tell a root are not digits of a measured number.
  @Test func digitsOfRootsAreExact() throws {
    let expression = try Expression(parsing: "root of x^3-x-2 near 1.5213797")
    #expect(expression.uncertainDecimals.isEmpty && expression.boundNames == ["x"])
  }
}
