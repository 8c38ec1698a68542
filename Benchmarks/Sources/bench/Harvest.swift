import CKernel
import Foundation

/// What was found in the full set, looked at and taken away.
struct Harvest {
  let wallis: String
  /// The catalog of the full set; its fractions are identified first.
  let catalog: String

  /// Queries and the harvest alone, on a copy of the catalog that WALLIS_FULL_CATALOG names.
  static func figures(_ wallis: String) throws -> [Figure] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wallis-harvest-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = ProcessInfo.processInfo.environment["WALLIS_FULL_CATALOG"] ?? ""
    let copy = folder.appendingPathComponent("copy.sqlite").path
    try FileManager.default.copyItem(atPath: source, toPath: copy)
    return try Queries(wallis: wallis, catalog: copy).figures()
      + Harvest(wallis: wallis, catalog: copy).figures()
  }

  func figures() throws -> [Figure] {
    let condition = "status = terminates or status = rational or class = exponential and factorialReduction"
    _ = try ProgramRun(wallis, ["identify", "--query", condition, "--quick", "--catalog", catalog, "--json"])
    let run = try shortest(of: 3) { try ProgramRun(wallis, ["harvest", "--catalog", catalog, "--json"]) }
    let figure = Figure(
      "harvest on the full set", ours: milliseconds(run.seconds), beside: "bound 1 s",
      digest: digest(run.answer.output), isMet: run.seconds <= 1 && run.answer.status == 0)
    return try [figure] + ["text", "csv", "json", "jsonl"].map(export)
  }

  private func export(_ format: String) throws -> Figure {
    let arguments = ["export", "--format", format, "--catalog", catalog]
    let run = try shortest(of: 3) { try ProgramRun(wallis, arguments) }
    let few = try ProgramRun(wallis, arguments + ["--limit", "1"])
    let lines = run.answer.output.utf8.count { $0 == UInt8(ascii: "\n") }
    let rows =
      format == "json" ? run.answer.output.components(separatedBy: "\"closedForm\"").count - 1 : lines
    let seconds = few.seconds + (run.seconds - few.seconds) * 100_000 / Double(max(rows, 1))
    return Figure(
      "export --format \(format), \(rows) discoveries",
      ours: String(
        format: "%.2f s, %.2f s for 100,000; %.0f MB (largest process so far)", run.seconds, seconds,
        Double(ck_children_peak_memory()) / 1e6), beside: "bound 2 s for 100,000",
      digest: digest(run.answer.output), isMet: rows > 50_000 && seconds <= 2)
  }
}
