internal import CArithmetic

extension Ball {
  /// The least integer that no point of the ball exceeds; nil for balls that reach infinity, and beyond 2²⁸ bits.
  public var integerAbove: Integer? {
    guard isFinite, magnitudeExponent.map({ $0 <= 1 << 28 }) ?? true else { return nil }
    return withPointer { x in
      var bound = arf_struct()
      arf_init(&bound)
      defer { arf_clear(&bound) }
      arb_get_ubound_arf(&bound, x, 64 + Int(max(0, magnitudeExponent ?? 0)))
      return Integer.result { arf_get_fmpz($0, &bound, ARF_RND_CEIL) }
    }
  }
}
