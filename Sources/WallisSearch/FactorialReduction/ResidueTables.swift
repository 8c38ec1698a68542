internal import CResidueSieve

/// Masks of nilpotent classes for the partial numerators that a worker goes through.
///
/// Nilpotence at ℓ does not change when n → n + s and when (a, b) → (c a, c² b), so masks are kept by the class of b
/// modulo ℓ under both, and spread for the b at hand.
final class ResidueTables {
  /// The spread masks of one prime.
  struct Column {
    let prime: Int
    /// Share of the members that pass.
    let density: Double
    fileprivate let rows: UnsafeMutablePointer<UInt64>

    /// The windows of fixed a_d … a_2, and where a_1 begins.
    /// - Parameter row: number of the residue class of (a_d, …, a_2).
    func rows(_ row: Int, period: Int, start: Int, words: Int) -> rs_column {
      rs_column(rows: rows + row * period * words, period: UInt32(period), start: UInt32(start))
    }
  }

  private struct Key: Hashable {
    let prime: Int
    let degree: Int
    /// Values of the canonical b at 0, 1, …, ℓ − 1.
    let values: [UInt16]
  }

  /// What the columns are made for.
  private struct Place: Equatable {
    let b: [Int]
    let degree: Int
    let words: Int
    let first: Int
  }

  /// Bytes of masks that are kept; beyond, all are dropped.
  static let memory = 64_000_000
  private var masks: [Key: [UInt32]] = [:]
  private var size = 0
  private var storage: UnsafeMutablePointer<UInt64>
  private var capacity = 0
  private var place: Place?
  /// Columns of the b at hand, the most selective first.
  private(set) var columns: [Column] = []

  init() { storage = UnsafeMutablePointer.allocate(capacity: 1) }

  deinit { storage.deallocate() }

  /// Prepares the columns of b (constant term first) for a of a degree and windows that begin at `first`. Primes at which
  /// b has no root, and those that divide its leading coefficient, have none.
  func prepare(_ b: [Int], degree: Int, words: Int, first: Int) {
    let wanted = Place(b: b, degree: degree, words: words, first: first)
    guard place != wanted else { return }
    place = wanted
    let primes = SievePrimes.inTables(degree: degree, words: words)
    reserve(primes, degree: degree, words: words)
    columns = []
    var rows = storage
    for prime in primes {
      guard let canonical = CanonicalNumerators(b, modulo: prime), let root = canonical.root else { continue }
      let classes = ResidueTables.classes(prime, degree)
      let ones = masks(canonical, root: root, degree: degree).withUnsafeBufferPointer {
        rs_spread(
          UInt32(prime), UInt32(degree), $0.baseAddress, UInt32(canonical.shift), UInt32(canonical.scale),
          UInt32(first.modulo(prime)), UInt32(words), rows)
      }
      let density = Double(ones) / Double(classes * prime)
      columns.append(Column(prime: prime, density: density, rows: rows))
      rows += classes * words
    }
    columns.sort { ($0.density, $0.prime) < ($1.density, $1.prime) }
  }

  private static func classes(_ prime: Int, _ degree: Int) -> Int {
    (0..<degree).reduce(1) { count, _ in count * prime }
  }

  private func reserve(_ primes: [Int], degree: Int, words: Int) {
    let needed = primes.reduce(0) { $0 + ResidueTables.classes($1, degree) * words }
    guard needed > capacity else { return }
    storage.deallocate()
    storage = UnsafeMutablePointer.allocate(capacity: needed)
    capacity = needed
  }

  private func masks(_ canonical: CanonicalNumerators, root: Int, degree: Int) -> [UInt32] {
    let key = Key(prime: canonical.prime, degree: degree, values: canonical.values)
    if let known = masks[key] { return known }
    let count = ResidueTables.classes(canonical.prime, degree)
    var made = [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
      rs_masks(
        UInt32(canonical.prime), UInt32(degree), UInt32(root), canonical.values, buffer.baseAddress)
      initialized = count
    }
    // A constant a that vanishes modulo the prime says nothing.
    if degree == 0 { made[0] |= 1 }
    if size + 4 * count > ResidueTables.memory {
      masks = [:]
      size = 0
    }
    masks[key] = made
    size += 4 * count
    return made
  }
}

/// The representative B of b modulo a prime: b(n) = c² B(n + s), the leading coefficient of B 1 or the least non-square,
/// its second coefficient 0 where the degree allows that.
struct CanonicalNumerators {
  let prime: Int
  /// c.
  let scale: Int
  /// s.
  let shift: Int
  /// B(0), …, B(ℓ − 1).
  let values: [UInt16]

  /// Nil where the prime divides the leading coefficient of b.
  init?(_ b: [Int], modulo prime: Int) {
    let residues = b.map { $0.modulo(prime) }
    guard let top = residues.last, top != 0 else { return nil }
    let square = (1..<prime).first { $0 * $0 % prime == top }
    let leading = square == nil ? CanonicalNumerators.leastNonSquare(prime) : 1
    let scale = square ?? (1..<prime).first { $0 * $0 % prime * leading % prime == top } ?? 1
    let degree = residues.count - 1
    let divisor = degree * top % prime
    // b(n) = c² B(n + s) has the second coefficient c² (B_(q−1) + s q B_q).
    let shift =
      degree == 0 || divisor == 0
      ? 0 : (0..<prime).first { $0 * divisor % prime == residues[degree - 1] } ?? 0
    let square1 = scale * scale % prime
    let inverse = (1..<prime).first { $0 * square1 % prime == 1 } ?? 1
    (self.prime, self.scale, self.shift) = (prime, scale, shift)
    values = (0..<prime).map { n in
      let place = (n + prime - shift) % prime
      let value = residues.reversed().reduce(0) { ($0 * place + $1) % prime }
      return UInt16(value * inverse % prime)
    }
  }

  /// Where B has a root; nil without one.
  var root: Int? { values.firstIndex(of: 0) }

  private static func leastNonSquare(_ prime: Int) -> Int {
    let squares = Set((1..<prime).map { $0 * $0 % prime })
    return (1..<prime).first { !squares.contains($0) } ?? 1
  }
}

extension Int {
  /// The residue from 0 below a modulus.
  func modulo(_ modulus: Int) -> Int {
    let rest = self % modulus
    return rest < 0 ? rest + modulus : rest
  }
}
