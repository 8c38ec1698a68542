internal import Foundation
internal import WallisCommands
internal import WallisDocuments

/// Draws the map from the counts.
struct MapDrawing {
  private let pane: MapPane
  private let notebook: NotebookModel
  private let room: MapRoom
  private var glyphs: Glyphs { notebook.glyphs }

  init(_ pane: MapPane, _ notebook: NotebookModel) {
    (self.pane, self.notebook, room) = (pane, notebook, MapRoom(notebook.size))
  }

  var page: PanePage {
    let condition = pane.condition.isEmpty ? "all formulas" : "where \(pane.condition)"
    let head = ScreenLine(
      glyphs.shown("\(pane.y) up, \(pane.x) across, \(condition), mirrors counted"), .content(.formula)
    ).cut(to: room.width, glyphs.more)
    if let fault = pane.fault {
      let lines = Layout(width: room.width, ascii: glyphs.ascii).lines(Document([.diagnostic(fault)]))
      return PanePage("Map", [head] + lines.map { ScreenLine($0) })
    }
    guard let density = pane.density else {
      return PanePage("Map", [head, ScreenLine("counts" + glyphs.more)])
    }
    let plane = isFresh(density) ? plane(density) : [ScreenLine("counts" + glyphs.more, .progress)]
    return PanePage("Map", [head] + plane + axis(density) + [outside(density), area(density)].map(cut))
  }

  /// Whether the counts are those of a screen of this size.
  private func isFresh(_ density: Density) -> Bool {
    density.across == room.columns * MapRoom.dotsAcross && density.down == room.rows * MapRoom.dotsDown
  }

  private func cut(_ line: ScreenLine) -> ScreenLine { line.cut(to: room.width, glyphs.more) }

  private func plane(_ density: Density) -> [ScreenLine] {
    let (columns, rows) = pane.area(notebook)
    return (0..<room.rows).map { row in
      let label =
        row == 0 ? short(density.window.y, true) : row == room.rows - 1 ? short(density.window.y, false) : ""
      let margin = MapRoom.margin - 1
      let padded =
        String(repeating: " ", count: max(0, margin - 1 - label.count)) + label.prefix(margin - 1) + " "
      return ScreenLine(padded, .content(.label)) + ScreenLine(glyphs.vertical, .border)
        + stretches(row, chosen: rows.contains(row) ? columns : 0..<0)
    }
  }

  /// The dots of a row, neighbours of one style together.
  private func stretches(_ row: Int, chosen: Range<Int>) -> ScreenLine {
    guard let dots = pane.dots else { return ScreenLine() }
    var line = ScreenLine()
    for column in 0..<room.columns {
      let (text, part) = dots.character(column, row)
      let style = Style.interface(chosen.contains(column) ? .chosen : part)
      if line.stretches.last?.style == style {
        line.stretches[line.stretches.count - 1].text += text
      } else {
        line.stretches.append(.init(text: text, style: style))
      }
    }
    return line
  }

  private func short(_ axis: DensityAxis, _ isHigh: Bool) -> String {
    axis.short(isHigh ? axis.high : axis.low)
  }

  private func axis(_ density: Density) -> [ScreenLine] {
    let blank = String(repeating: " ", count: MapRoom.margin - 1)
    let (low, high) = (short(density.window.x, false), short(density.window.x, true))
    let gap = String(repeating: " ", count: max(1, room.columns - low.count - high.count))
    return [
      ScreenLine(blank, .border)
        + ScreenLine(glyphs.corners.bottomLeft + String(repeating: glyphs.rule, count: room.columns), .border),
      ScreenLine(blank + " " + low + gap + high, .content(.label)),
    ]
  }

  /// How many formulas there are, and how many of them are not on the map; on which side of it where there is room.
  private func outside(_ density: Density) -> ScreenLine {
    let out = density.outside
    let sides = [
      (out.left, "left"), (out.right, "right"), (out.below, "below"), (out.above, "above"),
    ].filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
    let all = "\(grouped(density.total)) formula\(density.total == 1 ? "" : "s")"
    let rest = density.missing > 0 ? "of \(all) \(grouped(density.missing)) lack a metric" : all
    guard !sides.isEmpty else { return ScreenLine(rest, .content(.muted)) }
    let line = ScreenLine("outside: \(sides.joined(separator: ", ")); \(rest)", .content(.muted))
    return line.width <= room.width
      ? line : ScreenLine("outside: \(grouped(density.outliers)); \(rest)", .content(.muted))
  }

