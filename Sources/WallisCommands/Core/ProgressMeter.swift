internal import Synchronization
internal import WallisDocuments

/// Shows the state of long work as one line on standard error, when that is a terminal.
final class ProgressMeter: Sendable {
  private let shell: Shell
  private let isShown: Bool
  private let shownColumns = Mutex<Int>(0)

  init(shell: Shell, options: GlobalOptions) {
    self.shell = shell
    isShown = shell.errorIsTerminal && !options.quiet
  }

  /// Replaces the line.
  func show(_ state: CellProgress) {
    guard isShown else { return }
    let line = String(ProgressLine.text(state).asciiFallback.prefix(max(10, shell.width - 1)))
    shownColumns.withLock { shown in
      shell.complain("\r" + line + String(repeating: " ", count: max(0, shown - line.count)))
      shown = line.count
    }
  }

  /// Takes the line away.
  func clear() {
    shownColumns.withLock { shown in
      if shown > 0 { shell.complain("\r" + String(repeating: " ", count: shown) + "\r") }
      shown = 0
    }
  }
}

/// The state of long work in one line.
public enum ProgressLine {
  /// For example `search dynamics, job 3: 41% of 16,416, 2,950/s, 3 s left, 12 findings`.
  public static func text(_ state: CellProgress) -> String {
    let share = state.total > 0 ? state.done * 100 / state.total : 0
    var parts = ["\(share)% of \(grouped(state.total))"]
    if let rate = state.perSecond, rate.isFinite { parts.append("\(grouped(Int(rate.rounded())))/s") }
    if let left = state.secondsLeft, left.isFinite { parts.append("\(duration(left)) left") }
    if state.findings > 0 { parts.append("\(grouped(state.findings)) findings") }
    return "\(state.title): " + parts.joined(separator: ", ")
  }

  /// A number with a comma between groups of three digits.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return (number < 0 ? "-" : "") + String(digits)
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
