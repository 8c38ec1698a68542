internal import CArithmetic
internal import Dispatch
internal import Synchronization

/// Threads of their own for work that keeps a core busy, with the caches of the number libraries freed at their end.
package enum WorkerThreads {
  /// Starts a thread that runs `body`, frees its caches, then reports by `end`: nobody who waits for that leaves
  /// the process while memory of the thread is being freed.
  ///
  /// - Returns: false where the system gives no thread; `end` was called then, `body` was not.
  @discardableResult
  package static func start(
    _ body: @escaping @Sendable () -> Void, end: @escaping @Sendable () -> Void
  ) -> Bool {
    let life = Unmanaged.passRetained(
      ThreadLife {
        body()
        releaseThreadCaches()
        end()
      })
    let status = ca_start_thread(
      { life in
        guard let life else { return nil }
        ca_name_thread("wallis search")
        Unmanaged<ThreadLife>.fromOpaque(life).takeRetainedValue().run()
        return nil
      }, life.toOpaque(), 8 << 20)
    guard status == 0 else {
      life.release()
      end()
      return false
    }
    return true
  }

  /// Results for 0 ..< count in their order, made by at most `workers` threads; waits for them.
  /// - Parameter makeWork: called once on every thread, so that its work may own what it changes.
  package static func map<Result: Sendable>(
    count: Int, workers: Int, _ makeWork: @escaping @Sendable () -> ((Int) -> Result)
  ) -> [Result] {
    let shared = SharedResults<Result>()
    let group = DispatchGroup()
    let run: @Sendable () -> Void = {
      let work = makeWork()
      while case let index = shared.next.add(1, ordering: .relaxed).oldValue, index < count {
        let result = work(index)
        shared.results.withLock { $0[index] = result }
      }
    }
    var started = 0
    for _ in 0..<min(workers, count) {
      group.enter()
      if start(run, end: { group.leave() }) { started += 1 }
    }
    if started == 0, count > 0 { run() }
    group.wait()
    return shared.results.withLock { results in (0..<count).compactMap { results[$0] } }
  }
}

/// What a thread does from its start to its end.
private final class ThreadLife: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private final class SharedResults<Result: Sendable>: Sendable {
  let next = Atomic<Int>(0)
  let results = Mutex<[Int: Result]>([:])
}
