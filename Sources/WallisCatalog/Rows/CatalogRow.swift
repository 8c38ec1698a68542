internal import WallisArithmetic
package import WallisFormulas
internal import WallisSearch

/// A formula of the catalog with its dynamics, mirrors included: the answer of a query.
package struct CatalogRow: Sendable, Equatable {
  /// The formula.
  package var formula: Formula
  /// Its dynamics.
  package var dynamics: Dynamics
  /// Depth n of the metrics.
  package var depth: Int
  /// Depth m that stood for the limit.
  package var against: Int
  /// The best closed form that was found; nil when none was.
  package var closedForm: ClosedForm?
  /// Its grade.
  package var grade: Grade?
  /// By what a closed form is proved, of a proof that is stored; nil without one.
  package var proof: String?
  /// Who published the formula, as far as the best finding says.
  package var known: String?
  /// Whether a closed form came from a file.
  package var hasImportedClaims = false
  /// When a closed form was first found; nil where nobody said.
  package var found: String?
  /// Number of its family.
  package var family: Int?
  /// Number of its component: of the formulas that exact links make one.
  package var component: Int?
  /// What was written about it.
  package var notes: String?
  /// The first job that found a closed form, where the query asked for it.
  package var job: Int?

  /// Whether a closed form is certified: by exact arithmetic or a proof.
  package var isProved: Bool { grade == .certified || proof != nil }

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
