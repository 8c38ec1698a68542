internal import WallisArithmetic

/// Values of the functions of `FunctionTable` in ball arithmetic; a ball without information outside their domain.
enum FunctionValue {
  /// A function applied to enclosed arguments; nil for an unknown name or a wrong number of arguments.
  static func ball(_ name: String, _ arguments: [Ball]) -> Ball? {
    switch arguments.count {
    case 1: return unary(name, arguments[0])
    case 2: return binary(name, arguments[0], arguments[1])
    default: return nil
    }
  }

  private static func unary(_ name: String, _ x: Ball) -> Ball? {
    switch name {
    case "sqrt": x.squareRoot
    case "cbrt": cubeRoot(x)
    case "exp": x.exp
    case "log": x.log
    case "zeta": x.zeta
    case "gamma": x.gamma
    case "erf": x.erf
    case "erfc": x.erfc
    case "beta": dirichletBeta(x)
    default: trigonometric(name, x)
    }
  }

  private static func trigonometric(_ name: String, _ x: Ball) -> Ball? {
    switch name {
    case "sin": x.sin
    case "cos": x.cos
    case "tan": x.tan
    case "cot": x.tan.inverse
    case "asin": x.asin
    case "acos": x.acos
    case "atan": x.atan
    case "sinh": x.sinh
    case "cosh": x.cosh
    case "tanh": x.tanh
    case "coth": x.tanh.inverse
    case "asinh": x.asinh
    case "acosh": x.acosh
    case "atanh": x.atanh
    default: nil
    }
  }

  private static func binary(_ name: String, _ x: Ball, _ y: Ball) -> Ball? {
    switch name {
    case "agm": x.agm(y)
    case "besseli": x.besselI(y)
    case "besselj": x.besselJ(y)
    case "besselk": x.besselK(y)
    case "polylog": x.polylog(y)
    case "psi": polygamma(x, y)
    default: nil
    }
  }

  private static func cubeRoot(_ x: Ball) -> Ball { x.isNegative ? -(-x).root(3) : x.root(3) }

  /// ψ of order k = 0 is the digamma function; ψ_k(x) = (−1)^(k+1) k! ζ(k+1, x).
  private static func polygamma(_ order: Ball, _ x: Ball) -> Ball {
    if order.containsZero { return order.isExact ? x.digamma : order.log }
    let size = (order + 1).gamma * (order + 1).hurwitzZeta(x)
    guard let k = order.uniqueInteger?.word else { return (order - order).inverse }
    return k.isMultiple(of: 2) ? -size : size
  }

  /// β(s) = 4^(−s)(ζ(s, 1/4) − ζ(s, 3/4)).
  private static func dirichletBeta(_ s: Ball) -> Ball {
    let quarter = Ball(Rational(1, 4), bits: s.bits), threeQuarters = Ball(Rational(3, 4), bits: s.bits)
    return (s.hurwitzZeta(quarter) - s.hurwitzZeta(threeQuarters)) / Ball(4, bits: s.bits).power(s)
  }
}
