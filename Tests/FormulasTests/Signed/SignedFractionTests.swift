import Testing
import WallisArithmetic
import WallisFormulas

/// Signed fractions as formulas: keys, convergents, speed, folding.
@Suite struct SignedFractionTests {
  static func fraction(_ key: String) throws -> SignedFraction {
    guard
      let fraction = FormulaKinds([SignedFraction.self]).formula(key: "signed " + key).flatMap({
        SignedFraction($0)
      })
    else {
      Issue.record("'\(key)' is no key")
      throw Missing()
    }
    return fraction
  }

  struct Missing: Error {}

  /// Digits after 20, 40 and 80 terms, measured with another program.
  @Test(arguments: [
    ("-+ 3 2,3;2", [27.8, 64.1, 147.8], [16.7, 38.1, 90.0], 1.64),
    ("+--+ 1 6,2;6,5;6,6;1", [35.6, 85.8, 203.4], [21.1, 51.3, 123.0], 1.65),
    ("- . 2,1", [51.7, 123.4, 290.0], [20.1, 50.1, 121.5], 2.39),
    ("+ . 1,1", [41.1, 101.1, 243.8], [41.1, 101.1, 243.8], 1.00),
  ])
  func races(_ key: String, _ own: [Double], _ simple: [Double], _ gain: Double) throws {
    let race = SignedRace(try Self.fraction(key))
    for (mine, theirs) in zip(race.own + race.simple, own + simple) { #expect(abs(mine - theirs) < 0.06) }
    #expect(abs((race.gain ?? 0) - gain) < 0.006 && race.own.count == 3)
  }

  /// Every N-th convergent of the signed fraction is the convergent of the polynomial one: the limits agree as the map
  /// says.
  @Test(arguments: [
    "+ . 4,2", "-+ 3 2,3;2", "+ 2 1;2,2;1", "--++ 3 4,4;2;4,4;2", "+- 2,2,1,2 2;2,5", "- . 2,1", "+ 0 1,1;2",
    "+-+ 1 4,2;4,4;1", "+-++ 7 3,3;2;3,3;12,18", "-+ 2 1;1,2",
  ])
  func foldingKeepsTheValue(_ key: String) throws {
    let signed = try Self.fraction(key)
    let folded = try #require(signed.folded)
    let x = Ball(try #require(signed.convergent(120)), bits: 400)
    let map = folded.image
    let expected = (x * map[0] + map[1]) / (x * map[2] + map[3])
    let own = try #require(try folded.fraction.evaluate(digits: 30).enclosure)
    #expect(abs((own - expected).approximation) < 1e-20 * max(1, abs(own.approximation)))
  }

  @Test func whatIsNoPolynomialDoesNotFold() throws {
    #expect(try Self.fraction("+ 0 2@2").folded == nil)
    #expect(try Self.fraction("+ 0 2@2").denominators(4) == [0, 2, 4, 8])
  }

  @Test func mirrorsHaveTheOppositeValue() throws {
    let signed = try Self.fraction("-+ 3 2,3;2")
    let value = try #require(signed.convergent(30))
    #expect(signed.mirror.convergent(30) == -value && signed.mirror.mirror == signed)
    #expect(signed.complexity == 5 && signed.description == "-+ [3; 2m+3, 2]")
  }
}
