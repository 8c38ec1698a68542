extension ScatterPlot {
  /// The plot as a `picture` of LaTeX: dots and rules, which need no drawing package but `graphicx` for turned text.
  var latex: String {
    let (width, height) = PlotShape.size
    let lines = shapes.flatMap(\.latex)
    return "\\begin{center}\\setlength{\\unitlength}{0.5pt}\n\\begin{picture}(\(width),\(height))\n"
      + lines.map { $0 + "\n" }.joined() + "\\end{picture}\\end{center}"
  }
}

extension PlotShape {
  /// Distance of the dots that make a line.
  private static let spacing = 3.0

  fileprivate var latex: [String] {
    switch self {
    case .frame(let place, let width, let height):
      let corner = Place(x: place.x, y: place.y + height)
      return [PlotShape.put("\\framebox(\(Int(width)),\(Int(height))){}", at: corner)]
    case .line(let places, _, _):
      return PlotShape.dots(along: places).map { PlotShape.put("\\rule{0.7pt}{0.7pt}", at: $0) }
    case .mark(_, let place, let size, _):
      return [PlotShape.put("\\circle*{\(max(2, Int(2 * size)))}", at: place)]
    case .text(let text, let place, let anchor, let upright):
      guard !text.isEmpty else { return [] }
      let shown = "\\scriptsize " + LatexRenderer().escaped(text)
      let side = ["start": "[l]", "end": "[r]"][anchor.rawValue] ?? ""
      let box = upright ? "\\rotatebox{90}{\(shown)}" : shown
      return [PlotShape.put("\\makebox(0,0)\(side){\(box)}", at: place)]
    }
  }

  private static func put(_ what: String, at place: Place) -> String {
    let y = Double(size.height) - place.y
    return "\\put(\(rounded(place.x)),\(rounded(y))){\(what)}"
  }

  private static func rounded(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

  private static func dots(along places: [Place]) -> [Place] {
    guard let first = places.first else { return [] }
    var dots = [first]
    for (from, to) in zip(places, places.dropFirst()) {
      let (across, down) = (to.x - from.x, to.y - from.y)
      let steps = max(1, Int((across * across + down * down).squareRoot() / spacing))
      for step in 1...steps {
        let share = Double(step) / Double(steps)
        dots.append(Place(x: from.x + share * across, y: from.y + share * down))
      }
    }
    return dots
  }
}
