package import WallisSearch

extension Catalog {
  /// Adds measured formulas that belong to no job, in one transaction. Of two measurements of the same formula the
  /// deeper stays.
  package func store(_ formulas: [MeasuredFormula]) throws(CatalogError) {
    try write { try FormulaWriter($0, kinds).insert(formulas) }
  }
}
