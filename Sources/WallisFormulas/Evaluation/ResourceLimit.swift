/// A computation that was refused before it began, with what it would need.
public struct ResourceLimit: Error, Sendable, Equatable {
  /// What it would need.
  public let message: String
  /// What to try instead.
  public let remedy: String

  /// A refusal.
  public init(_ message: String, remedy: String) { (self.message, self.remedy) = (message, remedy) }
}

/// Bounds on one evaluation, checked before any work.
public struct EvaluationLimits: Sendable {
  /// Largest number of decimal digits.
  public var digits = 1_000_000
  /// Largest number of terms of a continued fraction.
  public var terms = 20_000_000

  /// The usual bounds: about a minute and a few hundred megabytes on a laptop.
  public init() {}

  func check(digits requested: Int) throws(ResourceLimit) {
    guard requested <= digits else {
      let gigabytes = max(1, Int(Double(requested) * 20 / 1e9))
      throw ResourceLimit(
        "\(requested) digits would need about \(gigabytes) GB of memory and hours of work",
        remedy: "ask for at most \(digits) digits")
    }
  }

  /// Terms times bits of a tail series, whose steps are all carried at full precision.
  static let seriesWork = 5e10

  func check(terms requested: Double, bits: Int, digits: Int) throws(ResourceLimit) {
    try check(terms: requested, digits: digits)
    guard requested * Double(bits) <= EvaluationLimits.seriesWork else {
      throw ResourceLimit(
        "\(digits) digits of this fraction would need about \(Int(requested)) terms at \(bits) bits",
        remedy: "ask for fewer digits")
    }
  }

  func check(terms requested: Double, digits: Int) throws(ResourceLimit) {
    guard requested <= Double(terms) else {
      let text = requested.isFinite && requested < 1e18 ? "\(Int(requested))" : "more than 10^18"
      throw ResourceLimit(
        "\(digits) digits of this fraction would need about \(text) terms",
        remedy: "ask for fewer digits; at most \(terms) terms are computed")
    }
  }
}
