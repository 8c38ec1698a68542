internal import WallisArithmetic
internal import WallisFormulas
internal import WallisIdentification

/// Verifies links: one comparison of digits for each class of inflations and shifts, identities within it.
struct FamilyLinker: Sendable {
  /// limit = map(what it is linked to), to so many digits.
  struct Image: Sendable {
    let map: MoebiusMap
    let digits: Int
  }

  let points: [ClusterPoint]
  let nodes: [ShiftNode]
  let options: FamilySearch.Options

  /// Digits that are computed beyond those that a link must hold to.
  private static let reserve = 12

  /// The limits of nodes as images of a label; nil for those that are none.
  func images(of label: FamilyLabel, among members: [Int]) -> [Image?] {
    guard !members.isEmpty else { return [] }
    let source = label.ball(bits: FamilyLinker.bits(options.digits))
    return images(of: source, among: members)
  }

  /// The limits of nodes as images of that of another.
  func images(ofLimitOf node: Int, among members: [Int]) -> [Image?] {
    guard let source = limit(node) else { return members.map { _ in nil } }
    return images(of: source, among: members)
  }

  private func images(of source: Ball, among members: [Int]) -> [Image?] {
    WorkerThreads.map(count: members.count, workers: options.workers) {
      { index in
        guard let limit = limit(members[index]), let map = MoebiusMap(from: source, to: limit) else {
          return Image?.none
        }
        return Image(map: map, digits: min(limit.relativeDigits, options.digits))
      }
    }
  }

  /// The limit of the simplest formula of a node, to the digits asked for; nil where that cannot be had.
  private func limit(_ node: Int) -> Ball? {
    guard
      let ball = points[nodes[node].representative].formula.limit?.enclosure(
        options.digits + FamilyLinker.reserve),
      ball.isFinite, ball.relativeDigits >= options.digits
    else { return nil }
    return ball.rounded(toBits: FamilyLinker.bits(options.digits))
  }

  private static func bits(_ digits: Int) -> Int { (digits + reserve) * 10 / 3 + 64 }

  /// All formulas of the nodes: the simplest of each with the link that was checked, the others by what connects them
  /// with it.
  func members(_ linked: [(node: Int, image: Image)]) -> [Family.Member] {
    linked.flatMap { node, image -> [Family.Member] in
      let first = points[nodes[node].representative]
      return nodes[node].points.compactMap { place in
        let point = points[place]
        if place == nodes[node].representative {
          return Family.Member(
            formula: point.formula, count: point.count, value: point.value, map: image.map,
            link: .checked(digits: image.digits))
        }
        guard let base = first.formula.image, let other = point.formula.image,
          let link = FormulaLink.exact(base.fraction, other.fraction)
        else { return nil }
        let map = other.map.after(link.map).after(base.map.inverse).after(image.map)
        return Family.Member(
          formula: point.formula, count: point.count, value: point.value, map: map,
          link: .exact(link.kind, of: first.formula, shift: link.shift))
      }
    }
  }
}

/// What the limits of nodes are images of, as far as that is known before anything is compared.
struct NodeLabels {
  private let search: FamilySearch

  init(_ search: FamilySearch) { self.search = search }

  func labels(of nodes: [ShiftNode], _ points: [ClusterPoint]) -> [FamilyLabel?] {
    search.options.usesKnown
      ? nodes.map { node in stored(node, points) } : screened(nodes, points)
  }

  private func stored(_ node: ShiftNode, _ points: [ClusterPoint]) -> FamilyLabel? {
    for place in node.points {
      if let label = points[place].closedForm.flatMap({ FamilyLabel(occurringIn: $0) }) { return label }
    }
    let match = search.known.match(points[node.representative].formula)
    return match.flatMap { FamilyLabel(occurringIn: $0.known.closedForm) }
  }

  /// By the quick screen, without anything that was known before.
  private func screened(_ nodes: [ShiftNode], _ points: [ClusterPoint]) -> [FamilyLabel?] {
    let screen = ValueScreen()
    return WorkerThreads.map(count: nodes.count, workers: search.options.workers) {
      { index in
        let point = points[nodes[index].representative]
        guard let value = try? DecimalInput(point.value) else { return FamilyLabel?.none }
        switch screen.screen(point.formula, value: value) {
        case .certified(let form): return FamilyLabel(occurringIn: form.closedForm)
        case .found(let finding): return FamilyLabel(occurringIn: finding.formula.closedForm)
        case .nothing, .tooFewDigits: return nil
        }
      }
    }
  }
}
