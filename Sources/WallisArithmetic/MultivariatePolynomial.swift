internal import CArithmetic

/// A polynomial in a fixed number of variables with integer coefficients (FLINT's `fmpz_mpoly`), as an immutable value.
///
/// Operands of one operation have the same number of variables.
public struct MultivariatePolynomial: @unchecked Sendable {
  private let storage: Storage

  /// One term: coefficient · x₀^e₀ ⋯ x₍ₖ₋₁₎^e₍ₖ₋₁₎.
  public struct Term: Sendable, Equatable {
    /// Exponent of each variable.
    public let exponents: [Int]
    /// Its coefficient, not zero.
    public let coefficient: Integer

    /// A term.
    public init(exponents: [Int], coefficient: Integer) {
      (self.exponents, self.coefficient) = (exponents, coefficient)
    }
  }

  private init(_ storage: Storage) { self.storage = storage }

  /// The constant polynomial.
  /// - Precondition: `variables` ≥ 1.
  public init(constant: Integer, variables: Int) {
    storage = Storage(variables)
    constant.withPointer { fmpz_mpoly_set_fmpz(&storage.raw, $0, &storage.ring.raw) }
  }

  /// The variable with this index.
  /// - Precondition: 0 ≤ `index` < `variables`.
  public init(variable index: Int, of variables: Int) {
    precondition(index >= 0 && index < variables, "a variable of the ring")
    storage = Storage(variables)
    fmpz_mpoly_gen(&storage.raw, index, &storage.ring.raw)
  }

  /// The sum of terms, in any order.
  public init(_ terms: [Term], variables: Int) {
    storage = Storage(variables)
    for term in terms {
      precondition(term.exponents.count == variables, "an exponent for each variable")
      let exponents = term.exponents.map { UInt($0) }
      term.coefficient.withPointer {
        fmpz_mpoly_push_term_fmpz_ui(&storage.raw, $0, exponents, &storage.ring.raw)
      }
    }
    fmpz_mpoly_sort_terms(&storage.raw, &storage.ring.raw)
    fmpz_mpoly_combine_like_terms(&storage.raw, &storage.ring.raw)
  }

  /// Number of variables of the ring.
  public var variables: Int { storage.ring.variables }
  /// True for the zero polynomial.
  public var isZero: Bool { fmpz_mpoly_is_zero(&storage.raw, &storage.ring.raw) != 0 }
  /// True for polynomials without a variable.
  public var isConstant: Bool { fmpz_mpoly_is_fmpz(&storage.raw, &storage.ring.raw) != 0 }
  /// Number of terms.
  public var count: Int { Int(storage.raw.length) }

  /// All terms in lexicographic order, the highest first.
  public var terms: [Term] {
    (0..<count).map { index in
      var exponents = [UInt](repeating: 0, count: variables)
      fmpz_mpoly_get_term_exp_ui(&exponents, &storage.raw, index, &storage.ring.raw)
      let coefficient = Integer.result {
        fmpz_mpoly_get_term_coeff_fmpz($0, &storage.raw, index, &storage.ring.raw)
      }
      return Term(exponents: exponents.map { Int($0) }, coefficient: coefficient)
    }
  }

  private typealias Pointer = UnsafeMutablePointer<fmpz_mpoly_struct>
  private typealias RingPointer = UnsafeMutablePointer<fmpz_mpoly_ctx_struct>

  private static func binary(
    _ x: MultivariatePolynomial, _ y: MultivariatePolynomial,
    _ operation: (Pointer, Pointer, Pointer, RingPointer) -> Void
  ) -> MultivariatePolynomial {
    precondition(x.variables == y.variables, "polynomials of one ring")
    let result = Storage(x.variables)
    // Copies of the headers: both operands may be one polynomial.
    var (left, right) = (x.storage.raw, y.storage.raw)
    withExtendedLifetime((x.storage, y.storage)) {
      operation(&result.raw, &left, &right, &result.ring.raw)
    }
    return MultivariatePolynomial(result)
  }

