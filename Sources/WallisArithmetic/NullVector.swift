internal import CArithmetic

/// A vector v ≠ 0 of integers with Mv = 0, primitive; nil when there is none.
///
/// - Parameter rows: rows of M, all of one length, at least one.
public func nullVector(ofRows rows: [[Integer]]) -> [Integer]? { nullSpace(ofRows: rows).first }

/// A basis of the vectors v with Mv = 0, each of integers without a common factor.
///
/// - Parameter rows: rows of M, all of one length, at least one.
public func nullSpace(ofRows rows: [[Integer]]) -> [[Integer]] {
  guard let columns = rows.first?.count, columns > 0 else { return [] }
  precondition(rows.allSatisfy { $0.count == columns }, "rows of a matrix have one length")
  var (matrix, space) = (fmpz_mat_struct(), fmpz_mat_struct())
  fmpz_mat_init(&matrix, rows.count, columns)
  fmpz_mat_init(&space, columns, columns)
  defer {
    fmpz_mat_clear(&matrix)
    fmpz_mat_clear(&space)
  }
  for (i, row) in rows.enumerated() {
    for (j, value) in row.enumerated() {
      value.withPointer { fmpz_set(fmpz_mat_entry(&matrix, i, j), $0) }
    }
  }
  let dimension = fmpz_mat_nullspace(&space, &matrix)
  return (0..<dimension).map { column in
    let vector = (0..<columns).map { row in
      Integer.result { fmpz_set($0, fmpz_mat_entry(&space, row, column)) }
    }
    let content = vector.reduce(Integer(0)) { $0.gcd($1) }
    return vector.map { $0.dividedExactly(by: content) }
  }
}
