import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisMatrixFields

struct FieldWalkTests {
  private func line(_ name: String, _ direction: [Int], from start: [Rational] = [1, 1]) throws -> FieldLine {
    try FieldLine(try #require(try KnownFields.named(name)), start: start, direction: direction)
  }

  /// δ after 400 steps, computed with exact integers outside of Wallis.
  @Test(
    arguments: [
      ("zeta3", [1, 1], 0.0839), ("zeta3", [5, 4], 0.0266), ("zeta3", [4, 3], 0.0070),
      ("zeta3", [2, 3], -0.0211),
      ("zeta3", [3, 2], -0.0251), ("zeta3", [1, 2], -0.1002), ("zeta3", [2, 1], -0.1018),
      ("zeta2", [1, 1], 0.1015), ("zeta2", [3, 4], 0.0366), ("zeta2", [2, 3], 0.0152),
      ("zeta2", [4, 3], 0.0043),
      ("zeta2", [3, 2], -0.0303), ("zeta2", [1, 2], -0.0507), ("zeta2", [2, 1], -0.1176),
      ("pi", [1, 0], -0.6314), ("pi", [1, 1], -0.1996), ("pi", [2, 1], -0.1488), ("pi", [3, 2], -0.1299),
    ] as [(String, [Int], Double)])
  func deltaByDirection(_ name: String, _ direction: [Int], _ delta: Double) throws {
    let found = try #require(try FieldWalk(try line(name, direction), depth: 400).measurement.delta)
    #expect(abs(found - delta) < 0.0006, "\(found)")
  }

  @Test(
    arguments: [
      ("zeta3", [1, 1], "17+12*sqrt(2), 17-12*sqrt(2)"),
      ("zeta3", [2, 1], "3936+1760*sqrt(5), 3936-1760*sqrt(5)"),
      ("zeta3", [3, 2], "3189627936+884643552*sqrt(13), 3189627936-884643552*sqrt(13)"),
      ("pi", [1, 0], "2, 1"),
      ("pi", [1, 1], "6+4*sqrt(2), 6-4*sqrt(2)"), ("pi", [2, 1], "71+17*sqrt(17), 71-17*sqrt(17)"),
      ("pi", [3, 2], "46656, 8"),
    ] as [(String, [Int], String)])
  func eigenvalues(_ name: String, _ direction: [Int], _ text: String) throws {
    #expect(FieldEigenvalues(try line(name, direction).step).text == text)
  }

  @Test func superExponentialLineHasAnEigenvalueZero() throws {
    let values = FieldEigenvalues(try line("e", [1, 1]).step)
    #expect(values.moduli.last == 0 && values.rate == .infinity)
  }

  @Test(
    arguments: [
      ("pi", [1, 0], "pcf(3n+6, -2n^2-5n-3)"), ("pi", [0, 1], "pcf(3n+9, -2n^2-9n-9)"),
      ("e", [1, 0], "pcf(n+5, -n-2)"), ("e", [0, 1], "pcf(n+3, n+2)"), ("e", [1, 1], "pcf(4n+10, 1)"),
      ("zeta3-library", [1, 1], "pcf(34n^3+153n^2+231n+117, -n^6-6n^5-15n^4-20n^3-15n^2-6n-1)"),
    ] as [(String, [Int], String)])
  func fractionOfALine(_ name: String, _ direction: [Int], _ text: String) throws {
    #expect("\(try #require(LineFraction(try line(name, direction))).fraction)" == text)
  }

  @Test func diagonalFromTheOriginIsApery() throws {
    let walk = try FieldWalk(try line("zeta3-library", [1, 1], from: [0, 0]), depth: 100)
    #expect(walk.boundary == 0)
    #expect(walk.line.start == [1, 1])
    #expect(walk.fraction?.fraction == ContinuedFraction(a: [5, 27, 51, 34], b: [0, 0, 0, 0, 0, 0, -1]))
  }

  /// A published library gives b the wrong sign here; eigenvalues and limit tell.
  @Test func signOfTheNumeratorsOfThePiField() throws {
    let line = try line("pi", [1, 1])
    let fraction = try #require(LineFraction(line)).fraction
    // -(n+1)²(2n+3)²(4n+1)(4n+9)
    #expect(fraction.b.leading == -64)
    #expect(fraction.b[0] == -81)
    // λ² = Aλ + B and λ² = τλ − det have the same quotient of roots: A²/B = −τ²/det.
    let eigenvalues = FieldEigenvalues(line.step).polynomial
    let (trace, determinant) = (-eigenvalues[1], eigenvalues[0])
    let (a, b) = (fraction.a.leading, fraction.b.leading)
    #expect(a * a * determinant == -b * trace * trace)
    let value = try #require(try fraction.evaluate(digits: 12).enclosure)
    #expect(abs(abs(value.approximation) - 231.0858485438) < 1e-9)
  }

  @Test func everyFractionHasTheEigenvaluesOfItsLine() throws {
    for field in try KnownFields.all() where field.rank == 2 && field.axes.count == 2 {
      for direction in [[1, 0], [1, 1], [2, 1], [1, 2], [3, 1]] {
        guard let line = try? FieldLine(field, direction: direction), let own = LineFraction(line) else {
          continue
        }
        let eigenvalues = FieldEigenvalues(line.step).polynomial
        guard own.fraction.b.degree == 2 * own.fraction.a.degree, !eigenvalues[0].isZero,
          !eigenvalues[1].isZero
        else { continue }
        let (a, b) = (own.fraction.a.leading, own.fraction.b.leading)
        #expect(a * a * eigenvalues[0] == -b * eigenvalues[1] * eigenvalues[1], "\(field.name) \(direction)")
      }
    }
  }

  /// Both ways round a rectangle are the same matrix.
  @Test func productsDependOnTheEndPointsOnly() throws {
    let start: [Rational] = [Rational(3, 2), 2]
    for name in ["zeta3", "pi", "cmf3-3"] {
      let right = try FieldConvergentsProduct(line(name, [1, 0], from: start), 3)
      let up = try FieldConvergentsProduct(line(name, [0, 1], from: [start[0] + 3, start[1]]), 4)
      let whole = try FieldConvergentsProduct(line(name, [3, 4], from: start), 1)
      let product = right.times(up)
      #expect(product.isProportional(to: whole), "\(name)")
    }
  }

  @Test func stepsBackwardsUndoStepsForward() throws {
    let forward = try line("zeta3", [2, 1])
    let back = try line("zeta3", [-2, -1], from: [3, 2])
    let product = FieldConvergentsProduct(forward, 1).times(FieldConvergentsProduct(back, 1))
    #expect(product.isProportional(to: FieldConvergentsProduct(entries: [[1, 0], [0, 1]])))
  }

  @Test func sequenceOfDeltas() throws {
    let walk = try FieldWalk(try line("zeta3", [1, 1]), depth: 400)
    let points = walk.measurements(at: [100, 200, 400])
    #expect(points.map(\.depth) == [100, 200, 400])
    #expect(points.allSatisfy { $0.delta.map { $0 > 0.08 } ?? false })
  }
}

/// The product of steps, to compare up to a factor.
private struct FieldConvergentsProduct {
  let entries: [[Integer]]

  init(entries: [[Integer]]) { self.entries = entries }

  init(_ line: FieldLine, _ steps: Int) {
    let product = IntegerMatrix(productOf: line.step, from: 0, count: steps)
    entries = (0..<product.rank).map { i in (0..<product.rank).map { product[i, $0] } }
  }

  func times(_ other: FieldConvergentsProduct) -> FieldConvergentsProduct {
    let n = entries.count
    return FieldConvergentsProduct(
      entries: (0..<n).map { i in
        (0..<n).map { j in (0..<n).reduce(Integer(0)) { $0 + entries[i][$1] * other.entries[$1][j] } }
      })
  }

  func isProportional(to other: FieldConvergentsProduct) -> Bool {
    let (x, y) = (entries.flatMap { $0 }, other.entries.flatMap { $0 })
    return x.contains { !$0.isZero }
      && x.indices.allSatisfy { i in x.indices.allSatisfy { x[i] * y[$0] == x[$0] * y[i] } }
  }
}
