internal import WallisArithmetic

/// The recurrence of the denominators q(n) modulo the prime 2⁶¹ − 1, which finds where they vanish.
struct ResidueRecurrence {
  private static let prime: UInt64 = (1 << 61) - 1
  private let a: [UInt64]
  private let b: [UInt64]

  init(_ fraction: ContinuedFraction) {
    (a, b) = (ResidueRecurrence.residues(fraction.a), ResidueRecurrence.residues(fraction.b))
  }

  /// Depths 1 … `last` at which q(n) = 0 exactly, in rising order: those where the residue vanishes, confirmed.
  /// - Complexity: O(last) operations on words, and the convergents where some residue vanishes.
  static func zeroDenominators(of fraction: ContinuedFraction, to last: Int) -> [Int] {
    let suspects = ResidueRecurrence(fraction).vanishing(to: last)
    guard !suspects.isEmpty else { return [] }
    var convergents = ExactConvergents(fraction)
    return suspects.filter { !convergents.advance(to: $0).logDenominator.isFinite }
  }

  private func vanishing(to last: Int) -> [Int] {
    var (before, current): (UInt64, UInt64) = (0, 1)
    var depths: [Int] = []
    for n in 1...last {
      let next = ResidueRecurrence.sum(
        ResidueRecurrence.product(value(a, n), current), ResidueRecurrence.product(value(b, n), before))
      (before, current) = (current, next)
      if next == 0 { depths.append(n) }
    }
    return depths
  }

  private func value(_ coefficients: [UInt64], _ n: Int) -> UInt64 {
    coefficients.reversed().reduce(0) { value, coefficient in
      ResidueRecurrence.sum(ResidueRecurrence.product(value, UInt64(n)), coefficient)
    }
  }

  private static func residues(_ polynomial: Polynomial) -> [UInt64] {
    polynomial.residues(modulo: prime)
  }

  private static func sum(_ x: UInt64, _ y: UInt64) -> UInt64 {
    let total = x + y
    return total >= prime ? total - prime : total
  }

  private static func product(_ x: UInt64, _ y: UInt64) -> UInt64 {
    let (high, low) = x.multipliedFullWidth(by: y)
    return sum(low & prime, (high << 3) | (low >> 61))
  }
}
