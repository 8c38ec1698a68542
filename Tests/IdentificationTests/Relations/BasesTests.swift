import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// What the scopes beyond the table of constants find, rule out and refuse.
@Suite struct BasesTests {
  static let standard = Identification(scope: .standard)

  static func report(
    _ expression: String, digits: Int, _ identification: Identification = standard
  ) throws -> IdentificationReport {
    let text = try IdentificationTests.typed(expression, digits: digits)
    return identification.identify(.digits(try DecimalInput(text)))
  }

  static func constants(_ names: String...) throws -> [Constant] {
    try names.map { name in
      try Constant.expression(try Expression(parsing: name), digits: 60)
    }
  }

  /// The value typed, and the closed form that is expected: the one that the value was made from.
  @Test(arguments: [
    ("5^(1/3)", "cbrt(5)"), ("(1+cbrt(5))/3", "(1+cbrt(5))/3"), ("cbrt(7)-2", "cbrt(7)-2"),
    ("(1-cbrt(5))/3", "(1-cbrt(5))/3"), ("3^(1/5)", "3^(1/5)"),
    ("-(5/7)^(1/6)", "-(5/7)^(1/6)"), ("2^(1/8)", "2^(1/8)"), ("pi*e", "pi*e"),
    ("(3+2pi*catalan)/7", "(2pi*catalan+3)/7"), ("pi/e", "pi/e"), ("(pi+2e)/(3pi-e)", "(pi+2*e)/(3pi-e)"),
    ("pi^3/32", "pi^3/32"), ("sqrt(pi)/2", "sqrt(pi)/2"), ("1/(log(pi)+1)", "1/(log(pi)+1)"),
    ("pi+e", "pi+e"),
    ("(2pi-3log(2)+1)/4", "(2pi-3log(2)+1)/4"), ("1/(pi*e)", "1/(pi*e)"),
  ])
  func standardScopeFinds(_ expression: String, _ form: String) throws {
    let report = try BasesTests.report(expression, digits: 60)
    let best = try #require(report.best)
    #expect("\(best.formula)" == form)
    #expect(best.grade == .conjecture)
    let value = try #require(try Expression(parsing: expression).evaluate(digits: 90).enclosure)
    #expect(best.formula.ball(bits: 300).overlaps(value) && best.formula.ball(bits: 300).relativeDigits >= 88)
    #expect(try Expression(parsing: form).evaluate(digits: 80).enclosure?.overlaps(value) == true)
  }

  /// sqrt(2) + cbrt(3) has degree 6; its minimal polynomial is a textbook exercise.
  @Test func algebraicNumbersAreNamedByTheirPolynomial() throws {
    let report = try BasesTests.report("sqrt(2)+cbrt(3)", digits: 80)
    let best = try #require(report.best)
    #expect("\(best.formula)" == "root of x^6-6x^4-6x^3+12x^2-36x+1 near 2.8564631")
    #expect(best.grade == .conjecture)
    #expect(best.basis == .algebraic(degree: 6))
  }

  @Test func chosenConstantsToATotalDegree() throws {
    let chosen = try BasesTests.constants("pi", "log(2)", "catalan")
    let identification = Identification(scope: .among(chosen, degree: 2))
    let report = try BasesTests.report("(3pi*log(2)-2catalan+5log(2)^2)/7", digits: 80, identification)
    let best = try #require(report.best)
    #expect("\(best.formula)" == "(3pi*log(2)-2catalan+5log(2)^2)/7")
    #expect(best.formula.text(.unicode) == "(3π·log(2)−2catalan+5log(2)²)/7")
    #expect(best.grade == .conjecture)
    #expect(best.reason == "found from the first 53 digits, predicts the next 27")
  }

  /// Nine images, combinations of 3 and of 9 monomials, a quotient, fractions and quadratic numbers.
  @Test func everyChosenBasisIsExcluded() throws {
    let chosen = try BasesTests.constants("pi", "log(2)", "catalan")
    let report = try BasesTests.report(
      "zeta(3)", digits: 80, Identification(scope: .among(chosen, degree: 2)))
    #expect(report.verdict == .nothing && report.basesTried == 14 && report.excluded.count == 14)
    let longest = try #require(report.excluded.first { $0.basis.description.hasSuffix("catalan^2") })
    #expect(longest.exponent >= 4)
  }

  /// √2·√2 and √3·√3 are fractions: they take no place in the relation.
  @Test func dependentMonomialsAreLeftOut() throws {
    let chosen = try BasesTests.constants("sqrt(2)", "sqrt(3)")
    let identification = Identification(scope: .among(chosen, degree: 2))
    #expect(identification.constants.map(\.name) == ["sqrt(2)", "sqrt(3)", "sqrt(2)*sqrt(3)"])
    let report = try BasesTests.report("7+2sqrt(2)-5sqrt(6)", digits: 60, identification)
    #expect(report.best.map { "\($0.formula)" } == "2sqrt(2)-5sqrt(2)*sqrt(3)+7")
  }

  @Test func relatedConstantsAreNoticed() throws {
    #expect(
      SearchScope.dependence(among: try BasesTests.constants("pi", "zeta(2)", "pi^2")) == "6zeta(2)-pi^2 = 0")
    #expect(SearchScope.dependence(among: try BasesTests.constants("pi", "e", "catalan")) == nil)
  }

  /// More than a thousand bases: every kind of them is excluded below a bound that the digits allow.
  @Test func noiseIsExcludedEverywhere() throws {
    let report = BasesTests.standard.identify(
      .digits(try DecimalInput("1.9021605823172718293645546372819205463718293746152839405")))
    #expect(report.verdict == .nothing && report.basesTried > 1000)
    let kinds = report.excluded.compactMap { row in
      if case .each(let kind, _) = row.basis { kind } else { nil }
    }
    #expect(
      kinds == [
        .functions, .factors, .graded, .powers, .multiples, .specialValues, .products, .pairs, .quotients,
        .triples,
        .quadruples,
      ])
    // Four terms share 56 digits: no bound can lie above 10^14, and little is lost below it.
    let bounds = report.excluded.filter {
      $0.basis.description.hasPrefix("(p+q*") && !$0.basis.description.contains("+r*d")
    }.map(\.exponent)
    #expect(bounds.allSatisfy { (9...14).contains($0) })
  }

  /// A budget ends the search wherever it is; more budget finds what less did not.
  @Test func wideSearchGrowsWithItsBudget() throws {
    let text = try IdentificationTests.typed("3pi+catalan-2khinchin", digits: 60)
    let small = Identification(scope: .wide(budget: 500)).identify(.digits(try DecimalInput(text)))
    #expect(small.verdict == .nothing && small.basesTried == 500)
    var calls = 0
    let stopped = Identification(scope: .wide(budget: 500)).identify(.digits(try DecimalInput(text))) { _ in
      calls += 1
      return calls < 200
    }
    #expect(stopped.basesTried == 200)
  }

}
