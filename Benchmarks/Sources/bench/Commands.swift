import CKernel
import Foundation

/// Whole commands of the release binary.
struct Commands {
  let wallis: String

  func figures() throws -> [Figure] { [try firstPrompt(), try evaluation(), try search()] }

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

  /// `search dynamics --degree 2,2 --height 3`, 116,964 formulas, all cores.
  private func search() throws -> Figure {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wallis-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let catalog = folder.appendingPathComponent("bench.sqlite").path
    let space = ["search", "dynamics", "--degree", "2,2", "--height", "3", "--catalog", catalog, "--quiet"]
    let run = try ProgramRun(wallis, space)
    let memory = Double(ck_children_peak_memory()) / 1e6
    let export = try ProgramRun(wallis, ["catalog", "export", "--catalog", catalog])
    let cores = Double(ProcessInfo.processInfo.activeProcessorCount)
    let rate = 116_964 / run.seconds / cores
    return Figure(
      "search dynamics --degree 2,2 --height 3",
      ours: String(format: "%.0f formulas/s and core, %.1f s, %.0f MB", rate, run.seconds, memory),
      beside: "bounds 1,000 formulas/s and core, 300 MB", digest: digest(export.output),
      isMet: run.status == 0 && export.status == 0 && rate >= 1000 && memory <= 300)
  }
}
