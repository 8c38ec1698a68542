/// What a plot is made of as an image, in units of which it is 800 wide and 600 high; y goes down.
enum PlotShape: Sendable, Equatable {
  /// Where a text stands relative to its point.
  enum Anchor: String, Sendable { case start, middle, end }

  /// What marks a point.
  enum Mark: Sendable { case circle, triangle, square, diamond }

  /// A place of the image.
  struct Place: Sendable, Equatable {
    var x: Double
    var y: Double
  }

  /// A frame without inside.
  case frame(Place, width: Double, height: Double)
  /// Straight lines from place to place.
  case line([Place], colour: UInt32, width: Double)
  /// A sign around a place, so large from its middle to its rim.
  case mark(Mark, Place, size: Double, colour: UInt32)
  /// A line of text, turned upwards where it is `upright`.
  case text(String, Place, Anchor, upright: Bool)

  /// Width and height of the image.
  static let size = (width: 800, height: 600)
}

extension ScatterPlot {
  /// Colours of the groups: a palette that colour-blind people tell apart (Okabe and Ito, 2008).
  private static let colours: [UInt32] = [
    0x009E73, 0xE69F00, 0x0072B2, 0xD55E00, 0x56B4E9, 0xCC79A7, 0xF0E442, 0x000000,
  ]
  private static let marks: [PlotShape.Mark] = [.circle, .triangle, .square, .diamond]
  private static let field = (left: 90.0, top: 40.0, width: 680.0, height: 490.0)

  /// The plot as shapes, those behind others first.
  var shapes: [PlotShape] {
    axes + curves + marks + legendShapes
  }

  private func place(_ x: Double, _ y: Double) -> PlotShape.Place {
    let field = ScatterPlot.field
    return PlotShape.Place(
      x: field.left + across.place(x) * field.width, y: field.top + (1 - up.place(y)) * field.height)
  }

  private var axes: [PlotShape] {
    let (left, top, width, height) = ScatterPlot.field
    let bottom = top + height
    func text(_ text: String, _ x: Double, _ y: Double, _ anchor: PlotShape.Anchor) -> PlotShape {
      .text(text, .init(x: x, y: y), anchor, upright: false)
    }
    var shapes: [PlotShape] = [
      .frame(.init(x: left, y: top), width: width, height: height),
      text(title, left + width / 2, 24, .middle), text(xName, left + width / 2, 585, .middle),
      .text(yName, .init(x: 20, y: top + height / 2), .middle, upright: true),
      text(across.short(across.low), left, bottom + 20, .start),
      text(across.short(across.high), left + width, bottom + 20, .end),
      text(up.short(up.low), left - 8, bottom, .end), text(up.short(up.high), left - 8, top + 12, .end),
    ]
    if breaks != nil, up.low < 0, up.high > 0 {
      let ends = [place(across.low, 0), place(across.high, 0)]
      shapes += [.line(ends, colour: 0xBBBBBB, width: 1), text("0", left - 8, ends[0].y + 4, .end)]
    }
    if let remark { shapes.append(text(remark, left + width - 8, bottom - 8, .end)) }
    return shapes
  }

  /// Lines through points that belong together.
  private var curves: [PlotShape] {
    guard let breaks else { return [] }
    var runs: [[PlotShape.Place]] = []
    for (index, point) in points.enumerated() {
      if runs.isEmpty || breaks.contains(index) { runs.append([]) }
      runs[runs.count - 1].append(place(point.x, point.y))
    }
    return runs.filter { $0.count > 1 }.map { .line($0, colour: ScatterPlot.colours[2], width: 1.5) }
  }

  private var marks: [PlotShape] {
    guard breaks == nil else { return [] }
    return points.sorted { ($0.group == nil ? 0 : 1) < ($1.group == nil ? 0 : 1) }
      .map { ScatterPlot.mark(place($0.x, $0.y), $0.group) }
  }

  private static func mark(_ place: PlotShape.Place, _ group: Int?) -> PlotShape {
    guard let group, group < distinctGroups else {
      return .mark(.circle, place, size: 1, colour: 0xAAAAAA)
    }
    return .mark(marks[group % 4], place, size: 4, colour: colours[group])
  }

  private var legendShapes: [PlotShape] {
    groups.prefix(ScatterPlot.distinctGroups).enumerated().flatMap { place, name -> [PlotShape] in
      let y = ScatterPlot.field.top + 18 + 18 * Double(place)
      let x = ScatterPlot.field.left + 14
      return [
        ScatterPlot.mark(.init(x: x, y: y - 4), place),
        .text(name, .init(x: x + 12, y: y), .start, upright: false),
      ]
    }
  }
}
