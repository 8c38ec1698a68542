internal import WallisArithmetic

/// Fractions from their residues modulo several primes: Chinese remainders, then rational reconstruction.
///
/// - Reference: Wang, "A p-adic algorithm for univariate partial fractions", SYMSAC 1981, 212–217.
struct ResidueLift {
  private var residues: [Integer] = []
  private var modulus: Integer = 1
  /// Number of primes so far.
  private(set) var count = 0

  /// Adds the residues modulo one more prime.
  mutating func append(_ more: [UInt64], modulo prime: UInt64) {
    let p = Integer(Int(prime))
    let inverse = Integer(Int(PrimeRecurrence.inverse(UInt64(modulus.modulo(p).word ?? 1), modulo: prime)))
    residues = (0..<max(residues.count, more.count)).map { index in
      let old = index < residues.count ? residues[index] : 0
      let new = index < more.count ? Integer(Int(more[index])) : 0
      return old + modulus * ((new - old) * inverse).modulo(p)
    }
    modulus *= p
    count += 1
  }

  /// The fractions times their common denominator, without a common factor; nil where the primes are too few.
  var integers: [Integer]? {
    var fractions: [Rational] = []
    for residue in residues {
      guard let fraction = reconstructed(residue) else { return nil }
      fractions.append(fraction)
    }
    let scale = fractions.reduce(Integer(1)) { common, x in
      common * x.denominator.dividedExactly(by: common.gcd(x.denominator))
    }
    let integers = fractions.map { $0.numerator * scale.dividedExactly(by: $0.denominator) }
    let content = integers.reduce(Integer(0)) { $0.gcd($1) }
    let length = (integers.lastIndex { !$0.isZero } ?? 0) + 1
    return integers.prefix(length).map { $0.dividedExactly(by: content) }
  }

  /// p/q with p², q² < m/2 and p ≡ q · residue, by Euclid's algorithm stopped half-way.
  private func reconstructed(_ residue: Integer) -> Rational? {
    var (r0, r1) = (modulus, residue)
    var (t0, t1): (Integer, Integer) = (0, 1)
    while 2 * r1 * r1 > modulus {
      let quotient = r0.floorDivided(by: r1)
      (r0, r1) = (r1, r0 - quotient * r1)
      (t0, t1) = (t1, t0 - quotient * t1)
    }
    guard !t1.isZero, 2 * t1 * t1 <= modulus, r1.gcd(t1) == 1 else { return nil }
    return Rational(r1, t1)
  }
}
