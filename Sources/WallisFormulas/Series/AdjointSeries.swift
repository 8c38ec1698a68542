internal import WallisArithmetic

/// h(n) with Σ c_i(n + i) h(n + i) = 1, as a series of inverse factorials: the sum of a sequence with
/// Σ c_i(n)u(n − i) = 0 from n on is Σ_j g_j(n)u(n − j), g_0 = c_0(n)h(n), g_j = −Σ_{i>j} c_i(n+i−j)h(n+i−j).
///
/// The basis and its neighbours are those of `FactorialTail`. The series is formal: what is computed with it is compared,
/// not proved.
struct AdjointSeries {
  /// Coefficients h_j from `first` on.
  private let coefficients: [Ball]
  private let first: Int
  private let c: [Polynomial]
  private let bits: Int

  /// The series with as many coefficients as count at an index; nil where 1 is a double root of the characteristic
  /// polynomial, where a coefficient is not determined, and where the coefficients do not become small.
  init?(_ c: [Polynomial], at index: Int, bits: Int) {
    guard let degree = c.map(\.degree).max(), degree >= 0 else { return nil }
    (self.c, self.bits) = (c, bits)
    let moved = c.enumerated().map { $1.shifted(by: Integer($0)) }
    let top = moved.reduce(Integer(0)) { $0 + $1[degree] }
    first = top.isZero ? degree - 1 : degree
    var system = AdjointSystem(moved, degree: degree, bits: bits)
    var (all, small): ([Ball], Int) = ([], 0)
    var power = AdjointSeries.power(first, at: index, bits: bits)
    while small < degree + 4 {
      let j = first + all.count
      guard j < 8 * bits + 400, let next = system.next(j, isDegenerate: top.isZero) else { return nil }
      all.append(next)
      small = (next * power).magnitudeExponent.map { $0 < -bits - 8 } ?? true ? small + 1 : 0
      power = power / (index + j)
    }
    coefficients = all
  }

  /// φ_j(n).
  private static func power(_ j: Int, at n: Int, bits: Int) -> Ball {
    let one = Ball(1, bits: bits)
    return j >= 0 ? (0..<j).reduce(one) { $0 / (n + $1) } : (1...(-j)).reduce(one) { $0 * (n - $1) }
  }

  private func value(at n: Int) -> Ball {
    var (sum, power) = (Ball(0, bits: bits), AdjointSeries.power(first, at: n, bits: bits))
    for (offset, coefficient) in coefficients.enumerated() {
      sum = sum + coefficient * power
      power = power / (n + first + offset)
    }
    return sum
  }

  /// Σ u(k) over k ≥ n from u(n), u(n − 1), …, u(n − r + 1).
  func tail(at n: Int, _ u: [Ball]) -> Ball {
    let values = (0..<c.count).map { value(at: n + $0) }
    func factor(_ i: Int, _ index: Int) -> Ball { values[index] * c[i].value(at: n + index) }
    return u.enumerated().reduce(Ball(0, bits: bits)) { sum, entry in
      let (j, u) = entry
      let g =
        j == 0
        ? factor(0, 0) : (j + 1..<c.count).reduce(Ball(0, bits: bits)) { $0 - factor($1, $1 - j) }
      return sum + g * u
    }
  }
}

/// The equations for the h_j, row by row.
private struct AdjointSystem {
  private let c: [[Integer]]
  private let degree: Int
  private let zero: Ball
  /// E^i h for each i.
  private var shifts: [TailDiagonals]

  init(_ moved: [Polynomial], degree: Int, bits: Int) {
    c = moved.map { polynomial in (0...degree).map { polynomial[$0] } }
    (self.degree, zero) = (degree, Ball(0, bits: bits))
    shifts = moved.map { _ in TailDiagonals(degree: degree, bits: bits) }
  }

  /// h_j; nil where its equation does not determine it.
  mutating func next(_ j: Int, isDegenerate: Bool) -> Ball? {
    let pivot: Integer
    if isDegenerate {
      pivot = c.enumerated().reduce(Integer(0)) { sum, entry in
        sum + entry.element[degree - 1] - Integer(j * entry.offset) * entry.element[degree]
      }
      push(at: j)
      push(at: j + 1)
    } else {
      pivot = c.reduce(Integer(0)) { $0 + $1[degree] }
      push(at: j)
    }
    guard !pivot.isZero else { return nil }
    let row = isDegenerate ? j - degree + 1 : j - degree
    let right = row == 0 ? zero + 1 : zero
    let value = ((right - rest(row)) / Ball(pivot, bits: zero.bits)).midpoint
    for index in shifts.indices { shifts[index].add(value, at: j) }
    return value
  }

  private func rest(_ row: Int) -> Ball {
    c.enumerated().reduce(zero) { sum, entry in
      entry.element.enumerated().reduce(sum) {
        $0 + shifts[entry.offset].entry($1.offset, row: row) * $1.element
      }
    }
  }

  /// (E^i h)_t with h_t = 0: (E x)_t = x_t − (t − 1)x_{t−1}.
  private mutating func push(at t: Int) {
    var value = zero
    for index in shifts.indices {
      if index > 0 { value = value - shifts[index - 1].entry(0, row: t - 1) * (t - 1) }
      shifts[index].push(value, at: t)
    }
  }
}
