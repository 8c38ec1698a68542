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
      let left = values.count / 20
      let (first, last) = (
        PlotRange.value(at: left, of: values), PlotRange.value(at: values.count - 1 - left, of: values)
      )
      if first < last {
        let (lowest, highest) = (first - (last - first), last + (last - first))
        (low, high) = (last, first)
        values.withUnsafeBufferPointer { values in
          for value in values {
            if value >= lowest && value < low { low = value }
            if value <= highest && value > high { high = value }
          }
        }
      }
    }
    if low < high {
      (self.low, self.high) = (low, high)
    } else {
      let margin = max(0.5, abs(low) * 0x1p-20)
      (self.low, self.high) = (low - margin, high + margin)
    }
  }

  /// The value that has a place in rising order, counted from 0, found digit by digit of the bits: what is in sight are the
  /// values that share the digits so far.
  private static func value(at place: Int, of values: [Double]) -> Double {
    var (place, left) = (place, values)
    for shift in stride(from: UInt64.bitWidth - digit, through: 0, by: -digit) where left.count > few {
      var counts = [Int](repeating: 0, count: 1 << digit)
      counts.withUnsafeMutableBufferPointer { counts in
        left.withUnsafeBufferPointer { left in for value in left { counts[bits(value, shift)] += 1 } }
      }
      let sought = counts.firstIndex { count in
        if place < count { return true }
        place -= count
        return false
      }
      guard let sought else { break }
      left = left.filter { bits($0, shift) == sought }
    }
    return left.sorted()[place]
  }

  /// Bits of a digit, a divisor of 64, and values that are sorted at once: a digit has sign, exponent and a part of the fraction.
  private static let (digit, few) = (16, 4096)

  /// A digit of a whole number that is in the order of the values.
  private static func bits(_ value: Double, _ shift: Int) -> Int {
    let pattern = value.bitPattern
    let ordered = pattern >> 63 == 0 ? pattern | 1 << 63 : ~pattern
    return Int(ordered >> UInt64(shift) & (1 << UInt64(digit) - 1))
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
