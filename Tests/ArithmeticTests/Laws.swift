import Testing
import WallisArithmetic

/// What a commutative ring has.
protocol RingElement: Equatable {
  static func + (x: Self, y: Self) -> Self
  static func - (x: Self, y: Self) -> Self
  static func * (x: Self, y: Self) -> Self
  static prefix func - (x: Self) -> Self
}

extension Integer: RingElement {}
extension Rational: RingElement {}
extension Polynomial: RingElement {}
extension MultivariatePolynomial: RingElement {}
extension MultivariateFraction: RingElement {}

/// The axioms of a commutative ring on all pairs of some values, and on triples of neighbours; operands that are one
/// and the same value among them.
func expectRingLaws<R: RingElement>(
  _ values: [R], zero: R, one: R, sourceLocation: SourceLocation = #_sourceLocation
) {
  func expect(_ holds: Bool, _ law: String, _ operands: R...) {
    #expect(holds, "\(law): \(operands)", sourceLocation: sourceLocation)
  }
  for x in values {
    expect(x + zero == x && zero + x == x && x - zero == x, "zero is neutral", x)
    expect(x * one == x && one * x == x && x * zero == zero, "one is neutral", x)
    expect(x + -x == zero && x - x == zero && -(-x) == x && zero - x == -x, "opposite", x)
    expect(x + x == (one + one) * x && x * x == x * (x + one) - x, "one value as both operands", x)
    for y in values {
      expect(x + y == y + x && x * y == y * x, "commutative", x, y)
      expect((x - y) + y == x && x - y == x + -y && -x * y == -(x * y), "difference", x, y)
      expect((x == y) == (x - y == zero), "equality", x, y)
    }
  }
  for ((x, y), z) in zip(zip(values, values.dropFirst()), values.dropFirst(2)) {
    expect((x + y) + z == x + (y + z) && (x * y) * z == x * (y * z), "associative", x, y, z)
    expect(x * (y + z) == x * y + x * z && (x - y) * z == x * z - y * z, "distributive", x, y, z)
  }
}

/// Values that are equal hash alike, and a set finds each value that is made anew.
func expectHashing<V: Hashable>(
  _ values: [V], copy: (V) -> V, sourceLocation: SourceLocation = #_sourceLocation
) {
  let set = Set(values)
  for value in values {
    #expect(set.contains(copy(value)), "\(value)", sourceLocation: sourceLocation)
    #expect(value.hashValue == copy(value).hashValue, "\(value)", sourceLocation: sourceLocation)
  }
}
