import Foundation
import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

@testable import WallisProofs

/// Fractions of low degree: each limit is proved, and agrees with the fraction as it is evaluated.
@Suite struct ContiguousFractionTests {
  /// Degree (≤ 1, ≤ 2) with coefficients from −3 to 3, neither polynomial zero.
  static var box: [ContinuedFraction] {
    let values = -3...3
    let lines = values.flatMap { x in values.map { [x, $0] } }
    let squares = lines.flatMap { line in values.map { line + [$0] } }
    return lines.filter { $0 != [0, 0] }.flatMap { a in
      squares.filter { $0 != [0, 0, 0] }.map { ContinuedFraction(a: a, b: $0) }
    }
  }

  @Test func everyConvergentFractionOfTheBoxIsProved() throws {
    let box = ContiguousFractionTests.box
    #expect(box.count == 16_416)
    var (proved, infinite) = (0, 0)
    for fraction in LongSuite.isOn ? box : box.sampled(every: 331) {
      guard Classification(fraction).convergence != nil else { continue }
      if case .infinite? = ExactLimit(fraction) {
        infinite += 1
        continue
      }
      guard case .proved(let proof) = Prover().prove(fraction, claim: nil) else {
        Issue.record("no proof of \(fraction)")
        continue
      }
      proved += 1
      let (value, limit) = (try proof.closedForm.evaluate(digits: 60), try fraction.evaluate(digits: 60))
      let (x, y) = (try #require(value.enclosure), try #require(limit.enclosure, "\(fraction)"))
      #expect(TheoremTests.agree(x, y, digits: 59), "\(proof.text)")
    }
    #expect(proved >= (LongSuite.isOn ? 11_000 : 25))
    #expect(!LongSuite.isOn || infinite > 10)
  }

  /// Inflations of fractions of low degree: pcf((n + 1)², n² + n) is pcf(n + 1, 1) times n + 1 in every row;
  /// a logarithm of a quadratic unit is written in one way.
  @Test(arguments: [
    "pcf(n^2+2n+1, n^2+n) = besseli(0,2)/besseli(1,2)",
    "pcf(n^2+n-2, -n^2-3n-2) = 2besselj(0,2)/besselj(1,2)-2",
    "pcf(n+1, 2n^2-n) = 3/(sqrt(3)*log(2+sqrt(3)))",
  ])
  func othersAreProved(_ statement: String) throws {
    let sides = statement.components(separatedBy: " = ")
    let fraction = try #require(try WallisFormulas.Expression(parsing: sides[0]).continuedFraction())
    let outcome = Prover().prove(fraction, claim: try WallisFormulas.Expression(parsing: sides[1]))
    guard case .proved(let proof) = outcome else {
      Issue.record("no proof of \(statement)")
      return
    }
    #expect(try Proof(parsing: proof.text).text == proof.text)
  }

  /// Families of classical fractions: what the value is made of, and members at random parameters.
  static let families: [(value: String, member: @Sendable (inout SeededGenerator) -> ContinuedFraction)] = [
    ("e^", { lambert(&$0, square: true, sign: 1) }), ("tan(", { lambert(&$0, square: true, sign: -1) }),
    ("e^", { integerKummer(&$0) }),
    ("besseli(", { ContinuedFraction(a: [draw(&$0, 1...9), draw(&$0, 1...9)], b: [draw(&$0, 1...9)]) }),
    ("besselj(", { ContinuedFraction(a: [draw(&$0, 1...9), draw(&$0, 1...9)], b: [-draw(&$0, 1...9)]) }),
    ("erfc(", { ContinuedFraction(a: [draw(&$0, 1...9)], b: [0, draw(&$0, 1...9)]) }),
    ("erf", { halfKummer(&$0) }),
    ("atan(", { arcTangent(&$0, isLogarithm: false) }), ("log(", { arcTangent(&$0, isLogarithm: true) }),
    ("gamma(", { incompleteGamma(&$0) }),
  ]

  private static func draw(_ random: inout SeededGenerator, _ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  /// pcf(q(2n + 1), ±p²).
  private static func lambert(
    _ random: inout SeededGenerator, square: Bool, sign: Int
  ) -> ContinuedFraction {
    let (p, q) = (draw(&random, 1...12), draw(&random, 1...12))
    return ContinuedFraction(a: [q, 2 * q], b: [sign * p * p])
  }

  /// pcf(q(n + c) − p, pq(n + a)) with integers 1 ≤ a < c: Kummer's functions at p/q.
  private static func integerKummer(_ random: inout SeededGenerator) -> ContinuedFraction {
    let (p, q, a) = (draw(&random, 1...7), draw(&random, 1...7), draw(&random, 1...3))
    let c = a + draw(&random, 1...3)
    return ContinuedFraction(a: [q * c - p, q], b: [p * q * a, p * q])
  }

  /// The same with c half an odd number and p of either sign.
  private static func halfKummer(_ random: inout SeededGenerator) -> ContinuedFraction {
    let (size, q, a) = (draw(&random, 1...7), draw(&random, 1...7), draw(&random, 1...3))
    let p = Bool.random(using: &random) ? size : -size
    let c = 2 * draw(&random, 0...3) + 1
    return ContinuedFraction(a: [q * c - 2 * p, 2 * q], b: [4 * p * q * a, 4 * p * q])
  }

  private static func arcTangent(_ random: inout SeededGenerator, isLogarithm: Bool) -> ContinuedFraction {
    let q = draw(&random, 2...12)
    let p = draw(&random, 1...(isLogarithm ? q - 1 : 12))
    return ContinuedFraction(a: [q, 2 * q], b: [0, 0, isLogarithm ? -p * p : p * p])
  }

  /// pcf(q(2n + 1 − s) + p, −q²n(n − s)) with s = r/2, doubled.
  private static func incompleteGamma(_ random: inout SeededGenerator) -> ContinuedFraction {
    let (p, q, r) = (draw(&random, 1...6), draw(&random, 1...4), 2 * draw(&random, 0...3) + 1)
    return ContinuedFraction(a: [2 * q - q * r + 2 * p, 4 * q], b: [0, 2 * q * q * r, -4 * q * q])
  }

  /// Every member, and what is left of it after some steps.
  @Test(arguments: families.indices) func membersAndTheirTails(_ index: Int) throws {
    let family = ContiguousFractionTests.families[index]
    var (random, claims) = (SeededGenerator(seed: UInt64(index) + 1), [String]())
    for _ in 0..<(LongSuite.isOn ? 200 : 3) {
      let fraction = family.member(&random).shifted(by: Int.random(in: 0...3, using: &random))
      guard case .proved(let proof) = Prover().prove(fraction, claim: nil) else {
        Issue.record("no proof of \(fraction)")
        continue
      }
      let text = "\(ClosedForm(proof.closedForm))"
      #expect(text.contains(family.value) || !text.contains("hyp"), "\(fraction) = \(text)")
      let (x, y) = (try proof.closedForm.evaluate(digits: 60), try fraction.evaluate(digits: 60))
      #expect(
        TheoremTests.agree(try #require(x.enclosure), try #require(y.enclosure), digits: 59), "\(fraction)")
      let read = try Proof(parsing: proof.text).text
      #expect(read == proof.text, "\(read)")
      let limit = "L(Polrev(\(fraction.a.coefficients)),Polrev(\(fraction.b.coefficients)))"
      claims.append(
        "abs(\(limit)/(\(ClosedForm(proof.closedForm).text(.gp)))-1)<10^-8")
    }
    // PARI's backward recurrence at one depth: the slowest of these errors are like exp(−c√n).
    let backward =
      "L(a,b)={my(y=0.);forstep(n=4000,1,-1,y=1.*subst(b,'x,n)/(subst(a,'x,n)+y));subst(a,'x,0)+y}"
    #expect(try Pari.refuted(claims, definitions: backward).isEmpty)
  }
}
