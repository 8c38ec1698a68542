internal import WallisArithmetic
public import WallisFormulas

/// The limits of a family as images of one constant, from member to member: limit(place + eₖ) = stepₖ(place) applied to
/// limit(place), with polynomials in the parameters for its four entries.
public struct StepLimit: Sendable, Hashable {
  /// limit at parameters 0 = map(constant).
  public let base: MoebiusMap
  /// Entries a, b, c, d of x ↦ (ax + b)/(cx + d) for each parameter.
  public let steps: [[ParameterPolynomial]]
  /// Whether steps along different parameters commute, which is proved; true for one parameter.
  public let isConservative: Bool

  /// The limit at a place as an image of the constant; nil where every path meets a step of determinant 0.
  public func map(at place: [Int]) -> MoebiusMap? {
    orders.lazy.compactMap { order in map(at: place, order: order) }.first
  }

  private var orders: [[Int]] {
    let forward = Array(steps.indices)
    return steps.count > 1 ? [forward, forward.reversed()] : [forward]
  }

  /// From 0 along one parameter after the other, backwards by inverse steps.
  private func map(at place: [Int], order: [Int]) -> MoebiusMap? {
    var (here, map) = (place.map { _ in 0 }, base)
    for axis in order {
      while here[axis] != place[axis] {
        let isForward = here[axis] < place[axis]
        if !isForward { here[axis] -= 1 }
        guard let step = step(axis, at: here) else { return nil }
        map = (isForward ? step : step.inverse).after(map)
        if isForward { here[axis] += 1 }
      }
    }
    return map
  }

  /// The step at a place; nil where its determinant is 0.
  func step(_ axis: Int, at place: [Int]) -> MoebiusMap? {
    let entries = steps[axis].map { $0.value(at: place) }
    return MoebiusMap(entries[0], entries[1], entries[2], entries[3])
  }
}

extension StepLimit {
  /// Steps of the lowest degree that fit all given images, where these determine them.
  ///
  /// An image is determined up to a factor, which is eliminated: the entries of step · image and of the next image are
  /// proportional. There have to be as many equations as a step has coefficients up to a factor, and one solution.
  ///
  /// - Parameter images: the images at the places that are known, 0 among them.
  init?(fitting images: [[Int]: MoebiusMap], parameters: Int) {
    guard let base = images[[Int](repeating: 0, count: parameters)] else { return nil }
    var steps: [[ParameterPolynomial]] = []
    for axis in 0..<parameters {
      guard let step = StepLimit.step(axis, images) else { return nil }
      steps.append(step)
    }
    let found = StepLimit(base: base, steps: steps, isConservative: StepLimit.commute(steps))
    // What the fit says of the members that it was made from.
    guard images.allSatisfy({ place, image in found.map(at: place) == image }) else { return nil }
    self = found
  }

  private static func step(_ axis: Int, _ images: [[Int]: MoebiusMap]) -> [ParameterPolynomial]? {
    let pairs = images.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap {
      place -> (place: [Int], from: MoebiusMap, to: MoebiusMap)? in
      var next = place
      next[axis] += 1
      guard let from = images[place], let to = images[next] else { return nil }
      return (place, from, to)
    }
    guard let parameters = pairs.first?.place.count else { return nil }
    for degrees in shapes {
      let monomials = degrees.map { ParameterPolynomial.monomials(parameters: parameters, degree: $0) }
      let unknowns = monomials.reduce(0) { $0 + $1.count }
      // Three equations a pair, and unknowns up to a factor; predictions confirm what just determines them.
      guard 3 * pairs.count >= unknowns - 1 else { return nil }
      let space = nullSpace(ofRows: pairs.flatMap { equations($0.place, $0.from, $0.to, monomials) })
      guard space.count < 2 else { return nil }
      guard var solution = space.first?[...] else { continue }
      return monomials.map { exponents in
        defer { solution = solution.dropFirst(exponents.count) }
        return ParameterPolynomial(
          exponents: exponents, coefficients: Array(solution.prefix(exponents.count)))
      }
    }
    return nil
  }

  /// Degrees of the entries a, b, c, d that are tried, in the order of their number of coefficients.
  private static let shapes = [
    [0, 0, 0, 0], [1, 1, 0, 1], [1, 1, 1, 1], [1, 2, 0, 1], [2, 2, 1, 2], [2, 2, 2, 2], [3, 3, 3, 3],
    [4, 4, 4, 4],
  ]

  /// The products of entries of T·M and M′ that are equal where the two are proportional.
  private static func equations(
    _ place: [Int], _ from: MoebiusMap, _ to: MoebiusMap, _ monomials: [[[Int]]]
  ) -> [[Integer]] {
    let values = monomials.map { $0.map { ParameterPolynomial.value(of: $0, at: place) } }
    // Rows of T·M as linear forms in the entries (a, b, c, d) of T.
    let forms: [[Integer]] = [
      [from.a, from.c, 0, 0], [from.b, from.d, 0, 0], [0, 0, from.a, from.c], [0, 0, from.b, from.d],
    ]
    let target = to.entries
    return (0..<4).flatMap { x in
      (0..<4).filter { $0 > x }.map { y in
        let form = (0..<4).map { forms[x][$0] * target[y] - forms[y][$0] * target[x] }
        return zip(form, values).flatMap { factor, values in values.map { factor * $0 } }
      }
    }
  }

  /// Whether steps commute up to a factor, at more places than their degrees allow unless they do everywhere.
  private static func commute(_ steps: [[ParameterPolynomial]]) -> Bool {
    guard steps.count == 2 else { return steps.count == 1 }
    let degree = steps.joined().flatMap { $0.exponents.map { $0.reduce(0, +) } }.max() ?? 0
    // Each entry of the two products has degree 2·degree; their proportionality 4·degree.
    return (0...4 * degree).allSatisfy { i in
      (0...4 * degree).allSatisfy { j in
        let entries = { (axis: Int, place: [Int]) in steps[axis].map { $0.value(at: place) } }
        let one = product(entries(1, [i + 1, j]), entries(0, [i, j]))
        let two = product(entries(0, [i, j + 1]), entries(1, [i, j]))
        return one.indices.allSatisfy { x in one.indices.allSatisfy { one[x] * two[$0] == one[$0] * two[x] } }
      }
    }
  }

  private static func product(_ x: [Integer], _ y: [Integer]) -> [Integer] {
    [
      x[0] * y[0] + x[1] * y[2], x[0] * y[1] + x[1] * y[3], x[2] * y[0] + x[3] * y[2],
      x[2] * y[1] + x[3] * y[3],
    ]
  }
}
