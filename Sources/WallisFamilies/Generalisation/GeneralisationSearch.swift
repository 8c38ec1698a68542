public import WallisArithmetic
internal import WallisFormulas

/// Finds statements about infinitely many formulas in formulas whose limits are known.
///
/// Members of a lattice of coefficients alone are fitted; predictions outside of them, drawn by a seed, are computed
/// without the fit to `Generalisation.digits`. One that fails refuses the statement.
public struct GeneralisationSearch: Sendable {
  /// The constant that maps apply to; nil for roots.
  private let constant: (@Sendable (_ bits: Int) -> Ball)?
  private let seed: UInt64
  /// How many predictions are tested.
  public let predictions: Int

  /// - Parameters:
  ///   - constant: encloses the constant that the members are images of; nil for roots.
  ///   - predictions: how many are tested, at least `Generalisation.fewestPredictions`.
  public init(predictions: Int = 24, seed: UInt64 = 1, constant: (@Sendable (_ bits: Int) -> Ball)?) {
    precondition(predictions >= Generalisation.fewestPredictions, "a statement rests on twenty predictions")
    (self.constant, self.seed, self.predictions) = (constant, seed, predictions)
  }

  /// Statements that hold for all their members, those that were refuted by a prediction too; two parameters first,
  /// then one for what is in none of them, then one that enters quadratically.
  ///
  /// - Parameter isStopped: asked between lattices.
  public func generalisations(of members: [GeneralisationMember], isStopped: () -> Bool = { false })
    -> [Generalisation]
  {
    let (vectors, a) = GeneralisationSearch.vectors(of: members)
    var (found, covered): ([Generalisation], Set<Int>) = ([], [])
    let all = vectors.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let kinds = [
      { ParameterLattice.lattices(in: all, split: a + 1, rank: 2, fewest: 6) },
      { ParameterLattice.lattices(in: all, split: a + 1, rank: 1, fewest: 4) },
      { ParameterLattice.curves(in: all, split: a + 1, fewest: 5) },
    ]
    for candidates in kinds {
      for (lattice, places) in candidates() {
        guard !isStopped() else { return found }
        // What smaller lattices say of the same formulas is said already.
        guard places.count(where: { !covered.contains($0.vector) }) * 2 > places.count else { continue }
        let known = places.map { (members[vectors[all[$0.vector]] ?? 0], $0.place) }
        guard let statement = best(lattice, known) else { continue }
        found.append(statement)
        guard statement.isVerified else { continue }
        covered.formUnion(places.filter { statement.members.contains($0.place) }.map(\.vector))
      }
    }
    return found
  }

  /// Places of members by their coefficients, and the degree of a that all are written with.
  private static func vectors(of members: [GeneralisationMember]) -> (places: [[Int]: Int], a: Int) {
    let width = members.map { ($0.fraction.a.degree, $0.fraction.b.degree) }
    let (a, b) = (max(0, width.map(\.0).max() ?? 0), max(0, width.map(\.1).max() ?? 0))
    var vectors: [[Int]: Int] = [:]
    for (index, member) in members.enumerated() {
      guard let vector = vector(member.fraction, a, b) else { continue }
      vectors[vector] = index
    }
    return (vectors, a)
  }

  private static func vector(_ fraction: ContinuedFraction, _ a: Int, _ b: Int) -> [Int]? {
    let words = (0...a).map { fraction.a[$0].word } + (0...b).map { fraction.b[$0].word }
    let known = words.compactMap { $0 }
    return known.count == words.count ? known : nil
  }

  /// The statement about all members; where there is none that holds, about those with parameters of 0 or more.
  private func best(
    _ lattice: ParameterLattice, _ known: [(member: GeneralisationMember, place: [Int])]
  ) -> Generalisation? {
    let whole = statement(lattice, known)
    if let whole, whole.isVerified { return whole }
    let quadrant = known.filter { $0.place.allSatisfy { $0 >= 0 } }
    guard quadrant.count >= 4, quadrant.count < known.count,
      let part = statement(lattice, quadrant), part.isVerified
    else { return whole }
    return part
  }

