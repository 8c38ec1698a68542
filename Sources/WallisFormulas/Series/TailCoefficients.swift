internal import WallisArithmetic

/// The coefficients g_j, one after the other, of q(K)(g − Eg − δ) + (q − p)(K)Eg = Σ s(K)x with sequences x that are
/// known, where K multiplies by k and E shifts it; see `FactorialTail`.
struct TailCoefficients {
  /// A sequence of coefficients; 0 outside of those that are listed.
  struct Sequence {
    /// Index of the first.
    let first: Int
    fileprivate(set) var values: [Ball] = []

    fileprivate func value(at index: Int) -> Ball? {
      values.indices.contains(index - first) ? values[index - first] : nil
    }

    fileprivate var end: Int { first + values.count }
  }

  /// s(K)x.
  struct Source {
    /// s.
    let polynomial: Polynomial
    /// x.
    let sequence: Sequence
  }

  private let q: [Integer]
  private let difference: [Integer]
  private let isAlternating: Bool
  /// Whether δ stands in the equation.
  private let isTarget: Bool
  private let sources: [(coefficients: [Integer], sequence: Sequence)]
  private let zero: Ball
  /// Index of the next coefficient.
  private var next: Int
  private var last: Ball
  private var u: TailDiagonals
  private var v: TailDiagonals
  private var others: [TailDiagonals]
  /// Eg, as far as it is known.
  private(set) var shifted: Sequence

  private var degree: Int { q.count - 1 }

  init(p: Polynomial, q: Polynomial, isAlternating: Bool, bits: Int, isTarget: Bool, sources: [Source]) {
    (self.q, difference) = (q.coefficients, (q - p).coefficients)
    (self.isAlternating, self.isTarget) = (isAlternating, isTarget)
    self.sources = sources.map { ($0.polynomial.coefficients, $0.sequence) }
    (zero, last) = (Ball(0, bits: bits), Ball(0, bits: bits))
    next = isAlternating ? 0 : -1
    u = TailDiagonals(degree: q.degree, bits: bits)
    (v, others) = (u, sources.map { _ in TailDiagonals(degree: q.degree, bits: bits) })
    shifted = Sequence(first: isAlternating ? 0 : -1)
  }

  /// Σ g_jφ_j(N), and Σ |e_i| sup φ_i(k)/φ_{−d}(k) over k ≥ N for what is left of the equations, for alternating signs
  /// with the factor k − d; nil where the coefficients do not end.
  mutating func solve(at place: Int, bits: Int) -> (value: Ball, error: Ball)? {
    var (sum, small) = (zero, 0)
    var power = isAlternating ? zero + 1 : zero + (place - 1)
    var error = TailError(place: place - degree, isAlternating: isAlternating)
    let sourcesEnd = sources.map(\.sequence.end).max() ?? 0
    while small < degree + 3 || next < sourcesEnd {
      let j = next
      guard j < 4 * bits + 400 else { return nil }
      let (coefficient, residual) = solveNext()
      error.add(residual)
      let term = coefficient * power
      sum = sum + term
      small = term.magnitudeExponent.map { $0 < -bits - 8 } ?? true ? small + 1 : 0
      power = j < 0 ? zero + 1 : power / (place + j)
    }
    for _ in 0...(degree + 2) { error.add(close()) }
    return error.bound.map { (sum, $0) }
  }

  /// What the next equation is without the next coefficient.
  private mutating func open() -> Ball {
    let j = next
    let known = last * (1 - j)
    v.push(known, at: j)
    shifted.values.append(known)
    if isAlternating {
      u.push(last * (j - 1) - (isTarget && j == 0 ? 1 : 0), at: j)
    } else {
      u.push(isTarget && j == -1 ? zero - 1 : zero, at: j + 1)
    }
    let row = isAlternating ? j - degree : j + 1 - degree
    var rest = q.enumerated().reduce(zero) { $0 + u.entry($1.offset, row: row) * $1.element }
    rest = difference.enumerated().reduce(rest) { $0 + v.entry($1.offset, row: row) * $1.element }
    for (index, source) in sources.enumerated() {
      others[index].push(source.sequence.value(at: j) ?? zero, at: j)
      rest = source.coefficients.enumerated().reduce(rest) {
        $0 - others[index].entry($1.offset, row: row) * $1.element
      }
    }
    return rest
  }

  /// The next coefficient, exactly as it is rounded, and what it leaves of its equation.
  private mutating func solveNext() -> (coefficient: Ball, residual: Ball) {
    let (rest, j) = (open(), next)
    let pivot = isAlternating ? difference[degree] : q[degree] * Integer(j) + (difference.last ?? 0)
    let coefficient = (-(rest / Ball(pivot, bits: zero.bits))).midpoint
    v.add(coefficient)
    shifted.values[shifted.values.count - 1] = shifted.values[shifted.values.count - 1] + coefficient
    if !isAlternating { u.add(coefficient * j) }
    (last, next) = (coefficient, j + 1)
    return (coefficient, rest + coefficient * pivot)
  }

  /// What remains of the next equation when no coefficient follows.
  private mutating func close() -> Ball {
    let rest = open()
    (last, next) = (zero, next + 1)
    return rest
  }
}

/// Σ |e_i| sup φ_i(k)/φ_{−d}(k) over k ≥ N, for alternating signs with the factor k − d.
private struct TailError {
  private var sum = Ball(0, bits: 64)
  private var power = Ball(1, bits: 64)
  private var factor: Int
  private var isFirst: Bool
  private var isLost = false

  init(place: Int, isAlternating: Bool) { (factor, isFirst) = (place, isAlternating) }

  /// Takes in e_i for the next i, from −d on.
  mutating func add(_ residual: Ball) {
    let size = residual.magnitude.rounded(toBits: 64)
    guard !isFirst else {
      // No power of k remains to make up for terms that are not summable without their signs.
      isLost = !(size.isExact && size.containsZero)
      (isFirst, factor) = (false, factor + 1)
      return
    }
    sum = sum + size * power
    power = power / factor
    factor += 1
  }

  var bound: Ball? { isLost ? nil : sum }
}
