internal import WallisArithmetic

/// A term as a function of its index: a sum of rational functions times different cores, without those that are 0.
///
/// A value of this type is exact: it is the term at every index ≥ 0 at which all of its rational functions are finite.
struct SeriesTerms: Hashable, Sendable {
  /// The rational functions by their cores.
  private(set) var parts: [TermCore: RationalFunction] = [:]

  /// Cores, and degrees of rational functions, beyond which a term is too large to be taken apart.
  private static let (mostParts, largestDegree) = (64, 400)

  /// A rational function times a core.
  init(_ factor: RationalFunction, _ core: TermCore = TermCore()) { add(factor, core) }

  private init() {}

  private mutating func add(_ factor: RationalFunction, _ core: TermCore) {
    let sum = parts[core].map { $0 + factor } ?? factor
    parts[core] = sum.isZero ? nil : sum
  }

  /// Whether the term is small enough to go on with.
  private var isBounded: Bool {
    parts.count <= SeriesTerms.mostParts
      && parts.values.allSatisfy {
        max($0.numerator.degree, $0.denominator.degree) <= SeriesTerms.largestDegree
      }
  }

  /// The sum; nil where it becomes too large.
  func plus(_ other: SeriesTerms) -> SeriesTerms? {
    var sum = self
    for (core, factor) in other.parts { sum.add(factor, core) }
    return sum.isBounded ? sum : nil
  }

  /// The product; nil where it becomes too large.
  func times(_ other: SeriesTerms) -> SeriesTerms? {
    var product = SeriesTerms()
    for (core, factor) in parts {
      for (second, scale) in other.parts { product.add(factor * scale, core * second) }
    }
    return product.isBounded ? product : nil
  }

  /// The only rational function and its core; nil where there are several, or none.
  var single: (factor: RationalFunction, core: TermCore)? {
    guard parts.count == 1, let part = parts.first else { return nil }
    return (part.value, part.key)
  }

  /// The rational function that the term is; nil where it is none.
  var rational: RationalFunction? {
    if parts.isEmpty { return RationalFunction(0) }
    guard let single, single.core == TermCore() else { return nil }
    return single.factor
  }

  /// The power; nil where it is none of these terms.
  func raised(to power: Int) -> SeriesTerms? {
    if let single {
      guard let core = single.core.raised(to: power) else { return nil }
      let (top, bottom) = (single.factor.numerator, single.factor.denominator)
      let size = abs(power)
      guard max(top.degree, bottom.degree) * size <= SeriesTerms.largestDegree else { return nil }
      let raised = (top.power(size), bottom.power(size))
      return SeriesTerms(
        power < 0 ? RationalFunction(raised.1, raised.0) : RationalFunction(raised.0, raised.1), core)
    }
    guard (0...16).contains(power) else { return nil }
    return (0..<power).reduce(SeriesTerms(RationalFunction(1)) as SeriesTerms?) { product, _ in
      product?.times(self)
    }
  }
}
