internal import Foundation
internal import Synchronization
internal import WallisDocuments

/// Shows the state of long work as one line on standard error, when that is a terminal.
final class ProgressMeter: Sendable {
  private struct State {
    var columns = 0
    /// Whether the work tells its own progress.
    var hasReports = false
    var hasEnded = false
  }

  private let shell: Shell
  private let isShown: Bool
  private let state = Mutex<State>(State())

  init(shell: Shell, options: GlobalOptions) {
    self.shell = shell
    isShown = shell.errorIsTerminal && !options.quiet
  }

  /// Replaces the line.
  func show(_ progress: CellProgress) {
    guard isShown else { return }
    state.withLock { state in
      state.hasReports = true
      write(ProgressLine.text(progress), &state)
    }
  }

  /// Says every second how long the work takes, from the third second on, while nothing else tells of it.
  func showTime(of title: String) {
    guard isShown else { return }
    let started = shell.clock()
    Thread.detachNewThread { [self] in
      var isDone = false
      while !isDone {
        Thread.sleep(forTimeInterval: 1)
        let seconds = shell.clock() - started
        isDone = state.withLock { state in
          if state.hasEnded || state.hasReports { return true }
          let time = ProgressLine.duration(seconds.rounded(.down))
          if seconds >= 3 { write("\(title): \(time) so far", &state) }
          return false
        }
      }
    }
  }

  /// Takes the line away.
  func clear() { state.withLock { clear(&$0) } }

  /// Takes the line away for good.
  func end() {
    state.withLock { state in
      clear(&state)
      state.hasEnded = true
    }
  }

  /// A shell whose output takes the line away first where both stand on one terminal.
  func clearing(_ shell: Shell) -> Shell {
    guard isShown, shell.outputIsTerminal else { return shell }
    var clearing = shell
    clearing.write = { [self] text in
      clear()
      shell.write(text)
    }
    return clearing
  }

  private func clear(_ state: inout State) {
    if state.columns > 0 { shell.complain("\r" + String(repeating: " ", count: state.columns) + "\r") }
    state.columns = 0
  }

  private func write(_ text: String, _ state: inout State) {
    guard !state.hasEnded else { return }
    let line = String(text.asciiFallback.prefix(max(10, shell.width - 1)))
    shell.complain("\r" + line + String(repeating: " ", count: max(0, state.columns - line.count)))
    state.columns = line.count
  }
}

/// The state of long work in one line.
package enum ProgressLine {
  /// For example `search dynamics, job 3: 41% of 16,416, 2,950/s, 3 s left, 12 findings`.
  package static func text(_ state: CellProgress) -> String {
    let share = state.total > 0 ? state.done * 100 / state.total : 0
    var parts = ["\(share)% of \(grouped(state.total))"]
    if let rate = state.perSecond, rate.isFinite { parts.append("\(grouped(Int(rate.rounded())))/s") }
    if let left = state.secondsLeft, left.isFinite { parts.append("\(duration(left)) left") }
    if state.findings > 0 { parts.append(counted(state.findings, "finding")) }
    return "\(state.title): " + parts.joined(separator: ", ")
  }

  /// A number with a comma between groups of three digits.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// A number with its word: `1 cell`, `1,024 families`; the word is given as it is for one.
  static func counted(_ number: Int, _ word: String) -> String {
    let many = word.hasSuffix("y") ? word.dropLast() + "ies" : word + "s"
    return "\(grouped(number)) \(number == 1 ? word : many)"
  }

  /// Seconds as `42 s`, `7 min 5 s`, `3 h 20 min` or `2 d 4 h`.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(max(0, min(seconds, 1e12)).rounded(.up))
    switch whole {
    case ..<100: return "\(whole) s"
    case ..<3600: return "\(whole / 60) min \(whole % 60) s"
    case ..<86400: return "\(whole / 3600) h \(whole / 60 % 60) min"
    default: return "\(whole / 86400) d \(whole / 3600 % 24) h"
    }
  }
}
