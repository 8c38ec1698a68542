internal import WallisArithmetic
public import WallisFormulas

/// The search for a closed form of one number over all constants, with evidence, decoys and negative knowledge.
///
/// Bases come in the order of cost: fractions, quadratic irrationals, Möbius images of each constant, and what else
/// the scope names. The search ends at the first conjecture. Small relations are found at 24 digits, larger ones by
/// feeding more digits to the same lattices; a candidate is then checked against every digit by one evaluation.
///
/// Typed digits have no second evaluation: relations come from the first two thirds and must predict the rest.
/// Formulas are evaluated again to twice the digits.
///
/// The value is prepared once and may be shared by threads; results depend on nothing but the number.
public struct Identification: Sendable {
  /// Constants that are searched, in this order.
  public let constants: [Constant]
  /// How far the search goes.
  public let scope: SearchScope
  /// The most digits that enter a lattice of four terms.
  public let searchDigits: Int
  /// Digits of the first evaluation of a formula; the second has twice as many.
  public let recomputedDigits: Int
  /// Whether images of constants that machine words rule out are not searched: the answers are those of the full search,
  /// misses come some times as fast, and bounds in negative knowledge may differ by a digit.
  public let isScreened: Bool
  private let levels: PreparedLevels
  /// Bases of the plan.
  private let planned: Int

  /// A search over these constants; `SearchScope.among` brings its own.
  ///
  /// - Parameters:
  ///   - own: sets of constants of which combinations and quotients are searched, too.
  ///   - seed: decides the digits of the decoy constants.
  /// - Precondition: `searchDigits` ≥ 24 and `recomputedDigits` ≥ 24.
  public init(
    constants: [Constant] = Constant.all, scope: SearchScope = .table, searchDigits: Int = 100,
    recomputedDigits: Int = 50, isScreened: Bool = true, own: [[Constant]] = [],
    seed: UInt64 = 0x5741_4C4C_4953
  ) {
    precondition(searchDigits >= 24 && recomputedDigits >= 24, "a search needs at least 24 digits")
    self.isScreened = isScreened
    (self.scope, self.searchDigits, self.recomputedDigits) = (scope, searchDigits, recomputedDigits)
    let digits = max(searchDigits, 2 * recomputedDigits)
    let (bits, few) = (SearchTarget.bits(digits: digits), SearchTarget.bits(digits: Identification.few))
    switch scope {
    case .among(let chosen, let degree):
      let monomials = SearchScope.independentMonomials(chosen, degree: degree)
      self.constants = monomials.map(\.constant)
      let all = SearchTarget.bits(digits: max(digits, 25 * (2 * monomials.count + 2))) + 128
      levels = PreparedLevels(scope, monomials, bits: [all], seed: seed)
    case .algebraic:
      self.constants = []
      levels = PreparedLevels(scope, [], bits: [bits + 128], seed: seed)
    case .table, .standard, .wide:
      self.constants = constants
      // Relations of many terms take more digits.
      let steps = scope == .table ? [bits + 128] : [few + 128, bits + 256]
      let monomials = constants.map { SearchScope.Monomial(constant: $0, degree: 1) }
      levels = PreparedLevels(scope, monomials, own, bits: steps.sorted(), seed: seed)
    }
    planned = levels.first.plan.count
  }

  /// Digits for which the many special values are evaluated at first.
  private static let few = 64

  /// Bases that a search without a finding goes through.
  public var bases: Int {
    if case .wide(let budget) = scope { min(budget, planned) } else { planned }
  }

  /// Names the search in negative knowledge: searches of one name exclude the same relations.
  public var name: String {
    let digits = "to \(recomputedDigits) digits"
    let all = "\(constants.count) constants and those that coefficients suggest,"
    return switch scope {
    case .table: "the table of \(all) \(digits)"
    case .standard: "the standard search, \(planned) bases over \(all) \(digits)"
    case .wide(let budget): "the wide search over \(constants.count) constants, \(budget) bases, \(digits)"
    case .algebraic(let degree): "the search for roots of polynomials to degree \(degree) \(digits)"
    case .among(let chosen, let degree):
      "the search among \(chosen.map { "\($0)" }.joined(separator: ", ")) to degree \(degree) \(digits)"
    }
  }

  /// Searches closed forms of a number.
  ///
  /// - Parameters:
  ///   - suggested: further constants of which images are searched after those of the table (see
  ///     `Constant.suggested(by:)`); a search among chosen constants leaves them out.
  ///   - progress: told of each basis, on the thread of the caller; false stops the search, and the report says what
  ///     was found and ruled out until then.
  ///   - first: a search of the same number that came to nothing: what was tried there counts too.
  public func identify(
    _ source: NumberSource, suggested: [Constant] = [], after first: IdentificationReport? = nil,
    progress: ((SearchAdvance) -> Bool)? = nil
  ) -> IdentificationReport {
    switch source {
    case .exact(let value): return .proved(NormalForm(value))
    case .proved(let form): return .proved(form)
    case .digits(let input):
      return search(SearchTarget(input, searchDigits: searchDigits), [], progress, after: first)
    case .recomputable(let evaluate, let finest, let algebraic):
      let report = identify(evaluate, finest, algebraic, suggested, first, progress)
      guard let algebraic else { return report }
      return exact(report, algebraic, evaluate, progress)
    }
  }

