import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

@testable import WallisProofs

/// Recurrences whose solutions are products of those of two fractions, and recurrences that only look so.
@Suite struct SymmetricProductTests {
  /// Problem 2.3 of the Ramanujan Challenge (July 2026, ramanujanmachine.com): limit π + e.
  static let challenge = """
    rec([-n^3+2n^2+7n+3, (n+2)(2n^4+n^3-26n^2-48n-19), (n+2)(n^6+9n^5+8n^4-87n^3-249n^2-234n-68),
    (n+1)^2(n+2)(2n^5+3n^4-13n^3-21n^2+4), -n^3(n+1)^2(n+2)(n^3+n^2-8n-11)],
    p=[1, 1, 20, 296], q=[1, 0, 4, 48], from=1)
    """
  /// The squares of the convergents of Brouncker's fraction, by hand: a(n−1)u(n) − a(n)(a(n)a(n−1) + b(n))u(n−1) −
  /// b(n)a(n−1)(b(n) + a(n)a(n−1))u(n−2) + a(n)b(n)b(n−1)²u(n−3) = 0.
  static let squares = """
    rec([2n-1, -(2n+1)(5n^2-1), -n^2(2n-1)(5n^2-1), n^2(n-1)^4(2n+1)], p=[1, 16, 576], q=[1, 9, 361], from=3)
    """

  static func product(_ text: String) throws -> MatrixProduct {
    try #require(try MatrixProduct.formula(try Expression(parsing: text)))
  }

  static func fraction(_ text: String) throws -> ContinuedFraction {
    try #require(try Expression(parsing: text).continuedFraction())
  }

