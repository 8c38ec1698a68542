internal import WallisArithmetic

/// One pass over an expression with the imaginary unit i, on principal branches.
struct ComplexValue {
  let real: ExpressionValue

  private var bits: Int { real.bits }

  func value(of expression: Expression) throws -> ComplexBall {
    switch expression.node {
    case .name(NameTable.imaginaryUnit): return ComplexBall(Ball(0, bits: bits), Ball(1, bits: bits))
    case .call(let name, let arguments)
    where !["re", "im"].contains(name) && !BoundCall.binds(name) && !FunctionTable.isLimit(name):
      return try call(name, arguments, expression)
    case .number, .name, .result, .call: return ComplexBall(try real.value(of: expression).ball(bits: bits))
    case .negation(let x): return -(try value(of: x))
    case .sum(let x, let y): return try value(of: x) + value(of: y)
    case .difference(let x, let y): return try value(of: x) - value(of: y)
    case .product(let x, let y): return try value(of: x) * value(of: y)
    case .quotient(let x, let y): return try quotient(try value(of: x), try value(of: y), y)
    case .power(let x, let y): return try power(x, y, expression)
    }
  }

  private func quotient(_ top: ComplexBall, _ divisor: ComplexBall, _ y: Expression) throws -> ComplexBall {
    guard !divisor.containsZero else {
      let error = SyntaxError("the divisor cannot be told from zero", at: y.range)
      throw divisor.isExactZero ? error : Undecided(reason: error)
    }
    return top / divisor
  }

  private func power(_ x: Expression, _ y: Expression, _ whole: Expression) throws -> ComplexBall {
    guard whole.contains(where: { $0 == .name(NameTable.imaginaryUnit) }) || isNegative(x) else {
      return ComplexBall(try real.value(of: whole).ball(bits: bits))
    }
    let (base, exponent) = (try value(of: x), try value(of: y))
    return try finite(base.power(exponent), "this power", whole)
  }

  private func isNegative(_ x: Expression) -> Bool {
    (try? real.value(of: x).ball(bits: bits))?.isNegative == true
  }

  private func call(_ name: String, _ arguments: [Expression], _ whole: Expression) throws -> ComplexBall {
    let row = try real.declaration(name, arguments, whole)
    guard let complex = row.value.complex else {
      return ComplexBall(try real.value(of: whole).ball(bits: bits))
    }
    let values = FunctionArguments(
      lists: try arguments.enumerated().map { place, argument in
        try real.operands(argument, isList: row.takesList(at: place), whole).map { try value(of: $0) }
      })
    return try finite(complex(values), name, whole)
  }

  private func finite(_ value: ComplexBall, _ what: String, _ whole: Expression) throws -> ComplexBall {
    guard value.isFinite else {
      throw Undecided(
        reason: SyntaxError(
          "the value of \(what) cannot be determined here", at: whole.range,
          remedy: "perhaps the argument lies at a pole or at a branch point"))
    }
    try ValueSize.check(value.real, what)
    try ValueSize.check(value.imaginary, what)
    return value
  }
}

extension ComplexBall {
  fileprivate var isExactZero: Bool { real.isExactZero && imaginary.isExactZero }
}
