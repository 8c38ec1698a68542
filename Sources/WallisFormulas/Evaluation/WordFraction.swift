internal import WallisArithmetic

/// Coefficients of a continued fraction in machine words, leading first, without storage of their own: searches
/// evaluate millions of fractions.
struct WordFraction {
  /// Coefficients of one polynomial: the last `count` places of `words`.
  struct Coefficients {
    var words: InlineArray<6, Int>
    var count: Int

    @inline(__always)
    func value(at n: Int) -> Int {
      var value = 0
      for index in (6 - count)..<6 { value = value &* n &+ words[index] }
      return value
    }

    @inline(__always)
    func approximation(at n: Double) -> Double {
      var value = 0.0
      for index in (6 - count)..<6 { value = value * n + Double(words[index]) }
      return value
    }

    /// Σ |coefficient| n^k.
    func size(at n: Double) -> Double {
      var value = 0.0
      for index in (6 - count)..<6 { value = value * n + Double(words[index].magnitude) }
      return value
    }

    /// Coefficient of the k-th power.
    subscript(power: Int) -> Int { power < count ? words[5 - power] : 0 }
  }

  /// Partial denominators; their leading coefficient is positive.
  private(set) var a: Coefficients
  /// Partial numerators.
  private(set) var b: Coefficients
  /// True when the fraction is the mirror, whose value has the opposite sign.
  let isMirror: Bool

  /// Largest modulus of a coefficient.
  static let largest = 1 << 20

  /// The fraction, or its mirror where that has a positive leading coefficient; nil for a ≡ 0, degrees beyond 3 and 5,
  /// and coefficients beyond `largest`.
  init?(_ fraction: ContinuedFraction) {
    guard let a = WordFraction.words(fraction.a, limit: 4), let b = WordFraction.words(fraction.b, limit: 6),
      a.count > 0
    else { return nil }
    (self.a, self.b) = (a, b)
    isMirror = a.words[6 - a.count] < 0
    guard isMirror else { return }
    for index in 0..<6 { self.a.words[index] = -a.words[index] }
  }

  private static func words(_ polynomial: Polynomial, limit: Int) -> Coefficients? {
    let count = polynomial.degree + 1
    guard count <= limit else { return nil }
    var words = InlineArray<6, Int>(repeating: 0)
    for power in 0..<count {
      guard let word = polynomial[power].word, word.magnitude <= UInt(largest) else {
        return nil
      }
      words[5 - power] = word
    }
    return Coefficients(words: words, count: count)
  }
}
