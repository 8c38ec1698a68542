internal import WallisArithmetic
internal import WallisFormulas
internal import WallisIdentification

/// One run: the points, what is known of them, and the families so far.
struct FamilyRun {
  let search: FamilySearch
  let points: [ClusterPoint]
  let nodes: [ShiftNode]
  /// What the limit of each node is an image of; nil where that is not known.
  private(set) var labels: [FamilyLabel?]
  /// Class of each node under integer maps of determinant ±1.
  private let tails: [Int]
  private var report = FamilyReport()
  private var separations: [ClusterPlane: (sum: Double, count: Int)] = [:]
  private var invariant: DynamicsInvariant?
  private var counts: [String: Int] = [:]

  init(_ search: FamilySearch, points: [ClusterPoint], nodes: [ShiftNode]) {
    (self.search, self.points, self.nodes) = (search, points, nodes)
    let isLabelled = search.options.labels
    labels = isLabelled ? NodeLabels(search).labels(of: nodes, points) : nodes.map { _ in nil }
    tails = isLabelled ? FamilyRun.tailClasses(of: nodes, points) : Array(nodes.indices)
  }

  private static func tailClasses(of nodes: [ShiftNode], _ points: [ClusterPoint]) -> [Int] {
    var classes = TailClasses(capacity: nodes.count)
    var places: [Int] = []
    for (index, node) in nodes.enumerated() {
      guard let value = try? DecimalInput(points[node.representative].value) else { continue }
      classes.insert(value)
      places.append(index)
    }
    var tails = Array(nodes.indices)
    for members in classes.classes() { for member in members { tails[places[member]] = places[members[0]] } }
    return tails
  }

  mutating func settle(_ group: [Int], invariant: DynamicsInvariant) {
    self.invariant = invariant
    guard search.options.labels else { return settleUnlabelled(group) }
    split(group, path: [], planes: search.options.planes)
  }

  /// Splits by the plane that separates best, and settles the parts.
  private mutating func split(_ members: [Int], path: [String], planes: [ClusterPlane]) {
    let trials = clusterings(of: members, planes)
    guard members.count > search.options.clustering.minimumSize,
      let best = trials.enumerated().min(by: { ($0.element.index, $0.offset) < ($1.element.index, $1.offset) }
      )?
      .element
    else { return settle(members, path: path, planes: []) }
    if best.index.isFinite { add(best) }
    let left = planes.filter { $0 != best.plane }
    let parts = Dictionary(grouping: members.indices) { best.labels[$0] }.sorted { $0.key < $1.key }
    for (number, places) in parts {
      let part = places.map { members[$0] }
      settle(part, path: path + ["\(best.plane) \(FamilyRun.name(number))"], planes: number < 0 ? [] : left)
    }
  }

  /// Clusters of members by one plane, and how well they are separated.
  private struct Trial: Sendable {
    let plane: ClusterPlane
    let labels: [Int]
    let index: Double
  }

  private mutating func add(_ trial: Trial) {
    let known = separations[trial.plane] ?? (0, 0)
    separations[trial.plane] = (known.sum + trial.index, known.count + 1)
  }

  private func clusterings(of members: [Int], _ planes: [ClusterPlane]) -> [Trial] {
    let metrics = members.map { points[nodes[$0].representative].metrics }
    let clustering = search.options.clustering
    return WorkerThreads.map(count: planes.count, workers: search.options.workers) {
      { FamilyRun.trial(planes[$0], metrics, clustering) }
    }.compactMap { $0 }
  }

  private static func trial(
    _ plane: ClusterPlane, _ metrics: [[Double?]], _ clustering: DensityClustering
  ) -> Trial? {
    let pairs = metrics.map { metrics -> (x: Double, y: Double)? in
      guard let x = metrics[plane.x.place], let y = metrics[plane.y.place] else { return nil }
      return (x, y)
    }
    let measured = pairs.indices.filter { pairs[$0] != nil }
    guard !measured.isEmpty else { return nil }
    let found = clustering.labels(of: measured.compactMap { pairs[$0] })
    var labels = [Int](repeating: -1, count: metrics.count)
    for (place, label) in zip(measured, found) { labels[place] = label }
    let index = daviesBouldinIndex(pairs.map { [$0?.x ?? 0, $0?.y ?? 0] }, labels: labels)
    return Trial(plane: plane, labels: labels, index: index ?? .infinity)
  }

  /// The loop of the paper for one cluster.
  private mutating func settle(_ members: [Int], path: [String], planes: [ClusterPlane]) {
    report.clusters += 1
    var names = Set(members.compactMap { labels[$0] })
    if names.isEmpty, let found = hunt(members) {
      labels[found.node] = found.label
      names = [found.label]
    }
    switch names.count {
    case 0: link(members, path: path)
    case 1:
      let rest = names.reduce(members) { keep($1, among: $0, path: path) }
      link(rest, path: path)
    default:
      guard planes.isEmpty else { return split(members, path: path, planes: planes) }
      let rest = names.sorted { $0.name < $1.name }.reduce(members) { rest, label in
        let mine = rest.filter { labels[$0] == nil || labels[$0] == label }
        let others = rest.filter { labels[$0] != nil && labels[$0] != label }
        return others + keep(label, among: mine, path: path)
      }
      link(rest.sorted(), path: path)
    }
  }

