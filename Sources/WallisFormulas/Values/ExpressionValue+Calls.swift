internal import WallisArithmetic

extension ExpressionValue {
  /// A point this far out, 2⁶⁴, is too large for a function whose value there cannot be told.
  private static let furthestPoint = 64

  func call(_ name: String, _ arguments: [Expression], _ whole: Expression) throws -> Quantity {
    let row = try declaration(name, arguments, whole)
    let values = FunctionArguments(
      lists: try arguments.enumerated().map { place, argument in
        try operands(argument, isList: row.takesList(at: place), whole).map { try value(of: $0) }
      })
    if let exact = values.exact {
      if let value = row.value.exact(exact) { return Quantity(value, bits: bits) }
      if let other = row.value.otherwise(exact) {
        return try value(of: Expression(other.node, at: whole.range))
      }
    }
    let balls = FunctionArguments(lists: values.lists.map { $0.map { $0.ball(bits: bits) } })
    if let excess = row.value.excess(balls) {
      throw ResourceLimit("\(name) would need \(excess)", remedy: row.signature + ": " + row.summary)
    }
    guard row.value.domain(balls) else {
      throw SyntaxError("\(name) has no real value here", at: whole.range)
    }
    let result = row.value.real(balls)
    guard result.isFinite else { throw Undecided(reason: undefined(name, balls, whole)) }
    try ValueSize.check(result, "\(name) of this number")
    if row.value.isWhole, let whole = result.uniqueInteger { return Quantity(Rational(whole), bits: bits) }
    return .ball(result)
  }

  /// The row of a call.
  func declaration(
    _ name: String, _ arguments: [Expression], _ whole: Expression
  ) throws -> FunctionDeclaration {
    guard name != FunctionTable.listName else {
      throw SyntaxError("a list stands where a number was expected", at: whole.range)
    }
    guard FunctionTable.function(named: name) != nil else {
      throw SyntaxError("there is no function '\(name)'", at: whole.range)
    }
    guard let row = FunctionTable.function(named: name, arguments: arguments.count) else {
      throw SyntaxError.wrongCount(whole)
    }
    return row
  }

  /// The numbers of an argument: itself, or the entries of a list.
  func operands(_ argument: Expression, isList: Bool, _ whole: Expression) throws -> [Expression] {
    guard case .call(FunctionTable.listName, let entries) = argument.node else {
      guard !isList else {
        throw SyntaxError(
          "a list in brackets was expected", at: argument.range, remedy: "for example [1/2, 1]")
      }
      return [argument]
    }
    guard isList else { throw SyntaxError("a number was expected, not a list", at: argument.range) }
    return entries
  }

  /// Why a function without a finite value at enclosed points, inside its domain, has none.
  private func undefined(
    _ name: String, _ points: FunctionArguments<Ball>, _ whole: Expression
  ) -> any Error {
    let largest = points.lists.joined().compactMap(\.binaryExponent).max() ?? 0
    guard largest <= Integer(ExpressionValue.furthestPoint) else {
      let digits = (largest * 301_029_996).floorDivided(by: 1_000_000_000) + 1
      return ResourceLimit(
        "\(name) of a number of \(ValueSize.count(digits)) digits is too large to be computed",
        remedy: "use a smaller argument")
    }
    return SyntaxError(
      "the value of \(name) cannot be determined here", at: whole.range,
      remedy: "perhaps the argument lies at a pole or at the edge of what \(name) is defined for")
  }
}

extension FunctionArguments<Quantity> {
  /// The arguments where all are known exactly.
  fileprivate var exact: FunctionArguments<Rational>? {
    let values = lists.map { $0.compactMap(\.exact) }
    return zip(values, lists).allSatisfy { $0.count == $1.count }
      ? FunctionArguments<Rational>(lists: values) : nil
  }
}
