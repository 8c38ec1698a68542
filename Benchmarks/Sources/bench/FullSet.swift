import CKernel
import Foundation

/// The search of the whole data set, as a user runs it, and questions to the catalog that it leaves.
struct FullSet {
  let wallis: String

  /// Counts decided by the rules of convergence from the coefficients alone, found by a separate program that
  /// enumerated the set with exact integers.
  static let funnel = ["terminates": 175_940, "terminates infinite": 2_280, "infinite": 206]
  static let diverging = 40_914

  func figures() throws -> [Figure] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wallis-set-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let catalog = folder.appendingPathComponent("full.sqlite").path
    return try search(catalog) + Queries(wallis: wallis, catalog: catalog).figures() + families(catalog)
      + Notebook(wallis: wallis, catalog: catalog).figures()
      + Harvest(wallis: wallis, catalog: catalog).figures()
  }

  private func search(_ catalog: String) throws -> [Figure] {
    let arguments = [
      "search", "dynamics", "--degree", "2,2", "--height", "5", "--catalog", catalog, "--json",
    ]
    let run = try WatchedRun(wallis, arguments)
    let memory = Double(ck_children_peak_memory()) / 1e6
    let size = try FileManager.default.attributesOfItem(atPath: catalog)[.size] as? Int ?? 0
    let export = try ProgramRun(wallis, ["catalog", "export", "--catalog", catalog])
    let text = String(
      format: "%.0f s, %.0f MB of memory, %.0f MB on disk, %.0f formulas/s and core", run.seconds, memory,
      Double(size) / 1e6,
      1_768_900 / run.seconds / Double(ProcessInfo.processInfo.activeProcessorCount))
    let isMet = isExact(run.output) && run.seconds <= 300 && memory <= 500 && size <= 500_000_000
    let honesty = run.worstEstimate
    return [
      Figure(
        "search dynamics --degree 2,2 --height 5, 1,768,900 formulas, everything stored", ours: text,
        beside: "bounds 300 s, 500 MB, 500 MB, 2,500 formulas/s and core; funnel as counted from the rules",
        digest: digest(export.output), isMet: isMet),
      Figure(
        "largest error of the time left in it, after the first tenth",
        ours: honesty.map { String(format: "%.1f %%", 100 * $0) } ?? "no time was shown",
        beside: "bound 20 % of the whole time", digest: "-", isMet: honesty.map { $0 <= 0.2 } ?? false),
    ]
  }

  private func isExact(_ output: String) -> Bool {
    let object = try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    guard let funnel = object?["funnel"] as? [String: Int] else { return false }
    let diverging = funnel.filter { $0.key.hasPrefix("diverges") || $0.key == "oscillates" }.values.reduce(
      0, +)
    return funnel.values.reduce(0, +) == 1_768_900 && diverging == FullSet.diverging
      && FullSet.funnel.allSatisfy { funnel[$0.key] == $0.value }
  }
}

/// A program whose standard error is a terminal of its own, so that it shows its progress.
private struct WatchedRun {
  let output: String
  let seconds: Double
  /// Largest |elapsed + left − whole| / whole over all progress lines of 10 % and more; nil without any.
  let worstEstimate: Double?

  init(_ path: String, _ arguments: [String]) throws {
    var end: Int32 = -1
    let terminal = ck_open_terminal(&end)
    guard terminal >= 0 else { throw CocoaError(.fileNoSuchFile) }
    let side = FileHandle(fileDescriptor: end, closeOnDealloc: true)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, side)
    process.standardInput = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    try side.close()
    let progress = ProgressLines(terminal: terminal, since: start)
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let seconds = WatchedRun.seconds(since: start)
    self.seconds = seconds
    let errors = progress.estimates().filter { $0.percent >= 10 }.map { line -> Double in
      abs(line.elapsed + line.left - seconds) / seconds
    }
    worstEstimate = errors.max()
  }

  static func seconds(since start: ContinuousClock.Instant) -> Double {
    let elapsed: Duration = ContinuousClock.now - start
    return elapsed / Duration.seconds(1)
  }
}

/// Reads `41% of …, 3 min 20 s left` from a terminal as it is drawn.
private final class ProgressLines: @unchecked Sendable {
  private let finished = DispatchSemaphore(value: 0)
  private var found: [(percent: Double, elapsed: Double, left: Double)] = []

  init(terminal: Int32, since start: ContinuousClock.Instant) {
    Thread.detachNewThread { [self] in
      var bytes = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = read(terminal, &bytes, bytes.count)
        guard count > 0 else { break }
        let line = String(decoding: bytes[..<count], as: UTF8.self)
        let elapsed = WatchedRun.seconds(since: start)
        guard let percent = line.firstMatch(of: /(\d+)% of/), let left = ProgressLines.left(line) else {
          continue
        }
        found.append((Double(percent.1) ?? 0, elapsed, left))
      }
      close(terminal)
      finished.signal()
    }
  }

  /// The lines, after the last one has been read.
  func estimates() -> [(percent: Double, elapsed: Double, left: Double)] {
    finished.wait()
    return found
  }

  private static func left(_ line: String) -> Double? {
    if let m = line.firstMatch(of: /(\d+) min (\d+) s left/), let x = Double(m.1), let y = Double(m.2) {
      return 60 * x + y
    }
    return line.firstMatch(of: /(\d+) s left/).flatMap { Double($0.1) }
  }
}

extension FullSet {
  /// Clusters of the whole set by its dynamics alone, and the infinite families inside the largest label.
  fileprivate func families(_ catalog: String) throws -> [Figure] {
    let split = try ProgramRun(wallis, ["cluster", "--unlabelled", "--catalog", catalog, "--json"])
    let memory = Double(ck_children_peak_memory()) / 1e6
    let label = "besseli(1,1)/besseli(0,1)"
    _ = try ProgramRun(
      wallis,
      ["cluster", "class = factorial and b.degree <= 1", "--without-known", "--catalog", catalog, "--json"])
    let general = try ProgramRun(wallis, ["generalise", label, "--catalog", catalog, "--json"])
    let members = try ProgramRun(wallis, ["families", "--label", label, "--catalog", catalog, "--json"])
    return [
      Figure(
        "cluster --unlabelled, the full set by all four planes",
        ours: String(format: "%.1f s, %.0f MB (largest process so far)", split.seconds, memory),
        beside: "bounds 60 s and 2,000 MB", digest: digest(split.output),
        isMet: split.status == 0 && split.seconds <= 60 && memory <= 2000),
      Figure(
        "generalise \(label), \(FullSet.size(members.output)) formulas",
        ours: String(format: "%.1f s", general.seconds),
        beside: "bound 30 s, 24 predictions for each statement at 60 digits", digest: digest(general.output),
        isMet: general.status == 0 && general.seconds <= 30 && FullSet.size(members.output) >= 250),
    ]
  }

  /// Formulas of all families in an answer.
  fileprivate static func size(_ output: String) -> Int {
    let object = try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let families = object?["families"] as? [[String: Any]] ?? []
    return families.reduce(0) { $0 + ($1["size"] as? Int ?? 0) }
  }
}
