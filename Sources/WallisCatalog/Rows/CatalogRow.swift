internal import GRDB
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
  public var closedForm: String?

  /// The row of the mirror: the opposite limit, the same metrics.
  var mirrored: CatalogRow {
    var row = self
    switch formula {
    case .continuedFraction(let fraction): row.formula = .continuedFraction(fraction.mirror)
    }
    row.closedForm = oppositeClosedForm
    row.dynamics.value = dynamics.value.map(CatalogRow.opposite)
    switch dynamics.outcome {
    case .rational(let value): row.dynamics.outcome = .rational(-value)
    case .terminates(let value): row.dynamics.outcome = .terminates(value.map { -$0 })
    case .value, .infinite, .diverges, .oscillates, .undetermined: break
    }
    return row
  }

  /// The closed form of the opposite limit.
  var oppositeClosedForm: String? { closedForm.map { "-(\($0))" } }

  private static func opposite(_ value: String) -> String {
    guard !value.hasPrefix("-") else { return String(value.dropFirst()) }
    return value.allSatisfy { $0 == "0" || $0 == "." } ? value : "-" + value
  }
}

/// Reads rows of `formula` and `formulaBoth`, selected as `f`, by place.
struct FormulaRow {
  /// Columns in the order that `init(_:)` expects, then the best closed form.
  static let columns =
    (["key"] + FormulaWriter.measurementColumns).map { "f.\($0)" }.joined(separator: ", ") + ", "
    + QueryFieldTable.best("closedForm")

  let key: String
  let row: CatalogRow

  init(_ row: Row) throws {
    key = row[0]
    let words = OutcomeWords(status: row[1], reason: row[2], exact: row[4])
    guard let formula = Formula(key: key), let outcome = words.outcome else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the formula '\(key)' cannot be read")
    }
    var dynamics = Dynamics(
      outcome: outcome, convergence: (row[3] as String?).flatMap(ConvergenceClass.init), value: row[5],
      digits: row[7])
    (dynamics.delta, dynamics.deltaNaive, dynamics.deltaPredicted) = (row[10], row[11], row[12])
    if let eta: Double = row[13], let gamma: Double = row[14], let beta: Double = row[15] {
      dynamics.error = ErrorFit(eta: eta, gamma: gamma, beta: beta)
    }
    if let eta: Double = row[16], let gamma: Double = row[17] {
      dynamics.denominator = DenominatorFit(eta: eta, gamma: gamma)
    }
    (dynamics.reductionRate, dynamics.digitsPerTerm) = (row[19], row[20])
    self.row = CatalogRow(
      formula: formula, dynamics: dynamics, depth: row[8], against: row[9], closedForm: row[21])
  }
}

extension FormulaRow {
  /// Passes the formula, its mirror, or both, as the signs say.
  func expanded(signs: UInt8, _ body: (CatalogRow) throws -> Void) rethrows {
    let signs = Signs(rawValue: signs)
    if signs.contains(.plus) { try body(row) }
    if signs.contains(.minus) { try body(row.mirrored) }
  }
}

extension Formula {
  /// Of this formula and its mirror the one that is stored, and which of the two this is.
  var representative: (formula: Formula, sign: Signs) {
    switch self {
    case .continuedFraction(let fraction):
      fraction.a.leading.signum < 0
        ? (.continuedFraction(fraction.mirror), .minus) : (self, .plus)
    }
  }
}