  /// The recurrence that all products of solutions obey, by minors of the vectors of products, from the definition alone.
  ///
  /// - Parameters:
  ///   - forms: p and q over the products of convergents.
  ///   - gauge: numerator and denominator of h(k)/h(k−1).
  static func recurrence(
    _ fractions: [ContinuedFraction], _ forms: [[Int]],
    gauge: [Polynomial] = [Polynomial([1]), Polynomial([1])]
  ) throws -> MatrixProduct {
    let rank = fractions.count == 2 ? 4 : 3
    let states = fractions.map { fraction -> [[Polynomial]] in
      var states = [[Polynomial.zero, Polynomial([1])], [Polynomial([1]), .zero]]
      for j in 2...rank {
        let (a, b) = (fraction.a.shifted(by: Integer(j)), fraction.b.shifted(by: Integer(j)))
        states.append([
          a * states[j - 1][0] + b * states[j - 2][0], a * states[j - 1][1] + b * states[j - 2][1],
        ])
      }
      return states
    }
    let vectors = (0...rank).map { j -> [Polynomial] in
      let (x, y) = (states[0][j], states[states.count - 1][j])
      let all = [x[0] * y[0], x[0] * y[1], x[1] * y[0], x[1] * y[1]]
      return rank == 4 ? all : [all[0], all[1] + all[2], all[3]]
    }
    let c = (0...rank).map { j -> Polynomial in
      let minor = PolynomialMatrix(vectors.indices.filter { $0 != j }.map { vectors[$0] }).determinant
      let scale = (1...rank).reduce(minor) { $0 * gauge[$1 <= j ? 1 : 0].shifted(by: Integer($1)) }
      return (j % 2 == 0 ? scale : -scale).shifted(by: Integer(-rank))
    }
    let content = c.reduce(Polynomial.zero) { $0.gcd($1) }
    var size = Rational(1)
    let starts = try (0..<rank).map { k -> [Rational] in
      if k > 0 {
        size = size * Rational(gauge[0].value(at: k - 1), gauge[1].value(at: k - 1))
      }
      let values = try fractions.map { try convergent($0, k - 1) }
      let (x, y) = (values[0], values[values.count - 1])
      let all = [x[0] * y[0], x[0] * y[1], x[1] * y[0], x[1] * y[1]]
      let products = rank == 4 ? all : [all[0], all[1], all[3]]
      return forms.map { form in
        size * zip(form, products).reduce(Rational(0)) { $0 + Rational(Integer($1.0)) * $1.1 }
      }
    }
    return try #require(
      MatrixProduct(
        recurrence: c.reversed().map { RationalFunction($0, content) }, p: starts.map { $0[0] },
        q: starts.map { $0[1] }, from: rank - 1))
  }

  private static func convergent(_ fraction: ContinuedFraction, _ k: Int) throws -> [Rational] {
    if k < 0 { return [1, 0] }
    var (before, here): ([Rational], [Rational]) = ([1, 0], [Rational(fraction.a[0]), 1])
    for n in 0..<k {
      let (a, b) = (Rational(fraction.a.value(at: n + 1)), Rational(fraction.b.value(at: n + 1)))
      (before, here) = (here, zip(here, before).map { a * $0 + b * $1 })
    }
    return here
  }

  private func proof(_ product: MatrixProduct, _ claim: String?) throws -> ReductionProof? {
    let form = try claim.map { try Expression(parsing: $0) }
    guard case .proved(let proof) = Prover().reduce(product, claim: form) else { return nil }
    return proof
  }

  private static func certificate(_ proof: ReductionProof) -> SymmetricProduct? {
    if case .products(let certificate, _) = proof.argument { certificate } else { nil }
  }

  /// The proof is read back and re-checked, by PARI too, and its limit is that of exact products.
  private func check(_ proof: ReductionProof) throws {
    #expect(try ReductionProof(parsing: proof.text) == proof)
    #expect(try ProofDocument.check(proof.text + proof.text) == 2)
    #expect(try Pari.refuted(["1"], definitions: proof.gpScript).isEmpty, "\(proof.gpScript)")
    let limit = try #require(Formula(proof.product).limit)
    let value = try #require(limit.enclosure(40))
    #expect(try #require(ClosedForm(proof.closedForm).ball(digits: 40)).overlaps(value))
  }

  @Test func theChallengeIsASum() throws {
    let product = try Self.product(Self.challenge)
    let proof = try #require(try proof(product, "pi+e"))
    let certificate = try #require(Self.certificate(proof))
    #expect(certificate.factors.count == 2)
    let sum = try Expression(parsing: "x+y")
    #expect(certificate.limit?.combination == sum)
    try check(proof)
    #expect(try self.proof(product, "pi+e+1") == nil)
    let other = try #require(try self.proof(product, nil))
    #expect(ExactIdentity.areEqual(other.closedForm, proof.closedForm))
  }

  /// Products of known fractions: sums, products, quotients and squares of limits, with and without a factor h.
  @Test(arguments: [
    (["pcf(2n+1, n^2)", "pcf(n+3, -n)"], [[0, 1, 1, 0], [0, 0, 0, 1]], [[1], [1]], "4/pi+e"),
    (["pcf(6n+3, -n^2)", "pcf(2n+1, n^2)"], [[1, 0, 0, 0], [0, 0, 0, 1]], [[1], [1]], "8/(pi*log(2))"),
    (["pcf(2n+1, n^2)", "pcf(n+3, -n)"], [[1, 0, 0, 2], [0, 1, 1, 0]], [[2, 1], [5, 2]], nil),
    (["pcf(n+3, -n)"], [[1, 0, 1], [0, 1, 0]], [[1], [1]], "e+1/e"),
    (["pcf(2n+1, n^2)"], [[1, 3, 1], [0, 0, 1]], [[3, 2], [4, 1]], "16/pi^2+12/pi+1"),
    (["pcf(11n^2+11n+3, n^4)", "pcf(1, n)"], [[0, 1, -1, 0], [0, 0, 0, 1]], [[1], [1]], nil),
  ])
  func knownProducts(_ fractions: [String], _ forms: [[Int]], _ gauge: [[Int]], _ form: String?) throws {
    let product = try Self.recurrence(
      try fractions.map(Self.fraction), forms, gauge: gauge.map { Polynomial($0) })
    let certificate = try #require(SymmetricProduct(dividing: product))
    #expect(certificate.factors.count == fractions.count)
    let limit = try #require(certificate.limit)
    // Numerically, and without any proof of the parts.
    let value = try #require(try limit.formula.evaluate(digits: 40).enclosure)
    #expect(try #require(Formula(product).limit?.enclosure(40)).overlaps(value), "\(limit)")
    if let proof = try proof(product, form) {
      try check(proof)
    } else {
      #expect(form == nil, "\(limit.formula)")
    }
  }

  @Test func squaresOfBrouncker() throws {
    let proof = try #require(try proof(try Self.product(Self.squares), "16/pi^2"))
    #expect(Self.certificate(proof)?.factors.count == 1)
    try check(proof)
  }

  /// One coefficient changed anywhere: nothing is taken apart, or what is has the limit of the changed recurrence.
  @Test func decoysAreRefused() throws {
    var random = SeededGenerator(seed: 23)
    var refused = 0
    for text in [Self.challenge, Self.squares] {
      for _ in 0..<12 {
        let list = try #require(text.split(separator: "p=").first)
        guard
          let altered = SoundnessTests.altered(String(list), from: 0, &random).map({
            $0 + text.dropFirst(list.count)
          }), let expression = try? Expression(parsing: altered),
          let product = try? MatrixProduct.formula(expression)
        else { continue }
        guard let certificate = SymmetricProduct(dividing: product) else {
          refused += 1
          continue
        }
        let fault = certificate.identities.first { !$0.holds }
        #expect(fault == nil, "\(altered)")
      }
    }
    #expect(refused > 15, "\(refused)")
  }

  /// Proofs with one digit changed anywhere: what still reads is true.
  @Test func alteredProofsAreRefused() throws {
    var random = SeededGenerator(seed: 2_003)
    let proofs = [
      try #require(try proof(try Self.product(Self.challenge), "pi+e")),
      try #require(try proof(try Self.product(Self.squares), "16/pi^2")),
    ]
    var refused = 0
    for _ in 0..<40 {
      guard
        let text = SoundnessTests.altered(proofs.randomElement(using: &random)?.text ?? "", from: 0, &random)
      else { continue }
      do {
        let read = try ReductionProof(parsing: text)
        let value = try #require(try read.closedForm.evaluate(digits: 30).enclosure)
        #expect(try #require(Formula(read.product).limit?.enclosure(30)).overlaps(value), "\(text)")
      } catch is ProofFault { refused += 1 }
    }
    #expect(refused >= 34, "\(refused) refused")
  }

  /// PARI ends with an error at a fraction, a factor or a coefficient with one digit changed.
  @Test func alteredScriptsAreRefusedByPari() throws {
    var random = SeededGenerator(seed: 1_737)
    let script = try #require(try proof(try Self.product(Self.challenge), "pi+e")).gpScript
    for _ in 0..<8 {
      var lines = script.split(separator: "\n").map(String.init)
      let places = lines.indices.filter { i in
        ["a0(n)", "b1(n)", "g(k)", "c(n)"].contains { lines[i].hasPrefix("\($0) = ") }
      }
      let place = try #require(places.randomElement(using: &random))
      let sides = lines[place].split(separator: "=", maxSplits: 1).map(String.init)
      guard let altered = SoundnessTests.altered(sides[1], from: 0, &random) else { continue }
      lines[place] = sides[0] + "=" + altered
      #expect(throws: Pari.Silence.self, "\(lines[place])") {
        _ = try Pari.refuted(["1"], definitions: lines.joined(separator: "\n"))
      }
    }
  }
}