  private func identify(
    _ evaluate: @escaping @Sendable (Int) -> Ball?, _ finest: Int, _ algebraic: AlgebraicSize?,
    _ suggested: [Constant], _ earlier: IdentificationReport?, _ progress: ((SearchAdvance) -> Bool)?
  ) -> IdentificationReport {
    guard let first = evaluate(recomputedDigits), first.isFinite else { return .withoutDigits }
    if first.containsZero, algebraic?.isZero(evaluate) == true { return .proved(NormalForm(Rational(0))) }
    if first.containsZero, let found = IdentificationReport.decimals(ofZero: first),
      let second = evaluate(2 * recomputedDigits), second.containsZero,
      let decimals = IdentificationReport.decimals(ofZero: second), decimals > found + recomputedDigits / 2
    {
      return .vanishing(found: found, decimals: decimals)
    }
    guard first.relativeDigits >= recomputedDigits - 2 else { return digitsOnly(first, suggested, progress) }
    let digits = recomputedDigits - 2
    let target = SearchTarget(first, digits: digits, finest: finest) {
      evaluate(2 * self.recomputedDigits + finest)
    }
    let report = search(target, suggested, progress, after: earlier)
    return deepened(report, evaluate, suggested, progress)
  }

  /// The report on an algebraic number: equalities are proved, and where nothing was found its minimal polynomial is
  /// sought to the degree and in the digits that its size allows for.
  private func exact(
    _ report: IdentificationReport, _ size: AlgebraicSize, _ evaluate: @escaping @Sendable (Int) -> Ball?,
    _ progress: ((SearchAdvance) -> Bool)?
  ) -> IdentificationReport {
    if let best = report.best {
      return size.isEqual(evaluate, to: best.formula) ? .proved(best.formula, after: report) : report
    }
    guard isDeepened, !report.isCut, (3...Identification.largestProvedDegree).contains(size.degree) else {
      return report
    }
    let digits = Int(min(size.digitsOfMinimalPolynomial + 20, Identification.mostDigits))
    let search = Identification(
      constants: [], scope: .algebraic(degree: size.degree), recomputedDigits: max(digits, recomputedDigits))
    let found = search.identify(.recomputable(evaluate), after: report, progress: progress)
    guard let best = found.best else { return report }
    return size.isEqual(evaluate, to: best.formula) ? .proved(best.formula, after: found) : found
  }

  /// Lattices of more terms take longer than anyone waits who has not asked for the degree.
  private static let largestProvedDegree = 40
  /// So many digits of an algebraic number enter a lattice at most.
  private static let mostDigits = 1_000.0

  /// Whether a formula is searched with more digits where the first ones give nothing.
  private var isDeepened: Bool {
    switch scope {
    case .standard, .wide: true
    case .table, .algebraic, .among: false
    }
  }

  /// The search with twice the digits in the bases of few terms, where the first gave nothing: long coefficients need
  /// them.
  private func deepened(
    _ report: IdentificationReport, _ evaluate: @escaping @Sendable (Int) -> Ball?, _ suggested: [Constant],
    _ progress: ((SearchAdvance) -> Bool)?
  ) -> IdentificationReport {
    let wanted = 2 * recomputedDigits
    guard isDeepened, report.verdict == .nothing, !report.isCut, let value = evaluate(wanted),
      value.isFinite, value.relativeDigits >= wanted - 2
    else { return report }
    let target = SearchTarget(value, digits: wanted - 2) { evaluate(2 * wanted) }
    return search(target, suggested, progress, after: report, isDeep: true).following(report)
  }

  /// A formula that cannot be evaluated to the wanted digits is judged like typed digits.
  private func digitsOnly(
    _ value: Ball, _ suggested: [Constant], _ progress: ((SearchAdvance) -> Bool)?
  ) -> IdentificationReport {
    guard let known = value.decimal(atMost: recomputedDigits) else { return .withoutDigits }
    let input = DecimalInput(significand: known.value.significand, exponent: known.value.exponent)
    return search(SearchTarget(input, searchDigits: searchDigits), suggested, progress)
  }

  private func search(
    _ target: SearchTarget, _ suggested: [Constant], _ progress: ((SearchAdvance) -> Bool)?,
    after first: IdentificationReport? = nil, isDeep: Bool = false
  ) -> IdentificationReport {
    guard target.isSearchable else { return .tooFew(target) }
    let (prepared, plan) = sufficient(for: target, suggested)
    var search = BasisSearch(
      target: target, plan: isDeep ? plan.deepened : plan, prepared: prepared, isScreened: isScreened,
      after: first, progress: progress)
    if case .wide(let budget) = scope { search.run(budget: budget) } else { search.run() }
    var report = search.report()
    report.isCut = search.isStopped
    if let typed = target.typed, Identification.short.contains(typed.digits), isDeepened,
      report.findings.isEmpty
    {
      report.nearest = nearForms.forms(fitting: typed)
    }
    return report
  }

  /// Digits of numbers that are compared with a table of simple forms: with fewer anything fits, and doubles tell no more
  /// apart.
  private static let short = 7...14

  private var nearForms: NearForms {
    let prepared = levels.first.constants
    let special = Constant.specialValues.map { ($0, prepared.value(of: $0, bits: prepared.bits)) }
    return NearForms(prepared.entries.map { ($0.constant, $0.value) } + special)
  }

  /// Terms of the longest relations of the standard search.
  private static let longest = 8

  /// Constants to more digits for numbers very far from 1, and the bases with those that are suggested.
  private func sufficient(
    for target: SearchTarget, _ suggested: [Constant]
  ) -> (PreparedConstants, BasisPlan) {
    let terms = scope == .table ? 4 : Identification.longest
    let needed = SearchTarget.bits(digits: target.fullDigits(terms: terms)) + abs(target.exponent) + 64
    let level = levels.level(bits: needed)
    switch scope {
    case .among, .algebraic: return (level.constants, level.plan)
    case .table, .standard, .wide:
      return (level.constants, suggested.isEmpty ? level.plan : level.plan.adding(suggested))
    }
  }
}
