import Testing

@testable import WallisFormulas

@Suite struct NotationPreferencesTests {
  private func text(_ words: String, _ source: String) throws -> String {
    try NotationPreferences(words: words).text(Expression(parsing: source))
  }

  @Test(arguments: [
    ("unicode", "pi^2/6", "π²/6"), ("zeta", "pi^2/6", "zeta(2)"), ("zeta", "5*pi^4", "450*zeta(4)"),
    ("zeta unicode", "12/pi^2-1", "2/ζ(2)−1"), ("pi", "zeta(2)", "pi^2/6"),
    ("pi", "3/(2*zeta(4))", "135/pi^4"),
    ("pi", "zeta(3)", "zeta(3)"), ("zeta", "pi", "pi"), ("zeta", "4/(pi-2)", "4/(pi-2)"),
    ("G", "2*catalan+1", "2G+1"), ("gamma", "lemniscate^2", "gamma(1/4)^4/(8pi)"),
    ("gamma", "gauss", "gamma(1/4)^2/(2pi*sqrt(2pi))"), ("lemniscate", "gamma(1/4)^4/pi", "8lemniscate^2"),
    ("lemniscate", "gauss", "lemniscate/pi"), ("lemniscate", "gamma(1/4)", "gamma(1/4)"),
    ("plain", "1/2+pi^2", "1/2+pi^2"),
  ])
  func closedFormsAreWrittenAsPreferred(_ words: String, _ source: String, _ expected: String) throws {
    #expect(try text(words, source).replacing("*", with: "") == expected.replacing("*", with: ""), "\(words)")
  }

  /// Whatever is preferred, the number is the same: checked in balls of 60 digits.
  @Test(arguments: ["zeta", "pi", "gamma", "lemniscate", "zeta gamma", "pi lemniscate"])
  func theNumberIsTheSame(_ words: String) throws {
    let preferences = try NotationPreferences(words: words)
    for source in [
      "pi^2/6", "-7*pi^6/(3*zeta(4))", "(pi^2-1)/(2+zeta(2))", "gauss^3*pi", "lemniscate^2/gamma(1/4)^6",
      "sqrt(gauss)+log(2)*pi^2", "pi^(1/2)*pi^4", "1-gamma(1/4)^2/lemniscate", "pi^12", "exp(pi^2/6)",
    ] {
      let expression = try Expression(parsing: source)
      let other = preferences.rewritten(expression)
      let difference = try Expression(.difference(expression, other)).evaluate(digits: 40).enclosure
      #expect(difference?.containsZero == true, "\(source) by \(words): \(preferences.text(expression))")
      #expect(preferences.rewritten(other) == other, "\(source) by \(words) twice")
    }
  }

  @Test func wordsAreReadAndUnknownOnesRefused() throws {
    #expect(try NotationPreferences(words: "zeta, unicode, pi").evenZeta == .pi)
    #expect(throws: NotationPreferences.UnknownWord(word: "greek")) {
      try NotationPreferences(words: "zeta greek")
    }
    for word in NotationPreferences.words { _ = try NotationPreferences(words: word) }
  }
}
