import CKernel
import Foundation

/// The panes of the notebook beside the catalog of the full data set: how fast each is complete, how fast keys are
/// answered in it, filters and maps.
///
/// A pane is complete with the last byte of its last frame, what the catalog is asked for (count, order, card,
/// convergence) included. Keys come 30 a second, as one that is held down does, whatever the catalog is still asked for, and
/// are timed to the end of the first frame.
struct Panes {
  let wallis: String
  /// Session with names and inputs.
  let session: String

  /// Something to open: the key, what has to stand on the screen then, the key that leaves.
  private struct Opening {
    let name: String
    let key: String
    let needle: String
    var leave = "q"
    /// Milliseconds without a byte after which it is complete.
    var rest = Panes.rest
    /// Keys before it, from the cells, and behind it.
    var before: [String] = []
    var behind: [String] = []
  }

  private static let (f1, f2, f3, f4) = ("\u{1B}OP", "\u{1B}OQ", "\u{1B}OR", "\u{1B}OS")
  private static let (f6, f7, f8) = ("\u{1B}[17~", "\u{1B}[18~", "\u{1B}[19~")
  /// Milliseconds without a byte after which nothing more is expected of the catalog.
  fileprivate static let rest: Int32 = 1200
  private static let giveUp = "\u{07}"
  /// Leaves a cell: what were typed into it would be saved, and that be said, while something else is timed.
  private static let escape = "\u{1B}"
  /// Formulas of the full set, as the panes write it.
  private static let total = "1,768,900 formulas"

  private static let openings = [
    Opening(name: "browser (F3)", key: f3, needle: total),
    Opening(name: "map (F4)", key: f4, needle: total),
    Opening(name: "inspector (d in the browser)", key: "d", needle: "gcd", before: [f3], behind: ["q"]),
    Opening(name: "jobs (F6)", key: f6, needle: "dynamics"),
    Opening(name: "finder (F7)", key: f7, needle: "find:", leave: giveUp),
    // The list; values are computed one after another while it is looked at.
    Opening(
      name: "variables (F8)", key: f8, needle: "K2", leave: giveUp, rest: 12, before: ["G"],
      behind: ["g", "g"]),
    Opening(
      name: "history (Ctrl-R)", key: "\u{12}", needle: "earlier input", leave: giveUp, before: ["G", "\r"],
      behind: [escape]),
    Opening(name: "help (F1)", key: f1, needle: "Outside editing"),
    Opening(name: "palette (F2)", key: f2, needle: "run-all", leave: giveUp),
  ]

  func figures(whileSearching: (() throws -> [Figure]) throws -> [Figure]) throws -> [Figure] {
    guard let quiet = Notebook.Opened(wallis, session) else { throw BenchmarkFailure(wallis) }
    defer { quiet.end() }
    let opened = Panes.openings.map { opening($0, quiet) }
    let asked = [filter(quiet), map(quiet)]
    let keys = keys("key to frame in browser, map and finder, 30 keys a second, 99th percentile", quiet)
    let busy = try whileSearching {
      guard let busy = Notebook.Opened(wallis, session) else { throw BenchmarkFailure(wallis) }
      defer { busy.end() }
      return [self.keys("the same while both cores search", busy)]
    }
    let memory = quiet.memory
    let size = Figure(
      "memory after all panes", ours: String(format: "%.0f MB", Double(memory) / 1e6), beside: "bound 300 MB",
      digest: "-", isMet: memory > 0 && memory <= 300_000_000)
    return opened + asked + [keys] + busy + [size]
  }

  /// Opens a pane three times; the longest counts.
  private func opening(_ opening: Opening, _ notebook: Notebook.Opened) -> Figure {
    var times: [Double] = []
    var isThere = true
    for _ in 0..<3 {
      for key in opening.before { _ = notebook.press(key, quiet: 300) }
      let seconds = notebook.press(opening.key, quiet: opening.rest).seconds
      times.append(seconds > 0 ? seconds : .infinity)
      // Drawn anew, words are not broken by what stood there before.
      isThere = isThere && notebook.press("\u{0C}", quiet: 100).shown.contains(opening.needle)
      for key in [opening.leave] + opening.behind { _ = notebook.press(key, quiet: 100) }
    }
    let worst = times.max() ?? .infinity
    return Figure(
      "\(opening.name) complete, longest of three", ours: milliseconds(worst), beside: "bound 200 ms",
      digest: isThere ? "\(opening.needle) shown" : "\(opening.needle) missing",
      isMet: worst <= 0.2 && isThere)
  }

