import Testing
import WallisFormulas

@testable import WallisSearch

/// Left-hand sides as text that means what it says.
@Suite struct LeftHandSideTests {
  @Test(arguments: ["e", "e^2", "tan(1/2)", "sqrt(2)+1", "2.5", "-e", "besseli(0,2)/besseli(1,2)"])
  func textsHaveTheValue(_ name: String) throws {
    let c = try #require(try Expression(parsing: name).evaluate(digits: 40).enclosure)
    let linear = LeftHandSide.classes(degree: 1, height: 2).flatMap(\.self)
    let quadratic = LeftHandSide.classes(degree: 2, height: 1).flatMap(\.self).prefix(60)
    for side in linear + quadratic {
      let values = [true, false].map { side.text(name, isPositive: $0) }.compactMap { text in
        try? Expression(parsing: text).evaluate(digits: 30).enclosure
      }
      #expect(values.contains { $0.overlaps(side.value(c)) }, "\(name): \(side)")
    }
  }

  @Test(arguments: [
    ([-3, 3], [-3, 1], "e", false, "(3e-3)/(3-e)"), ([-1, 1], [2, 0], "e^2", true, "(e^2-1)/2"),
    ([0, 2], [1, 0], "2.5", true, "2(2.5)"),
    ([1, 1], [-1, 1], "tan(1/2)", true, "(tan(1/2)+1)/(tan(1/2)-1)"),
    ([0, 2], [1, 0], "sqrt(2)+1", true, "2(sqrt(2)+1)"), ([0, 1], [-3, 1], "e", false, "e/(3-e)"),
  ])
  func texts(_ top: [Int], _ bottom: [Int], _ name: String, _ isPositive: Bool, _ text: String) throws {
    let sides = LeftHandSide.classes(degree: 1, height: 3).joined()
    let side = try #require(sides.first { $0.top == top && $0.bottom == bottom })
    #expect(side.text(name, isPositive: isPositive) == text)
  }
}
