import CKernel
import Foundation

/// Whole commands of the release binary.
struct Commands {
  let wallis: String

  func figures() throws -> [Figure] { try [firstPrompt(), evaluation()] + searches() }

  /// From the start of the process to the first frame in a terminal of 80 × 24.
  private func firstPrompt() throws -> Figure {
    let times = (0..<15).map { _ in ck_terminal_start(wallis, "Ctrl-Q") }
    let best = times.filter { $0 > 0 }.min() ?? .infinity
    return Figure(
      "start to first prompt of the notebook", ours: milliseconds(best), beside: "bound 50 ms", digest: "-",
      isMet: best <= 0.05)
  }

  private func evaluation() throws -> Figure {
    let arguments = ["evaluate", "pcf(6, (2n-1)^2)", "--digits", "50", "--json"]
    let run = try shortest(of: 20) { try ProgramRun(wallis, arguments) }
    // 3 + π, from a table.
    let expected = "6.1415926535897932384626433832795028841971693993751"
    return Figure(
      "evaluate 'pcf(6, (2n-1)^2)' --digits 50", ours: milliseconds(run.seconds), beside: "bound 50 ms",
      digest: digest(run.answer.output), isMet: run.seconds <= 0.05 && run.answer.output.contains(expected))
  }

  /// `search dynamics --degree 2,2 --height 3`, 116,964 formulas; with height 4, 529,984, by one worker and by two.
  private func searches() throws -> [Figure] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wallis-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let two = try search(height: 3, workers: 2, in: folder)
    let memory = Double(ck_children_peak_memory()) / 1e6
    let alone = try search(height: 4, workers: 1, in: folder)
    let together = try search(height: 4, workers: 2, in: folder)
    let (rate, ratio) = (116_964 / two.seconds / 2, alone.seconds / together.seconds)
    return [
      Figure(
        "search dynamics --degree 2,2 --height 3, two workers",
        ours: String(format: "%.0f formulas/s and core, %.1f s, %.0f MB", rate, two.seconds, memory),
        beside: "bounds 2,500 formulas/s and core, 300 MB", digest: two.digest,
        isMet: rate >= 2500 && memory <= 300),
      Figure(
        "two workers beside one, --height 4", ours: String(format: "%.2f times as fast", ratio),
        beside: String(format: "bound 1.9; one takes %.1f s", alone.seconds), digest: alone.digest,
        isMet: ratio >= 1.9 && alone.digest == together.digest),
    ]
  }

  private func search(height: Int, workers: Int, in folder: URL) throws -> (seconds: Double, digest: String) {
    let catalog = folder.appendingPathComponent("\(height)-\(workers).sqlite").path
    let space = ["search", "dynamics", "--degree", "2,2", "--height", "\(height)", "--workers", "\(workers)"]
    let run = try ProgramRun(wallis, space + ["--catalog", catalog, "--quiet"])
    let export = try ProgramRun(wallis, ["catalog", "export", "--catalog", catalog])
    return (run.status == 0 ? run.seconds : .infinity, digest(export.output))
  }
}
