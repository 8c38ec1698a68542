import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisIdentification

/// Relations among the sums of cores of series, and the constants that they may be.
@Suite struct SeriesRelationTests {
  /// Bauer (1859), Ramanujan (1914).
  @Test(arguments: [
    (Rational(1, 4), [1, 6], "1/pi"), (Rational(1, 64), [5, 42], "1/pi"), (Rational(-1, 1), [1, 4], "1/pi"),
    (Rational(-1, 8), [1, 6], "sqrt(2)/pi"),
  ])
  func seriesForPi(z: Rational, polynomial: [Int], constant: String) throws {
    let half = Rational(1, 2)
    let core = try #require(
      HypergeometricCore(base: z, above: [half, half, half], below: [1, 1, 1], divisor: Polynomial([1])))
    let sums = try core.sums(upTo: z == -1 ? 1 : 2, digits: 60)
    var relations = SeriesRelations(Array(sums.prefix(2)))
    #expect(relations.fractions == 0 && !relations.isRational)
    let value = try #require(try Expression(parsing: constant).evaluate(digits: 80).enclosure)
    let found = try #require(relations.found(with: value).first)
    #expect(found.polynomial == Polynomial(polynomial) && found.relation.grade == .conjecture)
    let names = SeriesConstants(bits: 80).entries(for: z).map { ExpressionWriter(.plain).text($0.expression) }
    #expect(names.contains(constant) && Set(names).count == names.count)
    let decoys = (0..<32).count {
      relations.isHit(by: SeriesConstants.decoy(like: value, index: $0), tried: 1)
    }
    #expect(decoys == 0)
  }

  /// Roots in the closed forms of series by Ramanujan and by the brothers Chudnovsky.
  @Test(arguments: [
    (Rational(4, 125), 15), (Rational(-9, 16), 3), (Rational(-1, 512_000), 15),
    (Rational(-1, 151_931_373_056_000), 10_005), (Rational(1, 96_059_601), 2),
  ])
  func radicands(z: Rational, n: Int) { #expect(SeriesConstants.radicands(z).contains(Integer(n))) }
}
