import Testing
import WallisArithmetic
import WallisFormulas

/// Quotients that digits force, against definitions and tables.
@Suite struct ExpansionTests {
  /// The definition itself on an exact fraction: floor or ceiling by the sign, then the reciprocal of the distance.
  static func direct(_ x: Rational, _ signs: SignPeriod, count: Int) -> [Integer] {
    var (rest, terms) = (x, [Integer]())
    for index in 0..<count {
      let below = rest.numerator.floorDivided(by: rest.denominator)
      guard !rest.isInteger else { break }
      let term = signs.isNegative(below: index) ? below + 1 : below
      terms.append(term)
      rest = (signs.isNegative(below: index) ? -1 : 1) / (rest - Rational(term))
    }
    return terms
  }

  @Test(arguments: SignPeriod.primitive(lengths: 1...5))
  func rewritingIsTheDefinition(_ signs: SignPeriod) throws {
    // A fraction with a long expansion stands for the irrational number between its neighbours.
    let x = Rational(Integer(3).power(97), Integer(2).power(149))
    let direct = Self.direct(x, signs, count: 40)
    let expansion = NumberExpansion(
      from: x - Rational(1, Integer(10).power(90)), to: x + Rational(1, Integer(10).power(90)),
      .signs(signs), count: 40)
    #expect(expansion.terms.count >= 20)
    #expect(expansion.terms == Array(direct.prefix(expansion.terms.count)))
  }

  /// A000796's companion A001203, the quotients of π, from 30 digits: no more than they force, and not one fewer.
  @Test func digitsForceSoManyTerms() throws {
    let pi = [
      3, 7, 15, 1, 292, 1, 1, 1, 2, 1, 3, 1, 14, 2, 1, 1, 2, 2, 2, 2, 1, 84, 2, 1, 1, 15, 3, 13, 1, 4,
    ]
    let (low, high) = (Integer("31415926535897932384"), Integer("31415926535897932385"))
    let unit = Integer(10).power(19)
    let (lower, upper) = (Rational(try #require(low), unit), Rational(try #require(high), unit))
    let forced = NumberExpansion(from: lower, to: upper, .signs(.plus), count: 100).terms
    #expect(forced == pi.prefix(forced.count).map { Integer($0) })
    let common = zip(lower.partialQuotients, upper.partialQuotients).prefix { $0 == $1 }.count
    #expect(forced.count >= common - 1 && forced.count <= common && common >= 15)
  }

  @Test func numberOfPrimitivePeriods() {
    let counts = (1...6).map { SignPeriod.primitive(lengths: $0...$0).count }
    #expect(counts == [2, 2, 6, 12, 30, 54])
  }

  @Test(arguments: [("-,+", "-+"), ("+-+-", "+-+-"), ("−", "-")])
  func periodsAreRead(_ text: String, _ read: String) { #expect(SignPeriod(text)?.description == read) }

  @Test func periodsThatAreNone() {
    #expect(SignPeriod("") == nil && SignPeriod("+x") == nil)
    #expect(SignPeriod("+-+-")?.primitive == SignPeriod("+-"))
  }

  /// Fractions with many quotients, rewritten from a half-gcd, against the definition step by step.
  @Test(arguments: SignPeriod.primitive(lengths: 1...4))
  func longFractionsAreTheDefinition(_ signs: SignPeriod) {
    let x = Rational(Integer(7).power(200), Integer(2).power(300) + 1)
    let expansion = NumberExpansion(x, .signs(signs), count: 100_000)
    let direct = Self.direct(x, signs, count: 100_000)
    #expect(expansion.isComplete && expansion.terms.count >= direct.count)
    #expect(Array(expansion.terms.prefix(direct.count)) == direct)
    // Put together again they are the fraction.
    let value = zip(expansion.terms, expansion.isNegative).reversed().reduce(nil as Rational?) { rest, step in
      guard let rest else { return Rational(step.0) }
      return Rational(step.0) + (step.1 ? -1 : 1) / rest
    }
    #expect(value == x)
  }

  /// The first of 880,000 quotients do not wait for the others.
  @Test func aFewQuotientsOfAHugeFraction() {
    let x = Rational(Integer(3).power(1_000_000), Integer(2).power(1_500_001))
    let expansion = NumberExpansion(x, .signs(SignPeriod(isNegative: [true])), count: 3)
    #expect(expansion.terms.count == 3 && !expansion.isComplete)
    #expect(expansion.terms[0] == x.numerator.floorDivided(by: x.denominator) + 1)
  }

  @Test func nearestQuotientsOfLongFractions() {
    let x = Rational(Integer(7).power(200), Integer(2).power(300) + 1)
    let expansion = NumberExpansion(x, .nearestInteger, count: 100_000)
    #expect(expansion.isComplete && expansion.terms.dropFirst().allSatisfy { $0 >= 2 })
    let value = zip(expansion.terms, expansion.isNegative).reversed().reduce(nil as Rational?) { rest, step in
      guard let rest else { return Rational(step.0) }
      return Rational(step.0) + (step.1 ? -1 : 1) / rest
    }
    #expect(value == x)
  }

  @Test func fractionsThatIntervalsShow() {
    #expect(Rational.simplest(from: Rational(3141, 1000), to: Rational(3142, 1000)) == Rational(245, 78))
    #expect(Rational.simplest(from: Rational(-1, 3), to: Rational(1, 7)) == 0)
    let third = Rational(Integer("33333333333333333333333333333333") ?? 0, Integer(10).power(32))
    let unit = Rational(1, Integer(10).power(32))
    #expect(Rational.apparent(from: third - unit, to: third + unit) == Rational(1, 3))
    #expect(Rational.apparent(from: Rational(3141, 1000), to: Rational(3142, 1000)) == nil)
  }

  @Test func fractionsEnd() {
    let simple = NumberExpansion(Rational(-355, 113), .signs(.plus), count: 50)
    #expect(simple.isComplete && simple.terms == [-4, 1, 6, 16])
    let nearest = NumberExpansion(Rational(355, 113), .nearestInteger, count: 50)
    #expect(nearest.description == "[3; 7, 16]")
  }

  /// π = [3; 7, 16, −294, 3, −4, 5, −15, …] by nearest integers (A133593), the signs carried into the numerators.
  @Test func nearestIntegers() throws {
    let digits = try #require(Integer("314159265358979323846264338327950288419716939937510"))
    let unit = Integer(10).power(50)
    let expansion = NumberExpansion(
      from: Rational(digits, unit), to: Rational(digits + 1, unit), .nearestInteger, count: 8)
    #expect(expansion.terms == [3, 7, 16, 294, 3, 4, 5, 15])
    #expect(expansion.isNegative.prefix(7) == [false, false, true, true, true, true, true])
  }
}
