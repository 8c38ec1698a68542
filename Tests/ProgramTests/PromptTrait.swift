import Dispatch
import Testing

/// Tests that mostly wait go on at once, beside those that compute: in the queue of all, each step of theirs would come
/// after everybody else's, and the whole suite after the end of the others; and while they wait, they would keep one of
/// the threads on which the others compute. So they have a thread of their own, on which one goes after another.
struct PromptTrait: SuiteTrait, TestScoping {
  let thread: WaitingThread

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withoutActuallyEscaping(function) { function in
      try await Task(executorPreference: thread, priority: .high) { try await function() }.value
    }
  }
}

extension Trait where Self == PromptTrait {
  /// For tests that drive a terminal.
  static var prompt: PromptTrait { PromptTrait(thread: .terminals) }
  /// For tests that run the program and wait for its end.
  static var besideOthers: PromptTrait { PromptTrait(thread: .programs) }
  /// For those that play a notebook.
  static var plays: PromptTrait { PromptTrait(thread: .plays) }
}

/// Runs what waits, one after another.
final class WaitingThread: TaskExecutor {
  static let terminals = WaitingThread("terminals")
  static let programs = WaitingThread("programs")
  static let plays = WaitingThread("plays")

  private let queue: DispatchQueue

  private init(_ name: String) { queue = DispatchQueue(label: "tests: \(name)") }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
