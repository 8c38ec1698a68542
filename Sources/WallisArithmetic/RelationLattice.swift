internal import CArithmetic

/// The lattice of integer relations among n numbers, fed with their digits in steps.
///
/// Row i stands for a vector of coefficients a(i): it holds w(j)·a(i, j) for weights w, and Σ a(i, j) X(j) for the
/// scaled integers X(j) ≈ 2^k x(j). A relation Σ a(j) x(j) = 0 gives a short vector; feeding more digits refines
/// the lattice without starting again.
///
/// - Complexity: each step reduces entries as long as a step, and multiplies by what that gives; a step of about 30
///   decimal digits stays in machine doubles.
/// - Reference: Håstad, Just, Lagarias, Schnorr, "Polynomial time algorithms for finding integer relations among
///   real numbers", SIAM J. Comput. 18 (1989) 859–881.
public struct RelationLattice: ~Copyable, Sendable {
  private var lattice: Lattice
  private let shifts: [Int]

  /// Measured 2026-11-21 on an AMD EPYC core, six terms and 100 to 400 digits: 20 to 40 bits are equally fast, and relations
  /// that fill 70 % of the digits are found all the same.
  private static let leadingBits = 30

  /// Number of terms of the relations.
  public var terms: Int { shifts.count }

  /// The lattice of all coefficient vectors, term j weighted by 2^shifts[j].
  /// - Precondition: `shifts` is not empty and not negative.
  public init(weightShifts shifts: [Int]) {
    precondition(shifts.allSatisfy { $0 >= 0 }, "weights are positive powers of two")
    self.shifts = shifts
    lattice = Lattice(rank: shifts.count, columns: shifts.count + 1)
    for j in shifts.indices { lattice[j, j] = Integer(1).shifted(left: shifts[j]) }
  }

  /// Replaces the scaled numbers by those of a higher precision, and reduces.
  /// - Precondition: one integer for each term.
  public mutating func feed(_ scaled: [Integer]) {
    precondition(scaled.count == terms, "one scaled number for each term")
    let raw = scaled.map(\.raw)
    withExtendedLifetime(scaled) {
      for i in 0..<terms { setSum(i, raw) }
    }
    lattice.reduceLeading(RelationLattice.leadingBits, of: 0..<terms)
  }

  /// Replaces the last entry of a row by Σ a(j) X(j).
  private mutating func setSum(_ row: Int, _ scaled: [fmpz]) {
    var (sum, coefficient, number): (fmpz, fmpz, fmpz) = (0, 0, 0)
    for j in 0..<scaled.count {
      fmpz_fdiv_q_2exp(&coefficient, fmpz_mat_entry(&lattice.basis, row, j), UInt(shifts[j]))
      number = scaled[j]
      fmpz_addmul(&sum, &coefficient, &number)
    }
    fmpz_swap(fmpz_mat_entry(&lattice.basis, row, scaled.count), &sum)
    fmpz_clear(&coefficient)
    fmpz_clear(&sum)
  }

  /// Coefficients that one row of the basis stands for.
  public func relation(_ row: Int) -> [Integer] {
    (0..<terms).map { lattice[row, $0].shifted(left: -shifts[$0]) }
  }

  /// The largest k such that every exact relation has a coefficient of modulus 10^k or more; nil when none can be
  /// claimed.
  ///
  /// An exact relation of height H gives a vector with squared length at most H²(Σ w(j)² + (Σ e(j))²), where e(j)
  /// bounds |X(j) − 2^k x(j)|; no vector is shorter than the smallest Gram–Schmidt vector.
  ///
  /// - Parameter errors: e(j), one for each term.
  public func excludedExponent(errors: [Integer]) -> Int? {
    guard let square = lattice.smallestSquaredLength() else { return nil }
    let error = errors.reduce(Integer(0), +)
    let weights = shifts.reduce(Integer(0)) { $0 + Integer(1).shifted(left: 2 * $1) }
    let height = square.numerator.floorDivided(by: square.denominator * (weights + error * error))
    guard height.signum > 0 else { return nil }
    return ("\(height)".count - 1) / 2
  }
}
