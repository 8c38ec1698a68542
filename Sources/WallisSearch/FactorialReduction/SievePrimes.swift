internal import CResidueSieve

/// The primes of the sieve. 2, 3 and 5 are left out: too small to tell.
enum SievePrimes {
  /// All of them, for tables and for single survivors.
  static let all = [
    7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
    113, 127, 131,
  ]

  /// Bytes of the spread tables of one worker, at most.
  static let memory = 48_000_000
  /// Steps of the building of one table, at most: some 10 ms.
  private static let steps = 12_000_000

  /// The primes that tables are made of for a of a degree and windows of so many words.
  ///
  /// A table takes ℓ^d windows, and ℓ^(d+1) steps: for degree 3 to 23, up to degree 2 to 31.
  static func inTables(degree: Int, words: Int) -> [Int] {
    guard degree <= largestDegree else { return [] }
    var left = memory
    return all.prefix { prime in
      let classes = (0..<degree).reduce(1) { count, _ in count * prime }
      left -= classes * words * 8
      return prime <= Int(RS_LARGEST_PRIME) && left >= 0 && classes * prime <= steps
        && (degree < 3 || prime <= 23)
    }
  }

  /// The largest degree of a with a table.
  static let largestDegree = 7

  /// Refuses degrees of a without a table.
  static func checkDegree(_ degree: Int) throws(SearchError) {
    guard degree > largestDegree else { return }
    throw .tooLarge(
      message: "the smallest table of degree \(degree) would need \(memoryText(degree: degree))",
      remedy: "a of degree \(largestDegree) at most")
  }

  /// The size of the table of the smallest prime, for people.
  private static func memoryText(degree: Int) -> String {
    var size = 8.0
    for _ in 0..<min(degree, 300) { size *= 7 }
    let units: [(Double, String)] = [(1e12, "TB"), (1e9, "GB"), (1e6, "MB")]
    guard size < 1e15 else { return "more than 1,000 TB" }
    let (unit, name) = units.first { size >= $0.0 } ?? (1e6, "MB")
    return "\(Int((size / unit).rounded(.up))) \(name)"
  }
}
