import Foundation

/// How long tests wait for what does not come back, in a build that may be slow, as with a sanitizer.
public enum Patience {
  /// What every limit is multiplied by: `WALLIS_TEST_PATIENCE`, else 1.
  public static let factor =
    ProcessInfo.processInfo.environment["WALLIS_TEST_PATIENCE"].flatMap(Double.init) ?? 1

  /// The moment after which nobody waits any more.
  ///
  /// - Parameter seconds: what a build without sanitizers needs, amply.
  public static func deadline(seconds: Double) -> ContinuousClock.Instant {
    .now + .seconds(seconds * factor)
  }
}
