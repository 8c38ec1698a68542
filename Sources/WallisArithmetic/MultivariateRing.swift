internal import CArithmetic

/// Number of variables of polynomials and the order of their terms (FLINT's `fmpz_mpoly_ctx`); never changes once made.
final class MultivariateRing: @unchecked Sendable {
  let variables: Int
  let raw: fmpz_mpoly_ctx_struct

  init(_ variables: Int, order: ordering_t = ORD_LEX) {
    precondition(variables >= 1, "a ring with variables")
    self.variables = variables
    var context = fmpz_mpoly_ctx_struct()
    fmpz_mpoly_ctx_init(&context, variables, order)
    raw = context
  }

  deinit {
    var context = raw
    fmpz_mpoly_ctx_clear(&context)
  }

  private static let small = (1...8).map { MultivariateRing($0) }

  /// The ring of lexicographic order; one for all polynomials of few variables.
  static func shared(_ variables: Int) -> MultivariateRing {
    small.indices.contains(variables - 1) ? small[variables - 1] : MultivariateRing(variables)
  }
}

/// Owns a polynomial and the ring that it lives in; written while its polynomial is made, never again.
final class MultivariateStorage: @unchecked Sendable {
  let ring: MultivariateRing
  let raw: fmpz_mpoly_struct

  init(_ ring: MultivariateRing, _ raw: fmpz_mpoly_struct) { (self.ring, self.raw) = (ring, raw) }

  deinit {
    var (header, context) = (raw, ring.raw)
    fmpz_mpoly_clear(&header, &context)
  }
}
