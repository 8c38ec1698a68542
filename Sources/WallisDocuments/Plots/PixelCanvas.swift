/// An image of pixels to draw shapes on, two pixels a unit.
struct PixelCanvas {
  /// Pixels a unit.
  static let scale = 2
  /// Pixels across.
  let width = PlotShape.size.width * scale
  /// Pixels down.
  let height = PlotShape.size.height * scale
  /// Red, green and blue of the pixels, row by row from the top.
  private(set) var bytes: [UInt8]

  /// A white image.
  init() { bytes = [UInt8](repeating: 255, count: 3 * width * height) }

  /// Draws a shape over what is there.
  mutating func draw(_ shape: PlotShape) {
    switch shape {
    case .frame(let place, let width, let height):
      let corners = [(0, 0), (width, 0), (width, height), (0, height), (0, 0)]
      draw(corners.map { PlotShape.Place(x: place.x + $0.0, y: place.y + $0.1) }, colour: 0, pen: 1)
    case .line(let places, let colour, let width):
      draw(places, colour: colour, pen: Int((width * Double(PixelCanvas.scale) / 2).rounded()))
    case .mark(let mark, let place, let size, let colour): draw(mark, place, size, colour)
    case .text(let text, let place, let anchor, let upright): draw(text, place, anchor, upright: upright)
    }
  }

  private func pixel(_ place: PlotShape.Place) -> (Int, Int) {
    let scale = Double(PixelCanvas.scale)
    return (Int((place.x * scale).rounded()), Int((place.y * scale).rounded()))
  }

  private mutating func set(_ x: Int, _ y: Int, _ colour: UInt32) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    let place = 3 * (y * width + x)
    for (offset, shift) in [16, 8, 0].enumerated() {
      bytes[place + offset] = UInt8(truncatingIfNeeded: colour >> UInt32(shift))
    }
  }

  /// Lines with a pen of 2·pen − 1 pixels.
  private mutating func draw(_ places: [PlotShape.Place], colour: UInt32, pen: Int) {
    let reach = max(0, pen - 1)
    for (from, to) in zip(places, places.dropFirst()) {
      for (x, y) in ScatterPlot.line(from: pixel(from), to: pixel(to)) {
        for across in -reach...reach { for down in -reach...reach { set(x + across, y + down, colour) } }
      }
    }
  }

  private mutating func draw(
    _ mark: PlotShape.Mark, _ place: PlotShape.Place, _ size: Double, _ colour: UInt32
  ) {
    let (x, y) = pixel(place)
    let radius = size * Double(PixelCanvas.scale)
    let reach = Int((1.25 * radius).rounded(.up))
    for down in -reach...reach {
      for across in -reach...reach {
        let (right, below) = (Double(across) / radius, Double(down) / radius)
        let isInside =
          switch mark {
          case .circle: right * right + below * below <= 1
          case .square: max(abs(right), abs(below)) <= 1
          case .diamond: abs(right) + abs(below) <= 1.25
          case .triangle: below <= 1 && abs(right) <= (below + 1.25) / 1.8
          }
        if isInside { set(x + across, y + down, colour) }
      }
    }
  }

  /// Text in dots of three pixels; signs outside ASCII are spelled out.
  private mutating func draw(
    _ text: String, _ place: PlotShape.Place, _ anchor: PlotShape.Anchor, upright: Bool
  ) {
    let (dot, characters) = (3, Array(text.asciiFallback.utf8))
    let length = max(0, characters.count * 6 - 1) * dot
    let shift = anchor == .start ? 0 : anchor == .middle ? length / 2 : length
    let (left, base) = pixel(place)
    for (index, character) in characters.enumerated() {
      let columns = dotMatrix[Int(character) - 0x20, default: dotMatrix[0]]
      for (column, bits) in columns.enumerated() {
        for row in 0..<8 where bits >> UInt8(row) & 1 == 1 {
          let (along, above) = ((index * 6 + column) * dot - shift, (row - 7) * dot)
          for (i, j) in (0..<dot * dot).map({ ($0 % dot, $0 / dot) }) {
            upright
              ? set(left + above + j, base - along - i, 0) : set(left + along + i, base + above + j, 0)
          }
        }
      }
    }
  }
}

extension Array {
  fileprivate subscript(index: Int, default other: Element) -> Element {
    indices.contains(index) ? self[index] : other
  }
}
