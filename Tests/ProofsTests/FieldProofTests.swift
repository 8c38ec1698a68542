import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisMatrixFields

@testable import WallisProofs

@Suite struct FieldProofTests {
  /// Apéry's two fractions, their inflations and tails, with his limits (van der Poorten 1979).
  @Test(arguments: [
    ("pcf(34n^3+51n^2+27n+5, -n^6)", "6/zeta(3)"), ("pcf(11n^2+11n+3, n^4)", "5/zeta(2)"),
    ("pcf((n+1)*(11n^2+11n+3), (n+1)*n^5)", "5/zeta(2)"),
    ("pcf(34n^3+153n^2+231n+117, -(n+1)^6)", "1/(5-6/zeta(3))"),
  ])
  func apery(_ formula: String, _ form: String) throws {
    let fraction = try #require(try Expression(parsing: formula).continuedFraction())
    let claim = try Expression(parsing: form)
    guard case .proved(let proof) = Prover().prove(fraction, claim: claim) else {
      Issue.record("\(formula) is not proved")
      return
    }
    #expect(proof.chain.contains { if case .field = $0.argument { true } else { false } })
    #expect(try Proof(parsing: proof.text) == proof)
    #expect(try Pari.refuted(["1"], definitions: proof.gpScript).isEmpty)
    let other = try #require(try fraction.evaluate(digits: 60).enclosure)
    #expect(try #require(ClosedForm(proof.closedForm).ball(digits: 60)).overlaps(other))
    #expect(Proof(fraction, closedForm: claim.times(.integer(2)), argument: proof.argument) == nil)
  }

  @Test func linesThatAreProvedHaveTheirLimits() throws {
    #expect(FieldProof.lines.count == 4)
    for line in FieldProof.lines {
      let limit = try #require(ClosedForm(line.limitExpression).ball(digits: 50))
      let value = try #require(try line.fraction.evaluate(digits: 50).enclosure)
      #expect(value.overlaps(limit), "\(line.field.name) from \(line.start)")
    }
  }

