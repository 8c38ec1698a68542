import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisMatrixFields

struct FieldFinderTests {
  private static let finder = FieldFinder()

  private func fraction(_ text: String) throws -> ContinuedFraction {
    try #require(try Expression(parsing: text).continuedFraction())
  }

  /// Published fractions and the fields that they are lines of, from the formula alone.
  @Test(arguments: [
    ("pcf(34n^3+51n^2+27n+5, -n^6)", "zeta3", 1), ("pcf(11n^2+11n+3, n^4)", "zeta2", 1),
    ("pcf(3(2n+1), -n^2)", "log", 1), ("pcf(4n+2, 1)", "e", 1), ("pcf(n+3, -n)", "e", 1),
    ("pcf(n, n)", "e", 1),
    ("pcf(n^2+(n+1)^2, -n^4)", "zeta2", 1), ("pcf(n^3+(n+1)^3, -n^6)", "zeta3", 1), ("pcf(1, n^2)", "log", 1),
    ("pcf(2n+1, n^2)", "pi", 2), ("pcf(2n+3, n*(n+2))", "pi", 2), ("pcf(6, (2n-1)^2)", "log", 1),
    ("pcf(2n+2, -n^2)", "e", 1),
  ])
  func fieldOfAKnownFraction(_ text: String, _ field: String, _ fold: Int) throws {
    let matches = Self.finder.matches(try fraction(text))
    #expect(
      matches.contains { $0.line.field.name == field && $0.fold == fold }, "\(matches.map(\.line.field.name))"
    )
  }

  @Test func aFractionOfNoFieldHasNone() throws {
    #expect(Self.finder.matches(try fraction("pcf(3n+1, n^2+1)")).isEmpty)
    #expect(PairSearch(try fraction("pcf(3n+1, n^2+1)")).proposals.isEmpty)
  }

  @Test func coboundaryOfGaussAndRamanujan() throws {
    // U = [[n, n²], [1, 3n+2]] up to a factor.
    let (first, second) = (try fraction("pcf(2n+1, n^2)"), try fraction("pcf(2n+3, n^2+2n)"))
    let values = try [first, second].map { try #require(try $0.evaluate(digits: 50).enclosure) }
    let map = try #require(MoebiusMap(from: values[1], to: values[0]))
    let link = try #require(CoboundaryLink(first, second, map: map))
    let expected = PolynomialMatrix([
      [Polynomial([0, 1]), Polynomial([0, 0, 1])], [Polynomial([1]), Polynomial([2, 3])],
    ])
    #expect(link.matrix == expected || link.matrix == PolynomialMatrix(expected.rows.map { $0.map { -$0 } }))
  }

  @Test func foldedFractionKeepsItsLimit() throws {
    let gauss = try fraction("pcf(2n+1, n^2)")
    for k in 2...3 {
      let folded = try #require(gauss.folded(k))
      let (x, y) = (
        try folded.fraction.evaluate(digits: 30).enclosure, try gauss.evaluate(digits: 30).enclosure
      )
      #expect(folded.map(try #require(x)).overlaps(try #require(y)))
    }
  }

  /// The pair that contains a row is found again, whatever row it is.
  @Test(arguments: [
    ("pcf(n^3+(n+1)^3, -n^6)", "2*n^3+4*n*y^2+3*n^2-4*n*y+2*y^2+3*n-2*y+1"), ("pcf(1, n^2)", "2*y-1"),
    ("pcf(n^2+(n+1)^2, -n^4)", "2*n^2+y^2+2*n-y+1"), ("pcf(n, n)", "n+y-1"), ("pcf(6, (2n-1)^2)", "4*y+2"),
  ])
  func conjugatePair(_ text: String, _ family: String) throws {
    let row = try fraction(text)
    let proposals = PairSearch(row).proposals
    let proposal = try #require(proposals.first { $0.a == family })
    // Row 1 is the formula, and every row has its limit along the field's first axis.
    for y in 1...3 {
      let line = try FieldLine(proposal.field, start: [1, Rational(Integer(y))], direction: [1, 0])
      let own = try #require(LineFraction(line))
      if y == 1 { #expect(CanonicalForm(own.fraction).shiftKey == CanonicalForm(row).shiftKey) }
    }
  }
}
