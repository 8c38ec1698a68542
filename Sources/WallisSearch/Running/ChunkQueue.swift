internal import Dispatch
internal import Synchronization

/// Hands chunks to workers in order and their results back in the same order.
///
/// At most `window` chunks are measured or waiting at a time, so memory stays flat however slow one of them is. The
/// chunk that is waited for is always in the hands of a worker, because chunks are handed out in order.
final class ChunkQueue: Sendable {
  private struct State {
    var nextToHandOut = 0
    var nextToReturn = 0
    var results: [Int: ChunkResult] = [:]
    var runningWorkers: Int
    var isClosed = false
  }

  private let chunks: [Int]
  private let state: Mutex<State>
  /// Counts the places of the window. It starts at 0 because libdispatch traps when a semaphore is freed below its
  /// first value, which dropped chunks would cause.
  private let free = DispatchSemaphore(value: 0)
  private let news = DispatchSemaphore(value: 0)
  private let workers: Int

  init(chunks: [Int], workers: Int, window: Int) {
    (self.chunks, self.workers) = (chunks, workers)
    state = Mutex(State(runningWorkers: workers))
    for _ in 0..<window { free.signal() }
  }

  /// For a worker: the next chunk, waiting while the window is full; nil when there is none left.
  func handOut() -> Int? {
    free.wait()
    return state.withLock { state in
      guard !state.isClosed, state.nextToHandOut < chunks.count else { return nil }
      defer { state.nextToHandOut += 1 }
      return chunks[state.nextToHandOut]
    }
  }

  /// For a worker: delivers a result.
  func deliver(_ result: ChunkResult) {
    state.withLock { $0.results[result.chunk] = result }
    news.signal()
  }

  /// For a worker: its last call.
  func workerEnds() {
    state.withLock { $0.runningWorkers -= 1 }
    news.signal()
    free.signal()
  }

  /// For the coordinator: no more chunks are handed out; waiting workers end.
  func close() {
    let wasOpen = state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
    if wasOpen { for _ in 0..<workers { free.signal() } }
  }

  /// For the coordinator: the next result in order, if it is there.
  func next() -> ChunkResult? {
    let result = state.withLock { state -> ChunkResult? in
      guard state.nextToReturn < chunks.count,
        let result = state.results.removeValue(forKey: chunks[state.nextToReturn])
      else { return nil }
      state.nextToReturn += 1
      return result
    }
    if result != nil { free.signal() }
    return result
  }

  /// For the coordinator: true when no worker runs any more.
  var isQuiet: Bool { state.withLock { $0.runningWorkers == 0 } }

  /// For the coordinator: waits until something was delivered or a tenth of a second passed.
  func awaitNews() { _ = news.wait(timeout: .now() + .milliseconds(100)) }
}
