package import WallisArithmetic

/// One number under search: what is known of it, which digits may enter a lattice, and how a formula is tested.
package struct SearchTarget {
  /// Enclosure of the number by all its known digits.
  package let value: Ball
  /// Significant digits known.
  package let supplied: Int
  /// Digits that a relation may be sought in: a third of typed ones is held back.
  private let openDigits: Int
  /// Digits that enter the lattice of four terms at most.
  private let searchDigits: Int
  /// The typed digits, if that is what the number is.
  package let typed: DecimalInput?
  /// Second evaluation of a formula.
  package let recompute: (() -> Ball?)?
  /// Digits beyond twice as many to which the second evaluation is compared.
  package private(set) var finest = 0

  /// Bits that hold this many decimal digits, rounded down.
  package static func bits(digits: Int) -> Int { Digits.bits(digits) }

  /// Typed digits: the last third is held back.
  package init(_ input: DecimalInput, searchDigits: Int) {
    typed = input
    supplied = input.digits
    value = input.ball(bits: SearchTarget.bits(digits: input.digits) + 64)
    (openDigits, self.searchDigits) = (2 * input.digits / 3, searchDigits)
    recompute = nil
  }

  /// A formula known to `digits`, which all enter the lattice because `recompute` delivers new ones.
  package init(_ value: Ball, digits: Int, finest: Int = 0, recompute: @escaping () -> Ball?) {
    (self.value, supplied, typed, self.finest) = (value, digits, nil, finest)
    (openDigits, searchDigits, self.recompute) = (digits, digits, recompute)
  }

  /// A function of a number, known to so many digits.
  package init(_ value: Ball, digits: Int, like other: SearchTarget) {
    (self.value, supplied, searchDigits) = (value, digits, other.searchDigits)
    let isHeldBack = other.openDigits < other.supplied
    openDigits = isHeldBack ? min(other.openDigits, 2 * digits / 3) : digits
    (typed, recompute) = (nil, nil)
  }

  private init(_ value: Ball, openDigits: Int, like other: SearchTarget) {
    (self.value, self.openDigits, supplied) = (value, openDigits, other.supplied)
    (searchDigits, typed, recompute) = (other.searchDigits, nil, nil)
  }

  /// Digits fed to a lattice of this many terms, one step after the other, while a relation is sought.
  package func stages(terms: Int) -> [Int] {
    SearchTarget.steps(from: max(24, min(6 * terms, 64)), upTo: min(openDigits, largest(terms)))
  }

  /// The last step, for negative knowledge, uses all digits that a lattice of this many terms may see.
  package func fullDigits(terms: Int) -> Int { min(supplied, largest(terms)) }

  /// Many terms need many digits to be told apart.
  private func largest(_ terms: Int) -> Int { max(searchDigits, 25 * terms) }

  /// Another number in the place of this one, known to as many digits.
  package func replaced(by make: (_ value: Ball, _ bits: Int) -> Ball) -> SearchTarget {
    let bits = SearchTarget.bits(digits: supplied)
    let other = make(value, bits + 64)
    return SearchTarget(
      other.widened(by: other.scaled(byPowerOfTwo: -bits)), openDigits: openDigits, like: self)
  }

  /// The same number with no more than this many digits for the lattice.
  package func limited(to digits: Int) -> SearchTarget {
    SearchTarget(value, openDigits: min(openDigits, max(digits, 24)), like: self)
  }

  /// A first step, then at most 32 digits more each time: FLINT then never leaves machine doubles.
  package static func steps(from first: Int, upTo limit: Int) -> [Int] {
    guard limit >= first + 16 else { return [limit] }
    return Array(stride(from: first, to: limit, by: 32)) + [limit]
  }

  /// False when not even a first digit is known, or the number is too far from 1 for any closed form.
  package var isSearchable: Bool {
    guard supplied >= 3, let exponent = value.magnitudeExponent else { return false }
    return !value.containsZero && abs(exponent) <= 1024
  }

  /// log2 of the number, rounded up.
  package var exponent: Int { value.magnitudeExponent ?? 0 }

  /// Digits of the formula that agree, counted from the first significant one, at most `supplied`; one unit of
  /// the last typed digit counts as agreement on all but that digit.
  package func agreement(with formula: Ball) -> Int {
    if formula.overlaps(value) { return supplied }
    let numeric = SearchTarget.agreement(formula, value)
    guard let typed, let shown = formula.decimal(digits: supplied) else { return min(numeric, supplied - 1) }
    guard shown.exponent == typed.exponent else { return min(numeric, supplied - 1) }
    if (shown.significand - typed.significand).magnitude == 1 { return supplied - 1 }
    let same = zip("\(shown.significand)", "\(typed.significand)").prefix { $0 == $1 }.count
    let sign = typed.significand.signum < 0 ? 1 : 0
    return min(max(same - sign, 0), supplied - 1)
  }

  /// A quick form of `agreement`: exact where it matters, within a digit elsewhere.
  package func roughAgreement(with formula: Ball) -> Int {
    if formula.overlaps(value) { return supplied }
    let numeric = SearchTarget.agreement(formula, value)
    return numeric >= supplied - 2 ? agreement(with: formula) : numeric
  }

  /// True when the agreement leaves no digit contradicted.
  package func isComplete(_ agreement: Int) -> Bool { agreement >= (typed == nil ? supplied : supplied - 1) }

  /// floor(log10(|x|/|x − y|)) as far as the balls can tell.
  package static func agreement(_ x: Ball, _ y: Ball) -> Int {
    let difference = (x - y).magnitudeExponent ?? Int.min / 2
    return max(0, Digits.roundedDown(bits: (y.magnitudeExponent ?? 0) - difference))
  }
}
