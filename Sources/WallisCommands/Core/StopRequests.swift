internal import Synchronization

/// Requests to stop, counted: after the first, running work commits what is done and returns; after the second it
/// is dropped. Set by signals or keys, read by workers.
public final class StopRequests: Sendable {
  private let requests = Atomic<Int>(0)
  private let committing = Atomic<Int>(0)

  /// Nothing was requested yet.
  public init() {}

  /// Asks to stop; returns how often that was asked, this time included.
  @discardableResult public func request() -> Int { requests.add(1, ordering: .relaxed).newValue }

  /// Whether to stop.
  public var isRequested: Bool { requests.load(ordering: .relaxed) > 0 }

  /// Forgets the requests, before the next piece of work.
  public func reset() { requests.store(0, ordering: .relaxed) }

  /// Whether work is running that looks at this and can keep what is done.
  public var isObserved: Bool { committing.load(ordering: .relaxed) > 0 }

  /// Runs work that looks at `isRequested` and returns soon after it is set.
  func observe<Result>(_ work: () throws -> Result) rethrows -> Result {
    committing.add(1, ordering: .relaxed)
    defer { committing.subtract(1, ordering: .relaxed) }
    return try work()
  }
}
