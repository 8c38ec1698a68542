internal import WallisArithmetic

/// The search for a closed form of one number over all constants, with evidence, decoys and negative knowledge.
///
/// Bases in the order of cost: fractions, quadratic irrationals, Möbius images of each constant. The search ends at
/// the first conjecture. Small relations are found at 24 digits, larger ones by feeding more digits to the same
/// lattices; a candidate is then checked against every digit by one evaluation.
///
/// Typed digits have no second evaluation: relations come from the first two thirds and must predict the rest.
/// Formulas are evaluated again to twice the digits.
///
/// The value is prepared once and may be shared by threads; results depend on nothing but the number.
public struct Identification: Sendable {
  /// Constants that are searched, in this order.
  public let constants: [Constant]
  /// The most digits that enter a lattice.
  public let searchDigits: Int
  /// Digits of the first evaluation of a formula; the second has twice as many.
  public let recomputedDigits: Int
  let prepared: PreparedConstants

  /// A search over these constants.
  ///
  /// - Parameter seed: decides the digits of the decoy constants.
  /// - Precondition: `searchDigits` ≥ 24 and `recomputedDigits` ≥ 24.
  public init(
    constants: [Constant] = Constant.all, searchDigits: Int = 100, recomputedDigits: Int = 50,
    seed: UInt64 = 0x5741_4C4C_4953
  ) {
    precondition(searchDigits >= 24 && recomputedDigits >= 24, "a search needs at least 24 digits")
    (self.constants, self.searchDigits) = (constants, searchDigits)
    self.recomputedDigits = recomputedDigits
    let bits = SearchTarget.bits(digits: max(searchDigits, 2 * recomputedDigits)) + 128
    prepared = PreparedConstants(constants, bits: bits, seed: seed)
  }

  /// Searches closed forms of a number.
  public func identify(_ source: NumberSource) -> IdentificationReport {
    switch source {
    case .exact(let value): return .proved(ClosedForm(value))
    case .proved(let form): return .proved(form)
    case .digits(let input): return search(SearchTarget(input, searchDigits: searchDigits))
    case .recomputable(let evaluate):
      guard let first = evaluate(recomputedDigits), first.isFinite else { return .withoutDigits }
      guard first.relativeDigits >= recomputedDigits - 2 else { return digitsOnly(first) }
      let digits = recomputedDigits - 2
      return search(SearchTarget(first, digits: digits) { evaluate(2 * self.recomputedDigits) })
    }
  }

  /// A formula that cannot be evaluated to the wanted digits is judged like typed digits.
  private func digitsOnly(_ value: Ball) -> IdentificationReport {
    guard let known = value.decimal(atMost: recomputedDigits) else { return .withoutDigits }
    let input = DecimalInput(significand: known.value.significand, exponent: known.value.exponent)
    return search(SearchTarget(input, searchDigits: searchDigits))
  }

  private func search(_ target: SearchTarget) -> IdentificationReport {
    guard target.isSearchable else { return .tooFew(target) }
    var search = BasisSearch(target: target, prepared: prepared)
    search.run()
    return search.report()
  }
}
