internal import WallisArithmetic

/// a(n)a(n−1) + 4b(n) and the first positive integer root of b for degrees ≤ 2, in machine words.
///
/// The same results as with polynomials, without allocation: searches classify millions of fractions.
struct SmallDiscriminant {
  /// Degree of a(n)a(n−1) + 4b(n); −1 for zero.
  let degree: Int
  /// Its leading coefficient; 0 for zero.
  let leading: Int
  /// First n ≥ 1 with b(n) = 0; nil when there is none.
  let end: Int?

  private static let largest = 1 << 24

  /// Nil when a degree exceeds 2 or a coefficient 2²⁴.
  init?(_ fraction: ContinuedFraction) {
    guard let a = SmallDiscriminant.words(fraction.a), let b = SmallDiscriminant.words(fraction.b) else {
      return nil
    }
    let previous = (a.0 - a.1 + a.2, a.1 - 2 * a.2, a.2)
    let terms = (
      a.0 * previous.0 + 4 * b.0, a.0 * previous.1 + a.1 * previous.0 + 4 * b.1,
      a.0 * previous.2 + a.1 * previous.1 + a.2 * previous.0 + 4 * b.2,
      a.1 * previous.2 + a.2 * previous.1, a.2 * previous.2
    )
    if terms.4 != 0 {
      (degree, leading) = (4, terms.4)
    } else if terms.3 != 0 {
      (degree, leading) = (3, terms.3)
    } else if terms.2 != 0 {
      (degree, leading) = (2, terms.2)
    } else if terms.1 != 0 {
      (degree, leading) = (1, terms.1)
    } else {
      (degree, leading) = (terms.0 != 0 ? 0 : -1, terms.0)
    }
    end = SmallDiscriminant.firstRoot(b)
  }

  private static func words(_ polynomial: Polynomial) -> (Int, Int, Int)? {
    guard polynomial.degree <= 2, let c0 = polynomial[0].word, let c1 = polynomial[1].word,
      let c2 = polynomial[2].word, max(c0.magnitude, c1.magnitude, c2.magnitude) <= UInt(largest)
    else { return nil }
    return (c0, c1, c2)
  }

  private static func firstRoot(_ b: (Int, Int, Int)) -> Int? {
    if b.2 == 0 { return b.1 == 0 ? nil : positiveQuotient(-b.0, b.1) }
    let discriminant = b.1 * b.1 - 4 * b.2 * b.0
    guard discriminant >= 0 else { return nil }
    let root = Int(Double(discriminant).squareRoot().rounded())
    guard root * root == discriminant else { return nil }
    let roots = [positiveQuotient(-b.1 - root, 2 * b.2), positiveQuotient(-b.1 + root, 2 * b.2)]
    return roots.compactMap { $0 }.min()
  }

  private static func positiveQuotient(_ top: Int, _ bottom: Int) -> Int? {
    top.isMultiple(of: bottom) && top / bottom > 0 ? top / bottom : nil
  }
}
