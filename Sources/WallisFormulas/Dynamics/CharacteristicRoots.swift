internal import WallisArithmetic

/// The real roots (A ± √D)/2 of x² = Ax + B, D = A² + 4B > 0, with texts a mathematician would write.
struct CharacteristicRoots {
  /// Root of larger modulus.
  let larger: Double
  /// Root of smaller modulus.
  let smaller: Double
  /// Texts of their moduli.
  let largerText: String
  let smallerText: String
  /// log of the quotient of their moduli, larger over smaller, and the other way round.
  let logQuotient: String
  let logInverse: String

  init?(_ fraction: ContinuedFraction) {
    let grade = fraction.a.degree
    let (top, bottom) = (fraction.a.leading.magnitude, fraction.b[2 * grade])
    let discriminant = top * top + 4 * bottom
    guard grade >= 0, discriminant.signum > 0 else { return nil }
    let root = discriminant.approximation.squareRoot()
    larger = (top.approximation + root) / 2
    smaller = -bottom.approximation / larger
    largerText = CharacteristicRoots.text(top, discriminant, sign: 1)
    smallerText = CharacteristicRoots.text(top, discriminant, sign: -1)
    if let root = discriminant.squareRoot, root != top {
      let quotient = Rational(top + root, (top - root).magnitude)
      (logQuotient, logInverse) = ("log(\(quotient))", "log(\(1 / quotient))")
    } else {
      logQuotient = "log((\(largerText))/(\(smallerText)))"
      logInverse = "log((\(smallerText))/(\(largerText)))"
    }
  }

  /// Text of |A ± √D|/2 in lowest terms.
  private static func text(_ top: Integer, _ discriminant: Integer, sign: Int) -> String {
    if let root = discriminant.squareRoot {
      return "\(Rational((sign > 0 ? top + root : top - root).magnitude, 2))"
    }
    let (factor, squareFree) = discriminant.squareParts
    let common = top.gcd(factor).gcd(2)
    let (first, second, divisor) = (
      top.dividedExactly(by: common), factor.dividedExactly(by: common), Integer(2).dividedExactly(by: common)
    )
    let surd = (second == 1 ? "" : "\(second)") + "sqrt(\(squareFree))"
    let isNegative = sign < 0 && top * top < discriminant
    let sum =
      sign > 0 ? "\(first)+\(surd)" : isNegative ? "\(surd)-\(first)" : "\(first)-\(surd)"
    return divisor == 1 ? sum : "(\(sum))/\(divisor)"
  }
}
