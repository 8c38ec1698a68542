internal import Foundation

/// A way to have shards searched elsewhere. To add one: a type that conforms, and its line in `ShardSystems.standard`.
protocol ShardSystem: Sendable {
  /// The word of `--submit`.
  var name: String { get }
  /// Whether a partition and a time can be asked for.
  var takesTime: Bool { get }
  /// Whether a file of hosts can be given.
  var takesHosts: Bool { get }
  /// Whether there may be a task for every shard, however many.
  var takesAnyNumberOfTasks: Bool { get }
  /// Whether tasks are done before `start` returns.
  var waits: Bool { get }
  /// Files beside the script of a task, by their names.
  func files(of submission: Submission) -> [String: String]
  /// Has tasks done, or begins that.
  /// - Throws: a `Refusal` where that cannot be.
  func start(_ tasks: [Int], of submission: Submission, _ stopRequests: StopRequests) throws
  /// Tasks that wait or run; nil where nobody can tell.
  func running(_ submission: Submission) -> Set<Int>?
  /// What to do by hand; nil where nothing is.
  func advice(_ submission: Submission) -> String?
}

/// The ways that there are.
struct ShardSystems: Sendable {
  let systems: [any ShardSystem]

  static let standard = ShardSystems(systems: [SlurmArray(), ParallelRun(), ScriptFiles()])

  var names: [String] { systems.map(\.name) }

  func named(_ name: String) -> (any ShardSystem)? { systems.first { $0.name == name } }
}

/// A program that is run by its name and its words, without a shell.
enum OutsideProgram {
  /// What it left.
  struct Run {
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs a program of the search path to its end; nil where it cannot be started.
  static func run(_ words: [String], whileRunning: (Process) -> Void = { _ in }) -> Run? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--"] + words
    let (output, error) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, error)
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    whileRunning(process)
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      error: String(decoding: complaint, as: UTF8.self))
  }
}
