internal import WallisArithmetic
internal import WallisFormulas

/// The points of one class of inflations, mirrors and index shifts: clusters are made of these.
struct ShiftNode: Sendable {
  /// Places of the points, the simplest formula first.
  let points: [Int]

  var representative: Int { points[0] }

  /// The classes of points, in the order of their representatives.
  ///
  /// - Parameter points: formulas in the order of their keys.
  static func nodes(of points: [ClusterPoint], workers: Int) -> [ShiftNode] {
    let keys = WorkerThreads.map(count: points.count, workers: workers) { { points[$0].formula.shiftKey } }
    var groups: [String: [Int]] = [:]
    for (place, key) in keys.enumerated() { groups[key, default: []].append(place) }
    let costs = points.map(\.formula.cost)
    return groups.values.map { places in
      ShiftNode(points: places.sorted { (costs[$0], $0) < (costs[$1], $1) })
    }.sorted { $0.representative < $1.representative }
  }
}

extension Formula {
  /// Sum of the degrees and of the moduli of the coefficients: small for simple formulas, infinite without polynomials.
  var cost: Double {
    guard let fraction = image?.fraction else { return .infinity }
    return (fraction.a.coefficients + fraction.b.coefficients).reduce(
      Double(fraction.a.degree + fraction.b.degree)
    ) { $0 + abs($1.approximation) }
  }
}
