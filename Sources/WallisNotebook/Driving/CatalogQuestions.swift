internal import Foundation
internal import Synchronization
internal import WallisCommands
internal import WallisDocuments

/// Puts questions to the catalog away from the thread of the screen, each lane on a thread of its own, so that rows and
/// cards come while an order is being found. A question takes the place of an earlier one of its topic that still waits.
final class CatalogQuestions: Sendable {
  private let viewer: (any CatalogAnswering)?
  private let mailbox: Mailbox
  private let lanes: [CatalogQuestion.Lane: QuestionLane]

  init(_ viewer: (any CatalogAnswering)?, _ mailbox: Mailbox, background: Bool) {
    (self.viewer, self.mailbox) = (viewer, mailbox)
    let lanes = background ? CatalogQuestion.Lane.allCases : []
    self.lanes = Dictionary(uniqueKeysWithValues: lanes.map { ($0, QuestionLane()) })
  }

  deinit { for lane in lanes.values { lane.close() } }

  func reopen() { viewer?.reopen() }

  func ask(_ question: CatalogQuestion, as run: RunID) {
    let (viewer, mailbox) = (viewer, mailbox)
    let answer: @Sendable () -> Void = {
      let none = CatalogReply.refused(Diagnostic("there is no catalog to look at here"))
      mailbox.post(.told(run, viewer?.answer(question) ?? none))
    }
    guard let lane = lanes[question.lane] else { return answer() }
    lane.add(question.topic, answer)
  }
}

/// A thread that does what it is given, one after another and behind the thread of the screen; of one topic only the last.
final class QuestionLane: Sendable {
  private struct State {
    var waiting: [(topic: CatalogQuestion.Topic, work: @Sendable () -> Void)] = []
    var isClosed = false
    var hasThread = false
  }

  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)

  func add(_ topic: CatalogQuestion.Topic, _ work: @escaping @Sendable () -> Void) {
    let needsThread = state.withLock { state in
      state.waiting.removeAll { $0.topic == topic }
      state.waiting.append((topic, work))
      defer { state.hasThread = true }
      return !state.hasThread
    }
    if needsThread { start() }
    ready.signal()
  }

  func close() {
    state.withLock { $0.isClosed = true }
    ready.signal()
  }

  private func start() {
    let (state, ready) = (self, ready)
    let thread = Thread {
      Priority.lowerThread()
      while let work = state.next(ready) { work() }
    }
    // Expressions are read by recursion.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// The next work; nil when there will be none.
  private func next(_ ready: DispatchSemaphore) -> (@Sendable () -> Void)? {
    while true {
      ready.wait()
      let (work, isClosed) = state.withLock { state in
        (state.waiting.isEmpty ? nil : state.waiting.removeFirst().work, state.isClosed)
      }
      if isClosed { return nil }
      if let work { return work }
    }
  }
}
