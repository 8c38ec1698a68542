import TestSupport
import Testing
import WallisArithmetic

@Suite struct RationalTests {
  static func samples(_ count: Int, seed: UInt64) -> [Rational] {
    var samples = Samples(seed: seed)
    let corners = [62, 64].map { Integer(1).shifted(left: $0) }
    let fixed: [Rational] =
      [0, 1, -1]
      + corners.flatMap { [Rational($0), Rational(-1, $0), Rational($0 - 1, $0), Rational($0, $0 + 1)] }
    return fixed + (0..<count).map { _ in samples.rational(bits: 130) }
  }

  @Test func fieldLaws() {
    let values = Self.samples(12, seed: 21)
    expectRingLaws(values, zero: 0, one: 1)
    for x in values where !x.isZero {
      #expect(x / x == 1 && 1 / (1 / x) == x && x.denominator.signum > 0)
      #expect(x.numerator.gcd(x.denominator) == 1)
      for y in values { #expect(y / x * x == y && (y / x == 0) == y.isZero) }
    }
  }

  @Test func hashing() {
    expectHashing(Self.samples(20, seed: 22)) { Rational($0.numerator * -6, $0.denominator * -6) }
  }

  @Test func orderIsThatOfTheLine() {
    let values = Self.samples(16, seed: 23)
    for x in values {
      for y in values {
        #expect([x < y, x == y, y < x].count { $0 } == 1 && (x < y) == ((x - y).signum < 0))
        if x < y { #expect(x < (x + y) / 2 && (x + y) / 2 < y && -y < -x) }
      }
    }
  }

  @Test func partsOfAValue() {
    for x in Self.samples(30, seed: 24) {
      let fraction = x.fractionalPart
      #expect(fraction >= 0 && fraction < 1 && (x - fraction).isInteger)
      #expect(x.magnitude >= 0 && (x.magnitude == x || x.magnitude == -x))
      #expect((x * x).squareRoot == x.magnitude)
      #expect(x.isZero || (x * x * 2).squareRoot == nil, "√2 is irrational")
    }
    #expect(Rational(-4, 9).squareRoot == nil)
  }

  @Test func textIsReadBack() {
    for x in Self.samples(30, seed: 25) { #expect(Rational(parsing: "\(x)") == x) }
    #expect(Rational(parsing: "6/-4") == Rational(-3, 2) && Rational(parsing: "+7") == 7)
    for text in ["", "/", "1/", "/2", "1/0", "1/2/3", "1.5", " 1", "1 /2", "x"] {
      #expect(Rational(parsing: text) == nil, "\(text)")
    }
  }

  @Test func agreesWithPari() throws {
    var claims: [String] = []
    let values = Self.samples(12, seed: 26)
    for x in values {
      for y in values {
        claims.append("(\(x))+(\(y))==\(x + y) && (\(x))-(\(y))==\(x - y) && (\(x))*(\(y))==\(x * y)")
        claims.append("((\(x))<(\(y)))==\(x < y ? 1 : 0)")
        if !y.isZero { claims.append("(\(x))/(\(y))==\(x / y)") }
      }
      claims.append(
        "frac(\(x))==\(x.fractionalPart) && [numerator(\(x)),denominator(\(x))]==[\(x.numerator),\(x.denominator)]"
      )
      claims.append("contfrac(\(x))==[\(x.partialQuotients.map { "\($0)" }.joined(separator: ","))]")
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }
}
