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

  /// - Parameter subject: the formula of which the fraction carries the convergents; nil for the fraction itself.
  func reply(
    about fraction: ContinuedFraction, as subject: (formula: Formula, image: FractionImage)? = nil
  ) throws(Refusal) -> Reply {
    try check()
    var meter = DynamicsMeter(depth: depth, against: against, digits: digits)
    var dynamics: Dynamics
    do {
      dynamics = try meter.measure(fraction)
      if let subject { dynamics.moveValue(to: subject.formula, digits: digits) }
    } catch {
      throw Refusal(error)
    }
    let view = DynamicsView(dynamics, of: fraction, depth: depth, against: against)
    let points = sequence.map {
      DeltaSequence(fraction, count: $0, depth: depth, against: against).points
    }
    let law = subject == nil ? ErrorLawView(fraction, dynamics) : nil
    var document: Document {
      let carrier = subject.map { [Field("convergents", Text("of \($0.image.text)", .formula))] } ?? []
      var blocks: [Block] = [.fields(carrier + view.fields + [law?.field].compactMap { $0 })]
      if let table = view.exactTable { blocks.append(.table(table)) }
      if let points { blocks.append(.table(MeasureRequest.table(points))) }
      return Document(blocks)
    }
    return Reply(document, json: json(view, law, points, subject?.image), result: formula)
  }

  private func json(
    _ view: DynamicsView, _ law: ErrorLawView?, _ points: [(depth: Int, delta: Double?)]?,
    _ image: FractionImage?
  ) -> JSONValue {
    var members = [JSONValue.Member("formula", .string(formula))]
    if let image { members.append(.init("fraction", .string(image.text))) }
    members += view.members
    if let law { members.append(law.member) }
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

extension Dynamics {
  /// The value of another formula with the same convergents up to a map, in place of that of its fraction.
  fileprivate mutating func moveValue(to formula: Formula, digits wanted: Int) {
    guard let limit = formula.limit, let decimal = limit.enclosure(wanted)?.decimal(atMost: wanted) else {
      (value, digits) = (nil, 0)
      return
    }
    (value, digits) = (decimal.value.description, decimal.digits)
  }
}
