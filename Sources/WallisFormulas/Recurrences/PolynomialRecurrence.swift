public import WallisArithmetic

/// A recurrence with polynomial coefficients, p₀(n) s(n) + p₁(n) s(n+1) + … + p_r(n) s(n+r) = 0 for n ≥ 0.
public struct PolynomialRecurrence: Sendable, Hashable {
  /// p₀, …, p_r in n, without a common integer factor, the leading coefficient of p_r positive.
  public let coefficients: [Polynomial]
  /// Equations beyond the unknowns that the terms satisfied as well.
  public let surplus: Int

  /// Order r.
  public var order: Int { coefficients.count - 1 }

  /// The recurrence with the fewest unknowns that a sequence satisfies, equations to spare; nil where there is none.
  ///
  /// Shapes are tried in the order of their unknowns (r+1)(d+1), over one prime; a hit is lifted by several and checked
  /// on all terms by exact integers.
  public init?(shortestFor sequence: [Rational], surplus: Int = LinearRecurrence.leastSurplus) {
    let integers = sequence.primitiveIntegers
    let shapes = Self.shapes(terms: sequence.count, surplus: surplus)
    guard Self.isPromising(integers, shapes) else { return nil }
    for (order, degree) in shapes {
      guard let found = Self.lifted(integers, order: order, degree: degree), !found[order].isZero
      else { continue }
      let equations = sequence.count - order
      let spare = equations - (order + 1) * (degree + 1) + 1
      // Where the leading polynomial vanishes nothing is predicted.
      let idle = found[order].integerRoots.count { $0 >= 0 && $0 < Integer(equations) }
      guard spare - idle >= surplus else { continue }
      (coefficients, self.surplus) = (found, spare - idle)
      return
    }
    return nil
  }

  /// Orders to 8 with degrees to 16.
  static let mostShapes = 128

  private static func shapes(terms: Int, surplus: Int) -> [(order: Int, degree: Int)] {
    var shapes: [(order: Int, degree: Int)] = []
    for order in 1...8 {
      for degree in 1...16 where terms - order - (order + 1) * (degree + 1) + 1 >= surplus {
        shapes.append((order, degree))
      }
    }
    return shapes.sorted {
      let (first, second) = (($0.order + 1) * ($0.degree + 1), ($1.order + 1) * ($1.degree + 1))
      return (first, $0.order) < (second, $1.order)
    }
  }

  /// Whether one of the largest shapes has a solution over one prime: every solution of a smaller shape is one of
  /// theirs.
  private static func isPromising(_ s: [Integer], _ shapes: [(order: Int, degree: Int)]) -> Bool {
    let largest = Dictionary(grouping: shapes, by: \.order).compactMap { $1.max { $0.degree < $1.degree } }
    return largest.contains { order, degree in
      nullVector(s, order: order, degree: degree, modulo: PrimeTable.primes[0]) != nil
    }
  }

  private static func lifted(_ s: [Integer], order: Int, degree: Int) -> [Polynomial]? {
    var lift = ResidueLift()
    for prime in PrimeTable.primes {
      guard let vector = nullVector(s, order: order, degree: degree, modulo: prime) else { return nil }
      lift.append(vector, modulo: prime)
      guard lift.count > 1, let integers = lift.integers else { continue }
      let polynomials = (0...order).map { i in
        Polynomial(
          (0...degree).map { k in
            let place = i * (degree + 1) + k
            return place < integers.count ? integers[place] : 0
          })
      }
      guard holds(polynomials, for: s) else { continue }
      let last = polynomials.last { !$0.isZero }?.leading ?? 1
      return last.signum < 0 ? polynomials.map { -$0 } : polynomials
    }
    return nil
  }

  private static func holds(_ polynomials: [Polynomial], for s: [Integer]) -> Bool {
    guard polynomials.contains(where: { !$0.isZero }), s.count >= polynomials.count else { return false }
    return (0...s.count - polynomials.count).allSatisfy { n in
      polynomials.indices.reduce(Integer(0)) { $0 + polynomials[$1].value(at: n) * s[n + $1] }.isZero
    }
  }

  /// A solution modulo a prime, its last free unknown 1; nil where only zero is one.
  private static func nullVector(_ s: [Integer], order: Int, degree: Int, modulo prime: UInt64) -> [UInt64]? {
    let (modulus, width) = (Integer(Int(prime)), (order + 1) * (degree + 1))
    let residues = s.map { UInt64($0.modulo(modulus).word ?? 0) }
    var rows: [[UInt64]] = []
    var pivots: [Int] = []
    for n in 0..<(s.count - order) {
      var row = (0..<width).map { place -> UInt64 in
        let (i, k) = place.quotientAndRemainder(dividingBy: degree + 1)
        return (0..<k).reduce(residues[n + i]) { value, _ in PrimeRecurrence.product(value, UInt64(n), prime)
        }
      }
      for (pivot, other) in zip(pivots, rows) where row[pivot] != 0 {
        PrimeRecurrence.subtract(other, times: row[pivot], from: &row, prime)
      }
      guard let pivot = row.firstIndex(where: { $0 != 0 }) else { continue }
      let scale = PrimeRecurrence.inverse(row[pivot], modulo: prime)
      row = row.map { PrimeRecurrence.product($0, scale, prime) }
      for index in rows.indices where rows[index][pivot] != 0 {
        PrimeRecurrence.subtract(row, times: rows[index][pivot], from: &rows[index], prime)
      }
      rows.append(row)
      pivots.append(pivot)
      if pivots.count == width { return nil }
    }
    guard let free = (0..<width).last(where: { !pivots.contains($0) }) else { return nil }
    var vector = [UInt64](repeating: 0, count: width)
    vector[free] = 1
    for (pivot, row) in zip(pivots, rows) { vector[pivot] = row[free] == 0 ? 0 : prime - row[free] }
    return vector
  }
}

extension PolynomialRecurrence: CustomStringConvertible {
  /// For example `(n+2)*a(n+1) = (4n+2)*a(n)`, written with everything on one side: `-(4n+2)*a(n)+(n+2)*a(n+1) = 0`.
  public var description: String {
    let parts = coefficients.indices.reversed().filter { !coefficients[$0].isZero }.map { i in
      let shift = i == 0 ? "n" : "n+\(i)"
      let factor = coefficients[i] == Polynomial([1] as [Int]) ? "" : "(\(coefficients[i].factored(.plain)))*"
      return "\(factor)a(\(shift))"
    }
    return parts.joined(separator: " + ") + " = 0"
  }
}
