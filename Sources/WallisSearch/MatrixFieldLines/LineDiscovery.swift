public import WallisFormulas
public import WallisIdentification
public import WallisMatrixFields

/// What a walk along a line adds to a catalog.
public struct LineDiscovery: Sendable {
  /// The formula with its dynamics.
  public let measured: MeasuredFormula
  /// The closed form of its limit; nil where none was found.
  public let finding: Discovery?

  /// The record of a formula of a walk; nil where it has no finite limit.
  ///
  /// - Parameter report: closed forms of the limit of `formula`.
  /// - Throws: `ResourceLimit` where the measurement of a fraction would need too much.
  public init?(
    _ walk: FieldWalk, formula: Formula, report: IdentificationReport?
  ) throws(ResourceLimit) {
    guard let dynamics = try LineDiscovery.dynamics(walk, formula), let value = dynamics.value else {
      return nil
    }
    let stored = formula.representative
    var own = dynamics
    if stored.isMirrored { own.value = MirroredText.value(value) }
    measured = MeasuredFormula(
      key: stored.formula.key, canonicalKey: stored.formula.canonicalKey,
      signs: stored.isMirrored ? .minus : .plus,
      dynamics: own, depth: walk.depth, against: 2 * walk.depth)
    finding = report?.best.map { best in
      Discovery(
        formula: stored.formula, value: own.value ?? value,
        closedForm: stored.isMirrored ? best.formula.closedForm.opposite : best.formula.closedForm,
        grade: best.grade,
        evidence: best.evidence.figures)
    }
  }

  /// The dynamics of a fraction as every search measures them; those of the line for a trajectory.
  private static func dynamics(
    _ walk: FieldWalk, _ formula: Formula
  ) throws(ResourceLimit) -> Dynamics? {
    if let fraction = formula.fraction {
      var meter = DynamicsMeter(depth: walk.depth, against: 2 * walk.depth)
      return try meter.measure(fraction)
    }
    guard let limit = walk.limit(digits: FieldWork.digits),
      let decimal = limit.value.decimal(atMost: FieldWork.digits)
    else { return nil }
    let measurement = walk.measurement
    var dynamics = Dynamics(
      outcome: .value, convergence: walk.eigenvalues.rate.isFinite ? .exponential : .factorial,
      value: "\(decimal.value)", digits: decimal.digits)
    dynamics.delta = measurement.delta
    dynamics.digitsPerTerm = measurement.digitsPerStep
    return dynamics
  }
}
