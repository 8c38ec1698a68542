/// Points of a plane in groups, drawn with characters, as SVG, or listed as CSV.
package struct ScatterPlot: Sendable {
  /// A point.
  package struct Point: Sendable {
    /// Across.
    package let x: Double
    /// Up.
    package let y: Double
    /// Place of its group in `groups`; nil for points of none.
    package let group: Int?

    /// The point (x, y).
    package init(x: Double, y: Double, group: Int?) { (self.x, self.y, self.group) = (x, y, group) }
  }

  /// Names of the axes.
  package let (xName, yName): (String, String)
  /// Names of the groups, in the order in which they take shapes and colours.
  package let groups: [String]
  /// The points; none is infinite.
  package let points: [Point]

  private let (lowX, highX): (Double, Double)
  private let (lowY, highY): (Double, Double)

  /// A plot of points, as wide and high as they lie.
  package init(xName: String, yName: String, groups: [String], points: [Point]) {
    (self.xName, self.yName, self.groups) = (xName, yName, groups)
    self.points = points.filter { $0.x.isFinite && $0.y.isFinite }
    func range(_ values: [Double]) -> (Double, Double) {
      let (low, high) = (values.min() ?? 0, values.max() ?? 1)
      return low < high ? (low, high) : (low - 0.5, high + 0.5)
    }
    (lowX, highX) = range(self.points.map(\.x))
    (lowY, highY) = range(self.points.map(\.y))
  }

  /// Shapes of the groups in a terminal with Unicode and without, and what their colours are called.
  private static let shapes: [(sign: Character, ascii: Character, role: Role)] = [
    ("●", "o", .certified), ("▲", "x", .suspicious), ("■", "#", .name), ("◆", "*", .error),
    ("○", "+", .keyword),
    ("△", "%", .conjecture), ("□", "@", .digits), ("◇", "&", .warning),
  ]

  /// Groups that have a shape of their own; points of others look like those of none.
  package static let distinctGroups = shapes.count

  /// The plot in so many columns and rows, axes included: a line each, top first.
  ///
  /// Points of a group are its shape, the others dots of braille patterns, of `.` and `:` without Unicode.
  package func lines(columns: Int, rows: Int, isASCII: Bool) -> [Text] {
    let labels = [ScatterPlot.short(highY), ScatterPlot.short(lowY)]
    let margin = max(labels[0].count, labels[1].count) + 1
    let (width, height) = (max(10, columns - margin - 1), max(4, rows - 2))
    let cells = cells(width: width, height: height)
    var lines: [Text] = []
    for row in 0..<height {
      let label = row == 0 ? labels[0] : row == height - 1 ? labels[1] : ""
      var line = Text(
        String(repeating: " ", count: margin - 1 - label.count) + label + (isASCII ? " |" : " │"), .muted)
      for column in 0..<width {
        line = line + ScatterPlot.text(cells[row * width + column], isASCII: isASCII)
      }
      lines.append(line)
    }
    let rule = String(repeating: isASCII ? "-" : "─", count: width)
    lines.append(Text(String(repeating: " ", count: margin) + (isASCII ? "+" : "└") + rule, .muted))
    let (left, right) = (ScatterPlot.short(lowX), ScatterPlot.short(highX))
    let gap = String(repeating: " ", count: max(1, width - left.count - right.count))
    lines.append(Text(String(repeating: " ", count: margin + 1) + left + gap + right, .muted))
    return lines
  }

  /// The shapes of the groups with their names.
  package func legend(isASCII: Bool) -> [Text] {
    zip(groups, ScatterPlot.shapes).map { name, shape in
      Text(String(isASCII ? shape.ascii : shape.sign), shape.role) + " " + Text(name, .formula)
    }
  }

  private struct Cell {
    var dots: UInt8 = 0
    var counts: [Int: Int] = [:]
  }

  /// Bits of the braille pattern: two columns of four dots.
  private static let dots: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  private func cells(width: Int, height: Int) -> [Cell] {
    var cells = [Cell](repeating: Cell(), count: width * height)
    for point in points {
      let across = Int(((point.x - lowX) / (highX - lowX) * Double(2 * width - 1)).rounded())
      let down = Int(((highY - point.y) / (highY - lowY) * Double(4 * height - 1)).rounded())
      let place = down / 4 * width + across / 2
      cells[place].dots |= ScatterPlot.dots[across % 2][down % 4]
      if let group = point.group, group < ScatterPlot.distinctGroups {
        cells[place].counts[group, default: 0] += 1
      }
    }
    return cells
  }

  private static func text(_ cell: Cell, isASCII: Bool) -> Text {
    if let group = cell.counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key {
      let shape = shapes[group]
      return Text(String(isASCII ? shape.ascii : shape.sign), shape.role)
    }
    guard cell.dots != 0 else { return " " }
    guard isASCII else {
      return Text(String(UnicodeScalar(0x2800 + UInt32(cell.dots)).map(Character.init) ?? "."))
    }
    return cell.dots.nonzeroBitCount > 2 ? ":" : "."
  }

  /// A number in few characters.
  private static func short(_ value: Double) -> String {
    let scaled = (value * 1000).rounded() / 1000
    return scaled == scaled.rounded() && abs(scaled) < 1e9 ? "\(Int(scaled))" : "\(scaled)"
  }
}

