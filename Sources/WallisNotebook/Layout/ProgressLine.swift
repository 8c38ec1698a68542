internal import WallisCommands
internal import WallisDocuments

/// The line below the input of a cell that runs or waits; nil for the others.
func progressLine(_ state: CellState, width: Int, glyphs: Glyphs) -> ScreenLine? {
  switch state {
  case .queued: ScreenLine("waits", .progress)
  case .running(let progress): progressLine(progress, "runs", width, glyphs)
  case .paused(let progress): progressLine(progress, "paused", width, glyphs)
  case .cancelling(let progress): progressLine(progress, "stops", width, glyphs)
  case .idle, .failed, .interrupted: nil
  }
}

private func progressLine(
  _ progress: CellProgress?, _ word: String, _ width: Int, _ glyphs: Glyphs
) -> ScreenLine {
  guard let progress else { return ScreenLine(word + glyphs.more, .progress) }
  let figures = figures(progress, word == "runs" ? "" : word, width: width)
  let room = min(24, width - figures.displayWidth - 2)
  guard room >= 6, progress.total > 0 else { return ScreenLine(figures, .progress) }
  let share = min(max(Double(progress.done) / Double(progress.total), 0), 1)
  let full = Int(share * Double(room))
  let bar = String(repeating: glyphs.full, count: full) + String(repeating: glyphs.empty, count: room - full)
  return ScreenLine(bar + "  " + figures, .progress)
}

/// Done of all, percentage, rate, time left, findings; where the width does not suffice, title, rate, counts and
/// time left go in this order.
private func figures(_ progress: CellProgress, _ word: String, width: Int) -> String {
  let (done, total) = (progress.done, progress.total)
  let percent = total > 0 ? min(100, max(0, Int(100 * Double(done) / Double(total)))) : 0
  let rate = progress.perSecond.flatMap { $0.isFinite ? "\(grouped(Int($0.clamped)))/s" : nil } ?? ""
  let left = progress.secondsLeft.flatMap { $0.isFinite ? "\(duration($0)) left" : nil } ?? ""
  var parts = [
    word, progress.title, total > 0 ? "\(grouped(done))/\(grouped(total))" : "",
    total > 0 ? "\(percent)%" : "", rate, left, "\(progress.findings) found",
  ]
  var line: String { parts.filter { !$0.isEmpty }.joined(separator: "  ") }
  for place in [1, 4, 2, 5] where line.displayWidth > width { parts[place] = "" }
  return line
}

extension Double {
  fileprivate var clamped: Double { Swift.min(Swift.max(self, 0), 1e15) }
}

/// A count with a comma before every three digits.
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var out = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { out += "," }
    out.append(digit)
  }
  return out
}

/// Seconds as people say them: `12 s`, `3 min 20 s`, `2 h 05 min`, `3 d 4 h`.
func duration(_ seconds: Double) -> String {
  let whole = Int(min(max(seconds, 0), 1e9).rounded(.up))
  switch whole {
  case ..<60: return "\(whole) s"
  case ..<3600: return "\(whole / 60) min \(whole % 60) s"
  case ..<86_400:
    let minutes = whole / 60 % 60
    return "\(whole / 3600) h \(minutes < 10 ? "0" : "")\(minutes) min"
  default: return "\(whole / 86_400) d \(whole / 3600 % 24) h"
  }
}