  /// A conjecture of the Ramanujan Machine (Raayoni et al. 2021): two of its steps are one along y = 1/2.
  @Test func aConjectureForZetaThree() throws {
    let fraction = try #require(
      try Expression(parsing: "pcf((2n+1)(3n^2+3n+1), -n^6)").continuedFraction())
    guard case .proved(let proof) = Prover().prove(fraction, claim: try Expression(parsing: "8/(7zeta(3))"))
    else {
      Issue.record("not proved")
      return
    }
    guard case .linked(let link, let base) = proof.argument, case .field = base.argument else {
      Issue.record("\(proof.summary)")
      return
    }
    #expect(link.folds == [2, 1])
    #expect(try Proof(parsing: proof.text) == proof)
    #expect(try Pari.refuted(["1"], definitions: proof.gpScript).isEmpty)
  }

  /// Proofs along fields with one digit changed, and their scripts: what is still accepted is true.
  @Test func alteredFieldProofsAreRefused() throws {
    var random = SeededGenerator(seed: 1_978)
    let proofs = try FieldProof.lines.map { line in
      try #require(
        Proof(
          line.fraction, closedForm: ExactIdentity.simplified(line.limitExpression), argument: .field(line)))
    }
    var (refused, tried) = (0, 0)
    for _ in 0..<(LongSuite.isOn ? 1_000 : 40) {
      let proof = proofs[Int.random(in: 0..<proofs.count, using: &random)]
      guard let text = SoundnessTests.altered(proof.text, from: 0, &random) else { continue }
      tried += 1
      do {
        let read = try Proof(parsing: text)
        let value = try #require(ClosedForm(read.closedForm).ball(digits: 30))
        #expect(value.overlaps(try read.fraction.limit(digits: 30)), "\(text)")
      } catch { refused += 1 }
    }
    #expect(10 * refused >= 9 * tried, "\(refused) of \(tried) refused")
    for proof in proofs {
      #expect(throws: Pari.Silence.self) {
        let script = proof.gpScript.replacing("q(y) = Y(0, y)[2,2];", with: "q(y) = Y(0, y)[2,2] + 1;")
        _ = try Pari.refuted(["1"], definitions: script)
      }
    }
  }

  /// The same field in other directions inside the region, walked by exact matrices.
  @Test func otherDirections() throws {
    let field = try #require(try KnownFields.named("zeta3"))
    for direction in [[2, 1], [3, 2], [5, 4]] {
      let proof = try #require(FieldProof(field, start: [1, 1], direction: direction))
      let limit = try #require(ClosedForm(proof.limitExpression).ball(digits: 30))
      #expect(try #require(try proof.fraction.evaluate(digits: 30).enclosure).overlaps(limit))
    }
  }

  /// Lines of ζ(2), ζ(3) and logarithms that begin beyond the edge, their shifts and folds. The first is problem 2.1 of
  /// an examination of the field, a line of direction (2,1) from (2,3/2).
  @Test(arguments: [
    ("pcf(-220n^3-484n^2-301n-42, 4n^2(2n+1)^2(5n-4)(5n+6))", "6/(3-pi)"),
    ("pcf(220n^3+836n^2+1005n+384, 400n^6+1840n^5+3076n^4+2248n^3+592n^2-56n-36)", "36pi/(16-5pi)"),
  ])
  func linesBeyondTheEdge(_ formula: String, _ form: String) throws {
    let fraction = try #require(try Expression(parsing: formula).continuedFraction())
    guard
      case .proved(let proof) = Prover(seeksLines: true).prove(fraction, claim: try Expression(parsing: form))
    else {
      Issue.record("\(formula) = \(form) is not proved")
      return
    }
    #expect(try Proof(parsing: proof.text) == proof)
    #expect(try Pari.refuted(["1"], definitions: proof.gpScript).isEmpty)
    let limit = try fraction.limit(digits: 40)
    #expect(limit.overlaps(try #require(ClosedForm(proof.closedForm).ball(digits: 40))))
    guard case .proved(let found) = Prover(seeksLines: true).prove(fraction, claim: nil) else {
      Issue.record("\(formula) is not proved without its closed form")
      return
    }
    #expect(ExactIdentity.areEqual(found.closedForm, proof.closedForm))
  }

  /// Lines through fields with parameters, from starts of all kinds: the limit told is that of exact convergents.
  @Test func linesOfFamilies() throws {
    var proved = 0
    for (first, second) in [(1, 1), (2, 1), (3, 2), (4, -1), (9, -1)] {
      let field = try #require(
        try KnownFields.named("log")?.fixed(["c1": Rational(Integer(first)), "c3": Rational(Integer(second))])
      )
      for start in [[1, 1], [2, Rational(1, 2)], [3, Rational(2, 3)], [1, 4], [5, Rational(7, 4)]]
        as [[Rational]]
      {
        for direction in [[1, 1], [2, 1], [1, 3]] {
          guard let line = FieldProof(field, start: start, direction: direction) else { continue }
          proved += 1
          let limit = try #require(ClosedForm(line.limitExpression).ball(digits: 30))
          #expect(
            try line.fraction.limit(digits: 30).overlaps(limit), "\(line.fieldText) \(start) \(direction)")
          let proof = try #require(
            Proof(
              line.fraction, closedForm: ExactIdentity.simplified(line.limitExpression),
              argument: .field(line)))
          #expect(try Proof(parsing: proof.text) == proof)
        }
      }
    }
    #expect(proved > 30)
    let field = try #require(try KnownFields.named("log")?.fixed())
    for start in [[0, 1], [-1, 2], [Rational(1, 2), 1], [1_000, 1]] as [[Rational]] {
      #expect(FieldProof(field, start: start, direction: [1, 1]) == nil)
    }
  }

  /// Nothing is said of fields without such an edge, nor of directions that leave the region.
  @Test func whatIsNotProved() throws {
    let field = try #require(try KnownFields.named("zeta3"))
    #expect(FieldProof(field, start: [1, 1], direction: [1, -1]) == nil)
    #expect(FieldProof(field, start: [1, 1], direction: [0, 1]) == nil)
    for name in ["pi", "e", "cmf3-2"] {
      #expect(
        FieldProof(try #require(try KnownFields.named(name)), start: [1, 1], direction: [1, 1]) == nil)
    }
    let proof = try #require(FieldProof(field, start: [1, 1], direction: [1, 1]))
    let other = try #require(FieldProof(field, start: [1, Rational(1, 2)], direction: [1, 1]))
    #expect(FieldProof(field, start: [1, 1], direction: [1, 1], series: other.series) == nil)
    #expect(FieldProof(field, start: [1, 1], direction: [1, 1], series: proof.series) == proof)
  }
}
