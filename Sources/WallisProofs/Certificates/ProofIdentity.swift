public import WallisArithmetic

/// An identity of polynomials in one variable, each side a sum of products: what a step of a proof comes down to once
/// denominators are multiplied out. Expanding it is all that checking it takes.
public struct ProofIdentity: Sendable, Hashable {
  /// What it says, in a few words without signs.
  public let name: String
  /// The letter of the variable.
  public let variable: String
  /// The left-hand side: the factors of each summand.
  public let left: [[Polynomial]]
  /// The right-hand side.
  public let right: [[Polynomial]]

  /// An identity; `holds` decides whether it is one.
  public init(_ name: String, in variable: String, _ left: [[Polynomial]], _ right: [[Polynomial]]) {
    (self.name, self.variable, self.left, self.right) = (name, variable, left, right)
  }

  /// A product of rational functions as it comes, nothing cancelled.
  struct Product {
    let factors: [RationalFunction]
    let divisors: [RationalFunction]

    init(_ factors: [RationalFunction], over divisors: [RationalFunction] = []) {
      (self.factors, self.divisors) = (factors, divisors)
    }

    fileprivate var top: [Polynomial] { factors.map(\.numerator) + divisors.map(\.denominator) }
    fileprivate var bottom: [Polynomial] { factors.map(\.denominator) + divisors.map(\.numerator) }
  }

  /// A product equal to a sum of products, multiplied by all denominators.
  init(_ name: String, in variable: String, _ product: Product, _ sum: [Product]) {
    let one = Polynomial(constant: 1)
    func proper(_ factors: [Polynomial]) -> [Polynomial] {
      let kept = factors.filter { $0 != one }
      return kept.isEmpty ? [one] : kept
    }
    let right = sum.indices.map { place in
      let others = sum.indices.filter { $0 != place }.flatMap { sum[$0].bottom }
      return proper(sum[place].top + others + product.bottom)
    }
    self.init(name, in: variable, [proper(product.top + sum.flatMap(\.bottom))], right)
  }

  /// Whether both sides are the same polynomial.
  public var holds: Bool { ProofIdentity.expanded(left) == ProofIdentity.expanded(right) }

  private static func expanded(_ side: [[Polynomial]]) -> Polynomial {
    side.reduce(.zero) { $0 + $1.reduce(Polynomial(constant: 1)) { $0 * $1 } }
  }
}
