internal import CResidueSieve

/// Runs units of a space through the tables and the further primes; one for each worker.
///
/// Proved: what it lets pass are exactly the members with trace 0 at every prime of `SievePrimes.all` at which b has a
/// root and that divides neither a leading coefficient nor A² + 4B (see `FurtherPrimes`).
final class ResidueSieve {
  private let tables = ResidueTables()
  private var further: (b: [Int], tables: [Int], primes: FurtherPrimes)?
  private let hits = UnsafeMutableBufferPointer<rs_hit>.allocate(capacity: 1024)
  /// A column that lets everything pass, where fewer than three primes say something.
  private let unity = UnsafeMutablePointer<UInt64>.allocate(capacity: Int(RS_MOST_WORDS))

  /// What came of a unit.
  struct Result {
    /// Partial denominators that pass, constant term first, in the order of the unit.
    var survivors: [[Int]] = []
    /// Members that passed the tables.
    var passedTables = 0
    /// Those of them that were left out for inflating a fraction of smaller degree.
    var inflated = 0
    /// Whether the unit was given up.
    var isInterrupted = false
  }

  init() { unity.initialize(repeating: .max, count: Int(RS_MOST_WORDS)) }

  deinit {
    hits.deallocate()
    unity.deallocate()
  }

  /// The members of a unit that pass.
  /// - Parameters:
  ///   - b: partial numerators, constant term first.
  ///   - inflations: tells what to leave out; nil leaves nothing out.
  ///   - ranges: ranges of a_d, …, a_0; that of a_d leaves out 0, that of a_0 fits the words.
  ///   - row: called with the members that are done for every a_2; false gives up.
  func survivors(
    b: [Int], without inflations: Inflations? = nil, ranges: [ClosedRange<Int>], words: Int,
    row: (Int) -> Bool
  ) -> Result {
    let degree = ranges.count - 1
    let window = ranges[degree]
    tables.prepare(b, degree: degree, words: words, first: window.lowerBound)
    let masks = ResidueSieve.masks(window.count, words: words)
    // Coefficients that are fixed while a_1 runs; for degree 1 a_1 is the leading one and is fixed too.
    let outer = degree == 1 ? Array(ranges[..<1]) : Array(ranges[..<max(0, degree - 1)])
    let steps = degree >= 2 ? ranges[degree - 1] : 0...0
    var (result, counter) = (Result(), RangeCounter(outer))
    repeat {
      sieve(b, counter.values, steps, window, degree: degree, masks) { a in
        result.passedTables += 1
        if inflations?.containsByRoot(a) == true {
          result.inflated += 1
        } else if furtherPrimes(b).pass(a) {
          result.survivors.append(a)
        }
      }
      if !row(steps.count * window.count) {
        result.isInterrupted = true
        return result
      }
    } while counter.advance()
    return result
  }

  private static func masks(_ count: Int, words: Int) -> [UInt64] {
    (0..<words).map { word in
      let left = count - 64 * word
      return left >= 64 ? .max : left <= 0 ? 0 : (1 << UInt64(left)) - 1
    }
  }

  /// All a_1 and a_0 for fixed a_d … a_2.
  private func sieve(
    _ b: [Int], _ fixed: [Int], _ steps: ClosedRange<Int>, _ window: ClosedRange<Int>, degree: Int,
    _ masks: [UInt64], passed: ([Int]) -> Void
  ) {
    let columns = columns(b, fixed, first: steps.lowerBound, degree: degree, words: masks.count)
    var next: UInt32 = 0
    while next < UInt32(steps.count) {
      let found = columns.withUnsafeBufferPointer {
        rs_sieve(
          $0.baseAddress, $0.count, UInt32(masks.count), masks, UInt32(steps.count), &next, hits.baseAddress,
          hits.count)
      }
      for hit in hits[..<found] {
        let linear = degree >= 2 ? [steps.lowerBound + Int(hit.step)] : []
        var bits = hit.bits
        while bits != 0 {
          let constant = window.lowerBound + 64 * Int(hit.word) + bits.trailingZeroBitCount
          bits &= bits - 1
          passed((fixed + linear + [constant]).reversed())
        }
      }
    }
  }

  /// Whether a fraction is nilpotent at the primes of the tables of the unit that was sieved last.
  func passesTables(_ a: [Int], _ b: [Int]) -> Bool {
    FurtherPrimes(b, primes: tables.columns.map(\.prime)).pass(a)
  }

  /// The primes that the tables have not asked about b.
  private func furtherPrimes(_ b: [Int]) -> FurtherPrimes {
    let asked = tables.columns.map(\.prime)
    if let further, further.b == b, further.tables == asked { return further.primes }
    let primes = FurtherPrimes(b, primes: SievePrimes.all.filter { !asked.contains($0) })
    further = (b, asked, primes)
    return primes
  }

  /// The columns of the primes that say something about these leading coefficients, three at least.
  private func columns(
    _ b: [Int], _ fixed: [Int], first: Int, degree: Int, words: Int
  ) -> [rs_column] {
    let leading = fixed.first.map { [Int](repeating: 0, count: degree) + [$0] }
    let discriminant = leading.map { LeadingDiscriminant($0, b) }
    var columns: [rs_column] = []
    columns.reserveCapacity(max(3, tables.columns.count))
    for column in tables.columns {
      let prime = column.prime
      if let top = fixed.first, top.modulo(prime) == 0 { continue }
      if discriminant?.isBad(at: prime) == true { continue }
      // For degree 1 the row of a_1 itself stands still.
      let row = fixed.reduce(0) { $0 * prime + $1.modulo(prime) }
      columns.append(
        degree >= 2
          ? column.rows(row, period: prime, start: first.modulo(prime), words: words)
          : column.rows(row, period: 1, start: 0, words: words))
    }
    while columns.count < 3 { columns.append(rs_column(rows: unity, period: 1, start: 0)) }
    return columns
  }
}

/// Goes through tuples of integers in given ranges, the last fastest.
struct RangeCounter {
  private let ranges: [ClosedRange<Int>]
  /// The tuple at hand.
  private(set) var values: [Int]

  /// Begins with the least tuple.
  init(_ ranges: [ClosedRange<Int>]) { (self.ranges, values) = (ranges, ranges.map(\.lowerBound)) }

  /// Goes on to the next tuple; false behind the last one.
  mutating func advance() -> Bool {
    for place in ranges.indices.reversed() {
      if values[place] < ranges[place].upperBound {
        values[place] += 1
        return true
      }
      values[place] = ranges[place].lowerBound
    }
    return false
  }
}
