internal import Synchronization

/// What workers count and the caller samples; no locks, no calls from workers to the screen.
public final class SearchCounters: Sendable {
  private let scannedFormulas = Atomic<Int>(0)
  private let foundClosedForms = Atomic<Int>(0)
  private let urgency = Atomic<Int>(Interruption.none.rawValue)

  /// Nothing counted yet.
  init() {}

  var scanned: Int { scannedFormulas.load(ordering: .relaxed) }
  var findings: Int { foundClosedForms.load(ordering: .relaxed) }

  /// How urgently the search should end: workers ask between two members.
  public var interruption: Interruption {
    Interruption(rawValue: urgency.load(ordering: .relaxed)) ?? .now
  }

  /// Counts members that a worker is done with, mirrors included, and findings about them.
  public func count(formulas: Int, findings: Int) {
    scannedFormulas.add(formulas, ordering: .relaxed)
    if findings > 0 { foundClosedForms.add(findings, ordering: .relaxed) }
  }

  /// Raises the urgency; it never falls again.
  func interrupt(_ interruption: Interruption) {
    _ = urgency.max(interruption.rawValue, ordering: .relaxed)
  }
}
