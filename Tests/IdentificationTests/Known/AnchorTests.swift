import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// The published anchors: identification has to find each stated closed form, or one that is proved equal.
@Suite struct AnchorTests {
  static let identification = Identification()

  @Test func thereAreSeventy() {
    #expect(anchors.count == 70 && Set(anchors.map(\.key)).count == 70)
  }

  @Test(arguments: anchors) func identificationFindsTheStatedForm(_ anchor: Anchor) throws {
    let c = anchor.key
    let fraction = ContinuedFraction(a: [c[2], c[1], c[0]], b: [c[5], c[4], c[3]])
    let report = AnchorTests.identification.identify(try #require(NumberSource(limitOf: fraction)))
    let best = try #require(report.best)
    let stated = try #require(try Expression(parsing: anchor.form).evaluate(digits: 300).enclosure)
    #expect(best.grade >= .conjecture)
    #expect(best.formula.ball(bits: 1000).overlaps(stated), "\(best.formula)")
    let shown = try #require(best.formula.ball(bits: 200).decimal(digits: anchor.digits.count - 1))
    #expect("\(shown)".prefix(11) == anchor.digits.prefix(11))
  }

  @Test(arguments: anchors) func searchesStoreThirtyDigitsOfTheStatedForm(_ anchor: Anchor) throws {
    let c = anchor.key
    var meter = DynamicsMeter()
    let stored = try meter.measure(ContinuedFraction(a: [c[2], c[1], c[0]], b: [c[5], c[4], c[3]]))
    let stated = try Expression(parsing: anchor.form).evaluate(digits: 60).decimal(atMost: 30)
    #expect(stored.digits == 30 && stored.value == stated?.text)
  }
}
