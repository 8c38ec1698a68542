import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Fractions whose coefficients are functions of n beyond polynomials.
@Suite struct CoefficientFractionTests {
  private func value(_ text: String, digits: Int = 40) throws -> Evaluation {
    try Expression(parsing: text).evaluate(digits: digits)
  }

  /// Each with an expression of the same value by other means.
  @Test(arguments: [
    // Rogers and Ramanujan at q = e^(−2π): Hardy and Wright, chapter 19; Ramanujan's first letter.
    ("pcf(1, exp(-2*pi*n))", "exp(-2*pi/5)/(sqrt((5+sqrt(5))/2)-(1+sqrt(5))/2)"),
    // The same at q = −e^(−π).
    ("pcf(1, (-1)^n*exp(-pi*n))", "exp(-pi/5)/(sqrt((5-sqrt(5))/2)-(sqrt(5)-1)/2)"),
    // Bessel functions: pcf(c(n+1), 1) with a real c.
    ("pcf(sqrt(2)*(n+1), 1)", "besseli(0,sqrt(2))/besseli(1,sqrt(2))"),
    ("pcf(pi*(n+1), 1)", "besseli(0,2/pi)/besseli(1,2/pi)"),
    ("pcf(sqrt(2), 1)", "(sqrt(2)+sqrt(6))/2"), ("pcf(2*log(2), 1)", "log(2)+sqrt(1+log(2)^2)"),
  ])
  func valuesByOtherMeans(_ fraction: String, _ other: String) throws {
    let own = try value(fraction)
    let expected = try #require(try value(other, digits: 44).enclosure)
    #expect(own.outcome == .value && own.enclosure?.overlaps(expected) == true, "\(fraction)")
    #expect(own.enclosure?.decimal(digits: 38) != nil)
  }

  /// By gp, from behind at depth 300.
  @Test func valuesByPARI() throws {
    let cases: [(text: String, a: String, b: String)] = [
      ("pcf(2^n, 1)", "2^n", "1"), ("pcf(n!, 1)", "n!", "1"), ("pcf(n!, n^2)", "n!", "n^2"),
      ("pcf(3^n+n, 2^n)", "3^n+n", "2^n"), ("pcf(2^n, -1)", "2^n", "-1"),
      ("pcf(n+1, sqrt(n))", "n+1", "sqrt(n)"), ("pcf(1+2^(-n), 1/3^n)", "1+2^(-n)", "1/3^n"),
      ("pcf(binomial(2*n,n), n)", "binomial(2*n,n)", "n"), ("pcf(4, (1/2)^n)", "4", "(1/2)^n"),
      ("pcf(5, -(1/2)^n)", "5", "-(1/2)^n"),
    ]
    let claims = try cases.map { text, a, b in
      let own = try #require(try value(text).decimal(atMost: 40), "\(text)")
      return "abs(K(n->\(a), n->\(b))/(\(own.text)) - 1) < 10^-39"
    }
    let refuted = try Pari.refuted(
      claims,
      definitions: "default(realprecision,60);K(a,b)={my(t=0.);forstep(n=300,1,-1,t=b(n)/(a(n)+t));a(0)+t};")
    #expect(refuted.isEmpty)
  }

  @Test("even and odd convergents with limits of their own are both given")
  func oscillation() throws {
    for text in ["pcf(1, 2^n)", "pcf(1/2^n, 1)", "pcf(1, n!^2)", "pcf(1/n!, 2)"] {
      let own = try value(text, digits: 20)
      #expect(own.outcome == .oscillates(.evenAndOdd), "\(text): \(own.outcome)")
      let sides = try #require(own.sides)
      #expect(!sides.even.overlaps(sides.odd))
      #expect(sides.even.decimal(digits: 18) != nil && sides.odd.decimal(digits: 18) != nil)
    }
  }

  @Test("signs (−1)^e(n) go round in a cycle, and the value is that of the cycle")
  func signs() throws {
    for (text, cycle) in [
      ("pcf(1, (-1)^n)", "pcf(1, cycle(1, -1))"), ("pcf(2n+1, (-1)^n*n^2)", "pcf(2n+1, cycle(n^2, -n^2))"),
      ("pcf(3+(-1)^n, n)", "pcf(cycle(4, 2), n)"),
      ("pcf(5, (-1)^(n(n-1)/2))", "pcf(5, cycle(1, 1, -1, -1))"),
      ("pcf(5+(-1)^(n+1), (-1)^n*n)", "pcf(cycle(4, 6), cycle(n, -n))"),
    ] {
      #expect(try Expression(parsing: text) == Expression(parsing: cycle), "\(text)")
    }
    let binomial = try Expression(parsing: "pcf(9, (-1)^(n(n-1)(n-2)(n-3)/24))")
    guard case .call("pcf", let sides) = binomial.node, case .call("cycle", let parts) = sides[1].node else {
      Issue.record("no cycle")
      return
    }
    #expect(parts.map(\.integer) == [1, 1, 1, 1, -1, -1, -1, -1], "binomial(n, 4)")
  }

  @Test("what has no values, and what is no fraction, is said")
  func refusals() throws {
    #expect(throws: SyntaxError.self) { try value("pcf(1/n, 2^n)") }
    #expect(throws: SyntaxError.self) { try value("pcf(log(n), 1)") }
    #expect(throws: SyntaxError.self) { try value("pcf(m*2^n, 1)") }
    #expect(try value("pcf(2^n, n!*(n-3)*sqrt(2))").convergence == .finite)
    let slow = try value("pcf(sqrt(2), n^2)", digits: 30)
    if case .undetermined = slow.outcome {} else { Issue.record("\(slow.outcome)") }
  }
}
