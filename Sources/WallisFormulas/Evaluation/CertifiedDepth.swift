internal import WallisArithmetic

/// Depths from which the certificate of `ConvergentEnclosure` applies, in machine words.
enum CertifiedDepth {
  private typealias Taylor = InlineArray<8, Int>

  /// Smallest power of two N ≤ 4096 with a(n)a(n+1) > 0 and a(n)a(n+1) + 4b(n+1) ≥ 0 for all n ≥ N; nil when there
  /// is none.
  static func first(_ fraction: WordFraction) -> Int? {
    let degree = max(2 * (fraction.a.count - 1), fraction.b.count - 1)
    var (a, next, b) = (Taylor(repeating: 0), Taylor(repeating: 0), Taylor(repeating: 0))
    for k in 0..<fraction.a.count { a[k] = fraction.a[k] }
    for k in 0..<fraction.b.count { b[k] = fraction.b[k] }
    next = a
    shift(&next, by: 1, degree: fraction.a.count - 1)
    shift(&b, by: 1, degree: fraction.b.count - 1)
    var product = Taylor(repeating: 0)
    for i in 0..<fraction.a.count { for j in 0..<fraction.a.count { product[i + j] += a[i] * next[j] } }
    var discriminant = product
    for k in 0...degree { discriminant[k] += 4 * b[k] }
    return first(&product, &discriminant, degree, largest: largest(fraction))
  }

  private static func first(
    _ product: inout Taylor, _ discriminant: inout Taylor, _ degree: Int, largest: Int
  ) -> Int? {
    var (depth, step) = (1, 1)
    while depth <= 4096, isWord(degree: degree, largest: Double(largest), at: depth) {
      shift(&product, by: step, degree: degree)
      shift(&discriminant, by: step, degree: degree)
      if product[0] > 0, isNonNegative(product, degree), isNonNegative(discriminant, degree) { return depth }
      step = depth
      depth *= 2
    }
    return nil
  }

  private static func largest(_ fraction: WordFraction) -> Int {
    var largest = 0
    for index in 0..<6 {
      largest = max(largest, abs(fraction.a.words[index]), abs(fraction.b.words[index]))
    }
    return largest
  }

  private static func isNonNegative(_ taylor: Taylor, _ degree: Int) -> Bool {
    for k in 0...degree where taylor[k] < 0 { return false }
    return true
  }

  /// True when no Taylor coefficient at this depth can leave a word.
  private static func isWord(degree: Int, largest: Double, at depth: Int) -> Bool {
    var size = 4 * largest * max(1, largest) * Double(degree + 1)
    for _ in 0..<degree { size *= 2 * Double(depth + 1) }
    return size < 4e18
  }

  /// P(n + step) by repeated synthetic division.
  private static func shift(_ taylor: inout Taylor, by step: Int, degree: Int) {
    guard degree > 0 else { return }
    for start in 0..<degree {
      for index in stride(from: degree - 1, through: start, by: -1) {
        taylor[index] = taylor[index] &+ step &* taylor[index + 1]
      }
    }
  }
}
