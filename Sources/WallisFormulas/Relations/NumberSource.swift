public import WallisArithmetic

/// Where the digits of a number to identify come from.
public enum NumberSource: Sendable {
  /// Typed digits: there is no second evaluation, so a third of them is held back.
  case digits(DecimalInput)
  /// A formula: the closure encloses the number to about the wanted count of digits, by whatever evaluation it
  /// likes, and each call is independent of earlier ones; nil when it cannot.
  case recomputable(@Sendable (_ digits: Int) -> Ball?)
  /// A number proved to be this fraction.
  case exact(Rational)
}
