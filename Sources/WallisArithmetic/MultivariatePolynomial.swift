internal import CArithmetic

/// A polynomial in a fixed number of variables with integer coefficients (FLINT's `fmpz_mpoly`), as an immutable value.
///
/// Operands of one operation have the same number of variables.
public struct MultivariatePolynomial: Sendable {
  private let storage: MultivariateStorage

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

  typealias Pointer = UnsafePointer<fmpz_mpoly_struct>
  typealias MutablePointer = UnsafeMutablePointer<fmpz_mpoly_struct>
  typealias RingPointer = UnsafePointer<fmpz_mpoly_ctx_struct>

  /// Result of a C function that writes into an initialised `fmpz_mpoly`.
  init(in ring: MultivariateRing, _ body: (MutablePointer, RingPointer) -> Void) {
    var raw = fmpz_mpoly_struct()
    withUnsafePointer(to: ring.raw) { context in
      fmpz_mpoly_init(&raw, context)
      body(&raw, context)
    }
    storage = MultivariateStorage(ring, raw)
  }

  /// Calls `body` with pointers to the value and its ring, valid during the call only.
  func withPointer<R>(_ body: (Pointer, RingPointer) -> R) -> R {
    withExtendedLifetime(storage) {
      withUnsafePointer(to: storage.raw) { p in withUnsafePointer(to: ring.raw) { body(p, $0) } }
    }
  }

  /// The ring that the polynomial lives in.
  var ring: MultivariateRing { storage.ring }
  /// Header for arrays of operands; read-only, and valid as long as the polynomial.
  var header: fmpz_mpoly_struct { storage.raw }

  /// The constant polynomial.
  /// - Precondition: `variables` ≥ 1.
  public init(constant: Integer, variables: Int) {
    self.init(in: .shared(variables)) { r, ring in
      constant.withPointer { fmpz_mpoly_set_fmpz(r, $0, ring) }
    }
  }

  /// The variable with this index.
  /// - Precondition: 0 ≤ `index` < `variables`.
  public init(variable index: Int, of variables: Int) {
    precondition(index >= 0 && index < variables, "a variable of the ring")
    self.init(in: .shared(variables)) { fmpz_mpoly_gen($0, index, $1) }
  }

  /// The sum of terms, in any order.
  public init(_ terms: [Term], variables: Int) {
    self.init(in: .shared(variables)) { r, ring in
      for term in terms {
        precondition(term.exponents.count == variables, "an exponent for each variable")
        let exponents = term.exponents.map { UInt($0) }
        term.coefficient.withPointer { fmpz_mpoly_push_term_fmpz_ui(r, $0, exponents, ring) }
      }
      fmpz_mpoly_sort_terms(r, ring)
      fmpz_mpoly_combine_like_terms(r, ring)
    }
  }

  /// Number of variables of the ring.
  public var variables: Int { ring.variables }
  /// True for the zero polynomial.
  public var isZero: Bool { count == 0 }
  /// True for polynomials without a variable.
  public var isConstant: Bool { withPointer { fmpz_mpoly_is_fmpz($0, $1) != 0 } }
  /// Number of terms.
  public var count: Int { Int(storage.raw.length) }

  /// All terms in lexicographic order, the highest first.
  public var terms: [Term] {
    withPointer { p, ring in
      (0..<count).map { index in
        var exponents = [UInt](repeating: 0, count: variables)
        fmpz_mpoly_get_term_exp_ui(&exponents, p, index, ring)
        let coefficient = Integer.result { fmpz_mpoly_get_term_coeff_fmpz($0, p, index, ring) }
        return Term(exponents: exponents.map { Int($0) }, coefficient: coefficient)
      }
    }
  }
}

extension MultivariatePolynomial: Equatable {
  /// Equality of polynomials.
  public static func == (x: MultivariatePolynomial, y: MultivariatePolynomial) -> Bool {
    guard x.variables == y.variables else { return false }
    return x.withPointer { p, ring in y.withPointer { q, _ in fmpz_mpoly_equal(p, q, ring) != 0 } }
  }
}
