import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Closed forms from their texts.
@Suite struct ClosedFormReadingTests {
  /// `1/(2e-5)` means 1/(2·e − 5) in everything that version 0.1 wrote.
  @Test(arguments: [
    ("1/(2e-5)", "1/(2*e-5)"), ("(16e+5)/(3e-16)", "(16*e+5)/(3*e-16)"), ("6e^2+1", "6*e^2+1"),
    ("3e/2-1", "3*e/2-1"),
  ])
  func version01ReadsMultiplesOfE(_ text: String, _ meaning: String) throws {
    let read = try Expression(parsing: text, rule: .version01)
    let (value, expected) = (
      try read.evaluate(digits: 30).enclosure, try Expression(parsing: meaning).evaluate(digits: 30).enclosure
    )
    #expect(try #require(value).overlaps(try #require(expected)))
  }

  @Test func oppositesAreOpposite() throws {
    for text in ["4/pi", "-4/pi", "pi-3", "root of x^3-x-1 near 1.3247180", "0", "-(1+sqrt(2))/2"] {
      let form = ClosedForm(reading: text, rule: .current)
      let (value, opposite) = (
        try #require(form.ball(digits: 30)), try #require(form.opposite.ball(digits: 30))
      )
      #expect((value + opposite).containsZero)
      #expect(form.opposite.opposite == form)
    }
    #expect("\(ClosedForm(reading: "4/pi", rule: .current).opposite)" == "-4/pi")
  }

  @Test(
    arguments: [
      ("9/(pi*sqrt(3))", "pi*sqrt(3)", ["pi*sqrt(3)", "pi", "sqrt(3)"]), ("4/pi", "pi", ["pi"]),
      ("besseli(0,2)/besseli(1,2)", "besseli(1,2)/besseli(0,2)", ["besseli(1,2)/besseli(0,2)"]),
      ("1/2", nil, []), ("(1+sqrt(17))/2", nil, ["sqrt(17)"]), ("phi", nil, ["phi"]),
      ("plastic+1", "plastic", ["plastic"]), ("2/(e^2-1)", "e^2", ["e^2", "e"]),
    ] as [(String, String?, [String])])
  func constantsThatOccur(_ text: String, _ telling: String?, _ names: [String]) {
    let form = ClosedForm(reading: text, rule: .current)
    #expect(form.constant?.name == telling)
    #expect(form.constants.map(\.name) == names)
  }
}