  private func statement(
    _ lattice: ParameterLattice, _ known: [(member: GeneralisationMember, place: [Int])]
  ) -> Generalisation? {
    let parameters = lattice.directions.count
    let limit: Generalisation.Limit
    if constant != nil {
      let images = Dictionary(known.compactMap { known in known.member.map.map { (known.place, $0) } }) { $1 }
      guard let steps = StepLimit(fitting: images, parameters: parameters) else { return nil }
      limit = .steps(steps)
    } else {
      let roots = Dictionary(known.compactMap { known in known.member.root.map { (known.place, $0) } }) { $1 }
      guard let root = RootLimit(fitting: roots, parameters: parameters) else { return nil }
      limit = .root(root)
    }
    let places = known.map(\.place)
    return Generalisation(
      lattice: lattice, members: places, limit: limit, predictions: predict(lattice, limit, beyond: places))
  }

  /// Tests predictions until there are enough, or one fails, or none can be found.
  private func predict(
    _ lattice: ParameterLattice, _ limit: Generalisation.Limit, beyond members: [[Int]]
  ) -> [Generalisation.Prediction] {
    var generator = PredictionPlaces(members: members, seed: seed)
    var (tested, attempts): ([Generalisation.Prediction], Int) = ([], 0)
    while tested.count < predictions, attempts < 8 * predictions {
      attempts += 1
      let place = generator.next()
      guard let prediction = test(lattice, limit, at: place) else { continue }
      tested.append(prediction)
      if !prediction.holds { break }
    }
    return tested
  }

  /// nil where the formula is finite or has no limit by digits, or the statement says nothing about it.
  private func test(
    _ lattice: ParameterLattice, _ limit: Generalisation.Limit, at place: [Int]
  ) -> Generalisation.Prediction? {
    let digits = Generalisation.digits
    let fraction = lattice.fraction(at: place)
    guard !fraction.b.isZero, !fraction.terminates,
      let evaluation = try? fraction.evaluate(digits: digits + 4),
      let value = evaluation.enclosure, value.isFinite, let shown = value.decimal(atMost: digits)
    else { return nil }
    let bits = digits * 10 / 3 + 128
    let predicted: Ball?
    switch limit {
    case .steps(let steps):
      guard let map = steps.map(at: place), let constant else { return nil }
      // The entries of the map may be long and cancel.
      let extra = 4 * (map.entries.map(\.bitWidth).max() ?? 0)
      predicted = map(constant(bits + extra))
    case .root(let root): predicted = root.value(at: place, bits: bits + 256)
    }
    let holds = predicted.map { $0.isFinite && $0.relativeDigits >= digits && $0.overlaps(value) } ?? false
    return Generalisation.Prediction(place: place, value: "\(shown.value)", holds: holds)
  }
}

/// Places beyond those of the members, in one parameter after the other and in all, drawn by a seed.
private struct PredictionPlaces {
  private let widest: [Int]
  private var generator: SplitMix64
  private var count = 0

  init(members: [[Int]], seed: UInt64) {
    let parameters = members.first?.count ?? 0
    widest = (0..<parameters).map { axis in members.map { $0[axis] }.max() ?? 0 }
    generator = SplitMix64(seed: seed &* SplitMix64.increment | 1)
  }

  mutating func next() -> [Int] {
    defer { count += 1 }
    return widest.indices.map { axis in
      let isBeyond = count % (widest.count + 1) == axis || count % (widest.count + 1) == widest.count
      return isBeyond ? widest[axis] + 1 + draw(8) : draw(widest[axis] + 1)
    }
  }

  private mutating func draw(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }
}

extension ContinuedFraction {
  /// True where a partial numerator vanishes.
  fileprivate var terminates: Bool {
    if case .terminates = Classification(self).kind { true } else { false }
  }
}
