internal import WallisArithmetic
public import WallisFormulas

/// Formulas whose coefficient vectors are base + i·d₁ + j·d₂ with integers i, j, or base + i·d + i(i−1)/2·e.
public struct ParameterLattice: Sendable, Hashable {
  /// Coefficients of a, then of b, constant terms first, of the member with all parameters 0.
  public let base: [Int]
  /// Number of coefficients of a in a vector.
  public let split: Int
  /// One vector for each parameter.
  public let directions: [[Int]]
  /// e, by which the one direction grows from member to member, with even entries; zeros where nothing bends.
  public let curvature: [Int]

  init(base: [Int], split: Int, directions: [[Int]], curvature: [Int]? = nil) {
    (self.base, self.split, self.directions) = (base, split, directions)
    self.curvature = curvature ?? base.map { _ in 0 }
  }

  /// Names of the parameters in texts.
  public static let names = ["i", "j", "k"]

  /// The formula at a place.
  public func fraction(at place: [Int]) -> ContinuedFraction {
    let bends = place.first.map { $0 * ($0 - 1) / 2 } ?? 0
    let vector = base.indices.map { axis in
      zip(place, directions).reduce(base[axis] + bends * curvature[axis]) { $0 + $1.0 * $1.1[axis] }
    }
    return ContinuedFraction(a: Array(vector[..<split]), b: Array(vector[split...]))
  }

  /// a(n) and b(n) with the parameters in them, for example `i+2*j+1` and `n^2+(i+1)*n`.
  public var texts: (a: String, b: String) { (text(0..<split), text(split..<base.count)) }

  private func text(_ range: Range<Int>) -> String {
    var text = ""
    for (power, axis) in range.enumerated().reversed() {
      let coefficient = polynomial(axis)
      guard !coefficient.isZero else { continue }
      let factor = coefficient.text(ParameterLattice.names)
      let variable = power == 0 ? "" : power == 1 ? "n" : "n^\(power)"
      var term: String
      if power == 0 {
        term = factor
      } else if factor == "1" || factor == "-1" {
        term = (factor == "1" ? "" : "-") + variable
      } else {
        let isSum = factor.dropFirst().contains { "+-".contains($0) }
        term = (isSum ? "(\(factor))" : factor) + "*" + variable
      }
      if !text.isEmpty, !term.hasPrefix("-") { term = "+" + term }
      text += term
    }
    return text.isEmpty ? "0" : text
  }

  /// One coefficient as a polynomial in the parameters.
  private func polynomial(_ axis: Int) -> ParameterPolynomial {
    let bend = curvature[axis] / 2
    var slopes = directions.map { Integer($0[axis]) }
    if bend != 0 { slopes[0] = slopes[0] - Integer(bend) }
    let units = directions.indices.reversed().map { place in directions.indices.map { $0 == place ? 1 : 0 } }
    let square = directions.indices.map { $0 == 0 ? 2 : 0 }
    return ParameterPolynomial(
      exponents: [directions.map { _ in 0 }] + units + [square],
      coefficients: [Integer(base[axis])] + slopes.reversed() + [Integer(bend)])
  }
}

extension ParameterLattice {
  /// Lattices that hold many of the formulas, the largest first, the same formulas by simple directions first.
  ///
  /// - Parameters:
  ///   - vectors: coefficient vectors of one length, all different.
  ///   - rank: number of parameters, 1 or 2.
  ///   - fewest: formulas that a lattice has to hold.
  /// - Returns: the lattice with the places of its members among the vectors.
  static func lattices(
    in vectors: [[Int]], split: Int, rank: Int, fewest: Int
  ) -> [(lattice: ParameterLattice, members: [(vector: Int, place: [Int])])] {
    let directions = commonDifferences(vectors)
    var choices: [[[Int]]] = directions.map { [$0] }
    if rank == 2 {
      choices = directions.indices.flatMap { first in
        directions.indices.filter { $0 > first }.map { [directions[first], directions[$0]] }
      }.filter { !areParallel($0[0], $0[1]) }
    }
    var found: [(lattice: ParameterLattice, members: [(vector: Int, place: [Int])])] = []
    for choice in choices {
      for members in classes(vectors, choice) where members.count >= fewest {
        guard spans(members, rank: rank) else { continue }
        found.append(oriented(members, vectors, split: split, directions: choice))
      }
    }
    found.sort {
      ($1.members.count, $0.lattice.simplicity, $0.lattice.base.description)
        < ($0.members.count, $1.lattice.simplicity, $1.lattice.base.description)
    }
    return found
  }

  /// Small for directions with small entries.
  private var simplicity: Int { directions.flatMap { $0 }.reduce(0) { $0 + abs($1) } }

