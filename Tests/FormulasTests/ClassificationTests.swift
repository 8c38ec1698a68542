import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

@Suite struct ClassificationTests {
  @Test(
    "outcomes of single fractions",
    arguments: [
      ("n", "n-5", "terminates"), ("1", "1-n", "terminates"), ("1", "n-1", "terminates"),
      ("0", "n", "oscillates"),
      ("1", "-1", "diverges"), ("1", "n^3", "oscillates"), ("2", "-n^2", "diverges"),
      ("n", "-n^2", "diverges"),
      ("2n+2", "-n^2-n-1", "diverges"), ("n+1", "-n-1", "infinite"), ("-3n+5", "3n-1", "infinite"),
      ("-4n-2", "-3n^2-5n-2", "infinite"), ("-5n^2+3", "-5n^2-5n-1", "infinite"), ("2", "-1", "rational"),
      ("-2n-1", "-n^2", "rational"), ("3", "-2", "rational"), ("2n+1", "n^2", "value"), ("1", "n", "value"),
    ])
  func outcomes(_ a: String, _ b: String, _ status: String) throws {
    #expect(try fraction(a, b).evaluate(digits: 30).outcome.status == status)
  }

  @Test func exactLimits() throws {
    #expect(try fraction("2", "-1").evaluate(digits: 30).outcome == .rational(1))
    #expect(try fraction("-2n-1", "-n^2").evaluate(digits: 30).outcome == .rational(0))
    #expect(try fraction("n", "n-3").evaluate(digits: 30).outcome == .terminates(-4))
    #expect(try fraction("n", "n-2").evaluate(digits: 30).outcome == .terminates(-1))
    #expect(try fraction("1", "(n-1)(n-2)").evaluate(digits: 30).outcome == .terminates(1))
  }

  @Test("mirror images have the opposite limit and the same class")
  func mirrors() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<150 {
      let c = (0..<6).map { _ in Int.random(in: -5...5, using: &generator) }
      let fraction = ContinuedFraction(a: Array(c[..<3]), b: Array(c[3...]))
      guard !fraction.b.isZero else { continue }
      let (one, other) = (try fraction.evaluate(digits: 25), try fraction.mirror.evaluate(digits: 25))
      #expect(one.convergence == other.convergence && one.outcome.status == other.outcome.status)
      let (x, y) = (one.decimal(atMost: 25)?.text, other.decimal(atMost: 25)?.text)
      #expect(
        x.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 == "0" ? $0 : "-" + $0 } == y, "\(fraction)")
    }
  }

  /// The kinds decided by exact integers against the spread of p(n)/q(n) in the chordal metric over a long stretch.
  @Test("convergent classes settle, divergent ones do not")
  func spreads() {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<300 {
      let c = (0..<6).map { _ in Int.random(in: -5...5, using: &generator) }
      let fraction = ContinuedFraction(a: Array(c[..<3]), b: Array(c[3...]))
      guard !fraction.b.isZero, !fraction.a.isZero else { continue }
      let classification = Classification(fraction)
      guard classification.convergence != .finite else { continue }
      let spread = chordalSpread(fraction, from: 20_000, through: 20_400)
      let settles = classification.convergence != nil
      #expect(settles ? spread < 0.02 : spread > 1e-9, "\(fraction): \(spread), \(classification.kind)")
      if classification.convergence == .exponential || classification.convergence == .factorial {
        #expect(spread < 1e-9, "\(fraction)")
      }
    }
  }

  func chordalSpread(_ fraction: ContinuedFraction, from first: Int, through last: Int) -> Double {
    let (aWords, bWords) = (
      fraction.a.coefficients.map(\.approximation), fraction.b.coefficients.map(\.approximation)
    )
    func value(_ coefficients: [Double], _ n: Int) -> Double {
      var value = 0.0
      var index = coefficients.count - 1
      while index >= 0 {
        value = value * Double(n) + coefficients[index]
        index -= 1
      }
      return value
    }
    var (p0, p1, q0, q1) = (1.0, value(aWords, 0), 0.0, 1.0)
    var reference: (Double, Double)?
    var spread = 0.0
    for n in 1...last {
      let (a, b) = (value(aWords, n), value(bWords, n))
      (p0, p1, q0, q1) = (p1, a * p1 + b * p0, q1, a * q1 + b * q0)
      let size = max(abs(p1), abs(q1), abs(p0), abs(q0))
      (p0, p1, q0, q1) = (p0 / size, p1 / size, q0 / size, q1 / size)
      guard n >= first else { continue }
      let length = (p1 * p1 + q1 * q1).squareRoot()
      let point = (p1 / length, q1 / length)
      if let reference {
        spread = max(spread, abs(point.0 * reference.1 - point.1 * reference.0))
      } else {
        reference = point
      }
    }
    return spread
  }
}
