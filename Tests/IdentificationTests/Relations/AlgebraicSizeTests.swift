import Foundation
import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// Equalities of algebraic numbers are proved by sizes: every bound holds, nothing unequal passes.
@Suite struct AlgebraicSizeTests {
  /// Numbers with their minimal polynomials, by PARI 2.15 `algdep` at 200 digits; their degree and Mahler measure are at
  /// most what the size says.
  @Test(arguments: [
    ("1/7", [-1, 7]), ("sqrt(2)", [-2, 0, 1]), ("3/5-sqrt(7)/2", [-139, -120, 100]), ("phi", [-1, -1, 1]),
    ("sqrt(2)+sqrt(3)", [1, 0, -10, 0, 1]), ("sqrt(5)^3/cbrt(4)", [-1_953_125, 0, 0, 0, 0, 0, 16]),
    ("2cos(2pi/7)", [-1, -2, 1, 1]), ("sin(pi/12)", [1, 0, -16, 0, 16]), ("tan(pi/8)", [-1, 2, 1]),
    ("cos(-3pi/5)", [-1, -2, 4]), ("sqrt(sqrt(2)+1)", [-1, 0, -2, 0, 1]), ("2^(-3/4)", [-1, 0, 0, 0, 8]),
    ("abs(1-sqrt(2))", [-1, 2, 1]),
  ])
  func boundsHold(text: String, coefficients: [Int]) throws {
    let expression = try Expression(parsing: text)
    let size = try #require(AlgebraicSize(expression), "\(text)")
    let polynomial = Polynomial(coefficients.map { Integer($0) })
    let value = try #require(try expression.evaluate(digits: 100).enclosure)
    #expect(polynomial.value(at: value).containsZero, "\(text)")
    #expect(polynomial.irreducibleFactors.count == 1 && size.degree % polynomial.degree == 0, "\(text)")
    let measure = polynomial.complexRoots(bits: 100).reduce(abs(polynomial.leading.approximation)) {
      $0 * max(1, ($1.real * $1.real + $1.imaginary * $1.imaginary).approximation.squareRoot())
    }
    #expect(size.height * Double(polynomial.degree) >= log2(measure) - 1e-9, "\(text): \(size.height)")
  }

  @Test(arguments: ["pi", "e", "2^sqrt(2)", "sin(1)", "sin(pi^2)", "log(2)", "pcf(2n+1, n^2)", "cos(pi/7+1)"])
  func otherNumbersHaveNone(text: String) throws {
    #expect(AlgebraicSize(try Expression(parsing: text)) == nil)
  }

  /// Degrees and heights beyond any word end nothing: such numbers have no size, or one by which nobody decides.
  @Test(arguments: [
    "sin(pi/9973)*sin(pi/9967)*sin(pi/9949)*sin(pi/9941)*sin(pi/9931)", "(1^(10^400))^0*sqrt(2)",
    "1^(10^30)*(sqrt(2)+cbrt(3))", "sqrt(2)^(1/10^18)", "tan(pi/10^30)",
  ])
  func sizesBeyondAWordDecideNothing(text: String) throws {
    let size = AlgebraicSize(try Expression(parsing: text))
    #expect(size?.separationBits == nil)
  }

  /// A minimal polynomial that no size proves is a conjecture, and is told.
  @Test func whatIsNotProvedIsStillFound() throws {
    let report = try Self.report("1^(10^30)*(2^(1/4)+3^(1/4))")
    #expect(report.verdict == .graded(.conjecture))
    #expect(report.best.map { "\($0.formula)" }?.contains("x^16") == true)
  }

  static let search = Identification(scope: .standard)

  static func report(_ text: String) throws -> IdentificationReport {
    let expression = try Expression(parsing: text)
    return search.identify(
      .recomputable(
        { try? expression.evaluate(digits: $0).enclosure }, algebraic: AlgebraicSize(expression)))
  }

  /// Denestings of Ramanujan's (Berndt, "Ramanujan's Notebooks" IV, chapter 22), and others.
  @Test(arguments: [
    ("sqrt(3+2sqrt(2))-1-sqrt(2)", "0"), ("cbrt(cbrt(2)-1)-cbrt(1/9)+cbrt(2/9)-cbrt(4/9)", "0"),
    ("cbrt(2+sqrt(5))-phi", "0"), ("tan(pi/8)", "sqrt(2)-1"), ("cos(pi/5)*2", "phi"),
    ("sqrt(cbrt(5)-cbrt(4))-(cbrt(2)+cbrt(20)-cbrt(25))/3", "0"),
  ])
  func equalNumbersAreProved(text: String, form: String) throws {
    let report = try Self.report(text)
    #expect(report.verdict == .graded(.certified), "\(text)")
    #expect(report.best.map { "\($0.formula)" } == form)
    #expect(report.best?.evidence.check == .exact)
  }

  /// Numbers that are nearly 0 (the first is the least difference of two sums of two square roots to 20, The Open Problems
  /// Project, problem 33).
  @Test(arguments: [
    "sqrt(10)+sqrt(11)-sqrt(5)-sqrt(18)",
    "sqrt(2)+1/10^90-sqrt(2)", "sqrt(1+1/10^120)-1",
  ])
  func nearNumbersAreNot(text: String) throws {
    let expression = try Expression(parsing: text)
    let value = try #require(try expression.evaluate(digits: 400).enclosure)
    #expect(!value.containsZero, "\(text)")
    let size = try #require(AlgebraicSize(expression))
    let bits = try #require(size.separationBits)
    #expect(!size.isZero { try? expression.evaluate(digits: $0).enclosure }, "\(text)")
    #expect(value.magnitudeExponent.map { $0 > -bits } == true, "\(text)")
    // However little an evaluation tells from 0, nothing is called 0 without the digits that it takes.
    #expect(
      !size.isZero { _ in Ball(0, bits: 64).widened(by: Ball(Rational(1, Integer.powerOfTen(15)), bits: 64)) }
    )
  }

  /// The degree is sought by itself; PARI's `polcompositum` of x⁴ − 2 and x⁵ − 3 has the same polynomial.
  @Test func theDegreeComesFromTheExpression() throws {
    let report = try Self.report("2^(1/4)+3^(1/5)")
    #expect(report.verdict == .graded(.certified))
    let published =
      "x^20-10x^16-12x^15+40x^12-1560x^11+54x^10-80x^8-7440x^7-6120x^6-108x^5+80x^4-3360x^3+3960x^2-1080x+49"
    #expect("\(try #require(report.best).formula)".hasPrefix("root of \(published) near 2.434"))
  }
}
