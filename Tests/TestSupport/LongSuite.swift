import Foundation

/// The long suite, which `WALLIS_LONG_TESTS` asks for: tests that take longer, and all of what the default suite takes a
/// part of.
public enum LongSuite {
  /// Whether it was asked for.
  public static let isOn = ProcessInfo.processInfo.environment["WALLIS_LONG_TESTS"] != nil
}

extension Array {
  /// All elements in the long suite, else every so many-th from a place on.
  public func sampled(every step: Int, from first: Int = 0) -> [Element] {
    LongSuite.isOn ? self : enumerated().filter { $0.offset % step == first }.map(\.element)
  }
}
