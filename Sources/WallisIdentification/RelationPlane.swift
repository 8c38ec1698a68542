internal import WallisArithmetic
internal import WallisFormulas

/// The relations x·first + y·second: what a lattice offers when a number has two independent relations, as every
/// number of a quadratic field has over 1, √d, v, v√d.
///
/// The relation with the smallest coefficients by length is then not the one that costs the fewest digits: the cheap
/// ones lie close to where a coefficient vanishes, at convergents of the quotients of the two rows.
struct RelationPlane {
  let first: [Integer]
  let second: [Integer]

  /// The cheapest relation found, of those that need the fewest digits.
  var cheapest: [Integer] {
    var best = (cost: digitsConsumed(by: first), relation: first)
    for (x, y) in multipliers {
      let relation = zip(first, second).map { x * $0 + y * $1 }
      let cost = digitsConsumed(by: relation)
      guard cost < best.cost, relation.contains(where: { !$0.isZero }) else { continue }
      let content = relation.reduce(Integer(0)) { $0.gcd($1) }
      best = (cost, relation.map { $0.dividedExactly(by: content) })
    }
    return best.relation
  }

  /// (1, 0), (0, 1), and for each coefficient the multipliers that bring it ever closer to 0.
  private var multipliers: [(Integer, Integer)] {
    zip(first, second).reduce(into: [(0, 1), (1, 1), (1, -1)]) { pairs, coefficients in
      guard !coefficients.0.isZero, !coefficients.1.isZero else { return }
      pairs += RelationPlane.convergents(-coefficients.1, coefficients.0).map { ($0.top, $0.bottom) }
    }
  }

  /// Convergents top/bottom of a quotient of integers, the last one exact, with the intermediate ones beside them.
  private static func convergents(_ p: Integer, _ q: Integer) -> [(top: Integer, bottom: Integer)] {
    var (rest, divisor) = (p, q)
    var (top, previousTop): (Integer, Integer) = (1, 0)
    var (bottom, previousBottom): (Integer, Integer) = (0, 1)
    var found: [(Integer, Integer)] = []
    while !divisor.isZero {
      let quotient = rest.floorDivided(by: divisor)
      (rest, divisor) = (divisor, rest - quotient * divisor)
      (top, previousTop) = (quotient * top + previousTop, top)
      (bottom, previousBottom) = (quotient * bottom + previousBottom, bottom)
      found.append((top, bottom))
      found.append((top + previousTop, bottom + previousBottom))
      found.append((top - previousTop, bottom - previousBottom))
    }
    return found
  }
}
