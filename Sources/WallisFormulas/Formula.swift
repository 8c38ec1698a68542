internal import WallisArithmetic

/// A formula that Wallis can evaluate, store and compare.
///
/// Later kinds (series and others) become further cases; each has a `kind` word
/// and a key that begins with it, so that stored formulas of one kind never collide with those of another.
public enum Formula: Sendable, Hashable {
  /// A polynomial continued fraction.
  case continuedFraction(ContinuedFraction)
  /// A continued fraction with numerators ±1.
  case signed(SignedFraction)
  /// A line through a matrix field.
  case trajectory(Trajectory)

  /// Word for the kind of formula, first part of every key.
  public var kind: String {
    switch self {
    case .continuedFraction: "pcf"
    case .signed: "signed"
    case .trajectory: "line"
    }
  }

  /// Identity of the formula as written, for example `pcf 2,1 1,0,0` (leading coefficients first).
  public var key: String {
    switch self {
    case .continuedFraction(let fraction):
      "\(kind) \(Formula.list(fraction.a)) \(Formula.list(fraction.b))"
    case .signed(let fraction): "\(kind) \(fraction.keyText)"
    case .trajectory(let line): "\(kind) \(line.keyText)"
    }
  }

  /// The formula that a key stands for; nil for text that is no key.
  public init?(key: String) {
    let parts = key.split(separator: " ", omittingEmptySubsequences: false)
    if parts.first == "signed" {
      guard let fraction = SignedFraction(keyWords: Array(parts.dropFirst())) else { return nil }
      self = .signed(fraction)
      return
    }
    if parts.first == "line" {
      guard let line = Trajectory(keyWords: Array(parts.dropFirst())) else { return nil }
      self = .trajectory(line)
      return
    }
    guard parts.count == 3, parts[0] == "pcf", let a = Formula.polynomial(parts[1]),
      let b = Formula.polynomial(parts[2])
    else { return nil }
    self = .continuedFraction(ContinuedFraction(a: a, b: b))
  }

  private static func list(_ polynomial: Polynomial) -> String {
    polynomial.isZero ? "0" : polynomial.coefficients.reversed().map { "\($0)" }.joined(separator: ",")
  }

  private static func polynomial(_ text: Substring) -> Polynomial? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let coefficients = parts.compactMap { Integer($0) }
    return coefficients.count == parts.count ? Polynomial(coefficients.reversed()) : nil
  }
}

extension Formula: CustomStringConvertible {
  /// The formula as the expression grammar reads it.
  public var description: String {
    switch self {
    case .continuedFraction(let fraction): fraction.description
    case .signed(let fraction): fraction.description
    case .trajectory(let line): line.description
    }
  }
}
