internal import WallisArithmetic
internal import WallisFormulas

extension ParameterLattice {
  /// Largest number of formulas among which curves are looked for: all pairs are compared.
  private static let mostVectors = 800
  /// Members of other families that may lie between two neighbours of a curve.
  private static let mostBetween = 3

  /// Families along a line whose steps grow evenly, base + i·d + i(i−1)/2·e, the largest first: what is left of a line
  /// when its members reduce at parameters k(k+1) alone.
  ///
  /// - Parameters:
  ///   - vectors: coefficient vectors of one length, all different; none are found among more than 800.
  ///   - fewest: formulas that a curve has to hold.
  /// - Complexity: O(n²) for n vectors.
  static func curves(
    in vectors: [[Int]], split: Int, fewest: Int
  ) -> [(lattice: ParameterLattice, members: [(vector: Int, place: [Int])])] {
    guard vectors.count <= mostVectors else { return [] }
    var found: [(lattice: ParameterLattice, members: [(vector: Int, place: [Int])])] = []
    for line in lines(through: vectors) where line.places.count >= fewest {
      for sign in [1, -1] {
        for run in runs(line.places.map { (sign * $0.key, $0.value) }, fewest: fewest) {
          let unit = line.direction.map { sign * $0 }
          let lattice = ParameterLattice(
            base: vectors[run.members[0]], split: split, directions: [unit.map { run.step * $0 }],
            curvature: unit.map { run.growth * $0 })
          found.append((lattice, run.members.enumerated().map { ($1, [$0]) }))
        }
      }
    }
    return found.sorted {
      ($1.members.count, $0.lattice.base.description) < ($0.members.count, $1.lattice.base.description)
    }
  }

  /// Vectors on one line by their places along it.
  private struct Line {
    let direction: [Int]
    var places: [Int: Int] = [:]
  }

  /// All lines through two vectors or more, in a fixed order.
  private static func lines(through vectors: [[Int]]) -> [Line] {
    var lines: [[Int]: Line] = [:]
    for i in vectors.indices {
      for j in vectors.indices where j > i {
        var direction = zip(vectors[j], vectors[i]).map { $0 - $1 }
        let content = direction.reduce(0) { $0.gcd($1) }
        guard content > 0, let axis = direction.firstIndex(where: { $0 != 0 }) else { continue }
        let unit = direction[axis] < 0 ? -content : content
        direction = direction.map { $0 / unit }
        for index in [i, j] {
          let place = vectors[index][axis].floorDivided(by: direction[axis])
          let foot = zip(vectors[index], direction).map { $0 - place * $1 }
          lines[direction + foot, default: Line(direction: direction)].places[place] = index
        }
      }
    }
    return lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// Sequences p, p + d, p + 2d + e, … of places with d > 0 and an even e > 0, each as long as it goes, none in another.
  private static func runs(
    _ places: [(place: Int, vector: Int)], fewest: Int
  ) -> [(step: Int, growth: Int, members: [Int])] {
    let (sorted, known) = (places.map(\.place).sorted(), Dictionary(uniqueKeysWithValues: places))
    var found: [(step: Int, growth: Int, members: [Int])] = []
    for first in sorted.indices {
      for second in sorted[(first + 1)...].indices.prefix(mostBetween + 1) {
        for third in sorted[(second + 1)...].indices.prefix(mostBetween + 1) {
          let step = sorted[second] - sorted[first]
          let growth = sorted[third] - sorted[second] - step
          guard growth > 0, growth.isMultiple(of: 2) else { continue }
          var (members, place, next): ([Int], Int, Int) = ([], sorted[first], step)
          while let member = known[place] {
            members.append(member)
            (place, next) = (place + next, next + growth)
          }
          guard members.count >= fewest, !found.contains(where: { Set(members).isSubset(of: $0.members) })
          else { continue }
          found.append((step, growth, members))
        }
      }
    }
    return found
  }
}
