internal import Foundation

/// A job array of Slurm.
///
/// The array is found again by the name of its job, which no other submission has, so that nothing is lost where the
/// number that `sbatch` gives is.
struct SlurmArray: ShardSystem {
  let name = "slurm"
  let takesTime = true
  let takesHosts = false
  let takesAnyNumberOfTasks = false
  let waits = false

  func files(of submission: Submission) -> [String: String] {
    let more =
      (submission.partition.map { "#SBATCH --partition=\($0)\n" } ?? "")
      + (submission.time.map { "#SBATCH --time=\($0)\n" } ?? "")
    return [
      "slurm.sh": """
      #!/bin/sh
      #SBATCH --job-name=\(submission.name)
      #SBATCH --array=1-\(submission.tasks)
      #SBATCH --cpus-per-task=\(submission.workers)
      #SBATCH --output=/dev/null
      \(more)# A job array: sbatch slurm.sh. Each task takes the shards of its line of the file `tasks`.
      folder=\(submission.folder.quoted)
      export WALLIS_WORKERS="${SLURM_CPUS_PER_TASK:-\(submission.workers)}"
      shards=$(sed -n "${SLURM_ARRAY_TASK_ID}p" "$folder/tasks") || exit 3
      exec sh "$folder/task" $shards

      """
    ]
  }

  func start(_ tasks: [Int], of submission: Submission, _ stopRequests: StopRequests) throws {
    let words = [
      "sbatch", "--parsable", "--array=\(SlurmArray.list(tasks))", "\(submission.folder)/slurm.sh",
    ]
    guard let run = OutsideProgram.run(words), run.status != 127 else {
      throw Refusal(
        "there is no sbatch here", remedy: "submit on a machine of the cluster, or --submit script")
    }
    guard run.status == 0 else {
      throw Refusal(
        "sbatch refuses the job array: \(run.error.lastLine)",
        remedy: "look at \(submission.folder)/slurm.sh, then `resume \(submission.job)`")
    }
  }

  func running(_ submission: Submission) -> Set<Int>? {
    let words = ["squeue", "--noheader", "--array", "--name=\(submission.name)", "--format=%K"]
    guard let run = OutsideProgram.run(words), run.status == 0 else { return nil }
    return Set(run.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) })
  }

  func advice(_ submission: Submission) -> String? { nil }

  /// `1-5,8,11-12`.
  static func list(_ tasks: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for task in tasks {
      if let last = ranges.last, last.upperBound + 1 == task {
        ranges[ranges.count - 1] = last.lowerBound...task
      } else {
        ranges.append(task...task)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}

extension String {
  /// The last line that says something.
  var lastLine: String {
    split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? "no reason is given"
  }
}
