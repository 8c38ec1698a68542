internal import WallisArithmetic

/// Constants and their decoys, evaluated once to the precision of a search.
struct PreparedConstants: Sendable {
  /// A constant, its enclosure, and a number of the same size that means nothing.
  struct Entry: Sendable {
    let constant: Constant
    let value: Ball
    let decoy: Ball
  }

  let entries: [Entry]
  let bits: Int
  private let seed: UInt64

  init(_ constants: [Constant], bits: Int, seed: UInt64) {
    (self.bits, self.seed) = (bits, seed)
    entries = constants.enumerated().map { index, constant in
      let value = constant.ball(bits: bits)
      return Entry(
        constant: constant, value: value,
        decoy: PreparedConstants.decoy(like: value, bits: bits, seed: seed, index: index))
    }
  }

  /// Enclosure of a constant at `bits` or better.
  func value(of constant: Constant, bits: Int) -> Ball {
    if bits <= self.bits, let entry = entries.first(where: { $0.constant == constant }) { return entry.value }
    return constant.ball(bits: bits)
  }

  /// A meaningless number with the sign and the binary exponent of another, the same in every run.
  func decoy(like value: Ball, bits: Int, index: Int) -> Ball {
    PreparedConstants.decoy(like: value, bits: bits, seed: ~seed, index: index)
  }

  private static func decoy(like value: Ball, bits: Int, seed: UInt64, index: Int) -> Ball {
    var generator = SplitMix(state: seed &+ UInt64(index) &* 0xD1B5_4A32_D192_ED03)
    var mantissa: Integer = 1
    for _ in 0...(bits / 32) {
      mantissa = mantissa.shifted(left: 32) + Integer(Int(generator.next() >> 32))
    }
    let size = value.magnitudeExponent ?? 0
    let ball = Ball(value.isNegative ? -mantissa : mantissa, bits: bits)
    return ball.scaled(byPowerOfTwo: size - mantissa.bitWidth)
  }
}

/// Steele, Lea and Flood's SplitMix64 (OOPSLA 2014): the digits of the decoys.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
