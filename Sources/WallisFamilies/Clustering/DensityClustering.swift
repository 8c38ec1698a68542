/// Clusters of points of the plane by density, without a number of clusters or a distance given beforehand.
///
/// Points are first thinned to one for each cell of a grid. Between the cells' points the mutual reachability distance
/// (the largest of their distance and of both distances to the k-th neighbour) gives a spanning forest over nearest
/// neighbours; the tree of its components, cut where fewer than `minimumSize` points fall away, yields the clusters of
/// greatest stability. The other points join the nearest clustered point within `reach`. Everything is deterministic.
///
/// - Reference: Campello, Moulavi, Sander: Density-based clustering based on hierarchical density estimates (2013).
public struct DensityClustering: Sendable {
  /// Side of a cell.
  public var cell = 0.001
  /// Fewest cells of a cluster; also k of the k-th neighbour.
  public var minimumSize = 5
  /// Farthest clustered point that a point of no cluster may join.
  public var reach = 0.01

  /// Neighbours of a point that the spanning forest knows.
  private static let neighbours = 12

  /// The usual parameters: those of the published clustering.
  public init() {}

  /// Number of the cluster of each point, from 0 in the order of their first points; −1 for points of none.
  ///
  /// - Complexity: n log n for points spread over many cells; memory for one entry a point and a few dozen a cell.
  public func labels(of points: [(x: Double, y: Double)]) -> [Int] {
    let grid = PointGrid(points, cell: cell)
    guard grid.count > minimumSize else { return points.map { _ in 0 } }
    let edges = grid.reachabilityEdges(neighbours: DensityClustering.neighbours, core: minimumSize)
    let forest = SpanningForest(count: grid.count, edges: edges)
    let selected = ClusterTree(forest, minimumSize: minimumSize).labels()
    return renumbered(grid.spread(selected, reach: reach))
  }

  private func renumbered(_ labels: [Int]) -> [Int] {
    var numbers: [Int: Int] = [:]
    return labels.map { label in
      guard label >= 0 else { return -1 }
      if let number = numbers[label] { return number }
      numbers[label] = numbers.count
      return numbers.count - 1
    }
  }
}

/// Points thinned to one for each cell of a grid.
private struct PointGrid {
  private struct Place: Hashable {
    let column: Int32
    let row: Int32
  }

  private let cell: Double
  /// The first point of each cell.
  private(set) var points: [(x: Double, y: Double)] = []
  /// The cell of every original point.
  private var cells: [Int32] = []
  private var coarse: [Place: [Int32]] = [:]
  /// Side of the boxes in which neighbours are looked for.
  private var box = 1.0

  var count: Int { points.count }

  init(_ all: [(x: Double, y: Double)], cell: Double) {
    self.cell = cell
    var places: [Place: Int32] = [:]
    cells.reserveCapacity(all.count)
    for point in all {
      let place = PointGrid.place(point, cell)
      if let known = places[place] {
        cells.append(known)
      } else {
        let number = Int32(points.count)
        places[place] = number
        cells.append(number)
        points.append(point)
      }
    }
    // About four points a box on average.
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let area = max(cell, (xs.max() ?? 0) - (xs.min() ?? 0)) * max(cell, (ys.max() ?? 0) - (ys.min() ?? 0))
    box = max(2 * cell, (4 * area / Double(max(1, points.count))).squareRoot())
    for (number, point) in points.enumerated() {
      coarse[PointGrid.place(point, box), default: []].append(Int32(number))
    }
  }

  private static func place(_ point: (x: Double, y: Double), _ side: Double) -> Place {
    func index(_ value: Double) -> Int32 {
      Int32(max(-1e9, min(1e9, (value / side).rounded(.down))))
    }
    return Place(column: index(point.x), row: index(point.y))
  }

  private func distance(_ i: Int, _ j: Int) -> Double {
    let (dx, dy) = (points[i].x - points[j].x, points[i].y - points[j].y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The nearest other points with their distances, nearest first, ties by number.
  private func nearest(_ i: Int, count wanted: Int) -> [(distance: Double, number: Int)] {
    let home = PointGrid.place(points[i], box)
    var (found, ring): ([(distance: Double, number: Int)], Int32) = ([], 0)
    found.reserveCapacity(wanted + 1)
    while ring < 64 {
      for column in (home.column - ring)...(home.column + ring) {
        let isEdge = abs(column - home.column) == ring
        var row = home.row - ring
        while row <= home.row + ring {
          if let others = coarse[Place(column: column, row: row)] {
            for other in others where Int(other) != i {
              PointGrid.insert((distance(i, Int(other)), Int(other)), into: &found, keeping: wanted)
            }
          }
          row += isEdge || ring == 0 ? 1 : 2 * ring
        }
      }
      // What lies beyond the ring is farther than `ring` boxes.
      if found.count == wanted, found[wanted - 1].distance <= Double(ring) * box { break }
      if found.count >= count - 1 { break }
      ring += 1
    }
    return found
  }

  /// Keeps the nearest in their order.
  private static func insert(
    _ entry: (distance: Double, number: Int), into found: inout [(distance: Double, number: Int)],
    keeping wanted: Int
  ) {
    if found.count == wanted {
      guard let last = found.last, (entry.distance, entry.number) < (last.distance, last.number) else {
        return
      }
      found.removeLast()
    }
    var place = found.count
    while place > 0, (entry.distance, entry.number) < (found[place - 1].distance, found[place - 1].number) {
      place -= 1
    }
    found.insert(entry, at: place)
  }

  /// Edges between near points, weighted by mutual reachability, lightest first.
  func reachabilityEdges(neighbours: Int, core: Int) -> [SpanningForest.Edge] {
    let near = points.indices.map { nearest($0, count: neighbours) }
    let cores = near.map { $0.count >= core ? $0[core - 1].distance : $0.last?.distance ?? .infinity }
    var edges: [SpanningForest.Edge] = []
    edges.reserveCapacity(points.count * neighbours)
    for (i, others) in near.enumerated() {
      for (distance, j) in others where i < j || !near[j].contains(where: { $0.number == i }) {
        edges.append(
          .init(weight: max(distance, cores[i], cores[j]), i: Int32(min(i, j)), j: Int32(max(i, j))))
      }
    }
    return edges.sorted { ($0.weight, $0.i, $0.j) < ($1.weight, $1.i, $1.j) }
  }

  /// Labels of all original points from those of the cells; points of none join the nearest within `reach`.
  func spread(_ labels: [Int], reach: Double) -> [Int] {
    let joined = labels.indices.map { i in
      labels[i] >= 0
        ? labels[i]
        : nearest(i, count: 8).first { $0.distance <= reach && labels[$0.number] >= 0 }.map {
          labels[$0.number]
        } ?? -1
    }
    return cells.map { joined[Int($0)] }
  }
}
