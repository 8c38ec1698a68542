internal import RealModule
internal import WallisArithmetic

/// How many bits the terms of a sequence would cost if they were drawn by chance: what a rule saves that predicts them.
///
/// Three kinds of chance are considered, and the cheapest counts, so that no rule looks better than it is: the values of
/// the sequence as often as they occur in it, a new value costing as much as its size; all integers of the range
/// alike; and heavy tails, a with probability 3/(4a(a+1)), as partial quotients have them.
struct TermSurprise {
  private let terms: [Integer]
  /// Numerators and denominators of the given sizes; nil for integers.
  private let fractions: Integer?
  private let hasNegative: Bool

  /// The terms; fractions as integers over a common denominator.
  init(_ sequence: [Rational]) {
    terms = sequence.numeratorsOverCommonDenominator
    let isIntegral = sequence.allSatisfy(\.isInteger)
    let (top, bottom) = sequence.reduce((Integer(1), Integer(1))) {
      (max($0.0, $1.numerator.magnitude), max($0.1, $1.denominator))
    }
    fractions = isIntegral ? nil : (2 * top + 1) * bottom
    hasNegative = terms.contains { $0.signum < 0 }
  }

  /// Bits of the terms from an index on, less those of choosing one rule of several.
  func bits(from start: Int, choices: Int) -> Double {
    guard start < terms.count else { return 0 }
    let models = [frequencyBits(from: start), rangeBits(from: start), tailBits(from: start)].compactMap(
      \.self)
    return max(0, (models.min() ?? 0) - binaryLog(Double(max(1, choices))))
  }

  /// Values by their frequency; nil for a constant sequence, which has no chance to show any.
  private func frequencyBits(from start: Int) -> Double? {
    var counts: [Integer: Int] = [:]
    for term in terms { counts[term, default: 0] += 1 }
    guard counts.count > 1 else { return nil }
    let total = Double(terms.count)
    let single = Double(counts.values.count { $0 == 1 })
    return terms[start...].reduce(0.0) { sum, term in
      let count = counts[term] ?? 1
      return sum + (count > 1 ? binaryLog(total / Double(count)) : binaryLog(total / single) + size(term))
    }
  }

  /// All integers from the least to the largest alike; nil for a constant sequence.
  private func rangeBits(from start: Int) -> Double? {
    guard let least = terms.min(), let most = terms.max(), least != most else { return nil }
    var width = (most - least + 1).log2
    if let fractions { width = min(width, fractions.log2) }
    return width * Double(terms.count - start)
  }

  private func tailBits(from start: Int) -> Double { terms[start...].reduce(0.0) { $0 + size($1) } }

  /// Bits of an integer by heavy tails: 2 for zero, log2 of 4a(a+1)/3, and of the sign where there are negative terms.
  private func size(_ term: Integer) -> Double {
    guard !term.isZero else { return 2 }
    let a = term.magnitude
    return (a * (a + 1)).log2 + 0.4150374992788438 + (hasNegative ? 1 : 0)
  }

}

/// log2 of a positive number.
private func binaryLog(_ x: Double) -> Double { Double.log(x) / 0.6931471805599453 }

extension Integer {
  /// log2 of a positive integer.
  fileprivate var log2: Double {
    let spare = max(0, bitWidth - 60)
    let head = spare == 0 ? self : floorDivided(by: Integer(1).shifted(left: spare))
    return binaryLog(head.approximation) + Double(spare)
  }
}

extension Array where Element == Rational {
  /// The fractions times their least common denominator.
  var numeratorsOverCommonDenominator: [Integer] {
    let scale = reduce(Integer(1)) { common, term in
      common * term.denominator.dividedExactly(by: common.gcd(term.denominator))
    }
    return scale == 1
      ? map(\.numerator) : map { $0.numerator * scale.dividedExactly(by: $0.denominator) }
  }
  /// Integers in the same proportion without a common factor.
  var primitiveIntegers: [Integer] {
    let integers = numeratorsOverCommonDenominator
    let content = integers.reduce(Integer(0)) { $0.gcd($1) }
    return content.isZero || content == 1 ? integers : integers.map { $0.dividedExactly(by: content) }
  }
}
