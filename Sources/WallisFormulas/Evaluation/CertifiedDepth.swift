internal import WallisArithmetic

/// Depths from which the certificate of `ConvergentEnclosure` applies, in machine words.
enum CertifiedDepth {
  /// Smallest power of two N ≤ 4096 with a(n)a(n+1) > 0 and a(n)a(n+1) + 4b(n+1) ≥ 0 for all n ≥ N; nil when there
  /// is none. Coefficients come constant term first and are small.
  static func first(a: [Int], b: [Int]) -> Int? {
    let largest = (a + b).map(\.magnitude).max() ?? 0
    guard largest <= 1 << 20, a.count <= 4, b.count <= 6 else { return nil }
    let shiftedA = shifted(a, by: 1)
    var product = [Int](repeating: 0, count: max(a.count + shiftedA.count - 1, b.count))
    for (i, x) in a.enumerated() { for (j, y) in shiftedA.enumerated() { product[i + j] += x * y } }
    var discriminant = product
    for (i, x) in shifted(b, by: 1).enumerated() { discriminant[i] += 4 * x }
    var depth = 1
    while depth <= 4096, isWord(degree: product.count - 1, largest: largest, at: depth) {
      let values = shifted(product, by: depth)
      if values[0] > 0, values.allSatisfy({ $0 >= 0 }),
        shifted(discriminant, by: depth).allSatisfy({ $0 >= 0 })
      {
        return depth
      }
      depth *= 2
    }
    return nil
  }

  /// True when no Taylor coefficient at this depth can leave a word.
  private static func isWord(degree: Int, largest: UInt, at depth: Int) -> Bool {
    let size = 4 * Double(largest) * Double(max(1, largest)) * power(2 * Double(depth + 1), Double(degree))
    return size * Double(degree + 1) < 4e18
  }

  /// P(n + by) by repeated synthetic division.
  private static func shifted(_ coefficients: [Int], by step: Int) -> [Int] {
    var taylor = coefficients
    for start in taylor.indices.dropLast() {
      for index in stride(from: taylor.count - 2, through: start, by: -1) {
        taylor[index] = taylor[index] &+ step &* taylor[index + 1]
      }
    }
    return taylor
  }
}
