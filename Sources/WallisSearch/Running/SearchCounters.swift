internal import Synchronization

/// What workers count and the caller samples; no locks, no calls from workers to the screen.
final class SearchCounters: Sendable {
  private let scannedFormulas = Atomic<Int>(0)
  private let foundClosedForms = Atomic<Int>(0)
  private let urgency = Atomic<Int>(Interruption.none.rawValue)

  var scanned: Int { scannedFormulas.load(ordering: .relaxed) }
  var findings: Int { foundClosedForms.load(ordering: .relaxed) }
  var interruption: Interruption {
    Interruption(rawValue: urgency.load(ordering: .relaxed)) ?? .now
  }

  func count(formulas: Int, findings: Int) {
    scannedFormulas.add(formulas, ordering: .relaxed)
    if findings > 0 { foundClosedForms.add(findings, ordering: .relaxed) }
  }

  /// Raises the urgency; it never falls again.
  func interrupt(_ interruption: Interruption) {
    _ = urgency.max(interruption.rawValue, ordering: .relaxed)
  }
}
