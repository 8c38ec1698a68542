public import WallisArithmetic

/// The representative of a continued fraction under inflation, and the factor between their limits.
///
/// Inflation (c(n)a(n), c(n)c(n−1)b(n)) multiplies the limit by c(0). The canonical form has no polynomial or
/// integer c left to divide out, and a positive leading coefficient of a. Index shifts are other formulas.
public struct CanonicalForm: Sendable, Hashable {
  /// The deflated fraction.
  public let fraction: ContinuedFraction
  /// limit of the original = scale · limit of `fraction`.
  public let scale: Integer

  /// Deflates a fraction.
  /// - Complexity: one polynomial gcd when nothing can be divided out, else a factorisation by FLINT.
  public init(_ original: ContinuedFraction) {
    var deflation = Deflation(fraction: original, scale: 1)
    deflation.divideOutPolynomials()
    deflation.divideOutContent()
    deflation.normaliseSign()
    (fraction, scale) = (deflation.fraction, deflation.scale)
  }

  /// Identity of the class of inflations, for example `pcf 2,1 1,0,0`.
  public var key: String { fraction.key }
}

private struct Deflation {
  var fraction: ContinuedFraction
  var scale: Integer

  /// Divides by factors f(n) of a(n) with f(n)f(n−1) | b(n) that never vanish for n ≥ 0.
  mutating func divideOutPolynomials() {
    var progressed = fraction.a.degree > 0 && fraction.b.degree > 1
    while progressed {
      progressed = false
      for candidate in fraction.a.gcd(fraction.b).irreducibleFactors where divide(by: candidate.factor) {
        progressed = true
        break
      }
    }
  }

  private mutating func divide(by factor: Polynomial) -> Bool {
    let positive = factor.leading.signum < 0 ? -factor : factor
    guard positive.integerRoots.allSatisfy({ $0 < 0 }),
      let a = fraction.a.quotient(by: positive),
      let b = fraction.b.quotient(by: positive * positive.shifted(by: -1))
    else { return false }
    fraction = ContinuedFraction(a: a, b: b)
    scale *= positive[0]
    return true
  }

  /// Divides by the largest integer g with g | a and g² | b, as far as the factors of large numbers are known.
  mutating func divideOutContent() {
    let common = fraction.a.content.gcd(fraction.b.content)
    guard common > 1 else { return }
    var divisor = Integer(1)
    for (prime, _) in common.primeFactors {
      // Of a factor that is no prime a part may do.
      for factor in [prime, prime.gcd(fraction.b.content.dividedExactly(by: prime))] where factor > 1 {
        while (divisor * factor).divides(fraction.a.content),
          (divisor * divisor * factor * factor).divides(fraction.b.content)
        {
          divisor *= factor
        }
      }
    }
    fraction = ContinuedFraction(
      a: fraction.a.dividedExactly(by: divisor), b: fraction.b.dividedExactly(by: divisor * divisor))
    scale *= divisor
  }

  mutating func normaliseSign() {
    guard fraction.a.leading.signum < 0 else { return }
    fraction = fraction.mirror
    scale = -scale
  }
}
