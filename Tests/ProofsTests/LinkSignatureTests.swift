import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisMatrixFields

@testable import WallisProofs

/// What only rejects links rejects no true one, and almost every false one.
@Suite struct LinkSignatureTests {
  private static func fraction(_ text: String) throws -> ContinuedFraction {
    try #require(try Expression(parsing: text).continuedFraction())
  }

  /// All pairs that are proved to be related (arXiv 2502.17533), folds of both among them.
  @Test func publishedPairsAreNotRejected() throws {
    for (first, second) in try ReferenceTables.links() {
      let folds = LinkSignature(first).plausibleFolds(with: LinkSignature(second))
      #expect(!folds.isEmpty, "\(first) and \(second)")
    }
  }

  /// Inflations, shifts and mirrors of random fractions, and the same after steps are folded.
  @Test func whatIsTheSameIsNotRejected() throws {
    var random = SeededGenerator(seed: 1_970)
    func number() -> Int { Int.random(in: -6...6, using: &random) }
    for _ in 0..<20 {
      let fraction = ContinuedFraction(a: [number(), number(), 1], b: [number(), number(), 3, 0, 1])
      guard Classification(fraction).convergence.map({ $0 != .finite }) ?? false else { continue }
      let c = Polynomial([Int.random(in: 1...9, using: &random), 1])
      let signature = LinkSignature(fraction)
      let inflated = ContinuedFraction(a: c * fraction.a, b: c * c.shifted(by: -1) * fraction.b)
      #expect(signature.plausibleFolds(with: LinkSignature(inflated)).first == [1, 1], "\(fraction)")
      #expect(signature.plausibleFolds(with: LinkSignature(fraction.shifted(by: 3))).first == [1, 1])
      for steps in 2...3 {
        guard let folded = fraction.folded(steps)?.fraction else { continue }
        #expect(signature.plausibleFolds(with: LinkSignature(folded)).contains([steps, 1]), "\(fraction)")
      }
    }
  }

  /// Fractions of one class and one rate that are not linked: one number apart in a coefficient.
  @Test func lookalikesAreRejected() throws {
    let subject = LinkSignature(try Self.fraction("pcf(n^2+3n+5, 7n^3+2n+1)"))
    for text in [
      "pcf(n^2+3n+5, 7n^3+2n+2)", "pcf(n^2+3n+6, 7n^3+2n+1)", "pcf(n^2+4n+5, 7n^3+2n+1)",
      "pcf(n^2+3n+5, 7n^3+3n+1)",
    ] {
      let other = LinkSignature(try Self.fraction(text))
      #expect(subject.plausibleFolds(with: other).isEmpty, "\(text)")
    }
    // Powers of n with exponents that differ by no integer: 1/3 and 2/3 apart.
    let powers = try ["pcf(2, n^2)", "pcf(3, 4n^2)", "pcf(5, 9n^2)"].map {
      LinkSignature(try Self.fraction($0))
    }
    #expect(
      powers[0].plausibleFolds(with: powers[1]).isEmpty && powers[0].plausibleFolds(with: powers[2]).isEmpty)
  }

  /// Certificates are read back from their text, in either direction, and not with one number changed.
  @Test func certificatesAreText() throws {
    var random = SeededGenerator(seed: 1_847)
    var refused = 0
    let pairs = try ReferenceTables.links().sampled(every: 6)
    for (first, second) in pairs {
      let equivalence = try #require(Equivalence(from: second, to: first))
      #expect(Equivalence(parsing: equivalence.text, from: second, to: first) == equivalence)
      if case .matrix(let certificate) = equivalence {
        let back = try #require(certificate.inverse)
        #expect(back.first == second && back.map == certificate.map.inverse)
        #expect(back.carriesLimits == certificate.carriesLimits)
      }
      guard let altered = SoundnessTests.altered(equivalence.text, from: 0, &random) else { continue }
      if Equivalence(parsing: altered, from: second, to: first) == nil { refused += 1 }
    }
    #expect(refused >= pairs.count - 1)
    #expect(
      Equivalence(parsing: "matrix 1 1 [[1, 0], [0, 1]]", from: pairs[0].first, to: pairs[0].second) == nil)
  }

  /// Every identity that a proof comes down to holds, in every chain.
  @Test func proofsComeDownToIdentities() throws {
    for proof in try SoundnessTests.proofs().sampled(every: 4) {
      let identities = proof.chain.flatMap(\.identities)
      #expect(identities.allSatisfy { $0.holds }, "\(proof.fraction)")
      if case .sum = proof.argument {
        #expect(proof.identities.map(\.name).contains("telescoping"))
      }
      guard let identity = identities.first, let sum = identity.right.first else { continue }
      let altered = ProofIdentity(
        identity.name, in: identity.variable, identity.left,
        [sum + [Polynomial([1, 1])]] + identity.right.dropFirst())
      #expect(!altered.holds)
    }
  }

  /// A proof moves to inflations, mirrors and shifts, and says how.
  @Test func proofsMove() throws {
    guard case .proved(let proof) = Prover().prove(try Self.fraction("pcf(2n+1, n^2)"), claim: nil) else {
      Issue.record("Brouncker's fraction is not proved")
      return
    }
    for (text, form) in [
      ("pcf(-2n-1, n^2)", "-4/pi"), ("pcf(4n+2, 4n^2)", "8/pi"), ("pcf(2n+3, (n+1)^2)", "pi/(4-pi)"),
    ] {
      let moved = try #require(proof.moved(to: Self.fraction(text), closedForm: Expression(parsing: form)))
      #expect(try Proof(parsing: moved.text) == moved)
      #expect(moved.identities.allSatisfy { $0.holds } && moved.chain.count == 2)
    }
    #expect(proof.moved(to: try Self.fraction("pcf(2n+5, n^2+4n)")) == nil)
  }
}
