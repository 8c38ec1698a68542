import CKernel
import Foundation

/// The notebook on a session of 1,000 cells beside the catalog of the full data set: how fast it opens, answers
/// keys, and what it takes.
///
/// Esc is not among the keys: a terminal sends it as the beginning of other keys, so that it waits 25 ms by intent.
struct Notebook {
  let wallis: String
  /// Catalog that the notebook looks into.
  let catalog: String

  /// The figures beside the catalog that `WALLIS_FULL_CATALOG` names.
  static func figures(_ wallis: String) throws -> [Figure] {
    let catalog = ProcessInfo.processInfo.environment["WALLIS_FULL_CATALOG"] ?? ""
    return try Notebook(wallis: wallis, catalog: catalog).figures()
  }

  func figures() throws -> [Figure] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wallis-bench-\(getpid())-n")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    setenv("XDG_STATE_HOME", folder.path, 1)
    setenv("XDG_CONFIG_HOME", folder.path, 1)
    setenv("WALLIS_CATALOG", catalog, 1)
    defer { unsetenv("WALLIS_CATALOG") }
    let file = folder.appendingPathComponent("thousand.md")
    try session(cells: 1_000).write(to: file, atomically: true, encoding: .utf8)
    let quiet = play(file.path)
    let busy = try whileSearching(in: folder) { play(file.path) }
    return try [
      Figure(
        "notebook of 1,000 cells: open", ours: milliseconds(quiet.open), beside: "bound 200 ms", digest: "-",
        isMet: quiet.open <= 0.2),
      key("key to screen, 99th percentile", quiet, bound: 0.016),
      key("the same while both cores search", busy, bound: 0.030),
      Figure(
        "processor time of two idle seconds", ours: milliseconds(quiet.idle), beside: "bound 0", digest: "-",
        isMet: quiet.idle == 0),
      Figure(
        "memory after \(quiet.times.count) keys", ours: String(format: "%.0f MB", Double(quiet.memory) / 1e6),
        beside: "bound 150 MB", digest: "-", isMet: quiet.memory <= 150_000_000),
    ] + Panes(wallis: wallis, session: file.path).figures { try whileSearching(in: folder, $0) }
  }

  private func key(_ name: String, _ play: Play, bound: Double) -> Figure {
    let sorted = play.times.sorted()
    let p99 = sorted.isEmpty ? .infinity : sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    let median = sorted.isEmpty ? .infinity : sorted[sorted.count / 2]
    return Figure(
      name, ours: "\(milliseconds(p99)), median \(milliseconds(median))",
      beside: String(format: "bound %.0f ms", bound * 1e3), digest: "\(sorted.count) keys",
      isMet: p99 <= bound && sorted.count > 400)
  }

  private struct Play {
    var times: [Double]
    var open: Double
    var idle: Double
    var memory: Int
  }

  /// Moves through the cells, finds text, opens palette, keys and the pane of the catalog (F3), then types in a cell.
  private func play(_ file: String) -> Play {
    let moves = String(repeating: "jjjjj  kkGkkkkgg", count: 13)
    let leave = "\u{07}"
    let finds = ["/zeta\rnn", "/nowhere" + leave, ":del" + leave, "?jq", "\u{1B}ORq"].joined()
    let typing = "\r" + String(repeating: "1 + zeta(3)*(2", count: 18)
    let keys = moves + String(repeating: finds, count: 4) + typing
    var times = [Double](repeating: 0, count: keys.utf8.count)
    var figures = ck_notebook_figures()
    let count = ck_notebook(wallis, file, keys, &times, &figures)
    return Play(
      times: Array(times.prefix(max(0, Int(count)))), open: figures.open, idle: figures.idle,
      memory: figures.memory)
  }

  /// A search on all cores at the niceness that the notebook gives it.
  private func whileSearching<Result>(in folder: URL, _ body: () throws -> Result) throws -> Result {
    let catalog = folder.appendingPathComponent("busy.sqlite").path
    let line = "search dynamics --degree 2,2 --height 5 --quiet --catalog"
    let words = [wallis] + line.split(separator: " ").map(String.init) + [catalog]
    var pointers = words.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    let search = ck_search_start(&pointers)
    guard search > 0 else { throw BenchmarkFailure(wallis) }
    defer {
      kill(search, SIGKILL)
      waitpid(search, nil, 0)
    }
    Thread.sleep(forTimeInterval: 1)
    return try body()
  }

  private func session(cells: Int) -> String {
    (1...cells).map { number in
      if number % 10 == 1 { return "## Part \(number)\n\nSome words about *cells* and `formulas`.\n" }
      let digits = String(repeating: "1415926535", count: number % 7 + 1)
      return "```wallis\nK\(number) = pcf(\(number)n+1, n^2) + zeta(3)*(\(number) - log(2))\n```\n"
        + "```output\nvalue  3.\(digits)\nlimit  3 + π\n```\n"
    }.joined(separator: "\n")
  }
}