  /// A text that many formulas have, one that few have and one that none has, letter by letter.
  private func filter(_ notebook: Notebook.Opened) -> Figure {
    _ = notebook.press(Panes.f3, quiet: 400)
    var times: [Double] = []
    for text in ["zeta(3)", "2n^2+n-5", "qqq"] {
      _ = notebook.press("/", quiet: 200)
      for letter in text { times.append(notebook.press(String(letter), quiet: Panes.rest).seconds) }
      _ = notebook.press(Panes.giveUp, quiet: 300)
    }
    _ = notebook.press("q", quiet: 200)
    return asked("filter of the browser, each letter, longest", times, bound: 0.1)
  }

  private func map(_ notebook: Notebook.Opened) -> Figure {
    _ = notebook.press(Panes.f4, quiet: 400)
    let times = ["+", "+", "L", "K", "-", "0", "X", "b", "+", "J"].map {
      notebook.press($0, quiet: Panes.rest).seconds
    }
    _ = notebook.press("q", quiet: 200)
    return asked("map redrawn after zoom, pan and exchange, longest", times, bound: 0.05)
  }

  private func asked(_ name: String, _ times: [Double], bound: Double) -> Figure {
    let answered = times.filter { $0 > 0 }
    let worst = answered.max() ?? .infinity
    let median = answered.isEmpty ? .infinity : answered.sorted()[answered.count / 2]
    return Figure(
      name, ours: "\(milliseconds(worst)), median \(milliseconds(median))",
      beside: String(format: "bound %.0f ms", bound * 1e3),
      digest: "\(answered.count) of \(times.count) answers",
      isMet: worst <= bound && answered.count * 2 >= times.count)
  }

  private func keys(_ name: String, _ notebook: Notebook.Opened) -> Figure {
    let pages = "\u{1B}[6~"
    let browsing = (0..<20).flatMap { _ in ["j", "j", "k", pages, "G", "k", "g", "g", "l", " ", "h"] }
    let mapping = (0..<10).flatMap { _ in ["h", "j", "l", "k", "v", "l", "l", "j", "v"] }
    let finding = "\(Panes.f7)|p|c|f|(|2|n|+|\u{7F}|\u{7F}|\(Panes.giveUp)".split(separator: "|").map(
      String.init)
    let keys =
      [Panes.f3] + browsing + ["/"] + "zeta(3".map(String.init) + [Panes.giveUp, "q", Panes.f4] + mapping + [
        "q"
      ]
      + finding
    let times = keys.map { notebook.hold($0) }.filter { $0 > 0 }.sorted()
    let p99 = times.isEmpty ? .infinity : times[min(times.count - 1, times.count * 99 / 100)]
    let median = times.isEmpty ? .infinity : times[times.count / 2]
    return Figure(
      name, ours: "\(milliseconds(p99)), median \(milliseconds(median))", beside: "bound 16 ms",
      digest: "\(times.count) of \(keys.count) keys", isMet: p99 <= 0.016 && times.count > 250)
  }
}

extension Notebook {
  /// A notebook in a terminal of 200 × 60.
  struct Opened {
    private let terminal: Int32
    private let process: Int32
    /// Seconds to the first frame.
    let seconds: Double

    /// Opens a session; nil where that fails.
    init?(_ wallis: String, _ file: String) {
      var (process, open) = (Int32(-1), 0.0)
      terminal = ck_notebook_start(wallis, file, &process, &open)
      guard terminal >= 0 else { return nil }
      (self.process, seconds) = (process, open)
    }

    /// Presses a key: seconds to the last byte before `quiet` milliseconds of silence, negative where nothing came, and
    /// what came without the codes between its words.
    func press(_ key: String, quiet: Int32) -> (seconds: Double, shown: String) {
      var shown = [CChar](repeating: 0, count: 1 << 20)
      let seconds = ck_notebook_press(terminal, key, quiet, &shown, shown.count)
      let bytes = shown.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      return (seconds, String(decoding: bytes, as: UTF8.self))
    }

    /// Presses a key as if it came 30 times a second: seconds to the end of the first frame, negative where none came.
    func hold(_ key: String) -> Double { ck_notebook_key(terminal, key, 33) }

    /// Resident bytes.
    var memory: Int { ck_resident_bytes(process) }

    func end() { ck_notebook_end(terminal, process) }
  }
}