  /// Sum.
  public static func + (x: MultivariatePolynomial, y: MultivariatePolynomial) -> MultivariatePolynomial {
    binary(x, y) { fmpz_mpoly_add($0, $1, $2, $3) }
  }
  /// Difference.
  public static func - (x: MultivariatePolynomial, y: MultivariatePolynomial) -> MultivariatePolynomial {
    binary(x, y) { fmpz_mpoly_sub($0, $1, $2, $3) }
  }
  /// Product.
  public static func * (x: MultivariatePolynomial, y: MultivariatePolynomial) -> MultivariatePolynomial {
    binary(x, y) { fmpz_mpoly_mul($0, $1, $2, $3) }
  }
  /// Opposite.
  public static prefix func - (x: MultivariatePolynomial) -> MultivariatePolynomial {
    binary(x, x) { r, p, _, ring in fmpz_mpoly_neg(r, p, ring) }
  }
  /// Multiple by an integer.
  public static func * (x: Integer, y: MultivariatePolynomial) -> MultivariatePolynomial {
    binary(y, y) { r, p, _, ring in x.withPointer { fmpz_mpoly_scalar_mul_fmpz(r, p, $0, ring) } }
  }

  /// This polynomial raised to a power.
  /// - Precondition: `exponent` ≥ 0.
  public func power(_ exponent: Int) -> MultivariatePolynomial {
    precondition(exponent >= 0, "a polynomial power needs a non-negative exponent")
    return MultivariatePolynomial.binary(self, self) { r, p, _, ring in
      _ = fmpz_mpoly_pow_ui(r, p, UInt(exponent), ring)
    }
  }

  /// Greatest common divisor over ℤ, with a positive leading coefficient.
  public func gcd(_ other: MultivariatePolynomial) -> MultivariatePolynomial {
    MultivariatePolynomial.binary(self, other) { r, p, q, ring in _ = fmpz_mpoly_gcd(r, p, q, ring) }
  }

  /// Quotient when `divisor` divides this polynomial over ℤ, else nil.
  public func quotient(by divisor: MultivariatePolynomial) -> MultivariatePolynomial? {
    guard !divisor.isZero else { return nil }
    var divides = false
    let quotient = MultivariatePolynomial.binary(self, divisor) { r, p, q, ring in
      divides = fmpz_mpoly_divides(r, p, q, ring) != 0
    }
    return divides ? quotient : nil
  }

  /// The polynomial with x + by in place of one variable x.
  public func shifted(_ variable: Int, by step: Int) -> MultivariatePolynomial {
    substituting { index in
      let x = MultivariatePolynomial(variable: index, of: variables)
      return index == variable ? x + MultivariatePolynomial(constant: Integer(step), variables: variables) : x
    }
  }

  /// The polynomial with a polynomial in place of each variable.
  private func substituting(_ image: (Int) -> MultivariatePolynomial) -> MultivariatePolynomial {
    let images = (0..<variables).map(image)
    let result = Storage(variables)
    let pointers = images.map { image in
      let pointer = Pointer.allocate(capacity: 1)
      pointer.initialize(to: image.storage.raw)
      return Optional(pointer)
    }
    defer { for pointer in pointers { pointer?.deallocate() } }
    withExtendedLifetime(images) {
      _ = fmpz_mpoly_compose_fmpz_mpoly(
        &result.raw, &storage.raw, pointers, &storage.ring.raw, &result.ring.raw)
    }
    return MultivariatePolynomial(result)
  }
}

extension MultivariatePolynomial: Equatable {
  /// Equality of polynomials.
  public static func == (x: MultivariatePolynomial, y: MultivariatePolynomial) -> Bool {
    guard x.variables == y.variables else { return false }
    var (left, right) = (x.storage.raw, y.storage.raw)
    return withExtendedLifetime((x.storage, y.storage)) {
      fmpz_mpoly_equal(&left, &right, &x.storage.ring.raw) != 0
    }
  }
}

/// Number of variables and their order; never changes once made.
private final class Ring {
  let variables: Int
  var raw = fmpz_mpoly_ctx_struct()

  init(_ variables: Int) {
    precondition(variables >= 1, "a ring with variables")
    self.variables = variables
    fmpz_mpoly_ctx_init(&raw, variables, ORD_LEX)
  }

  deinit { fmpz_mpoly_ctx_clear(&raw) }
}

/// Owns a polynomial and the ring that it lives in.
private final class Storage {
  let ring: Ring
  var raw = fmpz_mpoly_struct()

  init(_ variables: Int) {
    ring = Ring(variables)
    fmpz_mpoly_init(&raw, &ring.raw)
  }

  deinit { fmpz_mpoly_clear(&raw, &ring.raw) }
}
