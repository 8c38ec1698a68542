public import WallisArithmetic
public import WallisFormulas

/// Σ coefficient · constant, at most one term being a plain integer; no coefficient is 0 and no constant occurs
/// twice.
public struct LinearSum: Sendable, Hashable {
  /// One term; a nil constant stands for 1.
  public struct Term: Sendable, Hashable {
    /// Coefficient, not 0.
    public let coefficient: Integer
    /// The constant; nil for 1.
    public let constant: Constant?
  }

  /// Terms in the order in which constants are listed, the integer last.
  public let terms: [Term]

  /// The sum over these constants; zero coefficients are dropped.
  init(_ coefficients: some Sequence<Integer>, _ constants: [Constant?]) {
    let all = zip(coefficients, constants).filter { !$0.0.isZero }
    let multiples = all.compactMap { pair in pair.1.map { Term(coefficient: pair.0, constant: $0) } }
    let units = all.filter { $0.1 == nil }.map { Term(coefficient: $0.0, constant: nil) }
    terms = multiples + units
  }

  private init(terms: [Term]) { self.terms = terms }

  /// The integer where the sum is nothing else; 0 for the empty sum.
  var integer: Integer? {
    if terms.isEmpty { return 0 }
    return terms.count == 1 && terms[0].constant == nil ? terms[0].coefficient : nil
  }

  /// Constants that occur.
  var constants: [Constant] { terms.compactMap(\.constant) }

  /// Greatest common divisor of the coefficients.
  var content: Integer { terms.reduce(Integer(0)) { $0.gcd($1.coefficient) } }

  /// Coefficient of a constant, nil meaning 1.
  func coefficient(of constant: Constant?) -> Integer {
    terms.first { $0.constant == constant }?.coefficient ?? 0
  }

  /// The sum with every coefficient divided exactly.
  func dividedExactly(by divisor: Integer) -> LinearSum {
    LinearSum(
      terms: terms.map {
        Term(coefficient: $0.coefficient.dividedExactly(by: divisor), constant: $0.constant)
      })
  }

  /// An enclosure from those of the constants.
  func enclosure(bits: Int, value: (Constant, Int) -> Ball) -> Ball {
    terms.reduce(Ball(0, bits: bits)) { sum, term in
      guard let constant = term.constant else { return sum + term.coefficient }
      return sum + value(constant, bits) * term.coefficient
    }
  }

  /// Largest coefficient in bits.
  var bitWidth: Int { terms.map(\.coefficient.bitWidth).max() ?? 0 }
}
