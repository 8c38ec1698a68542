internal import GRDB
internal import WallisArithmetic
internal import WallisFormulas
internal import WallisIdentification
internal import WallisProofs
internal import WallisSearch

/// What is believed of another's statements: they are compared with each other, with the rows that are there, and with
/// what exact arithmetic proves; nothing is taken on trust.
struct ImportCheck {
  private let db: Database
  private let kinds: FormulaKinds

  init(_ db: Database, _ kinds: FormulaKinds) { (self.db, self.kinds) = (db, kinds) }

  /// Refuses a measurement that contradicts itself or the row that is there.
  /// - Throws: `ExchangeReader.Problem`.
  func accept(_ formula: MeasuredFormula) throws {
    let dynamics = formula.dynamics
    let stated = try Limit(value: dynamics.value, outcome: dynamics.outcome)
    if let canonical = kinds.formula(key: formula.key)?.canonicalKey, canonical != formula.canonicalKey {
      throw ExchangeReader.Problem("'\(formula.canonicalKey)' is not the canonical key of '\(formula.key)'")
    }
    guard let row = try row(formula.key), let stored = try? Limit(row) else { return }
    guard stated.agrees(with: stored) else {
      throw ExchangeReader.Problem(
        "its limit \(stated.text) contradicts that of \(formula.key) in the catalog, \(stored.text)")
    }
  }

  /// The same for a row of another catalog with the columns key, value, exact, status and reason.
  func accept(_ row: Row) throws {
    let (key, stated): (String, Limit) = try (row["key"], Limit(row))
    guard let own = try self.row(key), let stored = try? Limit(own), !stated.agrees(with: stored) else {
      return
    }
    throw ExchangeReader.Problem(
      "the limit \(stated.text) of \(key) contradicts that in the catalog, \(stored.text)")
  }

  /// A finding with the grade that can be believed: certified only where it is proved here again, conjecture only where
  /// its closed form can be read and has the value.
  /// - Parameter verdict: what came out when its formula was evaluated; nil where it was not. What could not be
  ///   evaluated, and is not proved, is suspicious.
  /// - Throws: `ExchangeReader.Problem` for one that contradicts the row of its formula, or itself.
  func believed(_ finding: Discovery, verdict: FindingVerifier.Verdict? = nil) throws -> Discovery {
    if case .fails(let detail) = verdict { throw ExchangeReader.Problem("\(finding.claim): \(detail)") }
    guard let row = try row(finding.formula.key) else {
      throw ExchangeReader.Problem("the formula of the finding stands nowhere before it")
    }
    let stated = try Limit(value: finding.value, outcome: .value)
    let evidence = finding.evidence
    guard evidence.digitsSupplied >= 0, evidence.digitsConsumed >= 0, evidence.basesTried >= 0,
      evidence.decoyHits >= 0
    else { throw ExchangeReader.Problem("its evidence counts less than nothing") }
    if let stored = try? Limit(row), !stated.agrees(with: stored) {
      throw ExchangeReader.Problem("its limit \(stated.text) contradicts that of its formula, \(stored.text)")
    }
    var believed = finding
    guard let agrees = stated.agrees(with: finding.closedForm) else {
      believed.grade = min(finding.grade, .suspicious)
      return believed
    }
    guard agrees else {
      throw ExchangeReader.Problem("\(finding.closedForm) is not \(stated.text)")
    }
    if try finding.grade == .certified && !isProved(finding) { believed.grade = .conjecture }
    if verdict == .unevaluated, believed.grade == .conjecture { believed.grade = .suspicious }
    return believed
  }

  /// Whether a proof that was checked here, or one that is found now, proves it.
  private func isProved(_ finding: Discovery) throws -> Bool {
    try ProofStore(db, kinds).proves("\(finding.closedForm)", ofKey: finding.formula.key)
      || finding.isProvedExactly
  }

