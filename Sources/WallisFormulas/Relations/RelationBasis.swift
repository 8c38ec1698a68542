/// The terms among which an integer relation for a value v is sought.
public enum RelationBasis: Sendable, Hashable, CustomStringConvertible {
  /// 1, v.
  case rational
  /// 1, v, v².
  case quadratic
  /// 1, v, …, v^degree.
  case algebraic(degree: Int)
  /// 1, c, v, v·c: v is a Möbius image of one constant c.
  case moebius(Constant)
  /// 1, c, d, …, v: v is a rational combination of constants.
  case linear([Constant])
  /// 1, c, d, …, v, v·c, v·d, …: v is a quotient of two combinations of constants.
  case quotient([Constant])
  /// Many bases of one kind, for what is said of all of them.
  case each(Kind, count: Int)

  /// Kinds of bases that are too many to be listed one by one.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Möbius images of squares, cubes, square roots and logarithms of constants.
    case powers = "(p+q*c)/(r+s*c), c a power, root or logarithm of a constant"
    /// Möbius images of products and quotients of two constants.
    case products = "(p+q*c)/(r+s*c), c a product or quotient of two constants"
    /// Combinations of 1 and two constants.
    case pairs = "p+q*c+r*d, c and d constants"
    /// Quotients of combinations of 1 and two constants.
    case quotients = "(p+q*c+r*d)/(s+t*c+u*d), c and d constants"
    /// Combinations of 1 and three constants.
    case triples = "p+q*c+r*d+s*f, c, d and f constants"
    /// Combinations of 1 and four constants.
    case quadruples = "p+q*c+r*d+s*f+t*g, c, d, f and g constants"
  }

  /// The forms that the basis covers, in words.
  public var description: String {
    switch self {
    case .rational: "p/q"
    case .quadratic: "p+q*x+r*x^2=0"
    case .algebraic(let degree): "a polynomial of degree \(degree)"
    case .moebius(let c): "(p+q*\(c))/(r+s*\(c))"
    case .linear(let constants): "a combination of 1, " + constants.map(\.name).joined(separator: ", ")
    case .quotient(let constants):
      "a quotient of combinations of 1, " + constants.map(\.name).joined(separator: ", ")
    case .each(let kind, let count): "\(kind.rawValue) (\(count) bases)"
    }
  }

  /// Short name of the basis.
  public var name: String {
    switch self {
    case .rational: "rational"
    case .quadratic: "quadratic"
    case .algebraic(let degree): "algebraic \(degree)"
    case .moebius(let c): "moebius \(c)"
    case .linear(let constants): "linear " + constants.map(\.name).joined(separator: ",")
    case .quotient(let constants): "quotient " + constants.map(\.name).joined(separator: ",")
    case .each(let kind, _): "\(kind)"
    }
  }

  /// The constants that occur.
  var constants: [Constant] {
    switch self {
    case .rational, .quadratic, .algebraic, .each: []
    case .moebius(let constant): [constant]
    case .linear(let constants), .quotient(let constants): constants
    }
  }

  /// True when a number of the basis has two independent relations, because the constant is a quadratic root.
  var isQuadraticField: Bool {
    guard case .moebius(let constant) = self, case .quadratic = constant.nature else { return false }
    return true
  }
}
