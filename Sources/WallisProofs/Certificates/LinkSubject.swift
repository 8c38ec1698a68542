internal import Synchronization
internal import WallisArithmetic
public import WallisFormulas

/// A fraction with what links to it are sought by, each computed once and when it is needed.
public final class LinkSubject: Sendable {
  /// The fraction.
  public let fraction: ContinuedFraction
  /// Identity of its class of inflations, mirrors and shifts.
  public let shiftKey: String
  private let convergence: ConvergenceClass?
  private let computed = Mutex(Computed())

  private struct Computed {
    var signature: LinkSignature?
    var limits: [Int: Ball?] = [:]
  }

  /// A fraction to be linked.
  public init(_ fraction: ContinuedFraction) {
    self.fraction = fraction
    convergence = fraction.b.isZero ? nil : Classification(fraction).convergence
    shiftKey = fraction.b.isZero || fraction.a.isZero ? "" : CanonicalForm(fraction).shiftKey
  }

  /// Numbers of steps of this and of the other that may be linked, the simplest first; none where nothing may be.
  public func plausibleFolds(with other: LinkSubject) -> [[Int]] {
    guard convergence != nil, convergence == other.convergence else { return [] }
    return signature.plausibleFolds(with: other.signature)
  }

  /// What may only reject links.
  private var signature: LinkSignature {
    computed.withLock { computed in
      if let signature = computed.signature { return signature }
      let signature = LinkSignature(fraction)
      computed.signature = signature
      return signature
    }
  }

  /// The limit; nil where it cannot be had.
  func limit(digits: Int) -> Ball? {
    computed.withLock { computed in
      if let known = computed.limits[digits] { return known }
      let evaluation = try? fraction.evaluate(digits: digits)
      let limit = evaluation?.enclosure.flatMap { $0.isFinite ? $0 : nil }
      computed.limits[digits] = .some(limit)
      return limit
    }
  }
}