  /// Clusters that only their dynamics describe: formulas that every plane puts together.
  private mutating func settleUnlabelled(_ members: [Int]) {
    let trials = clusterings(of: members, search.options.planes)
    for trial in trials where trial.index.isFinite { add(trial) }
    let parts = Dictionary(grouping: members.indices) { place in trials.map { $0.labels[place] } }
    for (labels, places) in parts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      report.clusters += 1
      let part = places.map { members[$0] }
      let path = zip(trials, labels).map { "\($0.plane) \(FamilyRun.name($1))" }
      let size = formulas(of: part)
      counts["in clusters", default: 0] += size
      let place = (invariant.map { ["\($0)"] } ?? []) + path
      report.unresolved.append((place, size, points[nodes[part[0]].representative].formula))
    }
  }

  private static func name(_ label: Int) -> String { label < 0 ? "none" : "\(label + 1)" }

  /// A constant by a search through the whole table for the limits of some members.
  private func hunt(_ members: [Int]) -> (node: Int, label: FamilyLabel)? {
    guard members.count >= search.options.clustering.minimumSize else { return nil }
    let sample = spread(members, search.options.hunts)
    let (search, points, nodes) = (search, points, nodes)
    let found = WorkerThreads.map(count: sample.count, workers: search.options.workers) {
      { index in
        let formula = points[nodes[sample[index]].representative].formula
        guard let image = formula.image, let source = NumberSource(limitOf: formula) else {
          return FamilyLabel?.none
        }
        let report = search.identification.identify(source, suggested: Constant.suggested(by: formula))
        guard let best = report.best, best.grade >= .conjecture else { return nil }
        return FamilyLabel(occurringIn: best.formula.closedForm, limitOf: image.fraction)
      }
    }
    return zip(sample, found).lazy.compactMap { node, label in label.map { (node, $0) } }.first
  }

  /// Number of formulas of nodes, mirrors counted.
  private func formulas(of members: [Int]) -> Int {
    members.reduce(0) { sum, node in nodes[node].points.reduce(sum) { $0 + points[$1].count } }
  }

  /// So many of the members, evenly spread.
  private func spread(_ members: [Int], _ count: Int) -> [Int] {
    guard members.count > count else { return members }
    return (0..<count).map { members[$0 * members.count / count] }
  }

  /// Makes a family of the members that are verified images of a label; returns the others.
  private mutating func keep(_ label: FamilyLabel, among members: [Int], path: [String]) -> [Int] {
    let named = members.filter { labels[$0] == label }
    let unnamed = spread(members.filter { labels[$0] == nil }, search.options.checks)
    let linker = FamilyLinker(points: points, nodes: nodes, options: search.options)
    let checked = linker.images(of: label, among: named + unnamed)
    let verified = zip(named + unnamed, checked).compactMap { node, image in image.map { (node, $0) } }
    for (node, image) in zip(named, checked) where image == nil {
      report.contradicted.append((points[nodes[node].representative].formula, label.name))
    }
    guard !verified.isEmpty else { return members }
    append(
      label.name, isNamed: true, linker.members(verified), path: path, checked: formulas(of: named + unnamed),
      verified: formulas(of: verified.map(\.0)))
    let kept = Set(verified.map(\.0))
    return members.filter { !kept.contains($0) }
  }

  /// Links members of no known limit to each other.
  private mutating func link(_ members: [Int], path: [String]) {
    var left: [Int] = []
    let linker = FamilyLinker(points: points, nodes: nodes, options: search.options)
    for (_, group) in Dictionary(grouping: members, by: { tails[$0] }).sorted(by: { $0.key < $1.key }) {
      guard group.count > 1 else {
        left += group
        continue
      }
      let images = linker.images(ofLimitOf: group[0], among: Array(group.dropFirst()))
      let linked =
        [(group[0], FamilyLinker.Image(map: .identity, digits: search.options.digits))]
        + zip(group.dropFirst(), images).compactMap { node, image in image.map { (node, $0) } }
      left += zip(group.dropFirst(), images).filter { $0.1 == nil }.map(\.0)
      guard linked.count > 1 else {
        left.append(group[0])
        continue
      }
      let name = "\(points[nodes[group[0]].representative].formula)"
      append(
        name, isNamed: false, linker.members(linked), path: path,
        checked: formulas(of: group), verified: formulas(of: linked.map(\.0)))
    }
    guard !left.isEmpty else { return }
    let size = formulas(of: left)
    counts["neither named nor linked", default: 0] += size
    if left.count >= search.options.clustering.minimumSize {
      let place = (invariant.map { ["\($0)"] } ?? []) + path
      report.unresolved.append((place, size, points[nodes[left.sorted()[0]].representative].formula))
    }
  }

  private mutating func append(
    _ label: String, isNamed: Bool, _ members: [Family.Member], path: [String], checked: Int, verified: Int
  ) {
    let simplest = members.min { ($0.formula.cost, $0.formula.key) < ($1.formula.cost, $1.formula.key) }
    guard let invariant, let simplest else { return }
    let family = Family(
      label: label, isNamed: isNamed, invariant: invariant, path: path, representative: simplest.formula,
      members: members.sorted { $0.formula.key < $1.formula.key }, checked: checked, verified: verified,
      refuted: checked - verified)
    counts[isNamed ? "in families with a name" : "in families without a name", default: 0] += family.size
    report.families.append(family)
  }

  /// The report, families of the same label next to each other by size.
  func finished() -> FamilyReport {
    var report = report
    report.families.sort {
      ($1.isNamed ? 1 : 0, $1.size, $0.representative.key) < (
        $0.isNamed ? 1 : 0, $0.size, $1.representative.key
      )
    }
    report.exits = counts.sorted { $0.key < $1.key }.map { (reason: $0.key, count: $0.value) }
    report.separation = search.options.planes.compactMap { plane in
      separations[plane].map { (plane, $0.sum / Double($0.count)) }
    }
    return report
  }
}
