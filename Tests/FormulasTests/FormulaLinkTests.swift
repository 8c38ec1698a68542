import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

@Suite struct FormulaLinkTests {
  private static func map(_ a: Int, _ b: Int, _ c: Int, _ d: Int) throws -> MoebiusMap {
    try #require(MoebiusMap(Integer(a), Integer(b), Integer(c), Integer(d)))
  }

  @Test func mapsFormAGroup() throws {
    let maps = try [
      FormulaLinkTests.map(1, 2, 3, 4), FormulaLinkTests.map(0, 1, -1, 0), FormulaLinkTests.map(5, -2, 0, 7),
    ]
    for x in maps {
      #expect(x.after(x.inverse) == .identity && x.inverse.inverse == x)
      for y in maps {
        for z in maps { #expect(x.after(y).after(z) == x.after(y.after(z))) }
        let point = Rational(3, 8)
        let inner = try #require(y(point))
        #expect(x.after(y)(point) == x(inner))
      }
    }
    #expect(MoebiusMap(2, 4, 1, 2) == nil)
    #expect(try FormulaLinkTests.map(2, 4, 6, 8) == FormulaLinkTests.map(-1, -2, -3, -4))
  }

  @Test func mapsAreFoundFromDigits() throws {
    let pi = Ball(.pi, bits: 400)
    let map = try FormulaLinkTests.map(-1234, 77, 15, 98765)
    #expect(MoebiusMap(from: pi, to: map(pi)) == map)
    #expect(MoebiusMap(from: pi, to: Ball(.e, bits: 400)) == nil)
  }

  /// The certificate holds for the limits, which are evaluated apart.
  @Test(arguments: [
    ("pcf(2n+1, n^2)", "pcf(4n+2, 4n^2)", FormulaLink.Kind.inflation),
    ("pcf(n+1, n)", "pcf((n+1)(n+3), n*(n+2)*(n+3))", .inflation),
    ("pcf(2n+1, n^2)", "pcf(2n+7, (n+3)^2)", .shift),
    ("pcf(2n+7, (n+3)^2)", "pcf(-2n-1, n^2)", .shift),
    ("pcf(34n^3+51n^2+27n+5, -n^6)", "pcf(34n^3+153n^2+231n+117, -(n+1)^6)", .shift),
    ("pcf(2n+1, n^2)", "pcf(6, (2n-1)^2)", .mobius),
  ])
  func linksHoldForTheLimits(_ first: String, _ second: String, _ kind: FormulaLink.Kind) throws {
    let x = try #require(try Expression(parsing: first).continuedFraction())
    let y = try #require(try Expression(parsing: second).continuedFraction())
    guard case .linked(let link) = FormulaLink.between(x, y) else {
      Issue.record("no link between \(first) and \(second)")
      return
    }
    #expect(link.kind == kind && link.isProved == (kind != .mobius))
    let limits = [
      try #require(try x.evaluate(digits: 60).enclosure), try #require(try y.evaluate(digits: 60).enclosure),
    ]
    #expect(link.map(limits[0]).overlaps(limits[1]) && link.map(limits[0]).relativeDigits > 50)
  }

  @Test func unrelatedLimitsSayHowFar() throws {
    let (x, y) = (ContinuedFraction(a: [1, 2], b: [1]), ContinuedFraction(a: [1, 2], b: [-1]))
    guard case .unrelated(let exponent?) = FormulaLink.between(x, y) else {
      Issue.record("cot 1 and coth 1 are linked")
      return
    }
    #expect(exponent >= 20)
  }
}
