import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// Constants that coefficients suggest, against the classical fractions of Lambert, Gauss, Euler and Bessel quotients.
@Suite struct SuggestedConstantsTests {
  private static let identification = Identification(scope: .table)

  private func fraction(_ a: String, _ b: String) throws -> ContinuedFraction {
    try #require(try Expression(parsing: "pcf(\(a), \(b))").continuedFraction())
  }

  /// Limits by the formulas of Cuyt et al., *Handbook of Continued Fractions for Special Functions* (2008): tangents
  /// (11.3.7), arctangents and logarithms (11.3.8, 11.2.4), e^z (11.1.2), Bessel functions (17.1.38).
  @Test(
    arguments: [
      ("2n+1", "-7", "sqrt(7)/tan(sqrt(7))"), ("2n+1", "7", "sqrt(7)/tanh(sqrt(7))"),
      ("2n+1", "4", "2/tanh(2)"),
      ("2n+1", "5n^2", "sqrt(5)/atan(sqrt(5))"), ("10n+5", "-n^2", "2/log(3/2)"), ("6n+3", "2n^2", nil),
      ("n+5", "5n", nil), ("n+5", "-4n", "4exp(4)/(exp(4)-1)"), ("3n+1", "2", nil), ("5n+2", "-3", nil),
      ("(n+1)(2n+1)", "28n(n+1)", nil),
    ] as [(String, String, String?)])
  func limitsAreImagesOfWhatIsSuggested(_ a: String, _ b: String, _ expected: String?) throws {
    let fraction = try fraction(a, b)
    let source = try #require(NumberSource(limitOf: fraction))
    #expect(Self.identification.identify(source).best == nil)
    let report = Self.identification.identify(source, suggested: Constant.suggested(by: fraction))
    let best = try #require(report.best)
    #expect(best.grade == .conjecture)
    let value = try Expression(parsing: "\(best.formula)").evaluate(digits: 60).enclosure
    #expect(try value?.overlaps(#require(fraction.evaluate(digits: 60).enclosure)) == true)
    #expect(best.formula.closedForm.constant(ofLimit: fraction) != nil)
    guard let expected else { return }
    let known = try Expression(parsing: expected).evaluate(digits: 60).enclosure
    #expect(try value?.overlaps(#require(known)) == true)
  }

  @Test func nothingIsSuggestedTwiceNorFromTheTable() throws {
    for c in 1...5 {
      for e in -5...5 {
        let fraction = try fraction("\(c)n+1", "(\(e))n^2+3n")
        let names = Constant.suggested(by: fraction).map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { Constant.named($0) == nil })
      }
    }
  }

  @Test func otherFractionsSuggestNothing() throws {
    for (a, b) in [("n^2+1", "n"), ("3", "n^2"), ("n", "n^3"), ("5", "2")] {
      let fraction = try fraction(a, b)
      #expect(Constant.suggested(by: fraction).isEmpty)
    }
  }
}
