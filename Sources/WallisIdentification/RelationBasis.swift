public import WallisFormulas

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
  /// A function of v in the place of v.
  indirect case mapped(NumberMap, RelationBasis)
  /// Many bases of one kind, for what is said of all of them.
  case each(Kind, count: Int)

  /// Kinds of bases that are too many to be listed one by one.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Möbius images of squares, cubes, square roots and logarithms of constants.
    case powers = "(p+q*c)/(r+s*c), c a power, root or logarithm of a constant"
    /// Möbius images of products and quotients of two constants.
    case products = "(p+q*c)/(r+s*c), c a product or quotient of two constants"
    /// Fractions, roots and Möbius images of constants that functions of v are.
    case functions = "f(x) = (p+q*c)/(r+s*c), f a power, exp, log or a circular function"
    /// Products of rational powers of constants.
    case factors = "a product of rational powers of constants"
    /// Quadratic and cubic irrationals times a constant.
    case multiples = "c times a root of degree 3 at most, c a constant"
    /// Combinations of constants of one weight.
    case graded = "a combination of 1 and constants of one weight or field"
    /// Möbius images of special values of functions.
    case specialValues = "(p+q*c)/(r+s*c), c a special value of a function"
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
    case .mapped(let map, let basis): "\(basis) for \(map.text(of: "x"))"
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
    case .mapped(let map, let basis): "\(map.text(of: "x")) \(basis.name)"
    case .each(let kind, _): "\(kind)"
    }
  }

  /// The constants that occur.
  var constants: [Constant] {
    switch self {
    case .rational, .quadratic, .algebraic, .each: []
    case .moebius(let constant): [constant]
    case .linear(let constants), .quotient(let constants): constants
    case .mapped(_, let basis): basis.constants
    }
  }

  /// True when a number of the basis has two independent relations, because the constant is a quadratic root.
  var isQuadraticField: Bool {
    guard case .moebius(let constant) = self, case .quadratic = constant.nature else { return false }
    return true
  }
}
