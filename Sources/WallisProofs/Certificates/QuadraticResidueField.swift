/// The field of p² elements x + yi, i² = −1, for a small prime p with p mod 4 = 3.
struct QuadraticResidueField: Sendable {
  /// An element: x + yi.
  struct Element: Sendable, Hashable {
    var x: Int
    var y: Int

    static let zero = Element(x: 0, y: 0)
    static let one = Element(x: 1, y: 0)

    var isZero: Bool { x == 0 && y == 0 }
  }

  /// p.
  let prime: Int

  func sum(_ a: Element, _ b: Element) -> Element {
    Element(x: (a.x + b.x) % prime, y: (a.y + b.y) % prime)
  }

  func product(_ a: Element, _ b: Element) -> Element {
    Element(
      x: (a.x * b.x + (prime - a.y) * b.y) % prime, y: (a.x * b.y + a.y * b.x) % prime)
  }

  func difference(_ a: Element, _ integer: Int) -> Element {
    Element(x: (a.x + prime - integer % prime) % prime, y: a.y)
  }

  /// 1/a.
  /// - Precondition: a ≠ 0.
  func inverse(_ a: Element) -> Element {
    precondition(!a.isZero, "division by zero")
    // The norm is not 0, as −1 is no square.
    let reciprocal = power((a.x * a.x + a.y * a.y) % prime, prime - 2)
    return Element(x: a.x * reciprocal % prime, y: (prime - a.y) % prime * reciprocal % prime)
  }

  private func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, square, rest) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square % prime }
      square = square * square % prime
      rest >>= 1
    }
    return result
  }

  /// The value of a polynomial with these coefficients, constant term first, reduced modulo p.
  func value(_ coefficients: [Int], at point: Element) -> Element {
    coefficients.reversed().reduce(.zero) { value, coefficient in
      let next = product(value, point)
      return Element(x: (next.x + coefficient) % prime, y: next.y)
    }
  }
}
