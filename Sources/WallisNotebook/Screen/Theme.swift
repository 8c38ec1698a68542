/// A choice of colours; what they mean is said by words, weight or position too.
package enum Theme: String, Sendable, CaseIterable {
  /// For dark backgrounds.
  case dark
  /// For light backgrounds, where yellow and cyan are hard to read.
  case light
  /// No colours.
  case mono
  /// Blue and yellow instead of green and red.
  case colourBlind = "colour-blind"

  /// The theme after this one, the first after the last.
  var next: Theme {
    let all = Theme.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }
}
