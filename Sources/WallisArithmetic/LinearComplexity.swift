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
  private var connection: [UInt64]
  private var previous: [UInt64] = [1]
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
    connection = [1]
    connection.reserveCapacity(capacity / 2 + 2)
  }

  /// C modulo p, constant term 1 first, without trailing zeros.
  public var connectionPolynomial: [UInt64] {
    let scale = MersenneField.inverse(connection[0])
    let length = (connection.lastIndex { $0 != 0 } ?? 0) + 1
    return connection.prefix(length).map { MersenneField.product($0, scale) }
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
    if 2 * complexity < count {
      let old = connection
      eliminate(discrepancy)
      (previous, previousDiscrepancy, previousInverse) = (old, discrepancy, nil)
      complexity = count - complexity
      gap = 1
    } else {
      eliminate(discrepancy)
      gap += 1
    }
  }

  private mutating func grow() {
    let size = reversed.count
    reversed = [UInt64](repeating: 0, count: size) + reversed
    first = size
  }

  /// s(n) + c₁s(n−1) + … for the latest n: sums of 32 products stay below 2¹²⁸.
  private func discrepancy() -> UInt64 {
    let length = min(connection.count, count)
    return connection.withUnsafeBufferPointer { c in
      reversed.withUnsafeBufferPointer { s in
        var (high, low): (UInt64, UInt64) = (0, 0)
        var index = 0
        while index < length {
          let end = min(index + 32, length)
          while index < end {
            let wide = c[index].multipliedFullWidth(by: s[first + index])
            let (sum, carry) = low.addingReportingOverflow(wide.low)
            low = sum
            high = high &+ wide.high &+ (carry ? 1 : 0)
            index += 1
          }
          (high, low) = (0, MersenneField.reduced(high: high, low: low))
        }
        return low
      }
    }
  }

  /// C ← b C − d x^gap B with the latest discrepancies d of C and b of B: C keeps its meaning under a factor, so
  /// short polynomials need no reciprocal.
  private mutating func eliminate(_ discrepancy: UInt64) {
    let needed = previous.count + gap
    if connection.count < needed {
      connection += [UInt64](repeating: 0, count: needed - connection.count)
    }
    let (gap, previous, opposite) = (gap, previous, MersenneField.modulus - discrepancy)
    guard previous.count < LinearComplexity.longPolynomial else {
      let inverse = previousInverse ?? MersenneField.inverse(previousDiscrepancy)
      previousInverse = inverse
      let factor = MersenneField.product(opposite, inverse)
      previous.withUnsafeBufferPointer { b in
        connection.withUnsafeMutableBufferPointer { c in
          for index in b.indices { c[index &+ gap] = MersenneField.sum(b[index], factor, c[index &+ gap]) }
        }
      }
      return
    }
    let scale = previousDiscrepancy
    previous.withUnsafeBufferPointer { b in
      connection.withUnsafeMutableBufferPointer { c in
        for index in 0..<min(gap, c.count) { c[index] = MersenneField.product(c[index], scale) }
        for index in b.indices {
          c[index &+ gap] = MersenneField.sum(c[index &+ gap], scale, b[index], opposite)
        }
        for index in needed..<max(needed, c.count) { c[index] = MersenneField.product(c[index], scale) }
      }
    }
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
