import Testing
import WallisArithmetic
import WallisFormulas
import WallisMatrixFields
import WallisSearch

/// Patterns of single numbers, from the tables.
@Suite struct PatternTests {
  static func verdict(_ number: String, _ signs: String, terms: Int = 105) throws -> PatternScan.Verdict {
    let expression = try Expression(parsing: number)
    let ball = try #require(try expression.evaluate(digits: 1100).enclosure)
    let scan = PatternScan(ForcedQuotients(ball), terms: terms, bound: (terms - 12) / 2)
    return scan.verdict(try #require(SignPeriod(signs)))
  }

  static func approved(_ number: String, _ signs: String) throws -> PatternScan.Pattern {
    guard case .approved(let pattern) = try verdict(number, signs) else {
      Issue.record("\(number) \(signs) is not approved")
      throw Missing()
    }
    return pattern
  }

  struct Missing: Error {}

  @Test(arguments: EsmaTable.plain + EsmaTable.images)
  func tabulatedRules(_ row: EsmaTable.Row) throws {
    let pattern = try Self.approved(row.number, row.signs)
    if let complexity = row.complexity { #expect(pattern.complexity == complexity) }
    #expect(pattern.digits >= 1000)
    let parts = try #require(InterlacedChannels(pattern.recurrence))
    // The table may write a preperiod that the rule covers already, or channels twice over.
    let terms = pattern.recurrence.terms(60)
    for (index, text) in row.channels.enumerated() {
      let channel = try Self.polynomial(text)
      for m in 0..<10 {
        let place = row.preperiod.count + row.channels.count * m + index
        guard place < 60 else { continue }
        #expect(terms[place] == Rational(channel.value(at: m)) && parts.term(place) == terms[place])
      }
    }
    #expect(terms.prefix(row.preperiod.count) == row.preperiod.map { Rational(Integer($0)) }[...])
  }

  /// Values to 40 digits, and errors of fractions of 100 terms, of every tabulated fraction.
  @Test(arguments: EsmaValuesTable.rows)
  func tabulatedErrors(_ row: EsmaValuesTable.Row) throws {
    let formula = try #require(FormulaKinds.standard.formula(key: "signed " + row.key))
    let fraction = try #require(SignedFraction(formula))
    let number = try #require(try Expression(parsing: row.number).evaluate(digits: 600).enclosure)
    #expect(number.decimal(digits: 40).map { "\($0)" } == row.value)
    let error = number - Ball(try #require(fraction.convergent(99)), bits: number.bits)
    let scaled = error * Ball(Rational(Integer.powerOfTen(-row.error.power)), bits: number.bits)
    #expect(abs(abs(scaled.approximation) - row.error.digits) <= 0.051, "\(scaled.approximation)")
    // The rule again from the number alone.
    let forced = ForcedQuotients(number).integers
    let expansion = SignedExpansion.terms(forced, signs: fraction.signs, count: 100)
    #expect(expansion == fraction.denominators(100))
  }

  /// Hurwitz: interlaced progressions, from digits alone; e^(1/k), e^(2/k), k tan(1/k) as Perron lists them.
  @Test(arguments: [
    ("exp(1/3)", "[1, 6m+2, 1]"), ("exp(2/3)", "[1, 9m+1, 36m+18, 9m+7, 1]"),
    ("3*tan(1/3)", "[1, 36m+25, 1, 4m+3]"),
    ("tanh(1/2)", "[0; 4m+2]"), ("sqrt(e)", "[1, 4m+1, 1]"),
  ])
  func hurwitzNumbers(_ number: String, _ pattern: String) throws {
    let found = try Self.approved(number, "+")
    let fraction = try #require(SignedFraction(signs: .plus, found.recurrence))
    #expect(fraction.pattern == pattern)
  }

  /// Polynomials of degree 1 in m.
  static func polynomial(_ text: String) throws -> Polynomial {
    let parts = text.split(separator: "m", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return Polynomial([try #require(Int(text))]) }
    return Polynomial([Int(parts[1].dropFirst()) ?? 0, Int(parts[0]) ?? 1])
  }

  /// Every value of the published list, with its recurrence.
  @Test func publishedValues() throws {
    for (number, signs, terms, connection) in EsmaTable.published {
      let pattern = try Self.approved(number, signs)
      #expect(pattern.connection == connection.map { Integer($0) }, "\(number)")
      #expect(pattern.recurrence.terms(terms.count) == terms.map { Rational(Integer($0)) }, "\(number)")
    }
  }

  /// All-minus quotients of e have growing runs of twos: no recurrence.
  @Test func signsWithoutPattern() throws {
    #expect(try Self.verdict("e", "-") == .nothing)
  }

  /// 292 in π becomes 291 twos under minus signs: a hit whose continuation would be rational.
  @Test func runsOfTwosAreRefused() throws {
    guard case .rationalTail = try Self.verdict("pi", "-", terms: 60) else {
      Issue.record("the run of twos of π is no rational tail")
      return
    }
  }

  /// Lehmer: A + 1/(A+D + 1/(A+2D + …)) = I_{A/D−1}(2/D)/I_{A/D}(2/D), with minus signs J instead of I. From digits alone.
  @Test(arguments: [
    ("besseli(1/2,1)/besseli(3/2,1)", "+", 3, 2), ("besseli(2/3,2/3)/besseli(5/3,2/3)", "+", 5, 3),
    ("besseli(-3/4,1/2)/besseli(1/4,1/2)", "+", 1, 4), ("besselj(1/2,1)/besselj(3/2,1)", "-", 3, 2),
    ("besselj(2/3,2/3)/besselj(5/3,2/3)", "-", 5, 3),
  ])
  func lehmerNumbers(_ number: String, _ signs: String, _ first: Int, _ step: Int) throws {
    let pattern = try Self.approved(number, signs)
    let channels = try #require(InterlacedChannels(pattern.recurrence)).channels
    #expect(channels.map(\.polynomial) == [Polynomial([first, step])])
  }

  /// Tasoev: [0; 2, 4, 8, …] is a quotient of two series, summed here. At 105 terms the denominators exceed words.
  @Test(arguments: [(40, 1200), (105, 4200)])
  func tasoevNumber(terms: Int, digits: Int) throws {
    let value = Self.tasoev()
    let margin = Rational(1, Integer.powerOfTen(digits))
    let scan = PatternScan(
      ForcedQuotients(from: value - margin, to: value + margin), terms: terms, bound: (terms - 12) / 2)
    guard case .approved(let pattern) = scan.verdict(.plus) else {
      Issue.record("Tasoev's number is not approved: \(scan.verdict(.plus))")
      return
    }
    let parts = try #require(InterlacedChannels(pattern.recurrence))
    #expect(parts.preperiod == [0] && parts.channels.map { "\($0)" } == ["2*2^m"])
  }

  static func tasoev() -> Rational {
    func sum(_ exponent: (Int) -> Int) -> Rational {
      var (total, divisor) = (Rational(0), Integer(1))
      for s in 0..<130 {
        if s > 0 { divisor *= Integer(2).power(2 * s) - 1 }
        total = total + Rational(1, Integer(2).power(exponent(s)) * divisor)
      }
      return total
    }
    return sum { ($0 + 1) * ($0 + 1) } / sum { $0 * $0 }
  }

  /// Fibonacci numbers as quotients: a recurrence whose terms have no channels.
  @Test func recurrenceWithoutChannels() throws {
    var quotients: [Integer] = [1, 1]
    while quotients.count < 160 {
      quotients.append(quotients[quotients.count - 1] + quotients[quotients.count - 2])
    }
    let (p, q) = quotients.reversed().reduce((Integer(1), Integer(0))) { ($1 * $0.0 + $0.1, $0.0) }
    let value = Rational(p, q)
    let margin = Rational(1, Integer.powerOfTen(4000))
    let scan = PatternScan(ForcedQuotients(from: value - margin, to: value + margin), terms: 105, bound: 46)
    guard case .approved(let pattern) = scan.verdict(.plus) else {
      Issue.record("not approved: \(scan.verdict(.plus))")
      return
    }
    let fraction = try #require(SignedFraction(signs: .plus, pattern.recurrence))
    #expect(fraction.kind == .recurrent && Formula(fraction).key == "signed + 1,1 ~1,-1,-1")
    #expect(FormulaKinds.standard.formula(key: "signed + 1,1 ~1,-1,-1") == Formula(fraction))
    #expect(fraction.description == "+ [1, 1, …; a(n) = a(n-1)+a(n-2)]")
    #expect(fraction.denominators(160) == quotients)
    let long = SignedFraction(signs: .plus, initial: [1, 2, 3, 4, 5, 6, 7], connection: [1, 0, 0, -2])
    #expect(long.pattern == "[1, 2, 3, 4, 5, 6, …; a recurrence of length 7]")
  }
}
