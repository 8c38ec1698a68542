import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

@Suite struct ExactLimitTests {
  /// Fractions p/q with small q that thirty digits determine; nil for other values.
  static func smallFraction(_ text: String) -> Rational? {
    guard let input = try? DecimalInput(text), input.exponent < 0 else { return nil }
    let scale = Integer.powerOfTen(-input.exponent)
    var (x, y) = (input.significand.magnitude, scale)
    var (p, q): ((Integer, Integer), (Integer, Integer)) = ((0, 1), (1, 0))
    let negative = input.significand.signum < 0
    while !y.isZero {
      let quotient = x.floorDivided(by: y)
      (x, y) = (y, x - quotient * y)
      p = (p.1, quotient * p.1 + p.0)
      q = (q.1, quotient * q.1 + q.0)
      guard q.1.bitWidth < 30 else { return nil }
      let isNext = y.isZero || x.floorDivided(by: y) > Integer.powerOfTen(14)
      if isNext { return Rational(negative ? -p.1 : p.1, q.1) }
    }
    return nil
  }

  @Test("exactly the limits whose digits are those of small fractions are proved to be rational")
  func agreesWithDigits() throws {
    var (proved, others) = (0, 0)
    for index in 0..<(7 * 7 * 7 * 7 * 7) {
      let digits = (0..<5).map { index / [1, 7, 49, 343, 2401][$0] % 7 - 3 }
      let fraction = ContinuedFraction(a: Array(digits[..<2]), b: Array(digits[2...]))
      guard !fraction.a.isZero, !fraction.b.isZero, fraction.a.leading.signum > 0 else { continue }
      let convergence = Classification(fraction).convergence
      guard let convergence, convergence != .finite else { continue }
      let scanned = try fraction.scanValue(digits: 30)
      let expected = scanned.value.flatMap(Self.smallFraction)
      switch ExactLimit(fraction) {
      case .rational(let value):
        proved += 1
        #expect(scanned.value == "0" ? value == 0 : value == expected, "\(fraction)")
      case .infinite: #expect(scanned.outcome == .infinite, "\(fraction)")
      case .quadratic, nil:
        others += 1
        #expect(expected == nil && scanned.value != "0", "\(fraction) is \(scanned.value ?? "")")
      }
    }
    #expect(proved > 20 && others > 3000, "\(proved) \(others)")
  }

  @Test("limits of degree two agree with digits, wherever they are proved")
  func degreeTwo() throws {
    var generator = SeededGenerator(seed: 99)
    var proved = 0
    for _ in 0..<4000 {
      // b a product of two linear factors: where hypergeometric solutions are.
      let (r, s) = (Int.random(in: -3...3, using: &generator), Int.random(in: -3...3, using: &generator))
      let lead = Int.random(in: -3...3, using: &generator)
      let a = (0..<3).map { _ in Int.random(in: -4...4, using: &generator) }
      let fraction = ContinuedFraction(a: a, b: [lead * r * s, lead * (r + s), lead])
      guard !fraction.a.isZero, !fraction.b.isZero, Classification(fraction).convergence != nil,
        case .rational(let value) = ExactLimit(fraction)
      else { continue }
      proved += 1
      let evaluation = try fraction.evaluate(digits: 30)
      if let enclosure = evaluation.enclosure {
        #expect(enclosure.overlaps(Ball(value, bits: 400)), "\(fraction) \(value)")
      }
    }
    #expect(proved > 100)
  }

  @Test("stated limits, each from a tail written down by hand")
  func stated() {
    // Tails: T(n) = n + 1 solves T(n) = a(n) + b(n+1)/T(n+1) with a = 2n+1-n..., and so on.
    let cases: [(String, Rational)] = [
      ("pcf(2n+1, -n^2)", 0), ("pcf(n+2, -n-1)", 1), ("pcf(1, 2)", 2), ("pcf(4n+1, -4n^2+2n)", 0),
    ]
    for (text, value) in cases {
      let fraction = try? Expression(parsing: text).continuedFraction()
      #expect(fraction.map { ExactLimit($0) } == .rational(value), "\(text)")
    }
  }

  @Test("inflations of quadratic equations are proved")
  func inflated() throws {
    let golden = try #require(try Expression(parsing: "pcf(n+1, n^2+n)").continuedFraction())
    #expect(ExactLimit(golden) == .quadratic(try #require(QuadraticNumber(p: 1, q: 1, d: 5, r: 2))))
    let brouncker = try #require(try Expression(parsing: "pcf(2n+1, n^2)").continuedFraction())
    #expect(ExactLimit(brouncker) == nil)
  }

  @Test("a null vector is one, and a regular matrix has none")
  func nullVectors() {
    #expect(nullVector(ofRows: [[1, 2], [2, 4]]).map { $0[0] + 2 * $0[1] } == 0)
    #expect(nullVector(ofRows: [[1, 2], [3, 4]]) == nil)
  }
}
