internal import CArithmetic

/// An integer of any size, as an immutable value.
///
/// Values below 2⁶² in modulus live in the word itself (FLINT's `fmpz`); larger ones share reference-counted
/// storage. Each operation on large values allocates: kernels use `MutableInteger` instead.
public struct Integer: Sendable {
  let raw: fmpz
  private let owner: IntegerStorage?

  /// Takes over `raw`, which the caller must not clear.
  init(owning raw: fmpz) {
    self.raw = raw
    owner = ca_fmpz_is_big(raw) != 0 ? IntegerStorage(raw) : nil
  }

  /// The integer with the value of a machine word.
  public init(_ value: Int) {
    var z: fmpz = 0
    fmpz_set_si(&z, value)
    self.init(owning: z)
  }

  /// The number with these words, least significant first, in two's complement.
  init(twosComplement words: [UInt64]) {
    let isNegative = (words.last ?? 0) >> 63 == 1
    self = Integer.result { z in
      words.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: UInt.self) { fmpz_set_signed_ui_array(z, $0.baseAddress, $0.count) }
      }
    }
    precondition(isNegative == (signum < 0), "words in two's complement keep their sign")
  }

  /// Word of this index, least significant first, of the two's complement.
  func word(at index: Int) -> UInt64 {
    let shifted = index == 0 ? self : shifted(left: -64 * index)
    return shifted.withPointer { p in
      var low: fmpz = 0
      fmpz_fdiv_r_2exp(&low, p, 64)
      defer { fmpz_clear(&low) }
      return UInt64(fmpz_get_ui(&low))
    }
  }

  /// A copy of a FLINT number.
  init(copying raw: fmpz) {
    guard ca_fmpz_is_big(raw) != 0 else {
      (self.raw, owner) = (raw, nil)
      return
    }
    self = Integer.result { copy in withUnsafePointer(to: raw) { fmpz_set(copy, $0) } }
  }

  /// Result of a C function that writes into an initialised `fmpz`.
  static func result(_ body: (UnsafeMutablePointer<fmpz>) -> Void) -> Integer {
    var z: fmpz = 0
    body(&z)
    return Integer(owning: z)
  }

  /// Calls `body` with a pointer to the value, valid during the call only.
  func withPointer<R>(_ body: (UnsafePointer<fmpz>) -> R) -> R {
    withExtendedLifetime(owner) { withUnsafePointer(to: raw, body) }
  }

  /// The value as a machine word; nil where its magnitude is none, so that every word can be negated: −2⁶³ is no word here.
  public var word: Int? { withPointer { fmpz_bits($0) < 64 ? fmpz_get_si($0) : nil } }

  /// −1, 0 or 1.
  public var signum: Int { withPointer { Int(fmpz_sgn($0)) } }

  /// Number of bits of |value|; 0 for zero.
  public var bitWidth: Int { withPointer { Int(fmpz_bits($0)) } }

  /// True for zero.
  public var isZero: Bool { raw == 0 }

  /// Nearest double, ±∞ beyond its range.
  public var approximation: Double { withPointer { fmpz_get_d($0) } }

  /// The power of ten with this exponent.
  /// - Precondition: `exponent` ≥ 0.
  public static func powerOfTen(_ exponent: Int) -> Integer { Integer(10).power(exponent) }
}

/// Storage of an `fmpz` beyond one word; cleared with the last reference.
private final class IntegerStorage: @unchecked Sendable {
  private let raw: fmpz

  init(_ raw: fmpz) { self.raw = raw }

  deinit {
    var z = raw
    fmpz_clear(&z)
  }
}

extension Integer: ExpressibleByIntegerLiteral {
  /// The integer of a literal.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Integer: Hashable, Comparable {
  /// Equality of values.
  public static func == (x: Integer, y: Integer) -> Bool {
    x.withPointer { p in y.withPointer { fmpz_equal(p, $0) != 0 } }
  }

  /// Order of values.
  public static func < (x: Integer, y: Integer) -> Bool {
    x.withPointer { p in y.withPointer { fmpz_cmp(p, $0) < 0 } }
  }

  /// Hashes small values by the word, large ones by their decimal digits' residue modulo a 61-bit prime.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(withPointer { fmpz_fdiv_ui($0, (1 << 61) - 1) })
    hasher.combine(signum)
  }
}

extension Integer {
  /// The value modulo 2⁶⁴, the lowest word of the two's complement.
  public var lowWord: UInt64 { word(at: 0) }
}
