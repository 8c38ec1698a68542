internal import WallisDocuments
internal import WallisFormulas

/// Asks for the convergence dynamics of a fraction.
struct MeasureRequest: Codable, Sendable {
  var formula: String
  var depth = 1000
  var against = 2000
  var sequence: Int?
  var digits = 30

  /// Deepest convergent that is computed: its exact p and q take about a gigabyte and minutes.
  static let deepest = 200_000

  func reply(about fraction: ContinuedFraction) throws(Refusal) -> Reply {
    try check()
    var meter = DynamicsMeter(depth: depth, against: against, digits: digits)
    let dynamics: Dynamics
    do {
      dynamics = try meter.measure(fraction)
    } catch {
      throw Refusal(error)
    }
    let view = DynamicsView(dynamics, of: fraction, depth: depth, against: against)
    let points = sequence.map {
      DeltaSequence(fraction, count: $0, depth: depth, against: against).points
    }
    var document: Document {
      var blocks: [Block] = [.fields(view.fields)]
      if let table = view.exactTable { blocks.append(.table(table)) }
      if let points { blocks.append(.table(MeasureRequest.table(points))) }
      return Document(blocks)
    }
    return Reply(document, json: json(view, points), result: formula)
  }

  private func json(_ view: DynamicsView, _ points: [(depth: Int, delta: Double?)]?) -> JSONValue {
    var members = [JSONValue.Member("formula", .string(formula))] + view.members
    if let points {
      members.append(.init("sequence", .array(points.map { [.integer($0.depth), .optional($0.delta)] })))
    }
    return .object(members)
  }

  private static func table(_ points: [(depth: Int, delta: Double?)]) -> Table {
    let rows: [[Text]] = points.map {
      [Text("\($0.depth)", .digits), Text($0.delta.map { rounded($0, 6) } ?? "–", .digits)]
    }
    return Table([.init("n", .right), .init("δ", .right)], rows: rows)
  }

  /// - Throws: a `Refusal` for depths that make no sense or would need too much.
  func check() throws(Refusal) {
    guard depth >= 8, against > depth, against - depth >= 2 else {
      throw Refusal(
        "depth \(depth) against \(against)",
        remedy: "a depth is at least 8, and the second one at least 2 greater")
    }
    guard against <= MeasureRequest.deepest else {
      let gigabytes = Int((Double(against) / Double(MeasureRequest.deepest) * 1.5).rounded(.up))
      throw Refusal(
        "depth \(against) would need about \(gigabytes) GB for exact convergents",
        remedy: "use at most \(MeasureRequest.deepest)", exit: .limit)
    }
    if let sequence, !(1...depth).contains(sequence) {
      throw Refusal("--sequence \(sequence)", remedy: "between 1 and the depth, \(depth)")
    }
    guard digits >= 1 else { throw Refusal("at least one digit is needed", remedy: "--digits 30") }
  }
}
