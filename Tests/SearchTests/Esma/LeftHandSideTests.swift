import Testing
import WallisFormulas

@testable import WallisSearch

/// Left-hand sides as closed forms.
@Suite struct LeftHandSideTests {
  private static let names = ["e", "e^2", "tan(1/2)", "sqrt(2)+1", "2.5", "-e", "besseli(0,2)/besseli(1,2)"]

  @Test(arguments: names)
  func closedFormsHaveTheValueAndAreReadBack(_ name: String) throws {
    let constant = try Expression(parsing: name)
    let c = try #require(try constant.evaluate(digits: 40).enclosure)
    let linear = LeftHandSide.classes(degree: 1, height: 2).flatMap(\.self)
    let quadratic = LeftHandSide.classes(degree: 2, height: 1).flatMap(\.self).prefix(60)
    for side in linear + quadratic {
      let forms = [true, false].map { ClosedForm(side.expression(of: constant, isPositive: $0)) }
      #expect(
        forms.contains { $0.ball(digits: 30)?.overlaps(side.value(c)) == true }, "\(name): \(side)")
      // Written out and read again it is the same tree: what earlier versions stored still means the same row.
      for form in forms { #expect(ClosedForm(reading: "\(form)", rule: .current) == form) }
    }
  }

  @Test(arguments: [
    ([-3, 3], [-3, 1], "e", false, "(3*e-3)/(3-e)"), ([-1, 1], [2, 0], "e^2", true, "(e^2-1)/2"),
    ([0, 2], [1, 0], "2.5", true, "2*2.5"),
    ([1, 1], [-1, 1], "tan(1/2)", true, "(tan(1/2)+1)/(tan(1/2)-1)"),
    ([0, 2], [1, 0], "sqrt(2)+1", true, "2(sqrt(2)+1)"), ([0, 1], [-3, 1], "e", false, "e/(3-e)"),
  ])
  func texts(_ top: [Int], _ bottom: [Int], _ name: String, _ isPositive: Bool, _ text: String) throws {
    let sides = LeftHandSide.classes(degree: 1, height: 3).joined()
    let side = try #require(sides.first { $0.top == top && $0.bottom == bottom })
    let form = ClosedForm(side.expression(of: try Expression(parsing: name), isPositive: isPositive))
    #expect("\(form)" == text)
  }
}
