internal import Dispatch
internal import Synchronization

/// Hands chunks to workers in a given order and their results back in the same order.
///
/// At most `window` chunks are measured or waiting at a time, so memory stays flat however slow one of them is and
/// however many there are. The chunk that is waited for is always in the hands of a worker, because chunks are handed
/// out in order.
final class ChunkQueue: Sendable {
  private struct State: ~Copyable {
    var nextPlace = 0
    var inFlight: [Int] = []
    var results: [Int: ChunkResult] = [:]
    var runningWorkers: Int
    var isClosed = false
  }

  private let chunkCount: Int
  private let chunk: @Sendable (_ place: Int) -> Int?
  private let state: Mutex<State>
  /// Counts the places of the window. It starts at 0 because libdispatch traps when a semaphore is freed below its
  /// first value, which dropped chunks would cause.
  private let free = DispatchSemaphore(value: 0)
  private let news = DispatchSemaphore(value: 0)
  private let workers: Int

  /// A queue of the chunks at places 0 ..< `chunkCount` of an order; places where there is nil are passed over.
  init(chunkCount: Int, workers: Int, window: Int, chunk: @escaping @Sendable (_ place: Int) -> Int?) {
    (self.chunkCount, self.workers, self.chunk) = (chunkCount, workers, chunk)
    state = Mutex(State(runningWorkers: workers))
    for _ in 0..<window { free.signal() }
  }

  /// For a worker: the next chunk, waiting while the window is full; nil when there is none left.
  func handOut() -> Int? {
    free.wait()
    return state.withLock { state in
      while !state.isClosed, state.nextPlace < chunkCount {
        state.nextPlace += 1
        guard let chunk = chunk(state.nextPlace - 1) else { continue }
        state.inFlight.append(chunk)
        return chunk
      }
      return nil
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
    state.withLock { state in
      guard let first = state.inFlight.first, let result = state.results.removeValue(forKey: first) else {
        return nil
      }
      state.inFlight.removeFirst()
      return result
    }
  }

  /// For the coordinator: a result is committed, which frees its place in the window.
  func committed() { free.signal() }

  /// For the coordinator: true when no worker runs any more.
  var isQuiet: Bool { state.withLock { $0.runningWorkers == 0 } }

  /// For the coordinator: waits until something was delivered or a tenth of a second passed.
  func awaitNews() { _ = news.wait(timeout: .now() + .milliseconds(100)) }
}
