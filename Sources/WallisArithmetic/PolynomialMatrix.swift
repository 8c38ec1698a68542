internal import CArithmetic

/// A square matrix of polynomials in one variable (FLINT's `fmpz_poly_mat`), as an immutable value.
public struct PolynomialMatrix: @unchecked Sendable {
  fileprivate let storage: Storage

  /// Number of rows and of columns.
  public var rank: Int { Int(storage.raw.r) }

  private init(_ storage: Storage) { self.storage = storage }

  /// The matrix with these rows.
  /// - Precondition: as many columns as rows, at least one.
  public init(_ rows: [[Polynomial]]) {
    precondition(!rows.isEmpty && rows.allSatisfy { $0.count == rows.count }, "a square matrix")
    storage = Storage(rows.count)
    for (i, row) in rows.enumerated() {
      for (j, entry) in row.enumerated() {
        entry.withPointer { fmpz_poly_set(fmpz_poly_mat_entry(&storage.raw, i, j), $0) }
      }
    }
  }

  /// The identity.
  public init(identityOfRank rank: Int) {
    storage = Storage(rank)
    fmpz_poly_mat_one(&storage.raw)
  }

  /// One entry.
  public subscript(row: Int, column: Int) -> Polynomial {
    Polynomial(copying: fmpz_poly_mat_entry(&storage.raw, row, column))
  }

  /// The entries row by row.
  public var rows: [[Polynomial]] { (0..<rank).map { i in (0..<rank).map { self[i, $0] } } }

  /// Product.
  /// - Precondition: equal ranks.
  public static func * (x: PolynomialMatrix, y: PolynomialMatrix) -> PolynomialMatrix {
    precondition(x.rank == y.rank, "matrices of one rank")
    let result = Storage(x.rank)
    var (left, right) = (x.storage.raw, y.storage.raw)
    withExtendedLifetime((x.storage, y.storage)) { fmpz_poly_mat_mul(&result.raw, &left, &right) }
    return PolynomialMatrix(result)
  }

  /// Determinant.
  public var determinant: Polynomial {
    Polynomial.result { fmpz_poly_mat_det($0, &storage.raw) }
  }

  /// Some polynomial multiple of the inverse without a common factor of its entries; nil when the determinant is zero.
  public var inverseDirection: PolynomialMatrix? {
    let result = Storage(rank)
    var denominator = fmpz_poly_struct()
    fmpz_poly_init(&denominator)
    defer { fmpz_poly_clear(&denominator) }
    guard fmpz_poly_mat_inv(&result.raw, &denominator, &storage.raw) != 0 else { return nil }
    return PolynomialMatrix(result).primitive.matrix
  }

  /// The matrix divided by the greatest common divisor of its entries, and that divisor.
  public var primitive: (matrix: PolynomialMatrix, content: Polynomial) {
    var content = fmpz_poly_struct()
    fmpz_poly_init(&content)
    defer { fmpz_poly_clear(&content) }
    for i in 0..<rank {
      for j in 0..<rank where fmpz_poly_is_one(&content) == 0 {
        withUnsafeMutablePointer(to: &content) {
          fmpz_poly_gcd($0, $0, fmpz_poly_mat_entry(&storage.raw, i, j))
        }
      }
    }
    guard content.length > 0, fmpz_poly_is_one(&content) == 0 else {
      return (self, Polynomial(constant: 1))
    }
    let result = Storage(rank)
    for i in 0..<rank {
      for j in 0..<rank {
        fmpz_poly_div(
          fmpz_poly_mat_entry(&result.raw, i, j), fmpz_poly_mat_entry(&storage.raw, i, j), &content)
      }
    }
    return (PolynomialMatrix(result), Polynomial(copying: &content))
  }

  /// The value at an integer.
  public func value(at point: Int) -> IntegerMatrix {
    var result = IntegerMatrix(rank: rank)
    var n: fmpz = 0
    fmpz_set_si(&n, point)
    defer { fmpz_clear(&n) }
    result.withMutablePointer { fmpz_poly_mat_evaluate_fmpz($0, &storage.raw, &n) }
    return result
  }

  /// Coefficients of det(λ − M) as a polynomial in λ, constant term first, by the rule of Faddeev and Le Verrier.
  public var characteristicPolynomial: [Polynomial] {
    var coefficients = [Polynomial](repeating: .zero, count: rank + 1)
    coefficients[rank] = Polynomial(constant: 1)
    var sum = [[Polynomial]](repeating: [Polynomial](repeating: .zero, count: rank), count: rank)
    for k in 1...rank {
      // N(k) = M·N(k−1) + c(r−k+1)·I, c(r−k) = −tr(M·N(k))/k.
      var next = k == 1 ? sum : (self * PolynomialMatrix(sum)).rows
      for i in 0..<rank { next[i][i] = next[i][i] + coefficients[rank - k + 1] }
      sum = next
      let product = self * PolynomialMatrix(sum)
      let trace = (0..<rank).reduce(Polynomial.zero) { $0 + product[$1, $1] }
      coefficients[rank - k] = -trace.dividedExactly(by: Integer(k))
    }
    return coefficients
  }
}

extension PolynomialMatrix: Equatable {
  /// Equality of all entries.
  public static func == (x: PolynomialMatrix, y: PolynomialMatrix) -> Bool {
    guard x.rank == y.rank else { return false }
    var (left, right) = (x.storage.raw, y.storage.raw)
    return withExtendedLifetime((x.storage, y.storage)) { fmpz_poly_mat_equal(&left, &right) != 0 }
  }
}

private final class Storage {
  var raw = fmpz_poly_mat_struct()

  init(_ rank: Int) { fmpz_poly_mat_init(&raw, rank, rank) }

  deinit { fmpz_poly_mat_clear(&raw) }
}
