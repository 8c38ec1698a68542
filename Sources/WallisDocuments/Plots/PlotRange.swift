/// The stretch of numbers that an axis of a plot shows.
package struct PlotRange: Codable, Sendable, Equatable {
  /// The left or lower end.
  package let low: Double
  /// The right or upper end; greater than the other.
  package let high: Double

  /// The range of finite values.
  ///
  /// - Parameter isRobust: whether a few values far from all others may lie outside: those farther from the middle
  ///   nine tenths than these are wide.
  package init(_ values: [Double], isRobust: Bool) {
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    if isRobust, values.count >= PlotRange.fewest {
      let sorted = values.sorted()
      let left = sorted.count / 20
      let (first, last) = (sorted[left], sorted[sorted.count - 1 - left])
      if first < last {
        low = sorted.first { $0 >= first - (last - first) } ?? low
        high = sorted.last { $0 <= last + (last - first) } ?? high
      }
    }
    if low < high {
      (self.low, self.high) = (low, high)
    } else {
      let margin = max(0.5, abs(low) * 0x1p-20)
      (self.low, self.high) = (low - margin, high + margin)
    }
  }

  /// Values below which none counts as an outlier.
  private static let fewest = 8

  /// Whether a value lies inside.
  package func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// Where a value lies from 0 to 1; values outside are at the rim.
  func place(_ value: Double) -> Double {
    // Halves, so that the width of the widest range is a number.
    let share = (value / 2 - low / 2) / (high / 2 - low / 2)
    return min(1, max(0, share))
  }

  /// A number in as few characters as the width of the range asks for.
  func short(_ value: Double) -> String {
    var scale = 1000.0
    while scale < 1e15, (high - low) * scale < 1000 { scale *= 10 }
    guard abs(value) * scale < 0x1p53 else { return "\(value)" }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() && abs(rounded) < 1e9 ? "\(Int(rounded))" : "\(rounded)"
  }
}
