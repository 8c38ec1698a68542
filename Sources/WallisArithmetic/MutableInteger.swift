internal import CArithmetic
internal import RealModule

/// An integer of any size that is changed in place (GMP's `mpz`): the number type of the kernels.
///
/// It owns its limbs and cannot be copied by accident. Operations never allocate once the limbs suffice.
public struct MutableInteger: ~Copyable, @unchecked Sendable {
  var raw: mpz_t

  /// The integer with the value of a machine word.
  public init(_ value: Int = 0) {
    raw = mpz_t()
    // Zero takes no memory until it is assigned to.
    if value == 0 { __gmpz_init(&raw) } else { __gmpz_init_set_si(&raw, value) }
  }

  /// A mutable copy of an integer.
  public init(_ value: Integer) {
    raw = mpz_t()
    __gmpz_init(&raw)
    set(value)
  }

  deinit {
    var header = raw
    __gmpz_clear(&header)
  }

  /// Makes room for so many bits, so that the value grows to them without moving.
  public mutating func reserve(bits: Int) {
    if bits > limbs * 64 { __gmpz_realloc2(&raw, UInt(bits)) }
  }

  /// The value as an immutable integer.
  public var integer: Integer {
    withUnsafePointer(to: raw) { x in Integer.result { ca_fmpz_set_mpz($0, x) } }
  }

  /// −1, 0 or 1.
  public var signum: Int { withUnsafePointer(to: raw) { Int(ca_mpz_sgn($0)) } }

  /// Assigns a machine word.
  public mutating func set(_ value: Int) { __gmpz_set_si(&raw, value) }

  /// Assigns an integer.
  public mutating func set(_ value: Integer) { value.withPointer { ca_mpz_set_fmpz(&raw, $0) } }

  /// Assigns another mutable integer.
  public mutating func set(_ value: borrowing MutableInteger) {
    withUnsafePointer(to: value.raw) { __gmpz_set(&raw, $0) }
  }

  /// Multiplies by a machine word.
  public mutating func multiply(by factor: Int) {
    withUnsafeMutablePointer(to: &raw) { __gmpz_mul_si($0, $0, factor) }
  }

  /// Multiplies by another integer.
  public mutating func multiply(by factor: borrowing MutableInteger) {
    withUnsafeMutablePointer(to: &raw) { r in withUnsafePointer(to: factor.raw) { __gmpz_mul(r, r, $0) } }
  }

  /// Adds x · factor for a machine word.
  public mutating func add(_ x: borrowing MutableInteger, times factor: Int) {
    withUnsafePointer(to: x.raw) { ca_mpz_addmul_si(&raw, $0, factor) }
  }

  /// Adds another integer.
  public mutating func add(_ x: borrowing MutableInteger) {
    withUnsafeMutablePointer(to: &raw) { r in withUnsafePointer(to: x.raw) { __gmpz_add(r, r, $0) } }
  }

  /// Adds x · y.
  public mutating func add(_ x: borrowing MutableInteger, times y: borrowing MutableInteger) {
    withUnsafePointer(to: x.raw) { xp in withUnsafePointer(to: y.raw) { ca_mpz_addmul(&raw, xp, $0) } }
  }

  /// Assigns x · y.
  public mutating func setProduct(_ x: borrowing MutableInteger, _ y: borrowing MutableInteger) {
    withUnsafePointer(to: x.raw) { xp in withUnsafePointer(to: y.raw) { __gmpz_mul(&raw, xp, $0) } }
  }

  /// Assigns gcd(x, y), non-negative.
  public mutating func setGCD(_ x: borrowing MutableInteger, _ y: borrowing MutableInteger) {
    withUnsafePointer(to: x.raw) { xp in withUnsafePointer(to: y.raw) { __gmpz_gcd(&raw, xp, $0) } }
  }

  /// Assigns the remainder of x by a divisor, with the sign of x.
  /// - Precondition: the divisor is not zero.
  public mutating func setRemainder(_ x: borrowing MutableInteger, by divisor: borrowing MutableInteger) {
    withUnsafePointer(to: x.raw) { xp in withUnsafePointer(to: divisor.raw) { __gmpz_tdiv_r(&raw, xp, $0) } }
  }

  /// Assigns x divided by a number that divides it.
  public mutating func setQuotient(_ x: borrowing MutableInteger, exactlyBy divisor: borrowing MutableInteger)
  {
    withUnsafePointer(to: x.raw) { xp in
      withUnsafePointer(to: divisor.raw) { __gmpz_divexact(&raw, xp, $0) }
    }
  }

  /// Whether it is 1.
  public var isOne: Bool { withUnsafePointer(to: raw) { __gmpz_cmp_ui($0, 1) == 0 } }

  /// Exchanges two values without copying limbs.
  public static func swap(_ x: inout MutableInteger, _ y: inout MutableInteger) {
    __gmpz_swap(&x.raw, &y.raw)
  }

  /// ln |value| to double precision; −∞ for zero.
  public var logMagnitude: Double {
    var exponent = 0
    let fraction = withUnsafePointer(to: raw) { __gmpz_get_d_2exp(&exponent, $0) }
    return fraction == 0 ? -.infinity : Double.log(fraction.magnitude) + Double(exponent) * 0.6931471805599453
  }

  /// Number of limbs in use.
  public var limbs: Int { withUnsafePointer(to: raw) { Int(__gmpz_size($0)) } }
}

extension MutableInteger {
  /// Adds an immutable integer.
  public mutating func add(_ x: Integer) { x.withPointer { ca_mpz_add_fmpz(&raw, $0) } }

  /// Adds a FLINT number.
  mutating func add(raw x: fmpz) { withUnsafePointer(to: x) { ca_mpz_add_fmpz(&raw, $0) } }

  /// Number of bits of |value|; 0 for zero.
  public var bitWidth: Int { signum == 0 ? 0 : withUnsafePointer(to: raw) { Int(__gmpz_sizeinbase($0, 2)) } }
}

extension MutableInteger {
  /// Subtracts another integer.
  public mutating func subtract(_ x: borrowing MutableInteger) {
    withUnsafeMutablePointer(to: &raw) { r in withUnsafePointer(to: x.raw) { __gmpz_sub(r, r, $0) } }
  }
}
