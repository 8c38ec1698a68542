/// The multisets of a size with elements 0 ..< `kinds`, numbered in lexicographic order of their ascending lists.
struct Multisets: Sendable, Hashable {
  let kinds: Int
  let size: Int

  /// Their number; nil where that is no machine word.
  static func count(kinds: Int, size: Int) -> Int? {
    guard kinds > 0 else { return size == 0 ? 1 : 0 }
    var count = 1
    for step in 0..<size {
      let (product, overflows) = count.multipliedReportingOverflow(by: kinds + step)
      guard !overflows else { return nil }
      count = product / (step + 1)
    }
    return count
  }

  /// The ascending list of the multiset with a number.
  /// - Precondition: the number is below their count, which is a machine word.
  func elements(at number: Int) -> [Int] {
    var (rest, elements, least) = (number, [Int](), 0)
    for place in 0..<size {
      while true {
        let following = Multisets.count(kinds: kinds - least, size: size - place - 1) ?? .max
        guard rest >= following else { break }
        rest -= following
        least += 1
      }
      elements.append(least)
    }
    return elements
  }
}
