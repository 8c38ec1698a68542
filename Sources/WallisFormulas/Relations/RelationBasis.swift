/// The terms among which an integer relation for a value v is sought.
public enum RelationBasis: Sendable, Hashable, CustomStringConvertible {
  /// 1, v.
  case rational
  /// 1, v, v².
  case quadratic
  /// 1, c, v, v·c: v is a Möbius image of one constant c.
  case moebius(Constant)

  /// The forms that the basis covers, in words.
  public var description: String {
    switch self {
    case .rational: "p/q"
    case .quadratic: "p+q*x+r*x^2=0"
    case .moebius(let c): "(p+q*\(c))/(r+s*\(c))"
    }
  }

  /// Short name of the basis.
  public var name: String {
    switch self {
    case .rational: "rational"
    case .quadratic: "quadratic"
    case .moebius(let c): "moebius \(c)"
    }
  }

  /// True when a number of the basis has two independent relations, because the constant is a quadratic root.
  var isQuadraticField: Bool {
    guard case .moebius(let constant) = self, case .quadratic = constant.nature else { return false }
    return true
  }
}
