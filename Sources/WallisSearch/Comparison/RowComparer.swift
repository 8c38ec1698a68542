internal import RealModule
internal import WallisArithmetic
internal import WallisFormulas

/// Compares a row of the authors' table with our measurement; metrics are made where some number needs them.
struct RowComparer {
  private static let largestLimit = 1000.0
  private static let decimals = 60

  private let row: BlindDeltaRow
  private let outcome: Outcome
  private let fraction: ContinuedFraction
  private let value: String?
  private let corrected: ListedMetrics?
  private let faithful: ListedMetrics?

  init(row: BlindDeltaRow, dynamics: Dynamics, isMirror: Bool, fraction: ContinuedFraction) {
    (self.row, self.fraction) = (row, fraction)
    outcome = isMirror ? dynamics.outcome.opposite : dynamics.outcome
    value = dynamics.value.map { text in
      isMirror ? text.hasPrefix("-") ? String(text.dropFirst()) : "-" + text : text
    }
    let isNeeded = dynamics.delta != nil || BlindDeltaQuantity.allCases.contains { row[$0] != nil }
    corrected = isNeeded ? ListedMetrics(fraction, faithful: false) : nil
    let isPeculiar = corrected.map { !$0.missingDepths.isEmpty || $0.hasOppositeSigns } ?? false
    faithful = isPeculiar ? ListedMetrics(fraction, faithful: true) : corrected
  }

  /// The row has δ although the fraction has no limit.
  func convergence() -> [BlindDeltaComparison.Disagreement] {
    guard row.isMeasured, case .diverges(let reason) = outcome else { return [] }
    let test = fraction.a * fraction.a + Integer(4) * fraction.b
    let explanation = "their code takes a fraction for convergent where a^2 + 4b is not negative, as here"
    return [
      BlindDeltaComparison.Disagreement(
        quantity: "convergence", theirs: "converges", ours: "diverges: \(reason.rawValue)",
        explanation: test.leading.signum >= 0 ? explanation : nil)
    ]
  }

  /// Disagreements of all columns but the limit.
  func numbers() -> [BlindDeltaComparison.Disagreement] {
    guard let corrected, let faithful else { return [] }
    return BlindDeltaQuantity.allCases.compactMap { quantity in
      let (theirs, ours) = (row[quantity], corrected[quantity])
      guard let theirs else {
        return ours.flatMap { quantity == .delta ? missing($0, corrected) : nil }
      }
      guard let ours else { return disagreement(quantity, theirs, nil, nil) }
      guard abs(theirs - ours) > quantity.tolerance else { return nil }
      let isReproduced = faithful[quantity].map { abs($0 - theirs) <= quantity.tolerance } ?? false
      return disagreement(quantity, theirs, ours, isReproduced ? peculiarity(corrected) : nil)
    }
  }

  /// δ that we measure and the table lacks.
  private func missing(_ delta: Double, _ metrics: ListedMetrics) -> BlindDeltaComparison.Disagreement? {
    guard value != nil else { return nil }
    var explanation: String?
    if metrics.limit.approximation.magnitude >= RowComparer.largestLimit {
      explanation = "their code takes limits from 1000 on for divergent"
    } else if metrics.sample == 0 || metrics.sample == -1 {
      explanation = "their code leaves δ out where p(999) or p(999) + q(999) is zero"
    }
    return BlindDeltaComparison.Disagreement(
      quantity: BlindDeltaQuantity.delta.rawValue, theirs: "not calculated", ours: rounded(delta),
      explanation: explanation)
  }

  private func disagreement(
    _ quantity: BlindDeltaQuantity, _ theirs: Double, _ ours: Double?, _ explanation: String?
  ) -> BlindDeltaComparison.Disagreement {
    BlindDeltaComparison.Disagreement(
      quantity: quantity.rawValue, theirs: rounded(theirs), ours: ours.map(rounded) ?? "undefined",
      explanation: explanation)
  }

