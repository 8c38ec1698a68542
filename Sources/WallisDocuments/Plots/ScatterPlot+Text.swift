extension ScatterPlot {
  /// Shapes of the groups in a terminal with Unicode and without, and what their colours are called.
  private static let shapes: [(sign: Character, ascii: Character, role: Role)] = [
    ("●", "o", .certified), ("▲", "x", .suspicious), ("■", "#", .name), ("◆", "*", .error),
    ("○", "+", .keyword),
    ("△", "%", .conjecture), ("□", "@", .digits), ("◇", "&", .warning),
  ]

  /// Groups that have a shape of their own; points of others look like those of none.
  package static let distinctGroups = shapes.count

  /// The plot as it stands in text: the title, the drawing, what its signs mean and what it leaves out.
  func blocks(width: Int, isASCII: Bool) -> [Block] {
    let isASCII = isASCII || self.isASCII
    let lines = lines(columns: min(columns, width), rows: rows, isASCII: isASCII)
    var blocks: [Block] = [.table(Table([.init(title)], rows: lines.map { [$0] }))]
    let legend = legend(isASCII: isASCII)
    if !legend.isEmpty { blocks.append(.paragraph(legend.joined(separator: "   "))) }
    if let remark = remark { blocks.append(.paragraph(Text(remark, .muted))) }
    return blocks
  }

  /// What is said of points at the rim; nil where there are none.
  package var remark: String? {
    let count = outliers
    return count == 0
      ? nil : count == 1 ? "1 point lies outside, at the rim" : "\(count) points lie outside, at the rim"
  }

  /// The plot in so many columns and rows, axes included: a line each, top first.
  ///
  /// Points of a group are its shape, the others dots of braille patterns, of `.` and `:` without Unicode.
  package func lines(columns: Int, rows: Int, isASCII: Bool) -> [Text] {
    let height = max(4, rows - 2)
    let labels = labels(height: height)
    let margin = (labels.values.map(\.count).max() ?? 0) + 1
    let width = max(10, columns - margin - 1)
    let cells = cells(width: width, height: height)
    var lines: [Text] = []
    for row in 0..<height {
      let label = labels[row] ?? ""
      var line = Text(
        String(repeating: " ", count: margin - 1 - label.count) + label + (isASCII ? " |" : " │"), .muted)
      for column in 0..<width {
        line += ScatterPlot.text(cells[row * width + column], isASCII: isASCII)
      }
      lines.append(line)
    }
    let rule = String(repeating: isASCII ? "-" : "─", count: width)
    lines.append(Text(String(repeating: " ", count: margin) + (isASCII ? "+" : "└") + rule, .muted))
    let (left, right) = (across.short(across.low), across.short(across.high))
    let gap = String(repeating: " ", count: max(1, width - left.count - right.count))
    lines.append(Text(String(repeating: " ", count: margin + 1) + left + gap + right, .muted))
    return lines
  }

  /// What stands at the rows of the axis up: its ends, and beside a curve the zero.
  private func labels(height: Int) -> [Int: String] {
    var labels = [0: up.short(up.high), height - 1: up.short(up.low)]
    let zero = Int(((1 - up.place(0)) * Double(4 * height - 1)).rounded()) / 4
    if breaks != nil, up.contains(0), labels[zero] == nil { labels[zero] = "0" }
    return labels
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
    func dot(of point: Point) -> (across: Int, down: Int) {
      (
        Int((across.place(point.x) * Double(2 * width - 1)).rounded()),
        Int(((1 - up.place(point.y)) * Double(4 * height - 1)).rounded())
      )
    }
    for point in points {
      let (across, down) = dot(of: point)
      let place = down / 4 * width + across / 2
      cells[place].dots |= ScatterPlot.dots[across % 2][down % 4]
      if let group = point.group, group < ScatterPlot.distinctGroups {
        cells[place].counts[group, default: 0] += 1
      }
    }
    for (from, to) in segments {
      for (across, down) in ScatterPlot.line(from: dot(of: from), to: dot(of: to)) {
        cells[down / 4 * width + across / 2].dots |= ScatterPlot.dots[across % 2][down % 4]
      }
    }
    return cells
  }

  /// The places between two of a raster, both included.
  static func line(from: (Int, Int), to: (Int, Int)) -> [(Int, Int)] {
    let steps = max(abs(to.0 - from.0), abs(to.1 - from.1))
    guard steps > 0 else { return [from] }
    return (0...steps).map { step in
      let share = Double(step) / Double(steps)
      return (
        from.0 + Int((share * Double(to.0 - from.0)).rounded()),
        from.1 + Int((share * Double(to.1 - from.1)).rounded())
      )
    }
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
}
