import TestSupport
import Testing
import WallisArithmetic

@Suite struct FixedPointPairTests {
  /// Steps against exact integers: what shifts cut off stays below one unit a shift, carried along by the steps.
  @Test func stepsFollowTheRecurrence() {
    var samples = Samples(seed: 111)
    for _ in 0..<12 {
      var pair = FixedPointPair<4>(numerator: samples.int(1...99), denominator: samples.int(1...99))
      var (p, q) = (Rational(pair.p), Rational(pair.q))
      for _ in 0..<60 {
        let (a, b, before) = (samples.int(1...100_000), samples.int(1...1_000_000), pair.shifts)
        pair.step(a: a, b: b)
        (p, q) = (p * Rational(Integer(a)) + q * Rational(Integer(b)), p)
        let scale = Rational(1, Integer(1).shifted(left: 32 * (pair.shifts - before)))
        (p, q) = (p * scale, q * scale)
        // All terms are positive: relative errors add up, those of Q below 2⁻¹⁷⁰ each.
        let bound = Rational(1, Integer(1).shifted(left: 160))
        #expect(
          (Rational(pair.p) - p).magnitude <= p * bound && (Rational(pair.q) - q).magnitude <= q * bound)
        #expect(pair.signOfQ == 1)
      }
      #expect(pair.shifts > 10)
    }
  }

  /// Negative factors, without shifts: exact.
  @Test func smallStepsAreExact() {
    var samples = Samples(seed: 112)
    for _ in 0..<40 {
      let large = Integer(1).shifted(left: 150)
      var (p, q) = (samples.integer(bits: 150), samples.integer(bits: 150) - large)
      var pair = FixedPointPair<4>(p: p, q: q)
      #expect(pair.p == p && pair.q == q && pair.signOfQ == q.signum)
      for _ in 0..<3 {
        let size = [1, 9000][samples.int(0...1)]
        let (a, b) = (samples.int(-size...size), samples.int(-size...size))
        pair.step(a: a, b: b)
        (p, q) = (Integer(a) * p + Integer(b) * q, p)
        #expect(pair.p == p && pair.q == q && pair.shifts == 0, "\(a) \(b)")
      }
    }
    let zero = FixedPointPair<3>(p: 5, q: 0)
    #expect(zero.signOfQ == 0 && zero.p == 5)
  }

  /// Digits are those of a ball around the exact quotients, or nil.
  @Test func digitsAreForced() {
    var samples = Samples(seed: 113)
    var (shown, hidden) = (0, 0)
    for index in 0..<300 {
      let q = Integer(1).shifted(left: 200) + samples.integer(bits: 190)
      let value = samples.rational(bits: 8)
      guard !value.isZero, value.magnitude < 2000, Rational(1, 2000) < value.magnitude else { continue }
      let p = (q * value.numerator).floorDivided(by: value.denominator)
      // Two numbers that agree in some bits.
      let near = FixedPointPair<4>(p: p, q: q)
      let other = p + Integer(1).shifted(left: samples.int(20...190))
      let far = FixedPointPair<4>(p: other, q: q)
      let digits = samples.int(5...40)
      let text = FixedPointPair<4>.digits(between: near, and: far, digits: digits)
      let ball = Ball(from: Rational(p, q), to: Rational(other, q), bits: 400)
      let expected = ball.decimal(digits: digits).map { "\($0)" }
      if let text {
        shown += 1
        #expect(text == expected, "case \(index)")
        // Around the first with the distance of the second: a wider interval, so never other digits.
        let around = FixedPointPair<4>.digits(of: near, around: far, factor: 1, digits: digits)
        #expect(around == nil || around == text)
      } else {
        hidden += 1
      }
      if expected == nil { #expect(text == nil, "case \(index)") }
    }
    #expect(shown > 50 && hidden > 50)
  }

  @Test func signsMustAgree() {
    let q = Integer(1).shifted(left: 200)
    let (plus, minus) = (FixedPointPair<4>(p: q, q: q), FixedPointPair<4>(p: -q, q: q))
    #expect(FixedPointPair<4>.digits(between: plus, and: minus, digits: 5) == nil)
    #expect(FixedPointPair<4>.digits(between: minus, and: minus, digits: 5)?.hasPrefix("-1.0000") == true)
  }
}

@Suite struct ForcedQuotientsTests {
  private func text(_ quotients: [Integer]) -> String {
    "[\(quotients.map { "\($0)" }.joined(separator: ","))]"
  }

  /// Every number of the interval begins with them, and another would not be forced.
  @Test func quotientsAreSharedAndNoMoreAre() throws {
    var samples = Samples(seed: 114)
    var claims: [String] = []
    for _ in 0..<60 {
      let (lower, width) = (
        samples.rational(bits: 90), Rational(1, Integer(1).shifted(left: samples.int(0...200)))
      )
      let upper = lower + width
      let forced = ForcedQuotients(from: lower, to: upper).integers
      let points = [lower, upper, lower + width / 3, lower + width * Rational(355, 452)]
      for x in points {
        claims.append("my(c=contfrac(\(x)));#c>=\(forced.count)&&c[1..\(forced.count)]==\(text(forced))")
      }
      // With one quotient more the two ends part, or one of them is the fraction that it ends in.
      let count = forced.count + 1
      claims.append(
        "my(c=contfrac(\(lower)),d=contfrac(\(upper)),k=\(count));"
          + "#c<=k||#d<=k||c[1..k]!=d[1..k]")
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  @Test func wordsStopAtALargeQuotient() {
    let large = Integer(1).shifted(left: 80)
    let value = 3 + 1 / (Rational(large) + 1 / (7 + 1 / (5 + Rational(1, 11))))
    let near = ForcedQuotients(
      from: value - Rational(1, .powerOfTen(200)), to: value + Rational(1, .powerOfTen(200)))
    let (integers, words) = (near.integers, near.words)
    #expect(integers.prefix(4) == [3, large, 7, 5] && words == [3])
    let negative = ForcedQuotients(from: Rational(-75, 10), to: Rational(-74, 10)).words
    #expect(negative.first == -8)
  }

  @Test func ballsAndTheirIntervals() throws {
    let pi = ForcedQuotients(Ball(.pi, bits: 60)).words
    #expect(pi.prefix(9) == [3, 7, 15, 1, 292, 1, 1, 1, 2])
    let nothing = ForcedQuotients(Ball(0, bits: 60).inverse).integers
    #expect(nothing.isEmpty)
    let (low, high, exponent) = try #require(
      Ball(from: Rational(1, 3), to: Rational(1, 2), bits: 80).dyadicInterval)
    let unit = Rational(1, Integer(1).shifted(left: -exponent))
    #expect(Rational(low) * unit <= Rational(1, 3) && Rational(1, 2) <= Rational(high) * unit)
  }
}
