import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisIdentification

/// Simple forms beside short numbers: they fit, they are found, and chance is told.
@Suite struct NearFormsTests {
  static let table = NearForms(Constant.all.map { ($0, $0.ball(bits: 100)) })

  @Test(arguments: [
    ("2.4674011003", "pi^2/4"), ("0.6079271019", "1/zeta(2)"), ("-1.2337005501", "-pi^2/8"),
    ("3.9159655942", "3+catalan"), ("0.7724538509", "sqrt(pi)-1"), ("1.0986122887", "log(3)"),
    ("0.3678794412", "1/e"), ("6.9282032303", "4sqrt(3)"),
  ])
  func simpleFormsAreAmongThem(_ digits: String, _ form: String) throws {
    let found = Self.table.forms(fitting: try DecimalInput(digits))
    let value = try #require(try Expression(parsing: form).evaluate(digits: 30).enclosure)
    #expect(found.contains { $0.closedForm.ball(digits: 30)?.overlaps(value) == true }, "\(found)")
  }

  /// Every form agrees with the digits, by an evaluation of its own.
  @Test func formsFit() throws {
    var generator = SeededGenerator(seed: 0x4EA5)
    for _ in 0..<10 {
      let digits = Int.random(in: 5...9, using: &generator)
      let text = (0..<digits).map { _ in "\(Int.random(in: 1...9, using: &generator))" }.joined()
      let input = try DecimalInput("\(Int.random(in: 0...4, using: &generator)).\(text)")
      for form in Self.table.forms(fitting: input) {
        let value = try #require(form.closedForm.ball(digits: 30))
        #expect(input.ball(bits: 128).overlaps(value), "\(form.closedForm) for \(text)")
      }
    }
  }

  /// Of random digits about as many forms fit as chance is said to give.
  @Test func chanceIsToldHonestly() throws {
    var generator = SeededGenerator(seed: 0x4EA6)
    var (fits, expected) = (0, 0.0)
    for _ in 0..<8 {
      let text = (0..<4).map { _ in "\(Int.random(in: 1...9, using: &generator))" }.joined()
      let found = Self.table.forms(fitting: try DecimalInput("1." + text), atMost: 100_000)
      guard let last = found.last else { continue }
      (fits, expected) = (fits + found.count, expected + last.expectedByChance)
    }
    #expect(Double(fits) > expected / 3 && Double(fits) < expected * 3, "\(fits) fit, \(expected) expected")
  }

  @Test func longNumbersHaveNone() throws {
    let report = StructuredBasesTests.identification.identify(
      .digits(try DecimalInput("1.90216058231727182936")))
    #expect(report.nearest.isEmpty)
    let short = StructuredBasesTests.identification.identify(.digits(try DecimalInput("1.2337005501")))
    #expect(short.verdict != .graded(.conjecture) && short.findings.isEmpty != short.nearest.isEmpty)
  }
}
