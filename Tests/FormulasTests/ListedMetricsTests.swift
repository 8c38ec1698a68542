import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Against the table of `BlindDeltaReferenceTests`, which says where it comes from.
@Suite struct ListedMetricsTests {
  private func isNear(_ x: Double?, _ y: Double, _ tolerance: Double) -> Bool {
    x.map { abs($0 - y) < tolerance } ?? false
  }

  @Test func followingThePeculiaritiesReproducesEveryMeasuredRow() throws {
    for row in try BlindDeltaReferenceTests.rows() where row.isMeasured {
      let metrics = ListedMetrics(row.fraction, faithful: true)
      #expect(isNear(metrics.delta, row.reduced, 1e-9), "\(row.fraction): \(metrics)")
      #expect(isNear(metrics.naiveDelta, row.naive, 1e-9))
      #expect(isNear(metrics.denominator?.c, row.c, 1e-6) && isNear(metrics.denominator?.d, row.d, 1e-6))
      #expect(isNear(metrics.error?.c, row.errorC, 1e-4) && isNear(metrics.error?.d, row.errorD, 1e-4))
      #expect(isNear(metrics.error?.b, row.errorB, 1e-3))
    }
  }

  @Test func peculiaritiesMatterInEighteenRows() throws {
    var (shifted, unsigned) = (0, 0)
    for row in try BlindDeltaReferenceTests.rows() where row.isMeasured {
      let metrics = ListedMetrics(row.fraction, faithful: false)
      if !metrics.missingDepths.isEmpty {
        shifted += 1
        #expect(!isNear(metrics.error?.b, row.errorB, 0.1), "\(row.fraction)")
      }
      if metrics.hasOppositeSigns {
        unsigned += 1
        #expect(!isNear(metrics.delta, row.reduced, 0.0001), "\(row.fraction)")
      }
    }
    #expect(shifted == 17 && unsigned == 1)
  }

  @Test func findsZeroDenominators() {
    // a = n − 1, b = n²: the denominators are 1, 0, 4, 8, …
    let fraction = ContinuedFraction(a: [-1, 1], b: [0, 0, 1])
    #expect(ResidueRecurrence.zeroDenominators(of: fraction, to: 50) == [1])
    // a = 1, b = −1: q = 1, 1, 0, −1, −1, 0, …
    let periodic = ContinuedFraction(a: [1], b: [-1])
    #expect(ResidueRecurrence.zeroDenominators(of: periodic, to: 12) == [2, 5, 8, 11])
    // a(n) = 2⁶¹ − 1: q(1) vanishes modulo the prime of the recurrence, but is not zero.
    let prime = ContinuedFraction(a: [(1 << 61) - 1], b: [1])
    #expect(ResidueRecurrence.zeroDenominators(of: prime, to: 5).isEmpty)
  }
}
