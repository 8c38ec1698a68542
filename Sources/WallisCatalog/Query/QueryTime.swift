internal import Foundation

/// Times in queries: parts of `2026-11-28T10:15:00Z` from the year on, or words, in UTC.
enum QueryTime {
  /// The words that are read, for help.
  static let words = "today, yesterday, \"3 days ago\" (minutes, hours, days, weeks)"

  /// The beginning of the time that a text means, as `found` is written; nil for text that means none.
  ///
  /// - Parameter now: the time of day; without it words mean nothing.
  static func beginning(of text: String, now: String?) -> String? {
    if text.wholeMatch(of: /\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\dZ?)?)?)?)?)?/) != nil { return text }
    guard let now else { return nil }
    switch text.lowercased() {
    case "today": return String(now.prefix(10))
    case "yesterday": return moved(now, seconds: 86_400).map { String($0.prefix(10)) }
    default: return ago(text.lowercased(), now)
    }
  }

  private static func ago(_ text: String, _ now: String) -> String? {
    guard let match = text.wholeMatch(of: /(\d{1,5}) +(minute|hour|day|week)s? +ago/),
      let count = Int(match.1)
    else { return nil }
    let seconds = ["minute": 60, "hour": 3600, "day": 86_400, "week": 604_800][match.2] ?? 0
    return moved(now, seconds: count * seconds)
  }

  /// The time some seconds before another.
  private static func moved(_ time: String, seconds: Int) -> String? {
    guard let date = try? Date(time, strategy: .iso8601) else { return nil }
    return date.addingTimeInterval(-Double(seconds)).formatted(.iso8601)
  }
}
