/// Points of a plane in groups, or a curve through them: a value until it is drawn with characters or as an image.
package struct ScatterPlot: Codable, Sendable, Equatable {
  /// A point.
  package struct Point: Codable, Sendable, Equatable {
    /// Across.
    package let x: Double
    /// Up.
    package let y: Double
    /// Place of its group in `groups`; nil for points of none.
    package let group: Int?

    /// The point (x, y).
    package init(x: Double, y: Double, group: Int? = nil) { (self.x, self.y, self.group) = (x, y, group) }
  }

  /// What stands above the plot.
  package var title: String
  /// Name of the axis across.
  package let xName: String
  /// Name of the axis up.
  package let yName: String
  /// Names of the groups, in the order in which they take shapes and colours.
  package let groups: [String]
  /// The points; none is infinite.
  package let points: [Point]
  /// Places of `points` that no line joins to the one before; nil where no points are joined.
  let breaks: Set<Int>?
  /// The stretch of the axis across.
  let across: PlotRange
  /// The stretch of the axis up.
  let up: PlotRange
  /// Points that lie outside of what is shown, and are drawn at the rim.
  package let outliers: Int
  /// Most columns that it takes in text, axes included.
  package var columns = 76
  /// Rows that it takes in text, axes included.
  package var rows = 20
  /// Whether it is drawn with letters where other signs could be shown.
  package var isASCII = false

  /// A plot of points.
  ///
  /// - Parameters:
  ///   - isJoined: whether lines join the points in their order; points that are not finite interrupt them.
  ///   - isRobust: whether a few points far from the others are drawn at the rim, see `PlotRange`.
  package init(
    title: String = "", xName: String, yName: String, groups: [String] = [], points: [Point],
    isJoined: Bool = false, isRobust: Bool = false
  ) {
    (self.title, self.xName, self.yName, self.groups) = (title, xName, yName, groups)
    var (finite, breaks) = ([Point](), Set<Int>())
    for point in points {
      if point.x.isFinite && point.y.isFinite { finite.append(point) } else { breaks.insert(finite.count) }
    }
    (self.points, self.breaks) = (finite, isJoined ? breaks : nil)
    let across = PlotRange(finite.map(\.x), isRobust: isRobust && !isJoined)
    let up = PlotRange(finite.map(\.y), isRobust: isRobust)
    (self.across, self.up) = (across, up)
    outliers = finite.count { !across.contains($0.x) || !up.contains($0.y) }
  }

  /// Ends of the lines that join neighbouring points.
  var segments: [(from: Point, to: Point)] {
    guard let breaks else { return [] }
    return points.indices.dropFirst().filter { !breaks.contains($0) }.map { (points[$0 - 1], points[$0]) }
  }

  /// Points beyond which those that nobody could tell apart are left out of what is handed on.
  private static let most = 20_000

  /// A plot that looks the same with fewer points: of those that fall on one place of a fine raster, one a group.
  package var thinned: ScatterPlot {
    guard points.count > ScatterPlot.most, breaks == nil else { return self }
    var seen: Set<[Int]> = []
    let kept = points.filter { point in
      let place = [across.place(point.x) * 1200, up.place(point.y) * 800].map { Int($0.rounded()) }
      return seen.insert(place + [point.group ?? -1]).inserted
    }
    return ScatterPlot(self, points: kept)
  }

  private init(_ plot: ScatterPlot, points: [Point]) {
    (title, xName, yName, groups) = (plot.title, plot.xName, plot.yName, plot.groups)
    (self.points, breaks, across, up) = (points, plot.breaks, plot.across, plot.up)
    (columns, rows, isASCII, outliers) = (plot.columns, plot.rows, plot.isASCII, plot.outliers)
  }

  /// The points, one a line, with the names of their groups.
  package var csv: String {
    let commas = SeparatedValues.commas
    let hasGroups = breaks == nil
    return commas.line([xName, yName] + (hasGroups ? ["family"] : []))
      + points.map { point in
        commas.line(
          ["\(point.x)", "\(point.y)"] + (hasGroups ? [point.group.map { groups[$0] } ?? ""] : []))
      }.joined()
  }
}
