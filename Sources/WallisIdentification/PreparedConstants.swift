internal import WallisArithmetic
internal import WallisFormulas

/// Constants evaluated once to the precision of a search, and the decoys that stand beside them.
struct PreparedConstants: Sendable {
  /// A constant with its enclosure, and its total degree where it is a monomial in chosen constants.
  struct Entry: Sendable {
    let constant: Constant
    let value: Ball
    var degree = 1
  }

  let entries: [Entry]
  let bits: Int
  private let places: [String: Int]
  /// Values of further constants, evaluated when they are first asked for.
  private let further = LazyValues()
  private let seed: UInt64

  init(_ constants: [Constant], bits: Int, seed: UInt64) {
    self.init(constants.map { .init(constant: $0, degree: 1) }, bits: bits, seed: seed)
  }

  /// Monomials in chosen constants.
  init(_ monomials: [SearchScope.Monomial], bits: Int, seed: UInt64) {
    (self.bits, self.seed) = (bits, seed)
    entries = monomials.map {
      Entry(constant: $0.constant, value: $0.constant.ball(bits: bits), degree: $0.degree)
    }
    places = Dictionary(
      monomials.enumerated().map { ($1.constant.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Enclosure of a constant at `bits` or better.
  func value(of constant: Constant, bits: Int) -> Ball {
    if bits <= self.bits, let place = places[constant.name] { return entries[place].value }
    return bits <= self.bits ? further.value(of: constant, bits: self.bits) : constant.ball(bits: bits)
  }

  /// A meaningless number with the sign and the binary exponent of another, the same in every run.
  func decoy(like value: Ball, bits: Int, index: Int) -> Ball {
    var generator = SplitMix64(seed: ~seed &+ UInt64(index) &* 0xD1B5_4A32_D192_ED03)
    var mantissa: Integer = 1
    for _ in 0...(bits / 32) {
      mantissa = mantissa.shifted(left: 32) + Integer(Int(generator.next() >> 32))
    }
    let size = value.magnitudeExponent ?? 0
    let ball = Ball(value.isNegative ? -mantissa : mantissa, bits: bits)
    return ball.scaled(byPowerOfTwo: size - mantissa.bitWidth)
  }
}
