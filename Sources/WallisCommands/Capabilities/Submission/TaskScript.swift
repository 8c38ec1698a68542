/// The scripts that all systems share. Nothing but numbers, names that were looked at, and words in quotes of the shell goes
/// into them; comments hold no words of others, because a line may end in one.
enum TaskScript {
  /// `task`: searches the shards whose numbers it is given.
  static func text(_ submission: Submission) -> String {
    let words = submission.words.map(\.quoted).joined(separator: " ")
    return """
      #!/bin/sh
      # Searches shards of a space: task NUMBER…, numbers from 1 to \(submission.shards). Each has a catalog of its own here and
      # goes on where it stopped. Ends with 0 where all of them are complete.
      wallis=${WALLIS:-\(submission.program.quoted)}
      cd -- \(submission.folder.quoted) || exit 3
      status=0
      for shard in "$@"; do
        "$wallis" \(words) \\
          --shard "$shard/\(submission.shards)" --catalog "shard-$shard.sqlite" \\
          --workers "${WALLIS_WORKERS:-\(submission.workers)}" --quiet \\
          >"shard-$shard.out" 2>"shard-$shard.err" || status=1
      done
      exit "$status"

      """
  }

  /// `tasks`: the shards of each task on a line of its own.
  static func list(_ submission: Submission) -> String {
    (1...submission.tasks).map { task in
      submission.shards(ofTask: task).map(String.init).joined(separator: " ") + "\n"
    }.joined()
  }
}

/// Plain files, for whatever else there is.
struct ScriptFiles: ShardSystem {
  let name = "script"
  let takesTime = false
  let takesHosts = false
  let takesAnyNumberOfTasks = true
  let waits = false

  func files(of submission: Submission) -> [String: String] {
    let task = "\(submission.folder)/task".quoted
    let lines = (1...submission.tasks).map { "sh \(task) \($0)\n" }
    return ["commands": lines.joined()]
  }

  func start(_ tasks: [Int], of submission: Submission, _ stopRequests: StopRequests) {}

  func running(_ submission: Submission) -> Set<Int>? { [] }

  func advice(_ submission: Submission) -> String? {
    "each line of \(submission.folder)/commands searches one shard: run them wherever that folder is seen"
  }
}
