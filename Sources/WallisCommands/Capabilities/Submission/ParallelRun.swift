internal import Foundation

/// GNU parallel, on this machine or on hosts that ssh reaches and that see the same folder.
///
/// - Reference: Tange, "GNU Parallel: the command-line power tool", ;login: 36 (2011) 42–47.
struct ParallelRun: ShardSystem {
  let name = "parallel"
  let takesTime = false
  let takesHosts = true
  let takesAnyNumberOfTasks = true
  let waits = true

  func files(of submission: Submission) -> [String: String] {
    let hosts = submission.hosts == nil ? "" : " --sshloginfile hosts --workdir ."
    let share = max(1, 100 / submission.workers)
    var files = [
      "parallel.sh": """
      #!/bin/sh
      # GNU parallel takes the shards one by one: sh parallel.sh. What failed, and what was not begun, is done by the next call.
      cd -- \(submission.folder.quoted) || exit 3
      exec parallel --will-cite --jobs \(share)%\(hosts) --joblog joblog --resume-failed \\
        sh ./task {} :::: tasks >parallel.out 2>parallel.err

      """
    ]
    files["hosts"] = submission.hosts
    return files
  }

  /// Runs what is left. Lines of the log about tasks that are to be done again are dropped first: a shard may have been
  /// refused that was complete.
  func start(_ tasks: [Int], of submission: Submission, _ stopRequests: StopRequests) throws {
    try forget(tasks, of: submission)
    let words = ["sh", "\(submission.folder)/parallel.sh"]
    let run = OutsideProgram.run(words) { process in
      while process.isRunning {
        usleep(100_000)
        if stopRequests.isRequested { process.interrupt() }
      }
    }
    guard let run, run.status != 127 else {
      throw Refusal(
        "GNU parallel is not here",
        remedy: "apt install parallel and `resume \(submission.job)`, or --submit script")
    }
  }

  private func forget(_ tasks: [Int], of submission: Submission) throws {
    let path = "\(submission.folder)/joblog"
    guard let log = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    let again = Set(tasks.map(String.init))
    let kept = log.split(separator: "\n").filter { line in
      line.split(separator: "\t").first.map { !again.contains(String($0)) } ?? false
    }
    try Data((kept.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
  }

  /// None that goes on without this process; see `SubmissionLock`.
  func running(_ submission: Submission) -> Set<Int>? { [] }

  func advice(_ submission: Submission) -> String? { nil }
}