extension ScatterPlot {
  /// Colours of the groups in SVG: a palette that colour-blind people tell apart (Okabe and Ito, 2008).
  private static let colours = [
    "#009E73", "#E69F00", "#0072B2", "#D55E00", "#56B4E9", "#CC79A7", "#F0E442", "#000000",
  ]

  /// The plot as an SVG image of 800 × 600.
  package var svg: String {
    let (left, top, width, height) = (90.0, 30.0, 680.0, 500.0)
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" font-family="sans-serif" font-size="13">
      <rect width="800" height="600" fill="white"/>
      <rect x="\(left)" y="\(top)" width="\(width)" height="\(height)" fill="none" stroke="black"/>
      <text x="430" y="585" text-anchor="middle">\(ScatterPlot.escaped(xName))</text>
      <text x="20" y="280" text-anchor="middle" transform="rotate(-90 20 280)">\(ScatterPlot.escaped(yName))</text>
      <text x="\(left)" y="550" text-anchor="middle">\(ScatterPlot.short(lowX))</text>
      <text x="\(left + width)" y="550" text-anchor="middle">\(ScatterPlot.short(highX))</text>
      <text x="\(left - 8)" y="\(top + height)" text-anchor="end">\(ScatterPlot.short(lowY))</text>
      <text x="\(left - 8)" y="\(top + 10)" text-anchor="end">\(ScatterPlot.short(highY))</text>

      """
    for point in points.sorted(by: { ($0.group == nil ? 0 : 1) < ($1.group == nil ? 0 : 1) }) {
      let x = left + (point.x - lowX) / (highX - lowX) * width
      let y = top + (highY - point.y) / (highY - lowY) * height
      out += ScatterPlot.mark(x, y, point.group)
    }
    for (place, name) in groups.prefix(ScatterPlot.distinctGroups).enumerated() {
      let y = top + 18 + 18 * Double(place)
      out += ScatterPlot.mark(left + 14, y - 4, place)
      out += "<text x=\"\(left + 26)\" y=\"\(y)\">\(ScatterPlot.escaped(name))</text>\n"
    }
    return out + "</svg>\n"
  }

  private static func mark(_ x: Double, _ y: Double, _ group: Int?) -> String {
    let (cx, cy) = (tenths(x), tenths(y))
    guard let group, group < distinctGroups else {
      return "<circle cx=\"\(cx)\" cy=\"\(cy)\" r=\"1\" fill=\"#BBBBBB\"/>\n"
    }
    let fill = "fill=\"\(colours[group])\" fill-opacity=\"0.8\""
    switch group % 4 {
    case 0: return "<circle cx=\"\(cx)\" cy=\"\(cy)\" r=\"4\" \(fill)/>\n"
    case 1: return "<path d=\"M\(cx) \(tenths(y - 5))l5 9h-10z\" \(fill)/>\n"
    case 2: return "<rect x=\"\(tenths(x - 4))\" y=\"\(tenths(y - 4))\" width=\"8\" height=\"8\" \(fill)/>\n"
    default: return "<path d=\"M\(cx) \(tenths(y - 5))l5 5l-5 5l-5 -5z\" \(fill)/>\n"
    }
  }

  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// The points, one a line, with the names of their groups.
  package var csv: String {
    let commas = SeparatedValues.commas
    return commas.line([xName, yName, "family"])
      + points.map { point in
        commas.line(["\(point.x)", "\(point.y)", point.group.map { groups[$0] } ?? ""])
      }.joined()
  }
}
