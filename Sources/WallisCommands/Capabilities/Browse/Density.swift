/// Which formulas to count by which metrics.
package struct DensityRequest: Sendable, Hashable {
  /// The condition; empty for all formulas.
  package var condition: String
  /// Name of the metric across.
  package var x: String
  /// Name of the metric up.
  package var y: String
  /// The part of the plane; nil for the one where most formulas are.
  package var window: DensityWindow?
  /// Boxes across and down.
  package var (across, down): (Int, Int)

  /// A request.
  package init(
    condition: String, x: String, y: String, window: DensityWindow? = nil, across: Int, down: Int
  ) {
    (self.condition, self.x, self.y, self.window) = (condition, x, y, window)
    (self.across, self.down) = (across, down)
  }

  package static func == (left: Self, right: Self) -> Bool {
    (left.condition, left.x, left.y, left.window) == (right.condition, right.x, right.y, right.window)
      && (left.across, left.down) == (right.across, right.down)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(condition)
    hasher.combine(x)
    hasher.combine(y)
  }
}

/// A stretch of a metric, both ends included, cut into boxes of equal width.
package struct DensityAxis: Sendable, Equatable {
  /// The lower end.
  package var low: Double
  /// The upper end; greater than the lower one.
  package var high: Double

  /// A stretch.
  package init(low: Double, high: Double) { (self.low, self.high) = (low, high) }

  /// The edges of all boxes, one more than there are boxes.
  fileprivate func edges(_ count: Int) -> [Double] { (0...count).map { edge($0, of: count) } }

  /// The lower end of a box; for the number of boxes the upper end of all.
  package func edge(_ box: Int, of count: Int) -> Double {
    box >= count ? high : low + (high - low) * (Double(box) / Double(count))
  }

  /// The box that a value is in: not below its edge and below the next one's. nil outside.
  package func box(of value: Double, among count: Int) -> Int? {
    DensityBoxes(self, count).box(of: value)
  }

  /// The condition that a field is in some boxes.
  package func condition(_ field: String, _ boxes: Range<Int>, of count: Int) -> String {
    let end = boxes.upperBound >= count
    return "\(field) >= \(edge(boxes.lowerBound, of: count)) and "
      + "\(field) \(end ? "<=" : "<") \(edge(boxes.upperBound, of: count))"
  }
}

/// The boxes of a stretch, for many values: their edges are computed once.
struct DensityBoxes {
  private let axis: DensityAxis
  private let edges: [Double]
  private let scale: Double

  /// - Parameter count: how many boxes there are; at least 1.
  init(_ axis: DensityAxis, _ count: Int) {
    (self.axis, edges) = (axis, axis.edges(count))
    scale = Double(count) / (axis.high - axis.low)
  }

  /// The box that a value is in; nil outside.
  func box(of value: Double) -> Int? {
    edges.withUnsafeBufferPointer { edges in
      let box = box(of: value, edges)
      return box < 0 ? nil : Int(box)
    }
  }

  /// What stands for a value below all boxes, and for one above.
  static let (below, above) = (Int32(-1), Int32(-2))

  /// The boxes of many values.
  func boxes(of values: [Double]) -> [Int32] {
    edges.withUnsafeBufferPointer { edges in
      values.withUnsafeBufferPointer { values in
        [Int32](unsafeUninitializedCapacity: values.count) { boxes, count in
          for index in values.indices {
            boxes.initializeElement(at: index, to: box(of: values[index], edges))
          }
          count = values.count
        }
      }
    }
  }

  private func box(of value: Double, _ edges: UnsafeBufferPointer<Double>) -> Int32 {
    guard value >= axis.low else { return DensityBoxes.below }
    guard value <= axis.high else { return DensityBoxes.above }
    let (last, place) = (edges.count - 2, (value - axis.low) * scale)
    var box = place < Double(last) ? Int(place) : last
    // The product is rounded: the edges themselves decide.
    while box > 0, value < edges[box] { box -= 1 }
    while box < last, value >= edges[box + 1] { box += 1 }
    return Int32(truncatingIfNeeded: box)
  }
}

/// A part of the plane of two metrics.
package struct DensityWindow: Sendable, Equatable {
  /// Stretch across.
  package var x: DensityAxis
  /// Stretch up.
  package var y: DensityAxis

  /// A part.
  package init(x: DensityAxis, y: DensityAxis) { (self.x, self.y) = (x, y) }
}

/// How many formulas there are where, in boxes; mirrors are counted.
package struct Density: Sendable, Equatable {
  /// The part of the plane.
  package var window: DensityWindow
  /// Boxes across and down.
  package let across: Int
  package let down: Int
  /// Formulas by box, the topmost row first.
  package private(set) var counts: [Int]
  /// Formulas left of the window, right of it, and of the others those below and above.
  package private(set) var outside = (left: 0, right: 0, below: 0, above: 0)
  /// Formulas of the condition, with both metrics or not.
  package let total: Int
  /// Those of them that lack a metric.
  package let missing: Int

  /// Counts points.
  ///
  /// - Parameters:
  ///   - weights: how many formulas each point is.
  ///   - total: formulas of the condition, those without a point included.
  package init(
    x: [Double], y: [Double], weights: [UInt8], total: Int, window: DensityWindow, across: Int, down: Int
  ) {
    (self.window, self.across, self.down, self.total) = (window, max(1, across), max(1, down), total)
    counts = [Int](repeating: 0, count: self.across * self.down)
    let columns = DensityBoxes(window.x, self.across).boxes(of: x)
    let rows = DensityBoxes(window.y, self.down).boxes(of: y)
    missing = total - weights.reduce(0) { $0 + Int($1) }
    count(columns, rows, weights)
  }

  private mutating func count(_ columns: [Int32], _ rows: [Int32], _ weights: [UInt8]) {
    let (across, last) = (Int32(across), Int32(down - 1))
    var outside = outside
    counts.withUnsafeMutableBufferPointer { counts in
      for index in columns.indices {
        let (column, row, weight) = (columns[index], rows[index], Int(weights[index]))
        switch (column, row) {
        case (DensityBoxes.below, _): outside.left += weight
        case (DensityBoxes.above, _): outside.right += weight
        case (_, DensityBoxes.below): outside.below += weight
        case (_, DensityBoxes.above): outside.above += weight
        default: counts[Int((last - row) * across + column)] += weight
        }
      }
    }
    self.outside = outside
  }

  /// Formulas in a box, counted from the left and from the top.
  package func count(_ column: Int, _ row: Int) -> Int { counts[row * across + column] }

  /// Formulas in a rectangle of boxes.
  package func count(_ columns: Range<Int>, _ rows: Range<Int>) -> Int {
    rows.reduce(0) { sum, row in sum + columns.reduce(0) { $0 + count($1, row) } }
  }

  /// Formulas outside of the window.
  package var outliers: Int { outside.left + outside.right + outside.below + outside.above }

  package static func == (left: Self, right: Self) -> Bool {
    left.window == right.window && left.across == right.across && left.counts == right.counts
      && left.outside == right.outside && left.total == right.total
  }
}
