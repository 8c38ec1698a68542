internal import WallisArithmetic
internal import WallisFormulas

/// Bases that the structure of numbers suggests: combinations of constants of one weight or field, products of powers,
/// multiples by roots, functions of the number, and special values of functions.
extension BasisPlan {
  /// Circular and exponential functions of the number and their inverses that are fractions or quadratic.
  static func functions(_ prepared: PreparedConstants) -> Tier {
    let maps: [NumberMap] = [
      .exponential, .logarithm, .tangent, .sine, .cosine, .arctangent, .arcsine, .hyperbolicArctangent,
      .hyperbolicArcsine,
    ]
    return Tier(kind: .functions, count: 2 * maps.count) { index in
      BasisCandidate(.mapped(maps[index % maps.count], index < maps.count ? .rational : .quadratic), [])
    }
  }

  /// Products of rational powers, from a relation among logarithms.
  static func factors(_ prepared: PreparedConstants) -> Tier {
    let lists = structured(GradedBases.factors)
    return Tier(kind: .factors, count: lists.count) { index in
      BasisCandidate(.mapped(.logarithm, .linear(lists[index])), values(lists[index], prepared))
    }
  }

  /// Combinations of constants that belong together, and quotients of such.
  static func graded(_ prepared: PreparedConstants) -> Tier {
    let sums = structured(GradedBases.lines).map { RelationBasis.linear($0) }
    let all =
      sums + structured(GradedBases.rational).map { RelationBasis.quotient($0) }
      + sums.map { RelationBasis.mapped(.reciprocal, $0) }
    return Tier(kind: .graded, count: all.count) {
      BasisCandidate(all[$0], values(all[$0].constants, prepared))
    }
  }

  /// Roots of degree 2, and of degree 3 for the first constants, times a constant or its inverse.
  static func multiples(_ prepared: PreparedConstants) -> Tier {
    let constants = prepared.entries.map(\.constant).filter { !$0.isQuadratic }
    let maps = constants.flatMap { [NumberMap.quotient(by: $0), .product(with: $0)] }
    let cubic = min(2 * wellKnown, maps.count)
    return Tier(kind: .multiples, count: maps.count + cubic) { index in
      index < maps.count
        ? BasisCandidate(.mapped(maps[index], .quadratic), [])
        : BasisCandidate(.mapped(maps[index - maps.count], .algebraic(degree: 3)), [])
    }
  }

  /// Möbius images of which the number is a root, a square, a logarithm or an exponential.
  static func functionImages(_ prepared: PreparedConstants) -> Tier {
    let known = prepared.entries.prefix(wellKnown).map(\.constant).filter {
      !$0.isQuadratic && !$0.isMultiple
    }
    let exponents = GradedBases.exponents.map { Constant.special($0) }
    let all =
      [NumberMap.power(2), .power(3), .squareRoot, .exponential].flatMap { map in
        known.map { RelationBasis.mapped(map, .moebius($0)) }
      } + exponents.map { .mapped(.logarithm, .moebius($0)) }
      + squares(known.prefix(10)).map { .mapped(.squareRoot, .linear($0)) }
    return Tier(kind: .functions, count: all.count) {
      BasisCandidate(all[$0], values(all[$0].constants, prepared))
    }
  }

  private static func squares(_ constants: ArraySlice<Constant>) -> [[Constant]] {
    constants.indices.flatMap { i in
      constants.indices.filter { $0 < i }.map { [constants[$0], constants[i]] }
    }
  }

  /// Möbius images of special values of functions.
  static func specialValues(_ prepared: PreparedConstants) -> Tier {
    let constants = unlisted(prepared)
    return Tier(kind: .specialValues, count: constants.count) { index in
      BasisCandidate(.moebius(constants[index]), values([constants[index]], prepared))
    }
  }

  /// Special values of functions times square roots.
  static func specialMultiples(_ prepared: PreparedConstants) -> Tier {
    let constants = unlisted(prepared)
    return Tier(kind: .multiples, count: constants.count) { index in
      BasisCandidate(.mapped(.quotient(by: constants[index]), .quadratic), [])
    }
  }

  /// The special values that are not among the constants searched.
  private static func unlisted(_ prepared: PreparedConstants) -> [Constant] {
    let names = Set(prepared.entries.map(\.constant.name))
    return Constant.specialValues.filter { !names.contains($0.name) }
  }

  private static func values(_ constants: [Constant], _ prepared: PreparedConstants) -> [Ball] {
    constants.map { prepared.value(of: $0, bits: prepared.bits) }
  }

  private static func structured(_ lines: [String]) -> [[Constant]] {
    lines.map { line in line.split(separator: ", ").map { Constant.special(String($0)) } }
  }
}

extension Constant {
  /// The constants of `SpecialValues`.
  static let specialValues: [Constant] = SpecialValues.texts.reduce(into: []) { list, text in
    list.append(special(text))
  }

  /// A constant of the program's own tables by its expression; that of the constants' table where it is one.
  ///
  /// - Precondition: the text is an expression of functions and constants with a real value.
  static func special(_ text: String) -> Constant {
    if let known = named(text) { return known }
    guard let expression = try? Expression(parsing: text) else {
      preconditionFailure("the special value \(text) is no expression")
    }
    if let known = equal(to: expression) { return known }
    let value: @Sendable (Int) -> Ball = { bits in
      expression.ball(bits: bits) ?? Ball(0, bits: bits).inverse
    }
    return Constant(named: text, expression, definition: text, value: value, second: value)
  }
}
