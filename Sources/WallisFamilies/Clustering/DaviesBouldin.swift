/// How well clusters are separated: the mean over clusters of the worst ratio (spread + spread) / distance of centres.
/// Small is good; nil for fewer than two clusters.
///
/// - Parameters:
///   - points: of any one dimension.
///   - labels: the cluster of each point; negative for none.
/// - Complexity: points + clusters².
/// - Reference: Davies and Bouldin, A cluster separation measure, IEEE Trans. PAMI 1 (1979).
public func daviesBouldinIndex(_ points: [[Double]], labels: [Int]) -> Double? {
  var groups: [Int: [Int]] = [:]
  for (index, label) in labels.enumerated() where label >= 0 { groups[label, default: []].append(index) }
  guard groups.count >= 2, let dimension = points.first?.count else { return nil }
  let clusters = groups.sorted { $0.key < $1.key }.map { members in
    let count = Double(members.value.count)
    let centre = (0..<dimension).map { axis in
      members.value.reduce(0) { $0 + points[$1][axis] } / count
    }
    let spread = members.value.reduce(0) { $0 + distance(points[$1], centre) } / count
    return (centre: centre, spread: spread)
  }
  let worst = clusters.indices.map { i in
    clusters.indices.filter { $0 != i }.map { j in
      let apart = distance(clusters[i].centre, clusters[j].centre)
      return apart > 0 ? (clusters[i].spread + clusters[j].spread) / apart : .infinity
    }.max() ?? 0
  }
  return worst.reduce(0, +) / Double(clusters.count)
}

private func distance(_ x: [Double], _ y: [Double]) -> Double {
  zip(x, y).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}
