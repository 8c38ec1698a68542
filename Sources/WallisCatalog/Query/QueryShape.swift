/// Which places the rows of a query are taken from: those of stored rows, each with its signs, or those of formulas and
/// mirrors apart, and how many of them.
struct QueryShape {
  /// Whether a formula and its mirror are places of their own.
  let isInHalves: Bool
  /// Whether they are that, but are to be rows of their own no more: still to be folded, counted and skipped.
  let isUnfolded: Bool
  /// How many places are wanted from the first on.
  let needed: Int
  /// How many of those are not shown.
  let skipped: Int

  /// More rows than any catalog has.
  private static let all = 1 << 48

  init(_ query: CatalogQuery) {
    let dependsOnSign =
      query.condition?.dependsOnSign ?? false || query.sort.contains { $0.field.dependsOnSign }
    isInHalves = dependsOnSign || query.offset > 0 && !query.foldsMirrors
    isUnfolded = query.foldsMirrors && dependsOnSign
    let (limit, offset) = (
      min(query.limit ?? QueryShape.all, QueryShape.all), min(query.offset, QueryShape.all)
    )
    // Where mirrors are to be folded, twice as many are enough.
    needed = isUnfolded ? 2 * (limit + offset) : isInHalves || query.foldsMirrors ? limit + offset : limit
    skipped = isUnfolded || !isInHalves && !query.foldsMirrors ? 0 : offset
  }
}
