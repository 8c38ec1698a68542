public import WallisArithmetic
public import WallisFormulas

/// Finds the lines of known fields that a continued fraction is: by an identity of polynomials.
///
/// Lines of small directions from small starts are compared with the fraction and what two or three of its steps make:
/// first by their canonical forms up to index shifts; where none agrees and the eigenvalues have the same ratio, by the
/// limits and a coboundary that is proved.
public struct FieldFinder: Sendable {
  /// A line that a fraction is.
  public struct Match: Sendable {
    /// The line.
    public let line: FieldLine
    /// Its continued fraction.
    public let fraction: ContinuedFraction
    /// n → n + shift takes one canonical form into the other; nil for a coboundary.
    public let shift: Int?
    /// The coboundary; nil where the canonical forms agree.
    public let link: CoboundaryLink?
    /// Steps of the fraction that make one of the line.
    public var fold: Int { link?.fold ?? 1 }
  }

  private struct Entry: Sendable {
    let line: FieldLine
    let fraction: ContinuedFraction
    let key: String
    let invariant: LineInvariant?
  }

  private let entries: [Entry]

  /// Lines of the fields that come with Wallis; `isDeep` adds directions of height 2 and hypergeometric fields.
  public init(isDeep: Bool = true) { self.init(FieldFinder.space(isDeep: isDeep)) }

  /// Lines of these fields from and along all of these.
  public init(fields: [MatrixField], starts: [[Rational]], directions: [[Int]]) {
    self.init(fields.map { ($0, starts, directions) })
  }

  private init(_ space: [(MatrixField, starts: [[Rational]], directions: [[Int]])]) {
    var (entries, seen): ([Entry], Set<String>) = ([], [])
    for (field, starts, directions) in space {
      for direction in directions {
        for start in starts {
          guard let line = try? FieldLine(field, start: start, direction: direction),
            let own = LineFraction(line)
          else { continue }
          let key = CanonicalForm(own.fraction).shiftKey
          guard seen.insert(key).inserted else { continue }
          entries.append(
            Entry(line: line, fraction: own.fraction, key: key, invariant: LineInvariant(own.fraction)))
        }
      }
    }
    self.entries = entries
  }

  /// Number of different fractions that are compared.
  public var count: Int { entries.count }

  private static func space(isDeep: Bool) -> [(MatrixField, starts: [[Rational]], directions: [[Int]])] {
    let half = Rational(1, 2)
    let known = (try? KnownFields.all()) ?? []
    let flat = known.filter { $0.axes.count == 2 }
    let forward = flat.map { field in
      (
        field, starts: points([1, half, 2, Rational(3, 2), 3], axes: 2),
        directions: [[1, 0], [0, 1], [1, 1]] + (isDeep ? [[2, 1], [1, 2]] : [])
      )
    }
    // Against an axis lines leave the shard of their start, unless they begin behind its boundary.
    let backward = flat.map { field in
      (field, starts: points([-1, 0, -half, half, 1], axes: 2), directions: [[1, -1], [-1, 1]])
    }
    let plane = forward + (isDeep ? backward : [])
    guard isDeep else { return plane }
    let space = [[1, 1, 0], [1, 0, 0], [0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1], [1, 1, 2]]
    let derived = known.filter { $0.axes.count == 3 }.map { field in
      (field, starts: points([0, half], axes: 3), directions: space)
    }
    let gauss = [Rational(-1), half].compactMap { try? KnownFields.named("2F1", z: $0) }.map { field in
      (field, starts: points([half, 1, Rational(3, 2)], axes: 3), directions: space)
    }
    return plane + derived + gauss
  }

  private static func points(_ values: [Rational], axes: Int) -> [[Rational]] {
    (0..<axes).reduce([[]]) { points, _ in points.flatMap { start in values.map { start + [$0] } } }
  }

  /// The lines that the fraction is, up to `limit`, those with equal canonical forms first.
  public func matches(_ fraction: ContinuedFraction, limit: Int = 3) -> [Match] {
    let canonical = CanonicalForm(fraction).fraction
    let key = CanonicalForm(canonical).shiftKey
    var found = entries.filter { $0.key == key }.map { entry in
      Match(
        line: entry.line, fraction: entry.fraction,
        shift: FormulaLink.exact(canonical, entry.fraction)?.shift ?? 0, link: nil)
    }
    for fold in 1...3 where found.isEmpty { found = linked(canonical, fold: fold, limit: limit) }
    return Array(found.prefix(limit))
  }

  /// Lines that a coboundary connects with the folded fraction.
  private func linked(_ fraction: ContinuedFraction, fold: Int, limit: Int) -> [Match] {
    guard let folded = fold == 1 ? (fraction, MoebiusMap.identity) : fraction.folded(fold),
      let invariant = LineInvariant(folded.0)
    else { return [] }
    let candidates = entries.filter { $0.invariant == invariant }
    guard !candidates.isEmpty, let limitOfFirst = FieldFinder.limit(folded.0) else { return [] }
    var found: [Match] = []
    for entry in candidates where found.count < limit {
      guard let second = FieldFinder.limit(entry.fraction),
        let map = MoebiusMap(from: second, to: limitOfFirst),
        let link = CoboundaryLink(folded.0, entry.fraction, map: map)
      else { continue }
      found.append(
        Match(
          line: entry.line, fraction: entry.fraction, shift: nil, link: CoboundaryLink(link, fold: fold)))
    }
    return found
  }

  private static func limit(_ fraction: ContinuedFraction) -> Ball? {
    guard let evaluation = try? fraction.evaluate(digits: 50), evaluation.outcome == .value else {
      return nil
    }
    return evaluation.enclosure
  }
}

/// What two fractions with a coboundary have in common: deg b − 2 deg a, and the quotient of the characteristic roots.
private struct LineInvariant: Hashable, Sendable {
  let excess: Int
  let ratio: Rational?

  init?(_ fraction: ContinuedFraction) {
    guard !fraction.a.isZero, !fraction.b.isZero else { return nil }
    excess = fraction.b.degree - 2 * fraction.a.degree
    ratio =
      excess == 0 ? Rational(fraction.b.leading, fraction.a.leading * fraction.a.leading) : nil
  }
}
