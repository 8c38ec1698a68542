import TestSupport
import Testing
import WallisArithmetic

@Suite struct PolynomialLawTests {
  static func samples(_ count: Int, seed: UInt64) -> [Polynomial] {
    var samples = Samples(seed: seed)
    return [.zero, .variable, Polynomial(constant: 1), -.variable]
      + (0..<count).map { _ in samples.polynomial() }
  }

  @Test func ringLaws() {
    expectRingLaws(Self.samples(12, seed: 31), zero: .zero, one: Polynomial(constant: 1))
  }

  @Test func hashing() {
    expectHashing(Self.samples(40, seed: 32)) { Polynomial($0.coefficients + [0, 0]) }
  }

  @Test func coefficientsAreReadBack() {
    for p in Self.samples(40, seed: 33) {
      #expect(Polynomial(p.coefficients) == p && p.coefficients.count == p.degree + 1)
      #expect(p.isZero == (p.degree == -1) && p.leading == (p.coefficients.last ?? 0))
      #expect(
        (-2...p.degree + 2).allSatisfy {
          p[$0] == (p.coefficients.indices.contains($0) ? p.coefficients[$0] : 0)
        })
      #expect(p.words.map { Polynomial($0) } == (p.coefficients.allSatisfy { $0.bitWidth < 64 } ? p : nil))
    }
    let bounds = [Int.min + 1, Int.max, 0, 1 << 62, -(1 << 62)]
    #expect(Polynomial(bounds).words == bounds && Polynomial([0, 0]).words == [])
    #expect(
      Polynomial([Integer(Int.min), 0]).words == nil && Polynomial([1, 0, 0] as [Int]).degree == 0)
  }

  @Test func textIsThatOfTheTerms() {
    let large = Integer.powerOfTen(30)
    #expect(Polynomial([-large, 1, 0, -large]).text(variable: "x") == "-\(large)x^3+x-\(large)")
    #expect("\(Polynomial([0, 0, -1] as [Int]))" == "-n^2" && "\(Polynomial([7] as [Int]))" == "7")
  }

  @Test func contentAndExactDivision() {
    for (p, factor) in zip(Self.samples(30, seed: 34), Samples.corners.dropFirst(3)) {
      let multiple = factor * p
      #expect(multiple.content == p.content * factor.magnitude && multiple.dividedExactly(by: factor) == p)
      #expect(multiple.coefficients == p.coefficients.map { factor * $0 })
    }
  }

  /// Leibniz' rule, and Taylor's formula by two shifts.
  @Test func derivativesAndShifts() {
    let values = Self.samples(8, seed: 35)
    for p in values {
      for q in values { #expect((p * q).derivative == p.derivative * q + p * q.derivative) }
      for step in [Integer(-7), 1, Integer(1).shifted(left: 70)] {
        #expect(p.shifted(by: step).shifted(by: -step) == p && p.shifted(by: step)[0] == p.value(at: step))
        #expect(p.shifted(by: step).derivative == p.derivative.shifted(by: step))
      }
    }
  }

  /// Coefficients of P(n + s) give P(x + s) for a fraction s too.
  @Test func shiftsByFractions() {
    var samples = Samples(seed: 36)
    for p in Self.samples(12, seed: 37) {
      let (step, point) = (samples.rational(bits: 20), samples.int(-9...9))
      let value = { (coefficients: [Rational], x: Rational) in
        coefficients.reversed().reduce(0) { $0 * x + $1 }
      }
      let shifted = p.shiftedCoefficients(by: step)
      #expect(shifted.count == p.degree + 1)
      #expect(
        value(shifted, Rational(Integer(point)))
          == value(p.coefficients.map { Rational($0) }, Rational(Integer(point)) + step))
    }
  }

  @Test func agreesWithPari() throws {
    var samples = Samples(seed: 38)
    var claims: [String] = []
    for _ in 0..<25 {
      let (p, q, n) = (samples.polynomial(), samples.polynomial(), samples.integer(bits: 90))
      let (P, Q) = (GP.polynomial(p), GP.polynomial(q))
      claims.append("\(P)*\(Q)==\(GP.polynomial(p * q)) && \(P)-\(Q)==\(GP.polynomial(p - q))")
      claims.append("\(P)^3==\(GP.polynomial(p.power(3))) && subst(\(P),x,\(n))==\(p.value(at: n))")
      claims.append("subst(\(P),x,x+\(n))==\(GP.polynomial(p.shifted(by: n)))")
      claims.append("\(P)'==\(GP.polynomial(p.derivative)) && content(\(P))==\(p.content)")
      let common = GP.polynomial((p * q).gcd(p * p))
      claims.append("my(g=gcd(\(P)*\(Q),\(P)^2));g==\(common)||g==-\(common)")
      claims.append(
        "\(p.isZero || p.quotient(by: q) == nil ? 1 : 0)||\(P)/\(Q)==\(GP.polynomial(p.quotient(by: q) ?? .zero))"
      )
      let product = p * q
      let list = product.irreducibleFactors.map { "(\(GP.polynomial($0.factor)))^\($0.multiplicity)" }
      claims.append(
        "my(f=factor(\(P)*\(Q)));\(product.isZero ? 1 : 0)||vecsum([poldegree(c)>0|c<-f[,1]])==\(list.count)")
      claims.append(
        "my(r=\((["1"] + list).joined(separator: "*")));\(product.isZero ? 1 : 0)||poldegree((\(P)*\(Q))/r)==0"
      )
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  /// Real roots and moduli of square-free polynomials.
  @Test func rootsAgreeWithPari() throws {
    var samples = Samples(seed: 39)
    var claims: [String] = []
    for _ in 0..<20 {
      let raw = samples.polynomial(degree: 7, bits: 12)
      guard let p = raw.gcd(raw.derivative).degree == 0 && raw.degree > 0 ? raw : nil else { continue }
      let real = p.realRoots(bits: 128)
      let texts = real.compactMap { $0.decimal(digits: 30)?.description }
      #expect(texts.count == real.count && zip(real, real.dropFirst()).allSatisfy { ($1 - $0).isPositive })
      claims.append(
        "my(r=Col(polrootsreal(\(GP.polynomial(p)))),s=[\(texts.joined(separator: ","))]~);"
          + "#r==#s&&(#r==0||normlp(r-s)<1e-28*(1+normlp(r)))")
      let moduli = p.rootModuli.map { "\($0)" }.joined(separator: ",")
      claims.append(
        "my(r=vecsort(abs(polroots(\(GP.polynomial(p))))~,,4),s=[\(moduli)]);normlp(r-s)<1e-14*(1+normlp(r))")
    }
    #expect(claims.count > 20)
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }
}
