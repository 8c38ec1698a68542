package import WallisCommands

/// Runs cells. The notebook uses child processes; tests use a fake.
package protocol CellRunner: AnyObject {
  /// Starts a run. Its reports come in order, from any thread, the last one being `ended`.
  func start(_ run: RunID, _ request: CellRequest, report: @escaping @Sendable (RunReport) -> Void)
  /// Stops a run; nothing happens where it has ended.
  func stop(_ run: RunID, _ force: StopForce)
  /// Follows a run that an earlier notebook left running; its reports come from the beginning.
  func attach(_ run: RunID, to left: LeftRun, report: @escaping @Sendable (RunReport) -> Void)
  /// Halts a run, or lets it go on.
  func pause(_ run: RunID, _ halted: Bool)
  /// The notebook is kept in this file from now on; what it leaves running belongs to that.
  func belong(to path: String?)
  /// Stops all runs, but for those that can go on without a notebook, and returns when they are gone: the program quits.
  func stopAll()
}

extension CellRunner {
  /// Ends at once: nothing is left behind by a runner that leaves nothing.
  package func attach(_ run: RunID, to left: LeftRun, report: @escaping @Sendable (RunReport) -> Void) {
    report(.ended(RunEnd(.lost)))
  }

  /// Does nothing.
  package func pause(_ run: RunID, _ halted: Bool) {}

  /// Does nothing.
  package func belong(to path: String?) {}
}
