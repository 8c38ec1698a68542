internal import CArithmetic

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Natural logarithm of a double, from the C library (Foundation stays out of the engine).
public func naturalLog(_ x: Double) -> Double { log(x) }

/// Exponential of a double, from the C library.
public func exponential(_ x: Double) -> Double { exp(x) }

/// x raised to the power y, from the C library.
public func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }

/// Splits a double into fraction in [½, 1) and binary exponent, as C's `frexp`.
public func binaryParts(_ x: Double) -> (fraction: Double, exponent: Int) {
  var exponent: Int32 = 0
  let fraction = frexp(x, &exponent)
  return (fraction, Int(exponent))
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

/// The angle of the point (x, y) from the first axis, from −π to π, from the C library.
public func arcTangent(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
