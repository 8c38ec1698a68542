import Testing
import WallisFamilies

@Suite struct DensityClusteringTests {
  /// Discs of 60 points around centres, drawn by a linear congruence, and scattered points far from them.
  private static func points(noise: Int) -> [(x: Double, y: Double)] {
    var state: UInt64 = 7
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    let centres = [(0.0, 0.0), (1.0, 0.2), (0.4, 0.9)]
    let discs = centres.flatMap { centre in
      (0..<60).map { _ in (x: centre.0 + 0.05 * draw(), y: centre.1 + 0.05 * draw()) }
    }
    return discs + (0..<noise).map { _ in (x: 3 + 40 * draw(), y: 3 + 40 * draw()) }
  }

  @Test func findsThreeDiscs() {
    let labels = DensityClustering().labels(of: DensityClusteringTests.points(noise: 0))
    for disc in 0..<3 {
      #expect(Set(labels[60 * disc..<60 * (disc + 1)]).subtracting([-1]).count == 1, "disc \(disc)")
    }
    let names = [0, 60, 120].map { first in labels[first..<first + 60].first { $0 >= 0 } }
    #expect(Set(names).count == 3)
    #expect(labels.count { $0 < 0 } < 20)
  }

  @Test func scatteredPointsDoNotJoinTheDiscs() {
    let labels = DensityClustering().labels(of: DensityClusteringTests.points(noise: 12))
    let names = [0, 60, 120].compactMap { first in labels[first..<first + 60].first { $0 >= 0 } }
    #expect(names.count == 3 && Set(names).count == 3)
  }

  @Test func fewPointsAreOneCluster() {
    #expect(DensityClustering().labels(of: [(0, 0), (5, 5), (9, 1)]) == [0, 0, 0])
    #expect(DensityClustering().labels(of: []) == [])
  }

  @Test func equalPointsHaveEqualLabels() {
    let points = DensityClusteringTests.points(noise: 0)
    let labels = DensityClustering().labels(of: points + points)
    #expect(Array(labels[..<180]) == Array(labels[180...]))
  }

  /// Two clusters of two points each: spreads 1/2, centres 10 apart: (1/2 + 1/2)/10.
  @Test func daviesBouldinOfTwoPairs() throws {
    let points = [[0.0, 0], [1, 0], [10, 0], [11, 0]]
    let index = try #require(daviesBouldinIndex(points, labels: [0, 0, 1, 1]))
    #expect(abs(index - 0.1) < 1e-12)
    let mixed = try #require(daviesBouldinIndex(points, labels: [0, 1, 0, 1]))
    #expect(mixed > index)
    #expect(daviesBouldinIndex(points, labels: [0, 0, 0, -1]) == nil)
  }
}
