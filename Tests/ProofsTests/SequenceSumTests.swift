import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

@testable import WallisProofs

/// Sums of sequences by recurrences whose terms are hypergeometric.
@Suite struct SequenceSumTests {
  /// The recurrence of order 2 of two hypergeometric sequences, by minors, and the sum of a combination of them: its first
  /// three terms, and the others by the recurrence, of which the first coefficient may have a root.
  private static func call(_ x: String, _ y: String, _ weights: [Rational]) throws -> String {
    let ratios = try [x, y].map { try #require(RationalFunction(parsing: $0, in: "n")) }
    // y(n − i)/y(n) for i = 0, 1, 2
    let one = RationalFunction(1)
    let rows = ratios.map { [one, one / $0, one / ($0 * $0.shifted(by: -1))] }
    let c = (0..<3).map { i -> RationalFunction in
      let (j, k) = ((i + 1) % 3, (i + 2) % 3)
      return rows[0][j] * rows[1][k] - rows[0][k] * rows[1][j]
    }
    let columns = zip(ratios, weights).map { ratio, weight in
      (2...5).reduce([weight]) { $0 + [$0[$0.count - 1] * (ratio.value(at: $1) ?? 0)] }
    }
    let u = zip(columns[0], columns[1]).map { $0 + $1 }
    let list = c.map { $0.text() }.joined(separator: ", ")
    return "\(u[0] + u[1] + u[2])+sum(n=4..inf, rec([\(list)], u=[\(u[3]), \(u[4])], from=6))"
  }

  private func attempt(_ text: String, _ form: String?) throws -> SequenceSumProof? {
    let claim = try form.map { try Expression(parsing: $0) }
    return try #require(SequenceSumProof.attempt(try Expression(parsing: text), claim: claim)).proof
  }

  /// 1/n² + 1/(n 2ⁿ), 1/n² − 3(−1)ⁿ/n, 1/n! + 2/3ⁿ.
  @Test(arguments: [
    ("(n-1)^2/n^2", "(n-1)/(2n)", [1, Rational(1, 2)], "zeta(2)+log(2)"),
    ("(n-1)^2/n^2", "-(n-1)/n", [1, 3], "zeta(2)+3*log(2)"), ("1/n", "1/3", [1, Rational(2, 3)], "e"),
  ])
  func sums(_ x: String, _ y: String, _ weights: [Rational], _ form: String) throws {
    let text = try Self.call(x, y, weights)
    let proof = try #require(try attempt("1/2+\(text)", "1/2+\(form)"))
    #expect(proof.terms.terms.count == 2)
    #expect(try ProofDocument.check(proof.text) == 1)
    #expect(try Pari.refuted(["1"], definitions: proof.gpScript).isEmpty, "\(proof.gpScript)")
    #expect(try attempt(text, "\(form)+1") == nil)
    // Other values give other sums, or none that theorems tell: never this one.
    #expect(try attempt(text.replacing("u=[", with: "u=[1+"), form) == nil)
  }

  @Test func alteredProofsAreRefused() throws {
    var random = SeededGenerator(seed: 31)
    let proof = try #require(
      try attempt(try Self.call("(n-1)^2/n^2", "(n-1)/(2n)", [1, Rational(1, 2)]), "zeta(2)+log(2)"))
    var refused = 0
    for _ in 0..<40 {
      guard let text = SoundnessTests.altered(proof.text, from: 0, &random), text != proof.text else {
        continue
      }
      do {
        _ = try ProofDocument.check(text)
        let sides = (text.split(separator: "\n").first ?? "").dropFirst(SequenceSumProof.opening.count)
          .split(separator: " = ").map(String.init)
        let values = try sides.map {
          try #require(try Expression(parsing: $0).evaluate(digits: 25).enclosure)
        }
        #expect(values[0].overlaps(values[1]), "\(text)")
      } catch is ProofFault { refused += 1 }
    }
    #expect(refused > 30, "\(refused)")
  }

  /// Problem 2.6 of the Ramanujan Challenge, ζ(2) + ζ(3): one hypergeometric solution, so a nested sum and no more.
  @Test func theChallengeIsANestedSum() throws {
    let text = """
      2077/720 + sum(n=1..inf, rec([2(n+3)^3(2n+5)(3n+5), -(n+2)^2(15n^3+85n^2+155n+93), (n+1)^3(n+2)(3n+8)],
      u=[-93/4480, -117/14000], from=3))
      """
    let expression = try Expression(parsing: text)
    #expect(try attempt(text, "zeta(2)+zeta(3)") == nil)
    let call = try #require(SequenceTerms.call(in: expression))
    let nested = try #require(NestedSum(of: call))
    let (sequence, _) = try #require(SequenceTerms.sequence(call))
    let u = SequenceTerms.values(sequence, to: 30)
    var (y, sum, w) = (Rational(1), nested.constant, nested.first)
    for n in nested.start..<30 {
      if n > nested.start {
        y = y * (nested.outer.value(at: n) ?? 0)
        if n > nested.start + 1 { w = w * (nested.inner.value(at: n) ?? 0) }
        sum = sum + w
      }
      #expect(u[n - 1] == y * sum, "\(n)")
    }
  }
}
