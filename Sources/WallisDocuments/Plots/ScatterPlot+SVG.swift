extension ScatterPlot {
  /// The plot as an SVG image.
  package var svg: String {
    let (width, height) = PlotShape.size
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" font-family="sans-serif" \
      font-size="13">
      <rect width="\(width)" height="\(height)" fill="white"/>

      """ + shapes.map(\.svg).joined() + "</svg>\n"
  }
}

extension PlotShape {
  /// The shape as an element of SVG.
  fileprivate var svg: String {
    switch self {
    case .frame(let place, let width, let height):
      let corner = "x=\"\(place.x.tenths)\" y=\"\(place.y.tenths)\""
      return "<rect \(corner) width=\"\(width)\" height=\"\(height)\" fill=\"none\" stroke=\"black\"/>\n"
    case .line(let places, let colour, let width):
      let points = places.map { "\($0.x.tenths),\($0.y.tenths)" }.joined(separator: " ")
      let stroke = "stroke=\"\(PlotShape.name(colour))\" stroke-width=\"\(width)\""
      return "<polyline points=\"\(points)\" fill=\"none\" \(stroke) stroke-linejoin=\"round\"/>\n"
    case .mark(let mark, let place, let size, let colour):
      return PlotShape.element(mark, place, size, "fill=\"\(PlotShape.name(colour))\" fill-opacity=\"0.8\"")
    case .text(let text, let place, let anchor, let upright):
      let (x, y) = (place.x.tenths, place.y.tenths)
      let turn = upright ? " transform=\"rotate(-90 \(x) \(y))\"" : ""
      let position = "x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor.rawValue)\""
      return text.isEmpty ? "" : "<text \(position)\(turn) fill=\"black\">\(text.escapedForHTML)</text>\n"
    }
  }

  private static func element(_ mark: Mark, _ place: Place, _ size: Double, _ fill: String) -> String {
    let (x, y) = (place.x, place.y)
    func path(_ corners: [(Double, Double)]) -> String {
      let places = corners.map { "\((x + $0.0 * size).tenths) \((y + $0.1 * size).tenths)" }
      return "<path d=\"M\(places.joined(separator: "L"))z\" \(fill)/>\n"
    }
    return switch mark {
    case .circle: "<circle cx=\"\(x.tenths)\" cy=\"\(y.tenths)\" r=\"\(size.tenths)\" \(fill)/>\n"
    case .triangle: path([(0, -1.25), (1.25, 1), (-1.25, 1)])
    case .square: path([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    case .diamond: path([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)])
    }
  }

  private static func name(_ colour: UInt32) -> String {
    let digits = String(colour, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

extension Double {
  /// A coordinate to one decimal.
  fileprivate var tenths: String { "\((self * 10).rounded() / 10)" }
}
