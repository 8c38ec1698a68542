import Foundation
import Testing

@testable import WallisDocuments

@Suite struct PlotTests {
  private let ramp = (0..<100).map { ScatterPlot.Point(x: Double($0), y: Double($0)) }

  @Test func fewFarPointsAreCountedAndNotShownToScale() {
    let far = [ScatterPlot.Point(x: 50, y: 1e9), ScatterPlot.Point(x: 50, y: -1e9)]
    let robust = ScatterPlot(xName: "x", yName: "y", points: ramp + far, isRobust: true)
    #expect(robust.outliers == 2 && robust.up.low == 0 && robust.up.high == 99)
    #expect(ScatterPlot(xName: "x", yName: "y", points: ramp, isRobust: true).outliers == 0)
    let whole = ScatterPlot(xName: "x", yName: "y", points: ramp + far)
    #expect(whole.outliers == 0 && whole.up.high == 1e9)
    let text = PlainRenderer().render(Document([.plot(robust)]))
    #expect(text.contains("2 points lie outside, at the rim"))
  }

  @Test func textIsBrailleOrASCIIAndKeepsToItsSize() {
    let plot = ScatterPlot(title: "ramp", xName: "x", yName: "y", points: ramp, isJoined: true)
    let lines = plot.lines(columns: 60, rows: 12, isASCII: false)
    #expect(lines.count == 12 && lines.allSatisfy { $0.displayWidth <= 60 })
    #expect(lines.contains { $0.string.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) } })
    #expect(
      PlainRenderer(width: 40, ascii: true).render(Document([.plot(plot)])).utf8.allSatisfy { $0 < 0x80 })
    // A line through every column, as a curve has one value everywhere.
    let drawn = lines[0..<10].map { Array($0.string) }
    let first = drawn[0].firstIndex(of: "│").map { $0 + 1 } ?? 0
    for column in first..<60 { #expect(drawn.contains { $0[column] != " " }, "\(column)") }
  }

  @Test func gapsInterruptCurves() {
    let points = [0, 1, 2, 3, 4].map { ScatterPlot.Point(x: $0, y: $0 == 2 ? .infinity : $0) }
    let plot = ScatterPlot(xName: "x", yName: "y", points: points, isJoined: true)
    #expect(plot.svg.components(separatedBy: "<polyline").count == 3 && plot.points.count == 4)
    #expect(plot.csv.split(separator: "\n").count == 5)
  }

  @Test func anImageHasItsSizeAndColours() throws {
    let points = ramp.map { ScatterPlot.Point(x: $0.x, y: $0.y, group: 0) }
    let png = try #require(
      ScatterPlot(title: "δ", xName: "x", yName: "y", groups: ["pi"], points: points).png)
    // Signature and header by the specification of PNG, sections 5.2 and 11.2.2: width, height, 8 bits of RGB.
    #expect(png.prefix(8).elementsEqual([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(png[16..<26].elementsEqual([0, 0, 0x06, 0x40, 0, 0, 0x04, 0xB0, 8, 2]))
    var canvas = PixelCanvas()
    canvas.draw(.mark(.square, .init(x: 10, y: 10), size: 2, colour: 0x0072B2))
    let place = 3 * (20 * canvas.width + 20)
    #expect(canvas.bytes[place..<place + 3].elementsEqual([0, 0x72, 0xB2]))
    #expect(canvas.bytes[0] == 255)
  }

  @Test func plotsTravelAndGrowThin() throws {
    var generator = SystemRandomNumberGenerator()
    let many = (0..<30_000).map { _ in
      ScatterPlot.Point(x: .random(in: 0...1, using: &generator) / 16, y: 0, group: nil)
    }
    let plot = ScatterPlot(xName: "x", yName: "y", points: many + [.init(x: 1, y: 1)])
    #expect(plot.thinned.points.count < 100 && plot.thinned.across == plot.across)
    let data = try JSONEncoder().encode(Document([.plot(plot.thinned)]))
    #expect(try JSONDecoder().decode(Document.self, from: data) == Document([.plot(plot.thinned)]))
  }

  /// The range is that of the definition, by sorting everything.
  @Test(arguments: [(8, 1), (100, 2), (5000, 3), (5000, 4), (60_000, 5), (60_000, 6)])
  func aRobustRangeIsThatOfTheSortedValues(_ count: Int, _ seed: Int) {
    // Multiples of the golden section are spread evenly.
    let values = (0..<count).map { index -> Double in
      let value = 2 * (Double(index + seed) * 0.6180339887).truncatingRemainder(dividingBy: 1) - 1
      return index % 50 == 0 ? value * 1e6 : seed % 2 == 0 ? (value * 4).rounded() : value
    }
    let (sorted, left) = (values.sorted(), count / 20)
    let (first, last) = (sorted[left], sorted[count - 1 - left])
    let inside = sorted.filter { $0 >= first - (last - first) && $0 <= last + (last - first) }
    let range = PlotRange(values, isRobust: true)
    #expect(range.low == inside.first && range.high == inside.last)
  }

  @Test func numbersOfNarrowRangesAreToldApart() {
    let range = PlotRange([0.00012, 0.00013], isRobust: false)
    #expect(range.short(range.low) != range.short(range.high))
    #expect(PlotRange([5, 5], isRobust: true).low < 5)
    #expect(PlotRange([-1.7e308, 1.7e308], isRobust: false).place(0) == 0.5)
  }
}
