public import WallisArithmetic

/// What the terms of a sequence show: a linear recurrence, one with polynomial coefficients, or nothing.
public struct SequenceFinding: Sendable {
  /// The kinds of recurrences.
  public enum Rule: Sendable, Hashable {
    /// Constant coefficients; channels where the terms can be written out.
    case linear(LinearRecurrence, InterlacedChannels?)
    /// Polynomial coefficients.
    case polynomial(PolynomialRecurrence)
  }

  /// The rule; nil where the terms show none.
  public let rule: Rule?
  /// Number of terms.
  public let count: Int
  /// L of the terms over a field of 2⁶¹ − 1 elements, about half their number where there is no recurrence.
  public let complexity: Int
  /// Terms that the rule predicted: N − 2L, or equations beyond the unknowns.
  public let surplus: Int
  /// log2 of the odds against such a rule for random terms of the same size: surplus · log2(2 max|s| + 1).
  public let bits: Double

  /// Bits that make a rule believable: an accident once in a million sequences.
  public static let leastBits = 20.0

  /// Looks for the shortest rule of the terms.
  public init(_ sequence: [Rational]) {
    count = sequence.count
    var search = LinearComplexity(capacity: sequence.count)
    let modulus = Integer(Int(MersenneField.modulus))
    for term in sequence {
      let bottom = UInt64(term.denominator.modulo(modulus).word ?? 1)
      let top = UInt64(term.numerator.modulo(modulus).word ?? 0)
      search.append(bottom == 1 ? top : MersenneField.product(top, MersenneField.inverse(bottom)))
    }
    complexity = search.complexity
    let largest = sequence.reduce(Integer(1)) { max($0, max($1.numerator.magnitude, $1.denominator)) }
    let size = Double((2 * largest + 1).bitWidth) - 0.42
    let spare = sequence.count - 2 * complexity
    if Double(spare) * size >= Self.leastBits, spare >= 2,
      let recurrence = LinearRecurrence(shortestFor: sequence, surplus: 2)
    {
      rule = .linear(recurrence, InterlacedChannels(recurrence))
      (surplus, bits) = (spare, Double(spare) * size)
    } else if let recurrence = PolynomialRecurrence(shortestFor: sequence),
      Double(recurrence.surplus) * size >= Self.leastBits
    {
      rule = .polynomial(recurrence)
      (surplus, bits) = (recurrence.surplus, Double(recurrence.surplus) * size)
    } else {
      rule = nil
      (surplus, bits) = (max(0, spare), Double(max(0, spare)) * size)
    }
  }

  /// The terms that come next by the rule; fewer where a polynomial recurrence has a zero leading coefficient.
  public func next(_ more: Int, after sequence: [Rational]) -> [Rational] {
    switch rule {
    case .linear(let recurrence, _):
      return Array(recurrence.terms(sequence.count + more).dropFirst(sequence.count))
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
