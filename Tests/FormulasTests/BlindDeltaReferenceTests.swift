import Foundation
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// 400 random formulas of the data set of Shalyt et al. (2024), measured by the authors' public code at p(999)/q(999)
/// against p(1999)/q(1999) with abscissae n + 1. Markers: −1010 not calculated, −2020 rational or divergent.
@Suite struct BlindDeltaReferenceTests {
  struct Row {
    let fraction: ContinuedFraction
    let naive, reduced: Double
    let c, d: Double
    let errorB, errorC, errorD: Double
    let isComplex: Bool

    var isMeasured: Bool { reduced > -1000 }
  }

  static func rows() throws -> [Row] {
    let url = try #require(
      Bundle.module.url(forResource: "blind-delta-reference", withExtension: "csv", subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
      line in
      let parts = line.split(separator: "\"")
      let key = parts[0].trimmingCharacters(in: CharacterSet(charactersIn: "[]")).split(separator: ",")
        .map { Int($0.trimmingCharacters(in: .whitespaces)) ?? 0 }
      let cells = parts[1].split(separator: ",", omittingEmptySubsequences: false).dropFirst().map {
        Double($0) ?? .nan
      }
      return Row(
        fraction: ContinuedFraction(a: key[..<3].reversed(), b: key[3...].reversed()), naive: cells[1],
        reduced: cells[2],
        c: cells[4], d: cells[5], errorB: cells[10], errorC: cells[11], errorD: cells[12],
        isComplex: cells[9] != 0)
    }
  }

  /// The authors' list position x holds the convergent of depth x − 1.
  static let positions = [6, 125, 250, 500, 1000]

  func hasZeroDenominator(_ fraction: ContinuedFraction) -> Bool {
    var (previous, current) = (Integer(0), Integer(1))
    for n in 1...60 {
      (previous, current) = (current, fraction.a.value(at: n) * current + fraction.b.value(at: n) * previous)
      if current.isZero { return true }
    }
    return false
  }

  @Test func reproducesEveryMeasuredRow() throws {
    let measured = try Self.rows().filter(\.isMeasured)
    #expect(measured.count == 352)
    var shifted = 0
    for row in measured {
      var convergents = ExactConvergents(row.fraction)
      let exact = Self.positions.map { convergents.advance(to: $0 - 1) }
      let errors = ConvergentErrors(row.fraction, against: 1999).logErrors(exact)
      let (last, error) = (try #require(exact.last), try #require(errors.last))
      let delta = try #require(Dynamics.delta(error: error, growth: last.logReduced))
      let naive = try #require(Dynamics.delta(error: error, growth: last.logDenominator))
      #expect(
        abs(delta - row.reduced) < 0.0005 && abs(naive - row.naive) < 0.0005,
        "\(row.fraction): \(delta) for \(row.reduced)")
      guard !hasZeroDenominator(row.fraction) else {
        shifted += 1
        continue
      }
      try checkFits(row, exact, errors)
    }
    #expect(shifted == 17, "rows in which the authors' list shifts because some q(n) is zero")
  }

  func checkFits(_ row: Row, _ exact: [ExactConvergent], _ errors: [Double]) throws {
    let denominator = try #require(
      GrowthFit.denominator(zip(Self.positions, exact).map { ($0, $1.logReduced) }))
    #expect(
      abs(denominator.eta - row.d) < 0.01 && abs(denominator.gamma - row.c) < 0.01,
      "\(row.fraction): \(denominator)")
    let rows = Self.positions.map { x in [Double(x) * log(Double(x)), Double(x), log(Double(x))] }
    let fit = try #require(GrowthFit.leastSquares(rows, errors))
    #expect(
      abs(fit[0] - row.errorD) < 0.01 && abs(fit[1] - row.errorC) < 0.01 && abs(fit[2] - row.errorB) < 0.01,
      "\(row.fraction): \(fit)")
  }

  @Test func explainsEveryUnmeasuredRow() throws {
    var reasons: [String: Int] = [:]
    for row in try Self.rows() where !row.isMeasured {
      let evaluation = try row.fraction.evaluate(digits: 20)
      reasons[evaluation.outcome.status, default: 0] += 1
      #expect(row.isComplex, "\(row.fraction): the authors' code flags every row that it leaves out")
    }
    #expect(reasons == ["terminates": 40, "diverges": 8])
  }
}
