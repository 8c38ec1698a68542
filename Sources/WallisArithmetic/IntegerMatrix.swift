internal import CArithmetic

/// A square matrix of integers of any size that is owned by one place (FLINT's `fmpz_mat`).
public struct IntegerMatrix: ~Copyable, @unchecked Sendable {
  private var raw: fmpz_mat_struct

  /// The zero matrix.
  init(rank: Int) {
    raw = fmpz_mat_struct()
    fmpz_mat_init(&raw, rank, rank)
  }

  /// The identity.
  public init(identityOfRank rank: Int) {
    self.init(rank: rank)
    fmpz_mat_one(&raw)
  }

  deinit {
    var header = raw
    fmpz_mat_clear(&header)
  }

  mutating func withMutablePointer(_ body: (UnsafeMutablePointer<fmpz_mat_struct>) -> Void) {
    withUnsafeMutablePointer(to: &raw) { body($0) }
  }

  /// Number of rows and of columns.
  public var rank: Int { Int(raw.r) }

  /// One entry.
  public subscript(row: Int, column: Int) -> Integer {
    withUnsafePointer(to: raw) { matrix in
      Integer.result { fmpz_set($0, fmpz_mat_entry(matrix, row, column)) }
    }
  }

  /// The product of two matrices.
  public init(product x: borrowing IntegerMatrix, _ y: borrowing IntegerMatrix) {
    self.init(rank: x.rank)
    withUnsafePointer(to: x.raw) { left in
      withUnsafePointer(to: y.raw) { fmpz_mat_mul(&raw, left, $0) }
    }
  }

  /// M(first)⋯M(first + count − 1), by a balanced product tree.
  ///
  /// - Precondition: `count` ≥ 1.
  /// - Complexity: O(M(B) log count) for entries of B bits.
  public init(productOf matrix: PolynomialMatrix, from first: Int, count: Int) {
    precondition(count >= 1, "a product has factors")
    guard count > 8 else {
      self = matrix.value(at: first)
      for n in (first + 1)..<(first + count) { multiply(by: matrix.value(at: n)) }
      return
    }
    let left = IntegerMatrix(productOf: matrix, from: first, count: count / 2)
    let right = IntegerMatrix(productOf: matrix, from: first + count / 2, count: count - count / 2)
    self.init(product: left, right)
  }

  private mutating func multiply(by other: borrowing IntegerMatrix) {
    let product = IntegerMatrix(product: self, other)
    self = product
  }

  /// Divides all entries by their greatest common divisor.
  public mutating func divideOutContent() {
    var content: fmpz = 0
    fmpz_mat_content(&content, &raw)
    defer { fmpz_clear(&content) }
    guard fmpz_is_zero(&content) == 0, fmpz_is_one(&content) == 0 else { return }
    withUnsafeMutablePointer(to: &raw) { fmpz_mat_scalar_divexact_fmpz($0, $0, &content) }
  }

  /// Determinant.
  public var determinant: Integer {
    withUnsafePointer(to: raw) { matrix in Integer.result { fmpz_mat_det($0, matrix) } }
  }
}
