internal import WallisArithmetic
public import WallisFormulas
internal import WallisSearch

/// A formula of the catalog with its dynamics, mirrors included: the answer of a query.
public struct CatalogRow: Sendable, Equatable {
  /// The formula.
  public var formula: Formula
  /// Its dynamics.
  public var dynamics: Dynamics
  /// Depth n of the metrics.
  public var depth: Int
  /// Depth m that stood for the limit.
  public var against: Int
  /// The best closed form that was found; nil when none was.
  public var closedForm: ClosedForm?

  /// The row of the mirror: the opposite limit, the same metrics.
  var mirrored: CatalogRow {
    var row = self
    row.formula = formula.mirror
    row.closedForm = closedForm?.opposite
    row.dynamics.value = dynamics.value.map(MirroredText.value)
    switch dynamics.outcome {
    case .rational(let value): row.dynamics.outcome = .rational(-value)
    case .terminates(let value): row.dynamics.outcome = .terminates(value.map { -$0 })
    case .value, .infinite, .diverges, .oscillates, .undetermined: break
    }
    return row
  }
}
