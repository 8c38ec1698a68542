/// The components of a weighted graph, joined in the order of weight.
struct SpanningForest {
  /// A pair of points.
  struct Edge {
    let weight: Double
    let i: Int32
    let j: Int32
  }

  /// Two nodes that became one. Nodes are the points, then the joins in their order.
  struct Join {
    let left: Int
    let right: Int
    let weight: Double
    let size: Int
  }

  let count: Int
  private(set) var joins: [Join] = []
  /// Nodes that nothing joins further.
  private(set) var roots: [Int] = []

  /// - Parameter edges: lightest first.
  init(count: Int, edges: [Edge]) {
    self.count = count
    var parents = Array(0..<count)
    var nodes = Array(0..<count)
    func root(_ point: Int) -> Int {
      var point = point
      while parents[point] != point {
        parents[point] = parents[parents[point]]
        point = parents[point]
      }
      return point
    }
    for edge in edges {
      let (x, y) = (root(Int(edge.i)), root(Int(edge.j)))
      guard x != y else { continue }
      let (left, right) = (nodes[x], nodes[y])
      joins.append(Join(left: left, right: right, weight: edge.weight, size: size(left) + size(right)))
      parents[max(x, y)] = min(x, y)
      nodes[min(x, y)] = count + joins.count - 1
    }
    roots = Set((0..<count).map { nodes[root($0)] }).sorted()
  }

  /// Number of points under a node.
  func size(_ node: Int) -> Int { node < count ? 1 : joins[node - count].size }
}

/// The hierarchy of clusters of a spanning forest: a join of two parts of at least the smallest size is a split, parts
/// below it fall away.
struct ClusterTree {
  private struct Cluster {
    let birth: Double
    var stability = 0.0
    var children: [Int] = []
    var points: [Int] = []
  }

  private var clusters: [Cluster] = []
  private var roots: [Int] = []
  private let count: Int

  init(_ forest: SpanningForest, minimumSize: Int) {
    count = forest.count
    for root in forest.roots where forest.size(root) >= minimumSize {
      roots.append(clusters.count)
      clusters.append(Cluster(birth: 0))
      grow(clusters.count - 1, from: root, forest, minimumSize)
    }
  }

  /// Follows a cluster from its birth to its splits.
  private mutating func grow(_ first: Int, from root: Int, _ forest: SpanningForest, _ minimumSize: Int) {
    var open = [(cluster: first, node: root)]
    while let (cluster, node) = open.popLast() {
      guard node >= forest.count else {
        clusters[cluster].points.append(node)
        continue
      }
      let join = forest.joins[node - forest.count]
      let density = 1 / max(join.weight, 1e-12)
      let parts = [join.left, join.right]
      let large = parts.filter { forest.size($0) >= minimumSize }
      if large.count == 2 {
        clusters[cluster].stability += Double(join.size) * (density - clusters[cluster].birth)
        for part in large {
          clusters[cluster].children.append(clusters.count)
          clusters.append(Cluster(birth: density))
          open.append((clusters.count - 1, part))
        }
      } else {
        for part in parts where forest.size(part) < minimumSize {
          clusters[cluster].stability += Double(forest.size(part)) * (density - clusters[cluster].birth)
          ClusterTree.points(under: part, forest).forEach { clusters[cluster].points.append($0) }
        }
        if let rest = large.first { open.append((cluster, rest)) }
      }
    }
  }

  private static func points(under node: Int, _ forest: SpanningForest) -> [Int] {
    var (open, points): ([Int], [Int]) = ([node], [])
    while let node = open.popLast() {
      if node < forest.count {
        points.append(node)
      } else {
        open += [forest.joins[node - forest.count].left, forest.joins[node - forest.count].right]
      }
    }
    return points
  }

  /// Cluster of each point among those of greatest stability; −1 for points of none.
  func labels() -> [Int] {
    var best = clusters.map(\.stability)
    var isSelected = clusters.map { _ in true }
    // Children come after their parents.
    for index in clusters.indices.reversed() where !clusters[index].children.isEmpty {
      let below = clusters[index].children.reduce(0) { $0 + best[$1] }
      if below > best[index] { (best[index], isSelected[index]) = (below, false) }
    }
    var labels = [Int](repeating: -1, count: count)
    var open = roots.map { (cluster: $0, label: -1) }
    while let (cluster, inherited) = open.popLast() {
      let label = inherited >= 0 ? inherited : isSelected[cluster] ? cluster : -1
      if label >= 0 { for point in clusters[cluster].points { labels[point] = label } }
      open += clusters[cluster].children.map { ($0, label) }
    }
    return labels
  }
}
