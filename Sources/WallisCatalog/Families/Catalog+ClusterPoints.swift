internal import GRDB
package import WallisFamilies
internal import WallisFormulas
internal import WallisSearch

extension Catalog {
  /// The formulas of a query as points to be clustered, in no certain order, and how many are none, mirrors counted.
  ///
  /// Points have a limit of twenty digits or more that is not known to be a fraction, and measured metrics.
  package func clusterPoints(_ query: CatalogQuery) throws(CatalogError) -> (
    points: [ClusterPoint], rational: Int, unmeasured: Int
  ) {
    let compiled = CompiledQuery(query)
    return try read { db in
      var (points, rational, unmeasured): ([ClusterPoint], Int, Int) = ([], 0, 0)
      let rows = try Row.fetchCursor(
        db, sql: Catalog.pointsSQL(among: compiled.places), arguments: compiled.placeArguments)
      while let row = try rows.next() {
        let count = Signs(rawValue: try row[14]).count
        let closedForm = try (row[15] as String?).map { try ClosedForm(text: $0, structure: row[17]) }
        guard try !Catalog.isRational(row, closedForm) else {
          rational += count
          continue
        }
        guard let point = try point(row, count: count, closedForm: closedForm) else {
          unmeasured += count
          continue
        }
        points.append(point)
      }
      return (points, rational, unmeasured)
    }
  }

  private static func pointsSQL(among places: String) -> String {
    """
    SELECT p.id, MIN(p.signs), f.key, f.status, f.class, f.factorialReduction, f.value, f.digits, f.delta,
      f.denominatorEta, f.denominatorGamma, f.errorEta, f.errorGamma, f.errorBeta, f.signs,
      \(QueryFieldTable.best("closedForm")), \(QueryFieldTable.best("grade")),
      \(QueryFieldTable.best("structure"))
    FROM (\(places)) AS p JOIN formula AS f ON f.id = p.id GROUP BY p.id
    """
  }

  private static func isRational(_ row: Row, _ closedForm: ClosedForm?) throws -> Bool {
    let (status, grade): (String, String?) = try (row[3], row[16])
    return status == "rational" || status == "terminates"
      || grade == Grade.certified.rawValue && closedForm?.expression?.isRationalNumber == true
  }

  private func point(_ row: Row, count: Int, closedForm: ClosedForm?) throws -> ClusterPoint? {
    guard let formula = kinds.formula(key: try row[2]), let fraction = formula.image?.fraction,
      let name: String = try row[4], let convergence = ConvergenceClass(rawValue: name),
      let value: String = try row[6], try row[7] >= 20,
      let invariant = DynamicsInvariant(fraction, convergence: convergence, isReduced: try row[5])
    else { return nil }
    let metrics: [Double?] = try (8...13).map { try row[$0] }
    return ClusterPoint(
      formula: formula, count: count, invariant: invariant, metrics: metrics, value: value,
      closedForm: closedForm)
  }
}
