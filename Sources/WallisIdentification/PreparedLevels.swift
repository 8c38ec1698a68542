import Synchronization
internal import WallisFormulas

/// The constants of a search and its bases at each precision that numbers ask for, made when the first one does; threads
/// share them.
final class PreparedLevels: Sendable {
  /// Constants at one precision, and the bases over them.
  struct Level: Sendable {
    let constants: PreparedConstants
    let plan: BasisPlan

    init(
      _ scope: SearchScope, _ monomials: [SearchScope.Monomial], _ own: [[Constant]], bits: Int, seed: UInt64
    ) {
      constants = PreparedConstants(monomials, bits: bits, seed: seed)
      plan = BasisPlan(scope, prepared: constants, own: own)
    }
  }

  /// The level of the least precision.
  let first: Level
  private let make: @Sendable (Int) -> Level
  private let steps: [Int]
  private let further = Mutex<[Int: Level]>([:])

  /// Levels of so many bits each, the least of which is made at once.
  ///
  /// - Parameter own: sets of constants that are combined.
  /// - Precondition: `bits` is not empty and ascends.
  init(
    _ scope: SearchScope, _ monomials: [SearchScope.Monomial], _ own: [[Constant]] = [], bits: [Int],
    seed: UInt64
  ) {
    let make: @Sendable (Int) -> Level = { Level(scope, monomials, own, bits: $0, seed: seed) }
    self.make = make
    first = make(bits[0])
    steps = bits
  }

  /// The first level of at least so many bits; numbers far from 1 or of very many digits have levels of their own.
  func level(bits needed: Int) -> Level {
    guard needed > steps[0] else { return first }
    let bits = steps.first { $0 >= needed } ?? (needed / PreparedLevels.step + 1) * PreparedLevels.step
    if let known = further.withLock({ $0[bits] }) { return known }
    let level = make(bits)
    return further.withLock { levels in
      if let known = levels[bits] { return known }
      levels[bits] = level
      return level
    }
  }

  private static let step = 512
}
