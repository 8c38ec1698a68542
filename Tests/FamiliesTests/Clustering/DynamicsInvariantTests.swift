import Testing
import WallisFamilies
import WallisFormulas

@Suite struct DynamicsInvariantTests {
  /// Inflation, mirror and index shift keep the invariant; different growth does not.
  @Test func invariantsAreInvariant() throws {
    func invariant(_ text: String) throws -> DynamicsInvariant? {
      let fraction = try #require(try Expression(parsing: text).continuedFraction())
      let convergence = try #require(Classification(fraction).convergence)
      return DynamicsInvariant(fraction, convergence: convergence, isReduced: nil)
    }
    let golden = try invariant("pcf(1, 1)")
    #expect(golden?.ratio == 3)
    #expect(try invariant("pcf(-1, 1)") == golden)
    #expect(try invariant("pcf(n+3, (n+2)(n+3))") == golden)
    #expect(try invariant("pcf(5n+5, -5n^2-5n)") == golden)
    #expect(try invariant("pcf(3, -1)") != golden)
    #expect(try invariant("pcf(2n+1, 1)") != invariant("pcf(2n+1, -1)"))
  }
}
