internal import WallisArithmetic
internal import WallisFormulas

/// The terms of a basis, whatever its constants are.
enum BasisShape: Hashable {
  /// 1, v, …, v^degree.
  case powers(Int)
  /// 1, c, v, v·c.
  case moebius(isQuadraticField: Bool)
  /// 1, so many constants, v.
  case linear(Int)
  /// 1, so many constants, v, and v times each of them.
  case quotient(Int)

  /// Number of terms.
  var terms: Int {
    switch self {
    case .powers(let degree): degree + 1
    case .moebius: 4
    case .linear(let count): count + 2
    case .quotient(let count): 2 * count + 2
    }
  }

  /// Number of terms in which v is not.
  var known: Int {
    switch self {
    case .powers: 1
    case .moebius: 2
    case .linear(let count), .quotient(let count): count + 1
    }
  }
}

extension RelationBasis {
  /// The terms; those for the function of v where the basis is about one.
  var shape: BasisShape {
    switch self {
    case .rational: .powers(1)
    case .quadratic: .powers(2)
    case .algebraic(let degree): .powers(degree)
    case .moebius: .moebius(isQuadraticField: isQuadraticField)
    case .linear(let constants): .linear(constants.count)
    case .quotient(let constants): .quotient(constants.count)
    case .mapped(_, let inner): inner.shape
    case .each: .powers(1)
    }
  }
}

/// A basis of a plan, with as much of it as the machine words of `RelationScreen` look at; the rest is made when it is asked
/// for: most bases never are.
struct BasisCandidate {
  /// The function of v that the basis is about; nil for v itself.
  let map: NumberMap?
  let shape: BasisShape
  /// Enclosures of the constants.
  let values: [Ball]
  private let make: () -> RelationBasis

  /// A basis that is there.
  init(_ basis: RelationBasis, _ values: [Ball]) {
    if case .mapped(let map, _) = basis { self.map = map } else { map = nil }
    (shape, self.values) = (basis.shape, values)
    make = { basis }
  }

  /// A basis for v itself that is to be made.
  init(_ shape: BasisShape, _ values: [Ball], _ make: @escaping () -> RelationBasis) {
    (map, self.shape, self.values, self.make) = (nil, shape, values, make)
  }

  /// The basis.
  var basis: RelationBasis { make() }

  /// The basis for v, or for the function of v in the place of v.
  var inner: RelationBasis {
    if case .mapped(_, let inner) = basis { inner } else { basis }
  }
}
