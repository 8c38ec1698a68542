import Testing

@testable import WallisFormulas

@Suite struct RelatedConstantsTests {
  /// The same number in two spellings, and numbers that are images of one another.
  @Test(arguments: [
    ("sqrt(3)*pi", "9/(pi*sqrt(3))"), ("pi^2", "5/zeta(2)"), ("pi^2/6", "5/zeta(2)"), ("zeta(2)", "pi^2/12"),
    ("log(9)", "1/log(3)"), ("log(sqrt(2))", "1/(3-4log(2))"), ("pi/agm(1,sqrt(2))", "2/lemniscate"),
    ("1/agm(1,sqrt(2))", "2gauss/(4gauss-3)"), ("log(3/2)", "2/log(3/2)-1"),
  ])
  func numbersAreKnownByTheirValue(_ wanted: String, _ closedForm: String) throws {
    let related = try #require(RelatedConstants(of: ClosedForm(reading: wanted, rule: .current)))
    #expect(related.tell(ClosedForm(reading: closedForm, rule: .current)))
  }

  @Test(arguments: [
    ("pi", "pi^2/6"), ("pi", "9/(pi*sqrt(3))"), ("log(2)", "1/log(3)"), ("pi", "(1+sqrt(5))/2"),
    ("pi", "plastic"),
    ("log(3/2)", "1/log(2)"),
  ])
  func othersAreNot(_ wanted: String, _ closedForm: String) throws {
    let related = try #require(RelatedConstants(of: ClosedForm(reading: wanted, rule: .current)))
    #expect(!related.tell(ClosedForm(reading: closedForm, rule: .current)))
  }

  @Test(
    arguments: [
      ("sqrt(3)*pi", "pi*sqrt(3)"), ("pi*sqrt(3)", "pi*sqrt(3)"), ("exp(2)", "e^2"), ("pi", "pi"),
      ("pi^2/6", "zeta(2)"), ("log(3/2)", "log(3/2)"), ("3/4", nil),
    ] as [(String, String?)])
  func everyNumberOccursUnderOneName(_ text: String, _ name: String?) {
    #expect(ClosedForm(reading: text, rule: .current).occurrenceName == name)
  }
}