  /// The differences that occur most often, small ones only, up to sign.
  private static func commonDifferences(_ vectors: [[Int]]) -> [[Int]] {
    var counts: [[Int]: Int] = [:]
    for i in vectors.indices {
      for j in vectors.indices where j > i {
        var difference = zip(vectors[j], vectors[i]).map { $0 - $1 }
        guard difference.allSatisfy({ abs($0) <= 4 }) else { continue }
        if (difference.first { $0 != 0 } ?? 0) < 0 { difference = difference.map { -$0 } }
        counts[difference, default: 0] += 1
      }
    }
    return counts.sorted { ($1.value, $0.key.description) < ($0.value, $1.key.description) }
      .filter { $0.value >= 3 }.prefix(48).map(\.key)
  }

  private static func areParallel(_ x: [Int], _ y: [Int]) -> Bool {
    x.indices.allSatisfy { i in x.indices.allSatisfy { j in x[i] * y[j] == x[j] * y[i] } }
  }

  /// The classes of vectors whose differences are integer combinations of the directions, with places relative to
  /// their first members.
  private static func classes(_ vectors: [[Int]], _ directions: [[Int]]) -> [[(vector: Int, place: [Int])]] {
    var parts: [[(vector: Int, place: [Int])]] = []
    for index in vectors.indices {
      let found = parts.indices.lazy.compactMap { part -> (part: Int, place: [Int])? in
        let difference = zip(vectors[index], vectors[parts[part][0].vector]).map { $0 - $1 }
        return coordinates(of: difference, directions).map { (part, $0) }
      }.first
      if let found {
        parts[found.part].append((index, found.place))
      } else {
        parts.append([(index, directions.map { _ in 0 })])
      }
    }
    return parts
  }

  /// Integers with Σ place·direction = vector; nil when there are none.
  private static func coordinates(of vector: [Int], _ directions: [[Int]]) -> [Int]? {
    let axes = vector.indices
    var place: [Int]?
    if directions.count == 1 {
      guard let axis = axes.first(where: { directions[0][$0] != 0 }) else { return nil }
      guard vector[axis].isMultiple(of: directions[0][axis]) else { return nil }
      place = [vector[axis] / directions[0][axis]]
    } else {
      let (d, e) = (directions[0], directions[1])
      for x in axes where place == nil {
        for y in axes where y > x && d[x] * e[y] != d[y] * e[x] {
          let determinant = d[x] * e[y] - d[y] * e[x]
          let (i, j) = (vector[x] * e[y] - vector[y] * e[x], d[x] * vector[y] - d[y] * vector[x])
          guard i.isMultiple(of: determinant), j.isMultiple(of: determinant) else { return nil }
          place = [i / determinant, j / determinant]
          break
        }
      }
    }
    guard let place else { return nil }
    let fits = axes.allSatisfy { axis in
      zip(place, directions).reduce(0) { $0 + $1.0 * $1.1[axis] } == vector[axis]
    }
    return fits ? place : nil
  }

  /// Whether members vary along every direction, at least three places wide along one of them.
  private static func spans(_ members: [(vector: Int, place: [Int])], rank: Int) -> Bool {
    let widths = (0..<rank).map { axis in
      (members.map { $0.place[axis] }.max() ?? 0) - (members.map { $0.place[axis] }.min() ?? 0)
    }
    return widths.allSatisfy { $0 >= 1 } && (widths.max() ?? 0) >= 2
  }

  /// The same members with the simplest formula at 0 and most of the others at positive parameters.
  private static func oriented(
    _ members: [(vector: Int, place: [Int])], _ vectors: [[Int]], split: Int, directions: [[Int]]
  ) -> (lattice: ParameterLattice, members: [(vector: Int, place: [Int])]) {
    func cost(_ vector: Int) -> Int { vectors[vector].reduce(0) { $0 + abs($1) } }
    let sorted = members.sorted {
      (cost($0.vector), "\(vectors[$0.vector])") < (cost($1.vector), "\(vectors[$1.vector])")
    }
    guard let origin = sorted.first else {
      return (ParameterLattice(base: [], split: split, directions: directions), [])
    }
    var directions = directions
    var moved = members.map { (vector: $0.vector, place: zip($0.place, origin.place).map { $0 - $1 }) }
    for axis in directions.indices {
      let balance = moved.reduce(0) { $0 + $1.place[axis].signum() }
      let sum = directions[axis].reduce(0, +)
      guard balance < 0 || balance == 0 && sum < 0 else { continue }
      directions[axis] = directions[axis].map { -$0 }
      for index in moved.indices { moved[index].place[axis] *= -1 }
    }
    moved.sort { $0.place.lexicographicallyPrecedes($1.place) }
    return (ParameterLattice(base: vectors[origin.vector], split: split, directions: directions), moved)
  }
}
