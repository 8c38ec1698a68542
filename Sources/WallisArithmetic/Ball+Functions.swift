internal import CArithmetic

extension Ball {
  private func unary(
    _ operation: (UnsafeMutablePointer<arb_struct>, UnsafeMutablePointer<arb_struct>, Int) -> Void
  ) -> Ball {
    withPointer { x in Ball(bits: bits) { operation($0, x, $1) } }
  }

  /// Square root; without information for negative points.
  public var squareRoot: Ball { unary { arb_sqrt($0, $1, $2) } }
  /// Square root of the non-negative part; for values known to be ≥ 0 whose ball may reach below.
  public var squareRootOfNonNegative: Ball { unary { arb_sqrtpos($0, $1, $2) } }
  /// Natural logarithm.
  public var log: Ball { unary { arb_log($0, $1, $2) } }
  /// Exponential.
  public var exp: Ball { unary { arb_exp($0, $1, $2) } }
  /// Sine.
  public var sin: Ball { unary { arb_sin($0, $1, $2) } }
  /// Cosine.
  public var cos: Ball { unary { arb_cos($0, $1, $2) } }
  /// Tangent.
  public var tan: Ball { unary { arb_tan($0, $1, $2) } }
  /// Arc sine.
  public var asin: Ball { unary { arb_asin($0, $1, $2) } }
  /// Arc cosine.
  public var acos: Ball { unary { arb_acos($0, $1, $2) } }
  /// Arc tangent.
  public var atan: Ball { unary { arb_atan($0, $1, $2) } }
  /// Hyperbolic sine.
  public var sinh: Ball { unary { arb_sinh($0, $1, $2) } }
  /// Hyperbolic cosine.
  public var cosh: Ball { unary { arb_cosh($0, $1, $2) } }
  /// Hyperbolic tangent.
  public var tanh: Ball { unary { arb_tanh($0, $1, $2) } }
  /// Inverse hyperbolic sine.
  public var asinh: Ball { unary { arb_asinh($0, $1, $2) } }
  /// Inverse hyperbolic cosine.
  public var acosh: Ball { unary { arb_acosh($0, $1, $2) } }
  /// Inverse hyperbolic tangent.
  public var atanh: Ball { unary { arb_atanh($0, $1, $2) } }
  /// The gamma function.
  public var gamma: Ball { unary { arb_gamma($0, $1, $2) } }
  /// The Riemann zeta function.
  public var zeta: Ball { unary { arb_zeta($0, $1, $2) } }
  /// The digamma function.
  public var digamma: Ball { unary { arb_digamma($0, $1, $2) } }
  /// Largest integer not above the value, as a ball.
  public var floor: Ball { unary { arb_floor($0, $1, $2) } }

  /// The value raised to a real power.
  public func power(_ exponent: Ball) -> Ball {
    withPointer { x in
      exponent.withPointer { y in Ball(bits: max(bits, exponent.bits)) { arb_pow($0, x, y, $1) } }
    }
  }

  /// The value raised to an integer power, which may be negative.
  public func power(_ exponent: Int) -> Ball {
    let positive = unary { arb_pow_ui($0, $1, UInt(exponent.magnitude), $2) }
    return exponent < 0 ? positive.inverse : positive
  }

  /// The value raised to an integer power of any size.
  public func power(_ exponent: Integer) -> Ball {
    exponent.withPointer { k in unary { arb_pow_fmpz($0, $1, k, $2) } }
  }

  /// The positive k-th root; without information for negative points.
  public func root(_ k: Int) -> Ball { unary { arb_root_ui($0, $1, UInt(k), $2) } }

  /// The arithmetic–geometric mean of two positive numbers.
  public func agm(_ other: Ball) -> Ball {
    withPointer { x in
      other.withPointer { y in Ball(bits: max(bits, other.bits)) { arb_agm($0, x, y, $1) } }
    }
  }

  /// A mathematical constant that Arb computes itself.
  public enum NamedConstant: Sendable { case pi, e, euler, catalan, log2, log10, khinchin, glaisher, apery }

  /// An enclosure of a named constant at `bits`.
  public init(_ constant: NamedConstant, bits: Int) {
    self.init(bits: bits) { r, p in
      switch constant {
      case .pi: arb_const_pi(r, p)
      case .e: arb_const_e(r, p)
      case .euler: arb_const_euler(r, p)
      case .catalan: arb_const_catalan(r, p)
      case .log2: arb_const_log2(r, p)
      case .log10: arb_const_log10(r, p)
      case .khinchin: arb_const_khinchin(r, p)
      case .glaisher: arb_const_glaisher(r, p)
      case .apery: arb_const_apery(r, p)
      }
    }
  }
}
