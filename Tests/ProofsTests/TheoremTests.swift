import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

@testable import WallisProofs

/// The theorems of the tables, against sums and limits computed another way.
@Suite struct TheoremTests {
  /// Σ φ(k)τ(k) by its terms where they fall geometrically: the rest is at most the last term times z/(1 − z).
  static func sum(_ theorem: SumTheorem, digits: Int) throws -> Ball? {
    let z = theorem.terms.argument.magnitude
    guard z < 1, theorem.terms.ratio.growth == 0 || theorem.terms.ratio.growth ?? 1 < 0 else { return nil }
    let bits = digits * 4 + 200
    let ratio = theorem.terms.ratio
    var (base, sum, k) = (Ball(1, bits: bits), Ball(0, bits: bits), 0)
    while (base.magnitudeExponent ?? -bits) > -(digits * 10 / 3 + 80) {
      let factor = try #require(theorem.factor.value(at: k))
      sum = sum + base * Ball(factor, bits: bits)
      base = base * Ball(try #require(ratio.value(at: k)), bits: bits)
      k += 1
      if k > 40_000 { return nil }
    }
    return sum
  }

  static func agree(_ x: Ball, _ y: Ball, digits: Int) -> Bool {
    let size = max(x.magnitudeExponent ?? 0, 0)
    return ((x - y).magnitudeExponent ?? .min) < size - digits * 10 / 3
  }

  @Test func rowsAddUpToAThousandDigits() throws {
    var count = 0
    for theorem in SumTheorems.rows.sampled(every: 3) {
      guard let sum = try TheoremTests.sum(theorem, digits: 1_000) else {
        #expect(theorem.terms.argument == -1, "\(theorem.statement)")
        continue
      }
      let value = try #require(try theorem.value.evaluate(digits: 1_000).enclosure)
      #expect(TheoremTests.agree(sum, value, digits: 1_000), "\(theorem.statement)")
      count += 1
    }
    #expect(count >= 12)
  }

  /// Bauer's series, whose terms fall like powers, as a claim that PARI sums itself.
  @Test func bauersSeries() throws {
    #expect(
      try Pari.refuted(["abs(sumalt(k=0,(-1)^k*(4*k+1)*(binomial(2*k,k)/4^k)^3)-2/Pi)<10^-30"]).isEmpty)
  }

  @Test func familiesOfSums() throws {
    let half = Rational(1, 2)
    let classes: [(TermClass, Polynomial)] = [
      (TermClass(argument: Rational(2, 5), upper: [], lower: []), Polynomial([1, 1]).power(3)),
      (
        TermClass(argument: Rational(-3, 7), upper: [], lower: []),
        Polynomial([1, 2]) * Polynomial([1, 3]).power(2)
      ),
      (TermClass(argument: Rational(1, 4), upper: [], lower: []), Polynomial([1, 2])),
      (TermClass(argument: Rational(1, 3), upper: [], lower: []), Polynomial([1, 2])),
      (TermClass(argument: Rational(1, 3), upper: [Rational(2, 3)], lower: [1]), Polynomial([1, 1])),
      (TermClass(argument: Rational(1, 5), upper: [half], lower: [1]), Polynomial([3, 2])),
      (TermClass(argument: Rational(-1, 5), upper: [half], lower: [1]), Polynomial([-1, 2])),
      (TermClass(argument: half, upper: [1], lower: [half]), Polynomial([1, 1])),
      (TermClass(argument: Rational(-2, 3), upper: [1], lower: [half]), Polynomial([1, 1])),
      (TermClass(argument: Rational(-7, 2), upper: [], lower: [1]), Polynomial([1, 1])),
      (TermClass(argument: Rational(9, 2), upper: [], lower: [half, 1]), Polynomial([1, 1])),
      (TermClass(argument: Rational(-9, 4), upper: [], lower: [half, 1]), Polynomial([1, 1])),
    ]
    for (terms, poles) in classes {
      let theorems = SumTheorems.all(of: terms, poles: poles)
      #expect(!theorems.isEmpty, "\(terms)")
      for theorem in theorems {
        let value = try #require(try theorem.value.evaluate(digits: 60).enclosure)
        // Where the quotient of the terms tends to 0 they fall in the end whatever z is.
        let summed = try TheoremTests.sum(theorem, digits: 60) ?? TheoremTests.entire(theorem)
        #expect(TheoremTests.agree(summed, value, digits: 58), "\(theorem.statement)")
        #expect(SumTheorems.states(theorem))
      }
    }
  }

