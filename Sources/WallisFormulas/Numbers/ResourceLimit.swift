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
  /// Largest number of terms times bits that one evaluation carries at full precision, over all of its attempts.
  public var work = 5e10

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

  func check(terms requested: Double, digits: Int) throws(ResourceLimit) {
    guard requested <= Double(terms) else {
      let text = requested.isFinite && requested < 1e18 ? "\(Int(requested))" : "more than 10^18"
      throw ResourceLimit(
        "\(digits) digits of this fraction would need about \(text) terms",
        remedy: "ask for fewer digits; at most \(terms) terms are computed")
    }
  }
}

/// Work that one evaluation has done so far at full precision, over all of its attempts.
struct EvaluationWork {
  /// Multiplications of a tail series that take as long as a term of the fraction.
  private static let multiplicationsEach = 50.0
  private let bound: Double
  private var spent = 0.0

  init(_ limits: EvaluationLimits) { bound = limits.work }

  /// Counts terms of the fraction before they are multiplied.
  mutating func add(terms: Int, bits: Int, digits: Int) throws(ResourceLimit) {
    try add(Double(terms), "\(terms) terms", bits: bits, digits: digits)
  }

  /// Counts coefficients of a tail series before they are found; each needs all those before it.
  mutating func add(coefficients: Int, bits: Int, digits: Int) throws(ResourceLimit) {
    let multiplications = Double(coefficients) * Double(coefficients)
    try add(
      multiplications / EvaluationWork.multiplicationsEach, "a tail series of \(coefficients) terms",
      bits: bits, digits: digits)
  }

  private mutating func add(
    _ terms: Double, _ words: String, bits: Int, digits: Int
  ) throws(ResourceLimit) {
    spent += terms * Double(bits)
    guard spent <= bound else {
      throw ResourceLimit(
        "\(digits) digits of this fraction would need more than \(words) at \(bits) bits",
        remedy: "ask for fewer digits")
    }
  }
}
