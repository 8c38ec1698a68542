public import WallisArithmetic

/// What the terms of a sequence show: a linear recurrence, a rational function, a recurrence with polynomial
/// coefficients, or nothing.
public struct SequenceFinding: Sendable {
  /// The kinds of recurrences.
  public enum Rule: Sendable, Hashable {
    /// Constant coefficients; channels where the terms can be written out.
    case linear(LinearRecurrence, InterlacedChannels?)
    /// The terms themselves.
    case rational(RationalLaw)
    /// Polynomial coefficients.
    case polynomial(PolynomialRecurrence)
  }

  /// The rule; nil where the terms show none.
  public let rule: Rule?
  /// A linear recurrence that all terms satisfy but that they are too few to believe; nil where there is none.
  public let doubtful: LinearRecurrence?
  /// Number of terms.
  public let count: Int
  /// L of the terms over a field of 2⁶¹ − 1 elements, about half their number where there is no recurrence.
  public let complexity: Int
  /// Terms that the rule predicted: N − 2L, or equations beyond the unknowns.
  public let surplus: Int
  /// log2 of the odds against the predicted terms by chance, see `TermSurprise`.
  public let bits: Double

  /// Bits that make a rule believable: an accident once in a million sequences.
  public static let leastBits = 20.0

  /// Looks for the shortest rule of the terms.
  public init(_ sequence: [Rational]) {
    let surprise = TermSurprise(sequence)
    var search = LinearComplexity(capacity: sequence.count)
    for residue in sequence.residues { search.append(residue) }
    let length = search.complexity
    let spare = max(0, sequence.count - 2 * length)
    (count, complexity) = (sequence.count, length)
    let chance = surprise.bits(from: 2 * length, choices: sequence.count)
    let linear = spare >= 2 ? LinearRecurrence(shortestFor: sequence, surplus: 2) : nil
    if let linear, chance >= Self.leastBits {
      (rule, doubtful) = (.linear(linear, InterlacedChannels(linear)), nil)
      (surplus, bits) = (spare, chance)
      return
    }
    doubtful = linear
    (rule, surplus, bits) = Self.otherRule(of: sequence, surprise) ?? (nil, spare, chance)
  }

  /// A believable rule that is no linear recurrence.
  private static func otherRule(
    of sequence: [Rational], _ surprise: TermSurprise
  ) -> (rule: Rule?, surplus: Int, bits: Double)? {
    if let law = RationalLaw(shortestFor: sequence) {
      let odds = surprise.bits(from: sequence.count - law.surplus, choices: RationalLaw.highestDegree)
      if odds >= leastBits { return (.rational(law), law.surplus, odds) }
    }
    if let recurrence = PolynomialRecurrence(shortestFor: sequence) {
      let spent = sequence.count - recurrence.surplus
      let odds = surprise.bits(from: spent, choices: PolynomialRecurrence.mostShapes)
      if odds >= leastBits { return (.polynomial(recurrence), recurrence.surplus, odds) }
    }
    return nil
  }

  /// The terms that come next by the rule; fewer where a polynomial recurrence has a zero leading coefficient.
  public func next(_ more: Int, after sequence: [Rational]) -> [Rational] {
    switch rule {
    case .linear(let recurrence, _):
      return Array(recurrence.terms(sequence.count + more).dropFirst(sequence.count))
    case .rational(let law):
      return (sequence.count..<sequence.count + more).compactMap { law.function.value(at: $0) }
    case .polynomial(let recurrence):
      var terms = sequence
      while terms.count < sequence.count + more, let next = recurrence.next(after: terms) {
        terms.append(next)
      }
      return Array(terms.dropFirst(sequence.count))
    case nil: return []
    }
  }
}

extension SequenceFinding {
  /// The sequence as the grammar reads it, `rec([…], u=[…], from=…)`, by its recurrence and its own terms; nil for other
  /// rules, and where the recurrence takes hold beyond the terms.
  public func recurrence(of sequence: [Rational]) -> Expression? {
    switch rule {
    case .linear(let rule, _):
      let coefficients = rule.connection.map { Polynomial(constant: $0) }
      return SequenceFinding.call(coefficients, of: sequence, from: max(rule.complexity, 1))
    case .polynomial(let rule):
      let order = rule.order
      let coefficients = rule.coefficients.reversed().map { $0.shifted(by: Integer(-order)) }
      let gap = coefficients[0].integerRoots.max().flatMap(\.word) ?? 0
      return SequenceFinding.call(coefficients, of: sequence, from: max(order, gap + 1))
    case .rational, nil: return nil
    }
  }

  private static func call(
    _ coefficients: [Polynomial], of sequence: [Rational], from first: Int
  ) -> Expression? {
    let order = coefficients.count - 1
    guard order >= 1, order <= MatrixProduct.largestRank, (order...sequence.count) ~= first else {
      return nil
    }
    return .call(
      "rec", .list(coefficients.map { .polynomial($0, in: .name(NameTable.variable)) }),
      .list(sequence[first - order..<first].map { .fraction($0) }), .integer(Integer(first)))
  }

  /// Terms that recurrences of this order with coefficients of this degree need to be believed.
  public static func termsNeeded(order: Int, degree: Int) -> Int {
    (order + 1) * (degree + 1) - 1 + order + LinearRecurrence.leastSurplus
  }
}

extension Array where Element == Rational {
  /// Residues modulo 2⁶¹ − 1 of integers in the same proportion without a common factor.
  fileprivate var residues: [UInt64] {
    let modulus = Integer(Int(MersenneField.modulus))
    return primitiveIntegers.map { UInt64($0.modulo(modulus).word ?? 0) }
  }
}

extension PolynomialRecurrence {
  /// The term after these; nil where the leading polynomial vanishes there.
  public func next(after terms: [Rational]) -> Rational? {
    let place = terms.count - order
    guard place >= 0 else { return nil }
    let leading = coefficients[order].value(at: place)
    guard !leading.isZero else { return nil }
    let sum = (0..<order).reduce(Rational(0)) {
      $0 + Rational(coefficients[$1].value(at: place)) * terms[place + $1]
    }
    return -sum / Rational(leading)
  }
}
