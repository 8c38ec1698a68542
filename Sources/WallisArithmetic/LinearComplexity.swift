/// Shortest linear recurrence of a sequence over the field of 2⁶¹ − 1 elements, one term after the other.
///
/// Statement: after N terms s(0), s(1), … the connection polynomial C = 1 + c₁x + … + c_L x^L has the least L, the
/// linear complexity, with s(n) + c₁s(n−1) + … + c_L s(n−L) = 0 for L ≤ n < N; it is unique when 2L ≤ N. Its degree may
/// be smaller than L: the first L − deg C terms are a preperiod. A random sequence has L ≈ N/2.
///
/// - Complexity: O(L) a term.
/// - Reference: Massey, "Shift-register synthesis and BCH decoding", IEEE Trans. Inf. Theory 15 (1969) 122–127.
public struct LinearComplexity: Sendable {
  /// Terms in the reverse order of their arrival, at the end of a buffer that grows downwards.
  private var reversed: [UInt64]
  private var first: Int
  /// C, up to a factor; coefficients are kept below 2⁶¹ + 8, not always reduced.
  private var connection: Coefficients
  /// C before L last grew.
  private var previous: Coefficients
  /// Room for the next C while both are needed.
  private var spare: Coefficients
  private var previousDiscrepancy: UInt64 = 1
  /// 1/b, worked out for long polynomials only.
  private var previousInverse: UInt64?
  /// Coefficients from which a reciprocal costs less than a second product for each of them.
  /// Measured 2026-11-21: a reciprocal takes as long as about 150 products.
  private static let longPolynomial = 128
  private var gap = 1

  /// L of the terms so far.
  public private(set) var complexity = 0
  /// Number of terms so far.
  public private(set) var count = 0

  /// No terms yet; `capacity` are expected.
  public init(capacity: Int = 64) {
    reversed = [UInt64](repeating: 0, count: max(1, capacity))
    first = reversed.count
    connection = Coefficients(room: capacity / 2 + 2)
    (previous, spare) = (connection, connection)
  }

  /// C modulo p, constant term 1 first, without trailing zeros.
  public var connectionPolynomial: [UInt64] {
    let all = connection.values.prefix(connection.count).map(MersenneField.reduced)
    let scale = MersenneField.inverse(all[0])
    let length = (all.lastIndex { $0 != 0 } ?? 0) + 1
    return all.prefix(length).map { MersenneField.product($0, scale) }
  }

  /// Takes the next term.
  public mutating func append(_ term: UInt64) {
    if first == 0 { grow() }
    first -= 1
    reversed[first] = term
    count += 1
    let discrepancy = discrepancy()
    guard discrepancy != 0 else {
      gap += 1
      return
    }
    eliminate(discrepancy)
    if 2 * complexity < count {
      // C is in `spare` now: what was C becomes B, what was B is room again.
      swap(&connection, &previous)
      swap(&connection, &spare)
      (previousDiscrepancy, previousInverse) = (discrepancy, nil)
      complexity = count - complexity
      gap = 1
    } else {
      swap(&connection, &spare)
      gap += 1
    }
  }

  private mutating func grow() {
    let size = reversed.count
    reversed = [UInt64](repeating: 0, count: size) + reversed
    first = size
  }

  /// s(n) + c₁s(n−1) + … for the latest n: sums of 16 products below 2¹²³ in each of two lanes stay below 2¹²⁸.
  private func discrepancy() -> UInt64 {
    let length = min(connection.count, count)
    return connection.values.withUnsafeBufferPointer { c in
      reversed.withUnsafeBufferPointer { s in
        guard let c = c.baseAddress, let s = s.baseAddress.map({ $0 + first }) else { return 0 }
        var total: UInt64 = 0
        var index = 0
        while index &+ 2 <= length {
          let end = min(index &+ 32, length & ~1)
          var (high, low, high2, low2): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
          while index < end {
            let wide = c[index].multipliedFullWidth(by: s[index])
            let wide2 = c[index &+ 1].multipliedFullWidth(by: s[index &+ 1])
            let (sum, carry) = low.addingReportingOverflow(wide.low)
            let (sum2, carry2) = low2.addingReportingOverflow(wide2.low)
            (low, low2) = (sum, sum2)
            high = high &+ wide.high &+ (carry ? 1 : 0)
            high2 = high2 &+ wide2.high &+ (carry2 ? 1 : 0)
            index &+= 2
          }
          total &+=
            MersenneField.reduced(high: high, low: low) &+ MersenneField.reduced(high: high2, low: low2)
          total = MersenneField.reduced(total)
        }
        if index < length { total = MersenneField.sum(c[index], s[index], total) }
        return total
      }
    }
  }