  private static func entire(_ theorem: SumTheorem) throws -> Ball {
    var (base, sum) = (Ball(1, bits: 600), Ball(0, bits: 600))
    for k in 0..<200 {
      sum = sum + base * Ball(try #require(theorem.factor.value(at: k)), bits: 600)
      base = base * Ball(try #require(theorem.terms.ratio.value(at: k)), bits: 600)
    }
    return sum
  }

  /// Sums at ±1 against PARI, which extrapolates.
  @Test func sumsOnTheCircle() throws {
    let classes: [(TermClass, Polynomial)] = [
      (
        TermClass(argument: -1, upper: [], lower: []),
        Polynomial([1, 3]) * Polynomial([1, 2]) * Polynomial([1, 1]).power(2)
      ),
      (TermClass(argument: 1, upper: [], lower: []), Polynomial([1, 3]).power(2) * Polynomial([1, 2])),
      (TermClass(argument: 1, upper: [Rational(1, 2), Rational(1, 2)], lower: [1, 1]), Polynomial([1, 1])),
      (TermClass(argument: 1, upper: [Rational(1, 6), Rational(5, 6)], lower: [1, 1]), Polynomial([1, 1])),
    ]
    var claims: [String] = []
    for (terms, poles) in classes {
      for theorem in SumTheorems.all(of: terms, poles: poles) {
        let value = try #require(try theorem.value.evaluate(digits: 30).enclosure)
        let gp = ExpressionWriter(.gp).text(try Expression(parsing: theorem.factor.text(variable: "k")))
        let base =
          terms.upper.map { "prod(j=0,k-1,(j+\($0)))" } + terms.lower.map { "1/prod(j=0,k-1,(j+\($0)))" }
        let tau = (["1"] + base).joined(separator: "*")
        let decimal = try #require(value.decimal(atMost: 25))
        let method =
          terms.argument == -1
          ? "sumalt(k=0,(-1)^k*(\(gp)))"
          : terms.upper.isEmpty
            ? "sumnum(k=0,\(gp))" : "sum(k=0,400,(\(gp))*\(tau))"
        let allowed = terms.upper.isEmpty ? "10^-20" : "10^-2"
        claims.append("abs(\(method)-(\(decimal.value)))<\(allowed)")
      }
    }
    #expect(try Pari.refuted(claims).isEmpty)
  }

  @Test func classicalFractionsAgreeWithTheirLimits() throws {
    var random = SeededGenerator(seed: 1_748)
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var names: Set<String> = []
    for _ in 0..<(LongSuite.isOn ? 200 : 12) {
      let (p, q, r) = (pick(1...9), pick(1...9), pick(1...6))
      let sign = Bool.random(using: &random) ? 1 : -1
      for fraction in [
        ContinuedFraction(a: [q, 2 * q], b: [sign * p]), ContinuedFraction(a: [sign * q, r], b: [sign * p]),
        ContinuedFraction(a: [q, 2 * q], b: [0, 0, p]), ContinuedFraction(a: [-q, -2 * q], b: [0, 0, p]),
        ContinuedFraction(a: [3 * q, 6 * q], b: [0, 0, -min(p, 9 * q * q - 1)]),
        ContinuedFraction(a: [q], b: [0, p]), ContinuedFraction(a: [q], b: [0, 0, p * p]),
        ContinuedFraction(a: [q], b: [r * r, -4 * r * r, 4 * r * r]),
        ContinuedFraction(a: [r + p, 2 * r], b: [0, 0, -r * r]),
        ContinuedFraction(a: [3 * (r + p), 6 * r], b: [0, 3 * r * r, -9 * r * r]),
        ContinuedFraction(a: [2 * r * q - sign * p, q], b: [sign * p * q * r, sign * p * q]),
      ] {
        for theorem in FractionTheorem.all(of: fraction) {
          guard let value = try? theorem.value.evaluate(digits: 60).enclosure else { continue }
          let limit = try fraction.limit()
          #expect(TheoremTests.agree(limit, value, digits: 57), "\(theorem)")
          names.insert(theorem.name)
        }
      }
    }
    #expect(
      names.count >= ClassicalFractions.families.count + ContiguousFractions.families.count, "\(names)")
  }
}
