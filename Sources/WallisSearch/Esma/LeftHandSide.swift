public import WallisArithmetic

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

  /// The form as the expression grammar reads it, with `name` for the constant: `(e+1)/(e-1)`.
  /// - Parameter isPositive: the sign that makes the quotient positive.
  public func text(_ name: String, isPositive: Bool) -> String {
    LeftHandSide.text(
      Polynomial(isPositive ? top : top.map { -$0 }), Polynomial(bottom), name)
  }

  /// Whether a constant needs parentheses in a product, or in a power.
  private static func isCompound(_ name: String, power: Bool) -> Bool {
    var depth = 0
    for character in name {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0, "+-−*/ ".contains(character) || character == "^" && power { return true }
    }
    return name.first?.isNumber ?? false
  }

  /// P/Q as the expression grammar reads it.
  static func text(_ p: Polynomial, _ q: Polynomial, _ name: String) -> String {
    let symbol = isCompound(name, power: max(p.degree, q.degree) > 1) ? "(\(name))" : name
    // (3e-3)/(3-e) reads better than (-3e+3)/(e-3).
    let isOpposite = p.leading.signum < 0 && q.coefficients.contains { $0.signum < 0 }
    let (p, q) = isOpposite ? (-p, -q) : (p, q)
    func plain(_ x: Polynomial) -> String {
      guard x.leading.signum < 0, let least = x.coefficients.first(where: { !$0.isZero }), least > 0 else {
        return x.text(variable: symbol)
      }
      let low = Polynomial(
        [Integer](repeating: 0, count: x.coefficients.firstIndex(of: least) ?? 0) + [least])
      return low.text(variable: symbol) + (x - low).text(variable: symbol)
    }
    func grouped(_ x: Polynomial) -> String {
      let text = plain(x)
      let isSum = x.coefficients.count { !$0.isZero } > 1
      return isSum || text.hasPrefix("-") ? "(\(text))" : text
    }
    guard q != Polynomial([1] as [Int]) else { return p == Polynomial([0, 1]) ? name : plain(p) }
    let below = grouped(q)
    return grouped(p) + "/"
      + (q.degree > 0 && !below.hasPrefix("(") && q.leading.magnitude > 1 ? "(\(below))" : below)
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