  private func peculiarity(_ metrics: ListedMetrics) -> String? {
    if !metrics.missingDepths.isEmpty {
      let zeros = metrics.missingDepths.map { "q(\($0))" }.joined(separator: " = ")
      return "\(zeros) = 0: their list lacks that entry; read so, the two agree"
    }
    return metrics.hasOppositeSigns
      ? "p/q and the limit differ in sign; their code compares moduli; read so, the two agree" : nil
  }

  private func rounded(_ number: Double) -> String { "\((number * 1e6).rounded() / 1e6)" }
}

extension RowComparer {
  /// Disagreement of the limit, if there is one.
  func limit() -> [BlindDeltaComparison.Disagreement] {
    guard row.hasLimit, let theirs = try? DecimalInput(row.limit).middle else { return unwritten() }
    if case .terminates(let exact) = outcome {
      guard let exact else { return [limitDisagreement("infinite", nil)] }
      return isNear(theirs, exact) ? [] : [limitDisagreement("\(exact)", nil)]
    }
    guard let value, let ours = try? DecimalInput(value) else { return [] }
    let digits = agreeingDigits(theirs, ours.middle)
    guard digits < ours.digits - 1 else { return [] }
    let isConvergent = corrected.map { isNear(theirs, $0.limit) } ?? false
    let text = "their limit is p(1999)/q(1999), which has \(max(0, digits)) correct digits"
    return [limitDisagreement(value, isConvergent ? text : nil)]
  }

  /// The table has a marker in place of the limit.
  private func unwritten() -> [BlindDeltaComparison.Disagreement] {
    let explanation = "their code takes limits from 1000 on for divergent"
    switch outcome {
    case .terminates(let exact?):
      return [limitDisagreement("\(exact)", isLarge(exact.approximation) ? explanation : nil)]
    case .value, .rational:
      let number = corrected?.limit.approximation ?? value.flatMap { Double($0) } ?? 0
      return [limitDisagreement(value ?? "", isLarge(number) ? explanation : nil)]
    case .terminates(nil), .infinite, .diverges, .oscillates, .undetermined: return []
    }
  }

  private func isLarge(_ number: Double) -> Bool { number.magnitude >= RowComparer.largestLimit }

  private func limitDisagreement(_ ours: String, _ explanation: String?) -> BlindDeltaComparison.Disagreement
  {
    BlindDeltaComparison.Disagreement(
      quantity: "Limit", theirs: row.hasLimit ? row.limit : "none", ours: ours, explanation: explanation)
  }

  /// Agreement to all decimals that the table prints.
  private func isNear(_ theirs: Rational, _ exact: Rational) -> Bool {
    (theirs - exact).magnitude <= Rational(1, Integer.powerOfTen(RowComparer.decimals - 1))
  }

  private func isNear(_ theirs: Rational, _ ball: Ball) -> Bool {
    let difference = ball - Ball(theirs, bits: 300)
    return difference.isFinite && difference.approximation.magnitude < 1e-58
  }

  /// Decimal digits in which two numbers agree, relative to the larger of 1 and their modulus.
  private func agreeingDigits(_ x: Rational, _ y: Rational) -> Int {
    let difference = (x - y).approximation.magnitude / max(1, y.approximation.magnitude)
    return difference == 0 ? .max : Int((-Double.log(difference) / Digits.naturalLogOfTen).rounded(.down))
  }
}

extension ListedMetrics {
  fileprivate subscript(quantity: BlindDeltaQuantity) -> Double? {
    switch quantity {
    case .naiveDelta: naiveDelta
    case .delta: delta
    case .predictedDelta: predictedDelta
    case .denominatorC: denominator?.c
    case .denominatorD: denominator?.d
    case .errorB: error?.b
    case .errorC: error?.c
    case .errorD: error?.d
    }
  }
}

extension Outcome {
  /// The outcome of the mirror.
  fileprivate var opposite: Outcome {
    switch self {
    case .rational(let value): .rational(-value)
    case .terminates(let value): .terminates(value.map { -$0 })
    case .value, .infinite, .diverges, .oscillates, .undetermined: self
    }
  }
}

extension Rational {
  fileprivate var magnitude: Rational { signum < 0 ? -self : self }
}