  /// spare ← b C − d x^gap B with the latest discrepancies d of C and b of B: C keeps its meaning under a factor, so
  /// short polynomials need no reciprocal; long ones are divided by b.
  private mutating func eliminate(_ discrepancy: UInt64) {
    let (gap, shared, length) = (gap, connection.count, max(connection.count, previous.count + gap))
    spare.reserve(length)
    let opposite = MersenneField.modulus - discrepancy
    let factors =
      previous.count < LinearComplexity.longPolynomial
      ? (own: previousDiscrepancy << 3, other: opposite << 3)
      : (own: 8, other: MersenneField.product(opposite, inverseOfPrevious()) << 3)
    let end = gap + previous.count
    connection.values.withUnsafeBufferPointer { c in
      previous.values.withUnsafeBufferPointer { b in
        spare.values.withUnsafeMutableBufferPointer { target in
          guard let c = c.baseAddress, let b = b.baseAddress, let to = target.baseAddress else { return }
          LinearComplexity.scale(c, to, 0..<min(gap, shared), factors.own)
          for index in min(gap, shared)..<gap { to[index] = 0 }
          let both = gap..<max(gap, min(shared, end))
          LinearComplexity.fold(c, b - gap, to, both, factors)
          for index in both.upperBound..<max(both.upperBound, end) {
            to[index] = MersenneField.folded(b[index &- gap], eightfold: factors.other, plus: 0)
          }
          LinearComplexity.scale(c, to, end..<max(end, shared), factors.own)
        }
      }
    }
    spare.count = length
  }

  /// target ← own c + other b in a range; both factors are eightfold.
  @inline(__always)
  private static func fold(
    _ c: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>, _ target: UnsafeMutablePointer<UInt64>,
    _ range: Range<Int>, _ factors: (own: UInt64, other: UInt64)
  ) {
    if factors.own == 8 {
      for index in range {
        target[index] = MersenneField.folded(b[index], eightfold: factors.other, plus: c[index])
      }
    } else {
      for index in range {
        target[index] = MersenneField.folded(
          c[index], eightfold: factors.own, b[index], eightfold: factors.other)
      }
    }
  }

  private mutating func inverseOfPrevious() -> UInt64 {
    let inverse = previousInverse ?? MersenneField.inverse(previousDiscrepancy)
    previousInverse = inverse
    return inverse
  }

  private static func scale(
    _ from: UnsafePointer<UInt64>, _ to: UnsafeMutablePointer<UInt64>, _ range: Range<Int>, _ factor: UInt64
  ) {
    for index in range {
      to[index] = factor == 8 ? from[index] : MersenneField.folded(from[index], eightfold: factor, plus: 0)
    }
  }
}

/// Coefficients in an array that keeps its room.
private struct Coefficients: Sendable {
  var values: [UInt64]
  var count = 1

  /// The constant 1.
  init(room: Int) {
    values = [UInt64](repeating: 0, count: max(1, room))
    values[0] = 1
  }

  mutating func reserve(_ length: Int) {
    if values.count < length { values += [UInt64](repeating: 0, count: length) }
  }
}

extension LinearComplexity {
  /// The state after the terms, or nil as soon as their complexity exceeds `bound`.
  ///
  /// Complexity never falls when terms are added, so that stopping early never loses a sequence.
  public init?(of terms: [Int], atMost bound: Int = .max) {
    self.init(capacity: terms.count)
    for term in terms {
      append(MersenneField.residue(term))
      guard complexity <= bound else { return nil }
    }
  }
}
