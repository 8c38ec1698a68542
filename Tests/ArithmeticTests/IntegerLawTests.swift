import TestSupport
import Testing

@testable import WallisArithmetic

@Suite struct IntegerLawTests {
  @Test func ringLaws() {
    var samples = Samples(seed: 131)
    expectRingLaws(samples.integers(4), zero: 0, one: 1)
    expectHashing(samples.integers(20)) { $0 + 1 - 1 }
  }

  @Test func wordsOfTheTwosComplement() {
    var samples = Samples(seed: 132)
    for x in samples.integers(20) {
      let words = (0..<8).map { x.word(at: $0) }
      #expect(Integer(twosComplement: words) == x && x.lowWord == words[0])
      #expect((x.word == nil) == (x.magnitude > Integer(Int.max)))
    }
  }

  @Test func inPlaceOperationsKeepOtherValues() {
    var samples = Samples(seed: 133)
    for x in samples.integers(10) {
      var y = x
      y += y
      #expect(y == x * 2)
      y *= y
      #expect(y == x * x * 4)
      y -= y
      #expect(y == 0 && x + 1 - 1 == x)
    }
  }

  @Test func agreesWithPari() throws {
    var samples = Samples(seed: 134)
    var claims: [String] = []
    let values = samples.integers(6, bits: 200)
    for (x, y) in zip(values + values, values.dropFirst(7) + values.prefix(7) + values.reversed()) {
      claims.append("(\(x))*(\(y))==\(x * y)&&(\(x))-(\(y))==\(x - y)&&gcd(\(x),\(y))==\(x.gcd(y))")
      claims.append(
        "((\(x))<(\(y)))==\(x < y ? 1 : 0)&&#binary(\(x.magnitude))*!!(\(x))==\(x.bitWidth)&&sign(\(x))==\(x.signum)"
      )
      claims.append(
        "(\(x))^5==\(x.power(5))&&floor((\(x))/2^70)==\(x.shifted(left: -70))&&(\(x))*2^70==\(x.shifted(left: 70))"
      )
      claims.append(
        "issquare(\(x))==\(x.squareRoot == nil ? 0 : 1)&&sqrtint(\(x * x))==\((x * x).squareRoot ?? -1)")
      guard !y.isZero else { continue }
      claims.append("floor((\(x))/(\(y)))==\(x.floorDivided(by: y))&&(\(x))%(\(y))==\(x.modulo(y))")
      claims.append("((\(x))%(\(y))==0)==\(y.divides(x) ? 1 : 0)")
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  /// Squares of small primes, of a large one, and what trial division leaves alone.
  @Test func squarePartsAgreeWithPari() throws {
    var samples = Samples(seed: 136)
    let random = (0..<60).map { _ in
      Integer(samples.int(1...1_000_000_000_000)) * Integer(samples.int(-1...0) * 2 + 1)
    }
    let planted = (0..<40).map { _ in
      Integer(samples.int(1...99_999)).power(2) * Integer(samples.int(1...999))
    }
    let (prime, wide) = (Integer(1_000_003), Integer(10_000_000_019))
    let claims = (random + planted + [1, -1, 4, -12, prime * prime, prime * prime * 12, wide * wide * 18]).map
    { x in
      let (root, free) = x.squareParts
      #expect(root * root * free == x && root.signum > 0)
      return "core(\(x),1)==[\(free),\(root)]"
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
    let hidden = Integer(1_000_000_007).power(2) * 1_000_000_009
    #expect(hidden.squareParts == (1, hidden), "three large factors are left together")
  }
}
