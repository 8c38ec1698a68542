internal import WallisCatalog
internal import WallisDocuments

/// Counts formulas by two of their metrics.
struct DensityCounter {
  private let request: DensityRequest
  private let context: VerbContext

  init(_ request: DensityRequest, _ context: VerbContext) {
    (self.request, self.context) = (request, context)
  }

  /// The points of the formulas that have both metrics.
  func points(of catalog: WatchedCatalog) throws -> MetricPoints {
    for name in [request.x, request.y] where !Catalog.plottedFields.contains(name) {
      throw Refusal("'\(name)' is no metric", remedy: Catalog.plottedFields.joined(separator: ", "))
    }
    return try catalog.metricPoints(try context.query(request.condition), x: request.x, y: request.y)
  }

  /// How many of them are where; in the part of the plane that holds most of them where none was asked for.
  func density(of counted: CountedPoints) -> Density {
    let points = counted.points
    return Density(
      x: points.x, y: points.y, weights: points.weights, total: points.total,
      window: request.window ?? counted.window, across: request.across, down: request.down)
  }

  fileprivate static func axis(_ values: [Double]) -> DensityAxis {
    let range = PlotRange(values, isRobust: true)
    return DensityAxis(low: range.low, high: range.high)
  }
}

/// Points of a map.
struct CountedPoints: Sendable {
  private(set) var points: MetricPoints
  /// The part of the plane that holds most of them.
  private(set) var window: DensityWindow

  init(_ points: MetricPoints) {
    self.points = points
    window = DensityWindow(x: DensityCounter.axis(points.x), y: DensityCounter.axis(points.y))
  }

  /// The same with the metrics exchanged.
  var exchanged: CountedPoints {
    var other = self
    (other.points, other.window) = (points.exchanged, DensityWindow(x: window.y, y: window.x))
    return other
  }
}

extension DensityRequest {
  /// The metrics that a map can have on its axes.
  package static var metrics: [String] { Catalog.plottedFields }
}