  /// What is under the cursor, or in the rectangle.
  private func area(_ density: Density) -> ScreenLine {
    guard isFresh(density) else { return ScreenLine() }
    let (columns, rows) = pane.boxes(notebook)
    let (x, y) = (density.window.x, density.window.y)
    let count = density.count(columns, rows)
    let across =
      x.short(x.edge(columns.lowerBound, of: density.across)) + " to "
      + x.short(x.edge(columns.upperBound, of: density.across))
    let up =
      y.short(y.edge(density.down - rows.upperBound, of: density.down)) + " to "
      + y.short(y.edge(density.down - rows.lowerBound, of: density.down))
    return ScreenLine(pane.anchor == nil ? "here: " : "rectangle: ", .key)
      + ScreenLine(
        glyphs.shown("\(grouped(count)) formula\(count == 1 ? "" : "s"), across \(across), up \(up)"))
  }
}

/// Dots that are the denser the more formulas a box has: found once for the counts, however often they are drawn.
///
/// A dot is set where the logarithm of its count, as a part of the largest, is above a threshold that differs from dot to
/// dot (ordered dithering); a character with any formula has a dot at least.
struct DensityDots {
  /// Characters of a row.
  private let columns: Int
  private var characters: [(text: String, part: InterfacePart)] = []

  init(_ density: Density, ascii: Bool) {
    columns = density.across / MapRoom.dotsAcross
    let scale = log2(Double(1 + (density.counts.max() ?? 0)))
    let rows = density.down / MapRoom.dotsDown
    characters.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        characters.append(DensityDots.character(density, column, row, scale, ascii: ascii))
      }
    }
  }

  /// What stands at a character of the map, and how dense it is there.
  func character(_ column: Int, _ row: Int) -> (text: String, part: InterfacePart) {
    characters[row * columns + column]
  }

  /// Thresholds of the two columns of four dots, each from the top, as parts of eight.
  private static let thresholds: [[Double]] = [[0, 6, 1, 7], [4, 2, 5, 3]]
  /// Bits of the dots in the signs of braille, by column and from the top.
  private static let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
  private static let asciiSigns = ".:+*#@".map { String($0) }
  private static let braille = (UInt32(0x2800)...0x28FF).map { scalar in
    UnicodeScalar(scalar).map { String(Character($0)) } ?? "."
  }

  private static func character(
    _ density: Density, _ column: Int, _ row: Int, _ scale: Double, ascii: Bool
  ) -> (text: String, part: InterfacePart) {
    var (bits, most, mostBit): (UInt32, Int, UInt32) = (0, 0, 0)
    for across in 0..<MapRoom.dotsAcross {
      for down in 0..<MapRoom.dotsDown {
        let count = density.count(column * MapRoom.dotsAcross + across, row * MapRoom.dotsDown + down)
        guard count > 0 else { continue }
        let bit = DensityDots.bits[across][down]
        if level(count, scale) > DensityDots.thresholds[across][down] / 8 { bits |= bit }
        if count > most { (most, mostBit) = (count, bit) }
      }
    }
    guard most > 0 else { return (" ", .sparse) }
    let height = level(most, scale)
    let part: InterfacePart = height > 2 / 3.0 ? .crowded : height > 1 / 3.0 ? .dense : .sparse
    guard !ascii else {
      return (asciiSigns[min(asciiSigns.count - 1, Int(height * Double(asciiSigns.count)))], part)
    }
    return (braille[Int(bits == 0 ? mostBit : bits)], part)
  }

  /// A count on a scale from 0 to 1, with the logarithm of the largest and one.
  private static func level(_ count: Int, _ scale: Double) -> Double {
    scale > 0 ? log2(Double(1 + count)) / scale : 1
  }
}

extension DensityAxis {
  /// A number in as few characters as the width of the stretch asks for.
  func short(_ value: Double) -> String {
    var scale = 1000.0
    while scale < 1e15, (high - low) * scale < 1000 { scale *= 10 }
    guard abs(value) * scale < 0x1p53 else { return "\(value)" }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() && abs(rounded) < 1e9 ? "\(Int(rounded))" : "\(rounded)"
  }
}
