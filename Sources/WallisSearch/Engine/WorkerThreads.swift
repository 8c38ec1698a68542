internal import Foundation
internal import Synchronization
internal import WallisArithmetic

/// Threads of their own for work that keeps a core busy, with the caches of the number libraries freed at their end.
package enum WorkerThreads {
  /// Starts a thread that runs `body`, frees its caches, then reports by `end`: nobody who waits for that leaves
  /// the process while memory of the thread is being freed.
  static func start(_ body: @escaping @Sendable () -> Void, end: @escaping @Sendable () -> Void) {
    let thread = Thread {
      body()
      releaseThreadCaches()
      end()
    }
    thread.stackSize = 8 << 20
    thread.name = "wallis search"
    thread.start()
  }

  /// Results for 0 ..< count in their order, made by at most `workers` threads; waits for them.
  /// - Parameter makeWork: called once on every thread, so that its work may own what it changes.
  package static func map<Result: Sendable>(
    count: Int, workers: Int, _ makeWork: @escaping @Sendable () -> ((Int) -> Result)
  ) -> [Result] {
    let shared = SharedResults<Result>()
    let group = DispatchGroup()
    for _ in 0..<min(workers, count) {
      group.enter()
      let run: @Sendable () -> Void = {
        let work = makeWork()
        while case let index = shared.next.add(1, ordering: .relaxed).oldValue, index < count {
          let result = work(index)
          shared.results.withLock { $0[index] = result }
        }
      }
      start(run) { group.leave() }
    }
    group.wait()
    return shared.results.withLock { results in (0..<count).compactMap { results[$0] } }
  }
}

private final class SharedResults<Result: Sendable>: Sendable {
  let next = Atomic<Int>(0)
  let results = Mutex<[Int: Result]>([:])
}
