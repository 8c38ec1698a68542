internal import WallisArithmetic

extension FunctionTable {
  static let elementary: [FunctionDeclaration] = [
    FunctionDeclaration(
      "pcf", ["a(n)", "b(n)"], "polynomial continued fraction a(0) + b(1)/(a(1) + b(2)/(a(2) + ...))",
      value: .limit),
    FunctionDeclaration(
      "sqrt", ["x"], "square root",
      value: .unary(\.squareRoot, \.squareRoot, where: { !$0.isNegative }, exact: { $0.squareRoot }),
      spelling: FunctionSpelling(unicode: "√(#1)", latex: "\\sqrt{#1}", natural: ("√#1", nil))),
    FunctionDeclaration(
      "cbrt", ["x"], "cube root",
      value: .unary(\.cubeRoot, { $0.imaginary.isExactZero ? ComplexBall($0.real.cubeRoot) : $0.cubeRoot }),
      spelling: FunctionSpelling(
        latex: "\\sqrt[3]{#1}", natural: ("∛#1", nil), gp: "sqrtn(#1, 3)")),
    FunctionDeclaration(
      "exp", ["x"], "exponential", value: .unary(\.exp, \.exp), spelling: .operation("\\exp")),
    FunctionDeclaration(
      "log", ["x"], "natural logarithm", otherNames: ["ln"],
      value: .unary(\.log, \.log, where: { !$0.isNegative && !$0.isExactZero }),
      spelling: .operation("\\log")),
    FunctionDeclaration(
      "sin", ["x"], "sine", value: .unary(\.sin, \.sin), spelling: .operation("\\sin")),
    FunctionDeclaration(
      "cos", ["x"], "cosine", value: .unary(\.cos, \.cos), spelling: .operation("\\cos")),
    FunctionDeclaration(
      "tan", ["x"], "tangent", value: .unary(\.tan, \.tan), spelling: .operation("\\tan")),
    FunctionDeclaration(
      "cot", ["x"], "cotangent",
      value: .unary({ $0.tan.inverse }, { $0.tan.inverse }, where: { !$0.isExactZero }),
      spelling: .operation("\\cot", gp: "cotan(#1)")),
    FunctionDeclaration(
      "asin", ["x"], "inverse sine", value: .unary(\.asin, \.asin, where: { !$0.exceedsOne }),
      spelling: .operation("\\arcsin")),
    FunctionDeclaration(
      "acos", ["x"], "inverse cosine", value: .unary(\.acos, \.acos, where: { !$0.exceedsOne }),
      spelling: .operation("\\arccos")),
    FunctionDeclaration(
      "atan", ["x"], "inverse tangent", value: .unary(\.atan, \.atan), spelling: .operation("\\arctan")),
    FunctionDeclaration(
      "sinh", ["x"], "hyperbolic sine", value: .unary(\.sinh, \.sinh), spelling: .operation("\\sinh")),
    FunctionDeclaration(
      "cosh", ["x"], "hyperbolic cosine", value: .unary(\.cosh, \.cosh), spelling: .operation("\\cosh")),
    FunctionDeclaration(
      "tanh", ["x"], "hyperbolic tangent", value: .unary(\.tanh, \.tanh), spelling: .operation("\\tanh")),
    FunctionDeclaration(
      "coth", ["x"], "hyperbolic cotangent",
      value: .unary({ $0.tanh.inverse }, { $0.tanh.inverse }, where: { !$0.isExactZero }),
      spelling: .operation("\\coth", gp: "cotanh(#1)")),
    FunctionDeclaration("asinh", ["x"], "inverse hyperbolic sine", value: .unary(\.asinh, \.asinh)),
    FunctionDeclaration(
      "acosh", ["x"], "inverse hyperbolic cosine",
      value: .unary(\.acosh, \.acosh, where: { !($0 - 1).isNegative })),
    FunctionDeclaration(
      "atanh", ["x"], "inverse hyperbolic tangent",
      value: .unary(\.atanh, \.atanh, where: { !$0.exceedsOne && !$0.magnitude.isExactly(1) })),
    FunctionDeclaration(
      "abs", ["x"], "absolute value", value: .unary(\.magnitude, exact: { $0.magnitude }),
      spelling: FunctionSpelling(unicode: "|#1|", latex: "\\left|#1\\right|")),
    FunctionDeclaration(
      "floor", ["x"], "largest integer that does not exceed x",
      value: FunctionValue(
        real: { $0[0].wholePart }, exact: { $0[0] - $0[0].fractionalPart }, isWhole: true),
      spelling: FunctionSpelling(unicode: "⌊#1⌋", latex: "\\left\\lfloor #1\\right\\rfloor")),
    FunctionDeclaration(
      "re", ["z"], "real part; i is the imaginary unit inside", value: .unary({ $0 }),
      spelling: FunctionSpelling(gp: "real(#1)", mpmath: "re(#1)")),
    FunctionDeclaration(
      "im", ["z"], "imaginary part; i is the imaginary unit inside",
      value: .unary({ Ball(0, bits: $0.bits) }), spelling: FunctionSpelling(gp: "imag(#1)", mpmath: "im(#1)")),
    FunctionDeclaration(
      "agm", ["x", "y"], "arithmetic-geometric mean",
      value: .binary(
        { $0.realAGM($1) }, where: { !($0.isNegative && $1.isPositive || $0.isPositive && $1.isNegative) })),
  ]
}

extension ComplexBall {
  /// The principal cube root.
  fileprivate var cubeRoot: ComplexBall { power(ComplexBall(Ball(Rational(1, 3), bits: bits))) }
}
