import Testing
import WallisArithmetic

@testable import WallisFormulas

/// How sums are read, written and stored.
@Suite struct SeriesTextTests {
  @Test(
    "what other programs write is refused with the form that is read",
    arguments: [
      ("sum(1/n^3, n=1..oo)", "sum(n=1..inf, 1/n^3)"),
      ("Sum[1/n^3, {n, 1, Infinity}]", "sum(n=1..inf, 1/n^3)"),
      ("sum(n=1, oo, 1/n^3)", "sum(n=1..inf, 1/n^3)"), ("suminf(n=1, 1/n^3)", "sum(n=1..inf, 1/n^3)"),
      ("Sum((-1)^n/(2*n + 1), (n, 0, oo))", "sum(n=0..inf, (-1)^n/(2*n + 1))"),
      ("nsum(lambda k: 1/k**2, [1, inf])", "sum(k=1..inf, 1/k^2)"),
      ("1+Sum[Binomial[2k,k]/8^k,{k,0,Infinity}]", "1+sum(k=0..inf, binomial(2k,k)/8^k)"),
      ("prodinf(n=2, 1-1/n^2)", "product(n=2..inf, 1-1/n^2)"),
    ])
  func foreignSpellings(_ text: String, _ own: String) throws {
    #expect(ForeignSpelling(text)?.rewritten == own)
    _ = try Expression(parsing: own)
    do throws(SyntaxError) {
      _ = try Expression(parsing: text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.remedy?.contains(own) == true, "\(error)")
    }
  }

  @Test func textsAndEncodingsComeBack() throws {
    for text in [
      "sum(k=1..inf, 1/k^2)", "1-sum(k=0..3, product(j=1..k, j)/2^k)", "product(n=2..inf, 1-1/n^2)^2",
    ] {
      let expression = try Expression(parsing: text)
      #expect(ExpressionWriter(.plain).text(expression) == text)
      #expect(try Expression(encoded: expression.encoded) == expression)
      #expect(try Expression(parsing: ExpressionWriter(.unicode).text(expression)) == expression)
    }
  }

  @Test func notations() throws {
    let sum = try Expression(parsing: "sum(k=1..inf, 1/k^2)")
    #expect(ExpressionWriter(.latex).text(sum) == "\\sum_{k=1}^{\\infty} \\frac{1}{{k}^{2}}")
    #expect(ExpressionWriter(.gp).text(sum) == "sumnum(k=1, 1/k^2)")
    #expect(ExpressionWriter(.mpmath).text(sum) == "nsum(lambda k: mpf(1)/k**mpf(2), [mpf(1), inf])")
    let alternating = try Expression(parsing: "sum(k=1..inf, (-1)^k/k)")
    #expect(ExpressionWriter(.gp).text(alternating).hasPrefix("sumalt(k=1, "))
  }

  @Test func anIndexHidesANameOfTheSameLetters() throws {
    let expression = try Expression(parsing: "k+sum(k=1..k, k)")
    let replaced = expression.replacing(.name("k"), with: .integer(4))
    #expect(try replaced.evaluate(digits: 10).outcome == .rational(14))
  }

  /// A series, its key and Euler's fraction: Leibniz's series is Brouncker's fraction.
  @Test func seriesAsFormulas() throws {
    let leibniz = try #require(Series(try Expression(parsing: "sum(j=1..inf, (-1)^(j-1)/(2j-1))")))
    #expect(leibniz.key == "sum -1 - 1 2,1")
    #expect("\(leibniz)" == "sum(k=0..inf, (-1)^k/(2*k+1))")
    let image = try #require(leibniz.eulerFraction)
    #expect(image.fraction == ContinuedFraction(a: [2], b: [1, 4, 4]), "\(image.text)")
    for text in [
      "sum(k=0..inf, (6k+1)*binomial(2k,k)^3/256^k)", "sum(k=1..inf, k/2^k)", "sum(k=5..inf, 1/(k^2+k+1))",
      "sum(k=1..inf, k!^2/(2k)!*(-1/3)^k)", "sum(k=0..inf, (k-3)/3^k)",
    ] {
      let series = try #require(Series(try Expression(parsing: text)), "\(text)")
      let again = try #require(Series(keyWords: series.keyText.split(separator: " ")))
      #expect(again == series)
      #expect(Series(try Expression(parsing: "\(series)")) == series, "\(series)")
      let value = try #require(try Expression(parsing: text).evaluate(digits: 40).enclosure)
      let own = try #require(series.limit?.enclosure(40))
      #expect(own.overlaps(value) && own.accurateDigits >= 40, "\(text)")
      let euler = try #require(series.eulerFraction)
      let fraction = try #require(
        try Expression(parsing: euler.text).evaluate(digits: 40).enclosure, "\(euler.text)")
      #expect(fraction.overlaps(value), "\(text): \(euler.text)")
    }
  }

  @Test func sumsOfSeveralKindsOfTermsAreNoSeries() throws {
    for text in [
      "sum(k=1..inf, 1/k^2+1/2^k)", "sum(k=1..inf, H(k)/2^k)", "sum(k=1..5, k)", "product(k=1..inf, 1)",
    ] {
      #expect(Series(try Expression(parsing: text)) == nil, "\(text)")
    }
  }
}
