internal import Foundation
internal import Synchronization
package import WallisCommands

/// Runs every cell in a child process of its own (`wallis cell`), so that neither a crash nor the want of memory nor
/// a library that cannot be interrupted reaches the notebook.
///
/// The child leads a process group and works at nice 10. It gets the request as JSON on standard input and answers
/// with one `CellEvent` a line. When the program quits the children are interrupted, not left behind: what a search
/// has committed is in the catalog, and `resume` continues it. Where there is a folder for spools, searches write to
/// one instead of a pipe, go on when the program quits or is killed, and are followed by the next notebook.
package final class ChildRunner: CellRunner, Sendable {
  private let program: String
  private let arguments: [String]
  private let spools: SpoolFolder?
  private let children = Mutex<Children>(Children())

  /// Processes that may be signalled: not yet reaped, so that their numbers cannot belong to others.
  struct Children {
    /// Those that end with this program.
    var bound: [RunID: pid_t] = [:]
    /// Those that go on without it, with their spools.
    var free: [RunID: (process: pid_t?, spool: String)] = [:]
    /// File of the notebook that the free ones belong to.
    var owner: String?
    /// Whether the program is leaving.
    var isLeaving = false

    func process(of run: RunID) -> pid_t? { bound[run] ?? free[run]?.process }
  }

  /// A runner that starts `program` with `arguments`.
  ///
  /// - Parameters:
  ///   - spools: where searches write that can go on without the notebook; nil ends them with it.
  ///   - owner: file of the notebook, as an absolute path.
  package init(
    program: String, arguments: [String] = ["cell"], spools: SpoolFolder? = nil, owner: String? = nil
  ) {
    (self.program, self.arguments, self.spools) = (program, arguments, spools)
    children.withLock { $0.owner = owner.map(absolutePath) }
  }

  /// Starts a child. One that cannot be started ends at once with the reason.
  package func start(_ run: RunID, _ request: CellRequest, report: @escaping @Sendable (RunReport) -> Void) {
    if isSearch(request.source), let spools,
      let spool = spools.create(source: request.source, owner: children.withLock { $0.owner })
    {
      return start(run, request, writing: spool, report)
    }
    guard let input = ChildRunner.line(request) else { return report(ChildRunner.unwritten) }
    let child: Child
    do {
      child = try Child(program: program, arguments: arguments)
    } catch {
      return report(.ended(RunEnd(.notStarted(error.reason))))
    }
    children.withLock { $0.bound[run] = child.process }
    let thread = Thread { [self] in
      let complaint = child.converse(input: input) { report(.event($0)) }
      waitWithoutReaping(child.process)
      children.withLock { $0.bound[run] = nil }
      report(.ended(RunEnd(reap(child.process), complaint: complaint)))
    }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// A request as a line for the child; nil where it cannot be written.
  private static func line(_ request: CellRequest) -> [UInt8]? {
    (try? JSONEncoder().encode(request)).map { [UInt8]($0) + [UInt8(ascii: "\n")] }
  }

  private static let unwritten = RunReport.ended(
    RunEnd(.notStarted("the cell cannot be handed over: its text is no Unicode")))

  /// Starts a search that goes on without this program.
  private func start(
    _ run: RunID, _ request: CellRequest, writing spool: String,
    _ report: @escaping @Sendable (RunReport) -> Void
  ) {
    guard let input = ChildRunner.line(request) else {
      SpoolFolder.remove(spool)
      return report(ChildRunner.unwritten)
    }
    let process: pid_t
    do {
      process = try spawnFree(
        program, arguments + ["--spool", spool], input: input, log: SpoolFolder.logPath(spool))
    } catch {
      SpoolFolder.remove(spool)
      return report(.ended(RunEnd(.notStarted(error.reason))))
    }
    children.withLock { $0.free[run] = (process, spool) }
    follow(run, spool, isChild: true, report)
  }

  /// Follows a search that an earlier notebook left running; one that it had paused goes on.
  package func attach(_ run: RunID, to left: LeftRun, report: @escaping @Sendable (RunReport) -> Void) {
    children.withLock { $0.free[run] = (nil, left.spool) }
    if let reader = SpoolReader(path: left.spool), reader.isAlive, let process = reader.process {
      kill(-process, SIGCONT)
    }
    follow(run, left.spool, isChild: false, report)
  }

  /// Reports what comes into a spool until its process is gone or this program leaves.
  private func follow(
    _ run: RunID, _ spool: String, isChild: Bool, _ report: @escaping @Sendable (RunReport) -> Void
  ) {
    let thread = Thread { [self] in
      guard let reader = SpoolReader(path: spool) else { return report(.ended(RunEnd(.lost))) }
      var finish: CellFinish?
      while !children.withLock({ $0.isLeaving }) {
        let process = isChild ? nil : reader.process
        if let process { children.withLock { $0.free[run]?.process = process } }
        let hasEnded = isChild ? hasChildEnded(run) : !reader.isAlive
        for event in reader.news() {
          if case .finished(let last) = event { finish = last }
          report(.event(event))
        }
        if hasEnded { return conclude(run, spool, isChild: isChild, finish, report) }
        usleep(50_000)
      }
    }
    thread.stackSize = 1 << 20
    thread.start()
  }

  private func hasChildEnded(_ run: RunID) -> Bool {
    guard let process = children.withLock({ $0.free[run]?.process }) else { return true }
    var info = siginfo_t()
    return waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT | WNOHANG) == 0 && info.si_signo != 0
  }

  private func conclude(
    _ run: RunID, _ spool: String, isChild: Bool, _ finish: CellFinish?,
    _ report: @Sendable (RunReport) -> Void
  ) {
    let process = children.withLock { $0.free.removeValue(forKey: run)?.process }
    let log = FileManager.default.contents(atPath: SpoolFolder.logPath(spool)) ?? Data()
    let complaint = lastLines([UInt8](log.suffix(4096)))
    let cause: RunEnd.Cause
    if isChild, let process {
      cause = reap(process)
    } else {
      cause = finish.map { .exited($0.exit) } ?? .lost
    }
    SpoolFolder.remove(spool)
    report(.ended(RunEnd(cause, complaint: complaint)))
  }

  /// Asks a process group to halt where it keeps nobody waiting, or lets it go on.
  package func pause(_ run: RunID, _ halted: Bool) {
    children.withLock { children in
      guard let process = children.process(of: run) else { return }
      kill(-process, halted ? SIGTSTP : SIGCONT)
    }
  }

  /// Tells the searches that can go on which file they belong to.
  package func belong(to path: String?) {
    children.withLock { children in
      children.owner = path.map(absolutePath)
      for entry in children.free.values { SpoolFolder.set(owner: children.owner, of: entry.spool) }
    }
  }

  /// Signals the process group of a run.
  package func stop(_ run: RunID, _ force: StopForce) {
    children.withLock { children in
      guard let process = children.process(of: run) else { return }
      kill(-process, force == .kill ? SIGKILL : SIGINT)
    }
  }

  /// First they may commit what is done, then they drop it, then they are killed; all within two seconds.
  ///
  /// Searches that can go on without this program are left alone; a halted one goes on.
  package func stopAll() {
    children.withLock { children in
      children.isLeaving = true
      for entry in children.free.values { entry.process.map { _ = kill(-$0, SIGCONT) } }
    }
    for (signal, patience) in [(SIGINT, 1.2), (SIGINT, 0.5), (SIGKILL, 0.3)] {
      let none = children.withLock { children in
        for process in children.bound.values { kill(-process, signal) }
        return children.bound.isEmpty
      }
      if none { return }
      let deadline = ContinuousClock.now + .seconds(patience)
      while ContinuousClock.now < deadline {
        if children.withLock({ $0.bound.isEmpty }) { return }
        usleep(5_000)
      }
    }
  }
}

private func waitWithoutReaping(_ process: pid_t) {
  var info = siginfo_t()
  while waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
}

private func reap(_ process: pid_t) -> RunEnd.Cause {
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 {
    guard errno == EINTR else { return .notStarted("it was lost") }
  }
  let signal = status & 0x7F
  return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
}

private func absolutePath(_ path: String) -> String {
  path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
}
