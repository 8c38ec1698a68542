/// Sums of inverse powers of large order: few terms are above the precision, whatever the order, where other methods take
/// work that grows with it.
extension Ball {
  /// Σ t(k)/(k + shift)^self over k ≥ 0, where |t(k)| ≤ 1.
  ///
  /// What lies beyond n terms is below Σ 1/(k + shift)^s over k ≥ n ≤ (n + shift)^(−s)·(1 + (n + shift)/(s − 1)).
  ///
  /// - Parameters:
  ///   - shift: above zero.
  ///   - term: t(k); called for k = 0, 1, … in this order.
  /// - Returns: nil where the order is so small that many terms count.
  func sumOfInversePowers(shift: Ball, _ term: (Int) -> Ball) -> Ball? {
    let (most, working) = (512, max(bits, shift.bits) + 32)
    let order = rounded(toBits: working)
    let shift = shift.rounded(toBits: working)
    guard (order - 2).isPositive, shift.isPositive else { return nil }
    let decay = ((shift + most) / shift).power(-order)
    guard decay.isFinite, decay.magnitudeExponent.map({ $0 < -working }) ?? true else { return nil }
    var (sum, k) = (Ball(0, bits: working), 0)
    while true {
      let power = (shift + k).power(-order)
      sum = sum + term(k) * power
      k += 1
      let first = shift + k
      let ratio = first / (order - 1)
      let rest = first.power(-order) * (ratio + 1)
      guard k < most, rest.isFinite, let size = rest.magnitudeExponent,
        size > (sum.magnitudeExponent ?? size) - working
      else { return sum.widened(by: rest).rounded(toBits: max(bits, working - 32)) }
    }
  }

  /// Σ point^k/(k + shift)^self over k ≥ 0, for |point| ≤ 1 and a shift above zero; nil where many terms count.
  func lerchOfLargeOrder(_ point: Ball, shift: Ball) -> Ball? {
    guard (point.magnitude - 1).isNegative || (point + 1).isExact && (point + 1).containsZero else {
      return nil
    }
    var power = Ball(1, bits: max(bits, point.bits) + 32)
    return sumOfInversePowers(shift: shift) { k in
      if k > 0 { power = power * point }
      return power
    }
  }
}
