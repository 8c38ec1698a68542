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

  /// `search dynamics --degree 2,2 --height 3`, 116,964 formulas, by one worker and by two in turn: the best of three.
  private func searches() throws -> [Figure] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wallis-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var (alone, together) = ([Run](), [Run]())
    for turn in 0..<3 {
      together.append(try search(workers: 2, turn: turn, in: folder))
      alone.append(try search(workers: 1, turn: turn, in: folder))
    }
    let memory = Double(ck_children_peak_memory()) / 1e6
    let one = alone.map(\.seconds).min() ?? .infinity
    let two = together.map(\.seconds).min() ?? .infinity
    let rate = 116_964 / two / 2
    let digests = Set((alone + together).map(\.digest))
    return [
      Figure(
        "search dynamics --degree 2,2 --height 3, two workers",
        ours: String(format: "%.0f formulas/s and core, %.1f s, %.0f MB", rate, two, memory),
        beside: "bounds 2,500 formulas/s and core, 300 MB", digest: together[0].digest,
        isMet: rate >= 2500 && memory <= 300),
      Figure(
        "two workers beside one, the best of three each",
        ours: String(format: "%.2f times as fast", one / two),
        beside: String(format: "bound 1.9; one takes %.1f s", one), digest: alone[0].digest,
        isMet: one >= 1.9 * two && digests.count == 1),
    ]
  }

  private typealias Run = (seconds: Double, digest: String)

  private func search(workers: Int, turn: Int, in folder: URL) throws -> Run {
    let catalog = folder.appendingPathComponent("\(workers)-\(turn).sqlite").path
    let space = ["search", "dynamics", "--degree", "2,2", "--height", "3", "--workers", "\(workers)"]
    let run = try ProgramRun(wallis, space + ["--catalog", catalog, "--quiet"])
    let export = try ProgramRun(wallis, ["catalog", "export", "--catalog", catalog])
    return (run.status == 0 ? run.seconds : .infinity, digest(export.output))
  }
}
