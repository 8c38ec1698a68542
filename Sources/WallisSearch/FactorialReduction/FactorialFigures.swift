public import WallisFormulas
internal import WallisMatrixFields

/// What a search for factorial reduction comes to.
public struct FactorialFigures: Sendable {
  /// A formula that was kept, standing for its mirror too.
  public struct Row: Sendable {
    /// The formula.
    public let formula: Formula
    /// What was measured.
    public let dynamics: Dynamics
    /// The best closed form of its limit; nil where none was found.
    public let finding: Discovery?
  }

  /// Full reduction and a limit, rational ones included, largest δ first.
  public let reduced: [Row]
  /// Full reduction and no limit: complex characteristic roots mostly.
  public let divergent: [Row]
  /// Reduction in part, where that was kept.
  public let partial: [Row]
  /// Classes of `reduced` under inflation.
  public let distinct: Int
  /// Whether closed forms were looked for.
  public let isIdentified: Bool

  init(_ units: FactorialUnits, _ results: JobResults) throws {
    var best: [String: Discovery] = [:]
    for finding in try results.findings()
    where best[finding.formula.key].map({ $0.grade < finding.grade }) ?? true {
      best[finding.formula.key] = finding
    }
    var (reduced, divergent, partial): ([Row], [Row], [Row]) = ([], [], [])
    var classes: Set<String> = []
    for stored in try results.formulas() {
      guard let formula = FormulaKinds.standard.formula(key: stored.key) else { continue }
      let row = Row(formula: formula, dynamics: stored.dynamics, finding: best[stored.key])
      // Without a limit nothing is stored about the reduction; without partial ones it is full.
      let reduction =
        stored.dynamics.reduction ?? (units.request.keepsPartial ? formula.fraction?.reduction : .full)
      if reduction != .full {
        partial.append(row)
      } else if stored.dynamics.convergence == nil {
        divergent.append(row)
      } else {
        reduced.append(row)
        classes.insert(stored.canonicalKey)
      }
    }
    isIdentified = units.request.identify
    self.reduced = FactorialFigures.ranked(reduced)
    (self.divergent, self.partial, distinct) = (divergent, FactorialFigures.ranked(partial), classes.count)
  }

  /// Largest δ first, then in the order of keys.
  private static func ranked(_ rows: [Row]) -> [Row] {
    func delta(_ row: Row) -> Double { row.dynamics.delta ?? -.infinity }
    return rows.enumerated().sorted { x, y in
      (delta(x.element), -x.offset) > (delta(y.element), -y.offset)
    }.map(\.element)
  }
}
