internal import RealModule
internal import WallisArithmetic

/// Measures the convergence dynamics of continued fractions, one after the other, with storage that is reused.
///
/// p, q and their gcd are exact at the sampled depths; the distance to the deeper convergent comes from continuants
/// in doubles, recomputed exactly where they cancelled. A meter serves one thread.
///
/// - Reference: Shalyt et al. (2024), section 3: blind δ, ε(n) and q̃(n) at five logarithmically spaced depths.
public struct DynamicsMeter {
  /// Depth n of δ, and depth m of the convergent that stands for the limit.
  public let depth: Int
  /// Depth m of the convergent that stands for the limit.
  public let against: Int
  /// Digits of the value.
  public let digits: Int
  private let samples: [Int]
  private var differences: ConvergentErrors?

  /// A meter for δ at `depth` against `against`, with values to `digits` digits.
  /// - Precondition: 8 ≤ depth, depth + 2 ≤ against.
  public init(depth: Int = 1000, against: Int = 2000, digits: Int = 30) {
    precondition(depth >= 8 && against >= depth + 2, "a depth of 8 or more and a deeper convergent")
    (self.depth, self.against, self.digits) = (depth, against, digits)
    samples = Set([6, depth / 8, depth / 4, depth / 2, depth]).filter { $0 > 0 }.sorted()
  }

  /// All metrics of a fraction.
  /// - Parameter reduction: its reduction where it is known already.
  /// - Precondition: b is not zero.
  /// - Throws: `ResourceLimit` when its value would need too many terms.
  public mutating func measure(
    _ fraction: ContinuedFraction, reduction: Reduction? = nil
  ) throws(ResourceLimit) -> Dynamics {
    let classification = Classification(fraction)
    var dynamics = Dynamics(outcome: .value, convergence: classification.convergence)
    switch classification.kind {
    case .terminates, .diverges, .oscillates: break
    default:
      dynamics.reduction = reduction ?? fraction.reduction
      let convergent = measureConvergents(fraction, into: &dynamics)
      if let text = intervalValue(fraction, classification),
        convergent.decimal(digits: digits)?.description == text
      {
        (dynamics.value, dynamics.digits) = (text, digits)
        return dynamics
      }
    }
    let evaluation = try fraction.evaluate(digits: digits)
    dynamics.outcome = evaluation.outcome
    if let value = evaluation.decimal(atMost: digits) {
      (dynamics.value, dynamics.digits) = (value.text, value.digits)
    }
    return dynamics
  }

  /// The value in fixed point, to be checked by the exact convergent at the deepest sample.
  private func intervalValue(_ fraction: ContinuedFraction, _ classification: Classification) -> String? {
    guard classification.kind == .factorial || classification.kind == .exponential else { return nil }
    return fraction.fixedPointValue(classification, digits: digits)
  }

  /// Fills in the metrics and returns the convergent at the deepest sample, rounded.
  private mutating func measureConvergents(
    _ fraction: ContinuedFraction, into dynamics: inout Dynamics
  ) -> Ball {
    var convergents = ExactConvergents(fraction)
    var exact = samples.dropLast().map { convergents.advance(to: $0) }
    exact.append(convergents.finish(at: depth))
    let errors = logErrors(fraction, exact)
    record(exact, errors, degree: fraction.a.degree, into: &dynamics)
    let denominators = exact.filter { $0.logReduced.isFinite }.map { ($0.depth, $0.logReduced) }
    dynamics.denominator = GrowthFit.denominator(denominators)
    dynamics.error = GrowthFit.error(zip(samples, errors).filter { $0.1.isFinite }.map { ($0, $1) })
    if let denominator = dynamics.denominator {
      dynamics.deltaPredicted = DeltaPredictor(fraction).delta(denominator)
    }
    return convergents.quotient(bits: 64 + digits * 4)
  }

  /// δ and the rates at the deepest sample.
  private func record(
    _ exact: [ExactConvergent], _ errors: [Double], degree: Int, into dynamics: inout Dynamics
  ) {
    guard let last = exact.last, let error = errors.last, last.logDenominator.isFinite else { return }
    let n = Double(depth)
    dynamics.reductionRate = last.logDivisor / n + Double(max(0, degree)) * (1 - Double.log(n))
    guard error.isFinite else { return }
    dynamics.digitsPerTerm = -error / (n * Digits.naturalLogOfTen)
    dynamics.deltaNaive = Dynamics.delta(error: error, growth: last.logDenominator)
    dynamics.delta = Dynamics.delta(error: error, growth: last.logReduced)
  }

  private mutating func logErrors(_ fraction: ContinuedFraction, _ exact: [ExactConvergent]) -> [Double] {
    var errors = differences.take() ?? ConvergentErrors(fraction, against: against)
    errors.reset(fraction)
    let logs = errors.logErrors(exact)
    differences = errors
    return logs
  }
}

extension Dynamics {
  /// −ln ε / ln q − 1; nil where q does not exceed 1 or ε is zero or undefined.
  package static func delta(error: Double, growth: Double) -> Double? {
    error.isFinite && growth.isFinite && growth > 1e-9 ? -error / growth - 1 : nil
  }
}
