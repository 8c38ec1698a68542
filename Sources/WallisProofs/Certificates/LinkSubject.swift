internal import Synchronization
public import WallisArithmetic
public import WallisFormulas

/// A fraction with what links to it are sought by, each computed once.
public final class LinkSubject: Sendable {
  /// The fraction.
  public let fraction: ContinuedFraction
  /// What may only reject links.
  public let signature: LinkSignature
  /// Identity of its class of inflations, mirrors and shifts.
  public let shiftKey: String
  private let limits = Mutex<[Int: Ball?]>([:])

  /// A fraction to be linked.
  public init(_ fraction: ContinuedFraction) {
    self.fraction = fraction
    signature = LinkSignature(fraction)
    shiftKey = fraction.b.isZero || fraction.a.isZero ? "" : CanonicalForm(fraction).shiftKey
  }

  /// The limit; nil where it cannot be had.
  func limit(digits: Int) -> Ball? {
    limits.withLock { limits in
      if let known = limits[digits] { return known }
      let evaluation = try? fraction.evaluate(digits: digits)
      let limit = evaluation?.enclosure.flatMap { $0.isFinite ? $0 : nil }
      limits[digits] = .some(limit)
      return limit
    }
  }
}
