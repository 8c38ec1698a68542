import Foundation
import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// The data set of Shalyt et al. (2024): degrees ≤ 2, coefficients −5 … 5. Takes minutes; `make test-long` runs it.
@Suite(.enabled(if: LongSuite.isOn))
struct DataSetTests {
  /// All members whose first non-zero coefficient of a is positive: half of the set, mirrors being the other half.
  static func forEachMember(_ body: (ContinuedFraction) throws -> Void) rethrows {
    for index in 0..<(1331 * 1331) {
      let (a, b) = (digits(index / 1331), digits(index % 1331))
      guard let sign = a.reversed().first(where: { $0 != 0 }), sign > 0, b.contains(where: { $0 != 0 }) else {
        continue
      }
      try body(ContinuedFraction(a: a, b: b))
    }
  }

  static func digits(_ index: Int) -> [Int] { [index % 11 - 5, index / 11 % 11 - 5, index / 121 - 5] }

  /// Counts decided by exact integers, and confirmed by long runs of convergents, when the tail recipe was measured
  /// in C: 806 limits 0 of hypergeometric solutions, 6 further ones from closed forms; all are proved.
  @Test("exact counts of the whole set")
  func census() throws {
    var counts: [String: Int] = [:]
    var zeros = 0
    try Self.forEachMember { fraction in
      let result = try fraction.scanValue(digits: 30)
      let isInfiniteEnd = result.outcome == .terminates(nil)
      counts[result.outcome.status + (isInfiniteEnd ? " infinite" : ""), default: 0] += 2
      if result.outcome == .rational(0) { zeros += 2 }
      if result.outcome == .value {
        #expect(result.digits == 30, "\(fraction)")
      }
    }
    #expect(counts.values.reduce(0, +) == 1_768_900)
    #expect(counts["terminates"] == 175_940 && counts["terminates infinite"] == 2_280)
    #expect(counts["diverges"] == 40_914 && counts["infinite"] == 206 && zeros == 806 + 6)
    let finite = (counts["value"] ?? 0) + (counts["rational"] ?? 0)
    #expect(finite + 206 == 1_549_766)
    #expect(counts["undetermined"] == nil && counts["oscillates"] == nil)
  }

  @Test("classes of the whole set, by exact integers")
  func classes() throws {
    var counts: [String: Int] = [:]
    Self.forEachMember { counts["\(Classification($0).kind)", default: 0] += 2 }
    // Of the 12 with Δ ≡ 0, 4 have constant coefficients.
    let expected = [
      "factorial": 1_447_160 + 9_900 + 1_100, "exponential": 83_930, "constant": 70 + 4,
      "numeratorFirstOrder": 450,
      "numeratorSecondOrder": 5_480, "doubleRootFirstOrder": 1_496, "doubleRootSecondOrder": 156 + 12,
      "doubleRootFlat": 12 - 4,
    ]
    for (kind, count) in expected { #expect(counts[kind] == count, "\(kind)") }
  }

  @Test("no wrong digit: 2,000 random values and 200 of every class at twice the precision on another path")
  func recomputed() throws {
    var perKind: [String: Int] = [:]
    var generator = SeededGenerator(seed: 77)
    var (random, tries) = (0, 0)
    var meter = DynamicsMeter()
    while tries < 400_000, random < 2_000 || perKind.values.contains(where: { $0 < 200 }) {
      tries += 1
      let fraction = ContinuedFraction(
        a: Self.digits(Int.random(in: 0..<1331, using: &generator)),
        b: Self.digits(Int.random(in: 0..<1331, using: &generator)))
      guard !fraction.a.isZero, !fraction.b.isZero else { continue }
      let classification = Classification(fraction)
      guard let convergence = classification.convergence, convergence != .finite else { continue }
      let kind = "\(classification.kind)"
      guard random < 2_000 || perKind[kind, default: 0] < 200 else { continue }
      perKind[kind, default: 0] += 1
      random += 1
      let scanned = try fraction.scanValue(digits: 30)
      let check = try fraction.evaluate(digits: 64)
      let stored = try meter.measure(fraction)
      #expect(scanned.outcome == check.outcome && stored.outcome == check.outcome, "\(fraction)")
      #expect(stored.convergence == convergence && stored.value == scanned.value, "\(fraction)")
      #expect(scanned.value == check.decimal(atMost: 30)?.text, "\(fraction)")
    }
    #expect(random >= 2_000)
  }
}
