internal import Synchronization

/// Requests to stop, counted: after the first, running work commits what is done in some seconds and returns; after the
/// second it is dropped. Set by signals or keys, read by workers.
package final class StopRequests: Sendable {
  private let requests = Atomic<Int>(0)
  private let committing = Atomic<Int>(0)
  private let pausable = Atomic<Int>(0)
  private let pauses = Atomic<Bool>(false)
  private let halt: @Sendable () -> Void

  /// Nothing was requested yet.
  /// - Parameter halt: stops the process until it is told to go on.
  package init(halt: @escaping @Sendable () -> Void = {}) { self.halt = halt }

  /// Asks to stop; returns how often that was asked, this time included.
  @discardableResult package func request() -> Int { requests.add(1, ordering: .relaxed).newValue }

  /// Whether to stop.
  package var isRequested: Bool { requests.load(ordering: .relaxed) > 0 }

  /// Forgets the requests, before the next piece of work.
  package func reset() { requests.store(0, ordering: .relaxed) }

  /// Whether work is running that looks at this and can keep what is done.
  package var isObserved: Bool { committing.load(ordering: .relaxed) > 0 }

  /// Asks to pause; false where nothing runs that would do so by itself.
  package func requestPause() -> Bool {
    guard pausable.load(ordering: .relaxed) > 0 else { return false }
    pauses.store(true, ordering: .relaxed)
    return true
  }

  /// Takes the last request to pause back.
  package func cancelPause() { pauses.store(false, ordering: .relaxed) }

  /// Halts where that was asked for; called where no transaction is open, so that a halted process keeps nobody waiting.
  func pauseIfRequested() {
    if pauses.exchange(false, ordering: .relaxed) { halt() }
  }

  /// Runs work that calls `pauseIfRequested` several times a second.
  func pausing<Result>(_ work: () throws -> Result) rethrows -> Result {
    pausable.add(1, ordering: .relaxed)
    defer {
      pausable.subtract(1, ordering: .relaxed)
      pauseIfRequested()
    }
    return try work()
  }

  /// Runs work that looks at `isRequested` and returns soon after it is set.
  func observe<Result>(_ work: () throws -> Result) rethrows -> Result {
    committing.add(1, ordering: .relaxed)
    defer { committing.subtract(1, ordering: .relaxed) }
    return try work()
  }
}
