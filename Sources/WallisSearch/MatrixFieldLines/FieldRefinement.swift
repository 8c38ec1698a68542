/// Directions between the best ones of a search and their neighbours.
public enum FieldRefinement {
  /// Sums of the best directions and directions next to them, reduced, that are not there yet.
  ///
  /// - Parameters:
  ///   - ranked: directions with their figures, the best first.
  ///   - count: how many of the best are refined around.
  public static func directions(around ranked: [[Int]], count: Int = 3) -> [[Int]] {
    var (seen, found) = (Set(ranked), [[Int]]())
    for best in ranked.prefix(count) {
      let near = ranked.filter { $0 != best }
        .sorted { (cosine($0, best), $1.description) > (cosine($1, best), $0.description) }
        .prefix(2 * max(1, best.count - 1))
      for other in near {
        let sum = zip(best, other).map(+)
        let divisor = sum.reduce(0) { $0.gcd($1) }
        guard divisor > 0, seen.insert(sum.map { $0 / divisor }).inserted else { continue }
        found.append(sum.map { $0 / divisor })
      }
    }
    return found
  }

  private static func cosine(_ x: [Int], _ y: [Int]) -> Double {
    func dot(_ x: [Int], _ y: [Int]) -> Double { Double(zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }) }
    return dot(x, y) / (dot(x, x) * dot(y, y)).squareRoot()
  }
}
