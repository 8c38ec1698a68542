public import WallisCommands

/// Runs cells. The notebook uses child processes; tests use a fake.
public protocol CellRunner: AnyObject {
  /// Starts a run. Its reports come in order, from any thread, the last one being `ended`.
  func start(_ run: RunID, _ request: CellRequest, report: @escaping @Sendable (RunReport) -> Void)
  /// Stops a run; nothing happens where it has ended.
  func stop(_ run: RunID, _ force: StopForce)
  /// Stops all runs and returns when they are gone: the program quits.
  func stopAll()
}
