internal import CArithmetic

extension Double {
  /// Fraction in [½, 1) with the sign of the number, and binary exponent: C's `frexp`. 0, ±∞ and NaN are their own
  /// fractions.
  public var binaryParts: (fraction: Double, exponent: Int) {
    guard isFinite, self != 0 else { return (self, 0) }
    return (Double(signOf: self, magnitudeOf: significand / 2), Int(exponent) + 1)
  }
}

/// Versions of the arithmetic libraries in use, by name, as linked at run time where they say so.
public func arithmeticLibraryVersions() -> [(name: String, version: String)] {
  [
    ("GMP", String(cString: ca_gmp_version())), ("MPFR", String(cString: mpfr_get_version())),
    ("FLINT", String(cString: ca_flint_version())), ("Arb", String(cString: ca_arb_version())),
  ]
}

/// Releases the caches that GMP, MPFR, FLINT and Arb keep for the calling thread; every worker calls it at its end.
public func releaseThreadCaches() {
  flint_cleanup()
  mpfr_free_cache()
}