  /// The proof that a text is, every step checked; nil where it does not hold here.
  /// - Throws: `ExchangeReader.Problem` where it is about another formula.
  func believedProof(_ text: String, of formula: Formula) throws -> StoredProof? {
    let proof: FormulaProof
    do { proof = try FormulaProof(parsing: text) } catch { return nil }
    guard proof.formula == formula, let stored = StoredProof(proof) else {
      throw ExchangeReader.Problem("the proof is about \(proof.formula), not about '\(formula.key)'")
    }
    return stored
  }

  private func row(_ key: String) throws -> Row? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT value, exact, status, reason FROM formula WHERE key = ?"),
      arguments: [key])
  }
}

extension Discovery {
  /// Both sides, as they are stated.
  var claim: String { "\(formula) = \(closedForm)" }

  /// Whether exact arithmetic or an explicit sum proves the closed form, here and now.
  var isProvedExactly: Bool {
    guard let image = formula.image else { return false }
    guard let fraction = formula.fraction else {
      return closedForm.expression.map { Prover().proves(image, claim: $0) } ?? false
    }
    switch ExactLimit(fraction) {
    case .rational(let number): return NormalForm(number).closedForm == closedForm
    case .quadratic(let number): return NormalForm(number).closedForm == closedForm
    case .infinite: return false
    case nil:
      return closedForm.expression.map { Prover().proves(image, claim: $0) } ?? false
    }
  }
}

/// What is said about a limit, to be compared.
struct Limit {
  private let digits: DecimalInput?
  private let exact: Rational?

  /// - Throws: `ExchangeReader.Problem` for digits that are no number, or not those of the exact limit.
  init(value: String?, outcome: Outcome) throws(ExchangeReader.Problem) {
    switch outcome {
    case .rational(let number): exact = number
    case .terminates(let number): exact = number
    case .value, .infinite, .diverges, .oscillates, .undetermined: exact = nil
    }
    guard let value else {
      digits = nil
      return
    }
    guard let number = try? DecimalInput(value) else { throw .init("'\(value)' is no number") }
    digits = number
    if let exact, !Limit.ball(number).overlaps(Ball(exact, bits: Limit.bits(number))) {
      throw .init("\(value) is not \(exact)")
    }
  }

  /// The limit of a row with the columns value, exact, status and reason.
  init(_ row: Row) throws {
    let words = try OutcomeWords(status: row["status"], reason: row["reason"], exact: row["exact"])
    guard let outcome = words.outcome else { throw ExchangeReader.Problem("the outcome cannot be read") }
    try self.init(value: try row["value"], outcome: outcome)
  }

  /// The digits, or the fraction.
  var text: String {
    if let exact, digits == nil { return "\(exact)" }
    return digits.map { $0.text } ?? "without digits"
  }

  /// False where no number can be both; true where one of them says nothing.
  func agrees(with other: Limit) -> Bool {
    if let exact, let second = other.exact { return exact == second }
    guard let ball, let second = other.ball else { return true }
    return ball.overlaps(second)
  }

  /// Whether a closed form can be this limit; nil where it has no value here.
  func agrees(with closedForm: ClosedForm) -> Bool? {
    guard let ball else { return nil }
    guard let value = closedForm.ball(digits: (digits?.digits ?? 20) + 10), value.isFinite else { return nil }
    return ball.overlaps(value)
  }

  private var ball: Ball? {
    if let digits { return Limit.ball(digits) }
    return exact.map { Ball($0, bits: 256) }
  }

  private static func bits(_ number: DecimalInput) -> Int { 64 + number.digits * 4 }
  private static func ball(_ number: DecimalInput) -> Ball { number.ball(bits: bits(number)) }
}

extension DecimalInput {
  fileprivate var text: String { exponent < 0 ? decimalText : "\(significand)e\(exponent)" }

  private var decimalText: String {
    let sign = significand < 0 ? "-" : ""
    let digits = "\(significand.magnitude)"
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.utf8.count)) + digits
    return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
  }
}
