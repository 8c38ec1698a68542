import Foundation
import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// Noise and meaning in one shuffled row, through the one door that users have: all scopes, 20 to 100 digits.
///
/// Half of the inputs are random digits. The others are planted: their integers take at most half of the digits and
/// leave a surplus of 15 or more. No noise may become a conjecture, at most one in a thousand may look suspicious,
/// and 999 of a thousand planted formulas must be found.
@Suite struct ShuffledTests {
  @Test func aSampleOfAllScopes() async throws { try await ShuffledTests.expectVerdicts(count: 24, seed: 4) }

  /// The full size; three to five minutes on two cores.
  @Test(.enabled(if: LongSuite.isOn))
  func tenThousandInputs() async throws {
    try await ShuffledTests.expectVerdicts(count: 10_000, seed: 20_241_222)
  }

  private static func expectVerdicts(count: Int, seed: UInt64) async throws {
    var numbers = try PlantedNumbers(seed: seed)
    var samples = (0..<count).map { index in
      let (digits, search) = (Int.random(in: 20...100, using: &numbers.generator), numbers.search())
      return index % 2 == 0
        ? numbers.noise(digits: digits, search: search) : numbers.planted(digits: digits, search: search)
    }
    samples.shuffle(using: &numbers.generator)
    let mistakes = try await mistakes(samples, numbers.searches)
    let (conjectures, suspicious) = (
      mistakes.filter { $0.kind == .conjecture }, mistakes.filter { $0.kind == .suspicious }
    )
    let missed = mistakes.filter { $0.kind == .missed }
    #expect(conjectures.isEmpty, "\(conjectures.map(\.text))")
    #expect(suspicious.count * 1000 <= count / 2, "\(suspicious.map(\.text))")
    #expect(missed.count * 1000 <= count / 2, "\(missed.map(\.text))")
  }

  /// What identification can get wrong.
  private struct Mistake: Sendable {
    enum Kind { case conjecture, suspicious, missed }
    let kind: Kind
    let text: String
  }

  /// Two threads take every other sample.
  private static func mistakes(
    _ samples: [PlantedNumbers.Sample], _ searches: [PlantedNumbers.Search]
  ) async throws -> [Mistake] {
    try await withThrowingTaskGroup { group in
      for first in 0..<2 {
        group.addTask {
          try stride(from: first, to: samples.count, by: 2).compactMap { try mistake(samples[$0], searches) }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }

  private static func mistake(
    _ sample: PlantedNumbers.Sample, _ searches: [PlantedNumbers.Search]
  ) throws -> Mistake? {
    let report = searches[sample.search].identification.identify(.digits(try DecimalInput(sample.text)))
    let best = report.best
    guard let planted = sample.planted else {
      guard let best else { return nil }
      let text = "\(best.formula) for noise \(sample.text) in search \(sample.search)"
      return Mistake(kind: best.grade >= .conjecture ? .conjecture : .suspicious, text: text)
    }
    if let best, best.grade == .conjecture, isEqual(best.formula, planted) { return nil }
    let found = best.map { "\($0.formula), \($0.grade): \($0.reason)" } ?? report.verdict.word
    return Mistake(
      kind: .missed, text: "\(planted) from \(sample.text) in search \(sample.search): \(found)")
  }

  /// One form, or two forms whose values agree to 600 digits; their integers together have fewer than 100.
  private static func isEqual(_ x: NormalForm, _ y: NormalForm) -> Bool {
    x == y || x.ball(bits: 2000).overlaps(y.ball(bits: 2000))
  }
}
