internal import WallisArithmetic

/// A random permutation of 0 ..< count that is evaluated, not stored.
///
/// A balanced Feistel network permutes the smallest power of four that holds the range; a place outside it is
/// permuted again until it falls inside (at most four tries on average).
/// - Reference: Black and Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002, section 4 and 5.
struct IndexPermutation: Sendable {
  let count: Int
  private let halfBits: UInt64
  private let keys: [UInt64]

  init(count: Int, seed: UInt64) {
    precondition(count > 0, "a permutation needs something to permute")
    self.count = count
    let bits = UInt64(max(2, Int.bitWidth - (count - 1).leadingZeroBitCount))
    halfBits = (bits + 1) / 2
    keys = (1...6).map { SplitMix64.mixed(seed &+ $0 &* SplitMix64.increment) }
  }

  subscript(index: Int) -> Int {
    var place = UInt64(index)
    repeat { place = permuted(place) } while place >= UInt64(count)
    return Int(place)
  }

  /// The index whose place is given: the inverse.
  func index(of place: Int) -> Int {
    var index = UInt64(place)
    repeat { index = inverted(index) } while index >= UInt64(count)
    return Int(index)
  }

  private func inverted(_ place: UInt64) -> UInt64 {
    let mask = (1 as UInt64) << halfBits - 1
    var (left, right) = (place >> halfBits, place & mask)
    for key in keys.reversed() { (left, right) = (right ^ (SplitMix64.mixed(left ^ key) & mask), left) }
    return left << halfBits | right
  }

  private func permuted(_ place: UInt64) -> UInt64 {
    let mask = (1 as UInt64) << halfBits - 1
    var (left, right) = (place >> halfBits, place & mask)
    for key in keys { (left, right) = (right, left ^ (SplitMix64.mixed(right ^ key) & mask)) }
    return left << halfBits | right
  }
}
