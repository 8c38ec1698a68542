public import WallisArithmetic
public import WallisFormulas

/// |P(c)/Q(c)| for a constant c, in canonical integer form.
///
/// P and Q have no common factor, neither of numbers nor of polynomials, are not proportional, and the first non-zero
/// coefficient of each is positive: 112, 504 and 3304 forms of degree 1 with heights 2, 3 and 5.
public struct LeftHandSide: Sendable, Hashable {
  /// P, constant term first, padded to the degree of the space.
  public let top: [Int]
  /// Q.
  public let bottom: [Int]

  /// All forms of a degree and a height, grouped by class: simple classes first, simple forms first in each.
  public static func classes(degree: Int, height: Int) -> [[LeftHandSide]] {
    var groups: [MoebiusClass: [LeftHandSide]] = [:]
    let rows = rows(degree: degree, height: height)
    for top in rows {
      for bottom in rows {
        guard let side = LeftHandSide(top, bottom) else { continue }
        groups[MoebiusClass(side), default: []].append(side)
      }
    }
    return groups.map { ($0.key, $0.value.sorted()) }.sorted {
      ($0.0.index, $0.1[0]) < ($1.0.index, $1.1[0])
    }.map(\.1)
  }

  /// Coefficient lists whose first non-zero entry, from the leading one on, is positive.
  private static func rows(degree: Int, height: Int) -> [[Int]] {
    var rows: [[Int]] = [[]]
    for _ in 0...degree { rows = rows.flatMap { row in (-height...height).map { row + [$0] } } }
    return rows.filter { ($0.last { $0 != 0 } ?? 0) > 0 }
  }

  private init?(_ top: [Int], _ bottom: [Int]) {
    let content = (top + bottom).reduce(0) { LeftHandSide.divisor($0, $1) }
    guard content == 1 else { return nil }
    let (p, q) = (Polynomial(top), Polynomial(bottom))
    guard max(p.degree, q.degree) > 0, p.gcd(q).degree < 1 else { return nil }
    (self.top, self.bottom) = (top, bottom)
  }

  fileprivate static func divisor(_ x: Int, _ y: Int) -> Int { y == 0 ? abs(x) : divisor(y, x % y) }

  /// |P(c)/Q(c)| from an enclosure of c.
  public func value(_ c: Ball) -> Ball {
    func value(_ coefficients: [Int]) -> Ball {
      coefficients.reversed().reduce(Ball(0, bits: c.bits)) { $0 * c + Integer($1) }
    }
    let quotient = value(top) / value(bottom)
    return quotient.isNegative ? -quotient : quotient
  }

  /// (αx + β)/(γx + δ) of x = P/Q as a quotient of the same kind, not normalised in sign; nil where words overflow.
  func image(_ map: [Integer]) -> (top: [Integer], bottom: [Integer])? {
    guard map.count == 4 else { return nil }
    func combined(_ x: Integer, _ y: Integer) -> [Integer] {
      zip(top, bottom).map { x * Integer($0) + y * Integer($1) }
    }
    let (p, q) = (combined(map[0], map[1]), combined(map[2], map[3]))
    let content = (p + q).reduce(Integer(0)) { $0.gcd($1) }
    guard !content.isZero else { return nil }
    return (p.map { $0.dividedExactly(by: content) }, q.map { $0.dividedExactly(by: content) })
  }

  /// Sum of the moduli of the coefficients: simple forms have a small one.
  public var weight: Int { (top + bottom).reduce(0) { $0 + abs($1) } }

  /// P/Q of a constant, as closed forms are made: (e + 1)/(e − 1).
  /// - Parameter isPositive: the sign that makes the quotient positive.
  public func expression(of constant: Expression, isPositive: Bool) -> Expression {
    LeftHandSide.quotient(
      Polynomial(isPositive ? top : top.map { -$0 }), Polynomial(bottom), of: constant)
  }

  /// P/Q of a constant; (3·e − 3)/(3 − e) rather than (−3·e + 3)/(e − 3).
  static func quotient(_ p: Polynomial, _ q: Polynomial, of constant: Expression) -> Expression {
    let isOpposite = p.leading.signum < 0 && q.coefficients.contains { $0.signum < 0 }
    let (p, q) = isOpposite ? (-p, -q) : (p, q)
    let (top, bottom) = (sum(p, constant), sum(q, constant))
    return (bottom == .integer(1) ? top : top.over(bottom)).closedFormOrder
  }

  /// The polynomial with its leading term first, or the lowest positive one where the leading one is negative.
  private static func sum(_ polynomial: Polynomial, _ symbol: Expression) -> Expression {
    let coefficients = polynomial.coefficients
    var powers = Array(coefficients.indices.reversed())
    if polynomial.leading.signum < 0, let first = coefficients.firstIndex(where: { $0.signum > 0 }) {
      powers = [first] + powers.filter { $0 != first }
    }
    return .combination(
      powers.map { power in
        (coefficients[power], power == 0 ? nil : power == 1 ? symbol : symbol.raised(to: power))
      })
  }
}

extension LeftHandSide: Comparable {
  /// Smaller weights first, then coefficients from the leading ones on, large before small.
  public static func < (x: LeftHandSide, y: LeftHandSide) -> Bool {
    if x.weight != y.weight { return x.weight < y.weight }
    let (first, second) = (x.bottom.reversed() + x.top.reversed(), y.bottom.reversed() + y.top.reversed())
    return first.lexicographicallyPrecedes(second)
  }
}

/// Forms that are images of one another under integer Möbius maps of determinant ±1: the rows P and Q generate the same
/// lattice, given by its Hermite normal form.
///
/// Their simple continued fractions agree from some places on (Serret).
struct MoebiusClass: Hashable {
  let rows: [[Int]]
  /// Product of the pivots; ±determinant for degree 1.
  var index: Int { rows.reduce(1) { $0 * ($1.first { $0 != 0 } ?? 1) } }

  init(_ side: LeftHandSide) {
    var (x, y) = (Array(side.top.reversed()), Array(side.bottom.reversed()))
    guard let column = x.indices.first(where: { x[$0] != 0 || y[$0] != 0 }) else {
      rows = []
      return
    }
    while y[column] != 0 {
      let quotient = x[column] / y[column]
      (x, y) = (y, zip(x, y).map { $0 - quotient * $1 })
    }
    if x[column] < 0 { x = x.map { -$0 } }
    guard let second = y.indices.first(where: { y[$0] != 0 }) else {
      rows = [x]
      return
    }
    if y[second] < 0 { y = y.map { -$0 } }
    let quotient = Int((Double(x[second]) / Double(y[second])).rounded(.down))
    rows = [zip(x, y).map { $0 - quotient * $1 }, y]
  }
}
