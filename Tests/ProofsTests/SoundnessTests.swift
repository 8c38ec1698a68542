import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

@testable import WallisProofs

/// Nothing false is proved.
@Suite struct SoundnessTests {
  static let amount = LongSuite.isOn ? 1_000 : 120

  static func proofs() throws -> [Proof] {
    let forms = try ReferenceTables.forms().filter { Int($0.id).map { $0 < 110 } ?? false }
    let links = Prover(known: forms.filter { $0.id == "22" }.map(\.known))
    return forms.compactMap { row in
      let prover = row.id == "24" ? links : Prover()
      return if case .proved(let proof) = prover.prove(row.fraction, claim: row.limit) { proof } else { nil }
    }
  }

  /// Closed forms with one integer changed.
  @Test func falseClosedFormsAreNotProved() throws {
    var random = SeededGenerator(seed: 19)
    let rows = try ReferenceTables.forms()
    for _ in 0..<SoundnessTests.amount {
      let row = rows[Int.random(in: 0..<40, using: &random)]
      guard let text = SoundnessTests.altered("\(ClosedForm(row.limit))", from: 0, &random),
        let claim = try? Expression(parsing: text), let value = try? claim.evaluate(digits: 30).enclosure,
        !value.overlaps(try row.fraction.limit(digits: 30))
      else { continue }
      if case .proved(let proof) = Prover().prove(row.fraction, claim: claim) {
        Issue.record("\(proof.text)")
      }
    }
  }

  /// Proofs with one integer changed anywhere: in the statement, in a solution, a factor, a difference, a matrix.
  @Test func alteredProofsAreRefused() throws {
    var random = SeededGenerator(seed: 1_975)
    let proofs = try SoundnessTests.proofs()
    #expect(proofs.contains { if case .linked = $0.argument { true } else { false } })
    var refused = 0
    for _ in 0..<SoundnessTests.amount {
      let proof = proofs[Int.random(in: 0..<proofs.count, using: &random)]
      guard let text = SoundnessTests.altered(proof.text, from: 0, &random) else { continue }
      do {
        let read = try Proof(parsing: text)
        // What still reads is true: the change made another statement of the same.
        let value = try #require(try read.closedForm.evaluate(digits: 30).enclosure)
        #expect(value.overlaps(try read.fraction.limit(digits: 30)), "\(text)")
      } catch { refused += 1 }
    }
    #expect(refused >= SoundnessTests.amount * 9 / 10, "\(refused) refused")
  }

  @Test func scriptsAreCheckedByPari() throws {
    for proof in try SoundnessTests.proofs().sampled(every: 9) {
      #expect(try Pari.refuted(["1"], definitions: proof.gpScript).isEmpty)
    }
  }

  /// PARI ends with an error at an identity with one digit changed.
  @Test func alteredScriptsAreRefusedByPari() throws {
    var random = SeededGenerator(seed: 1_985)
    let scripts = try SoundnessTests.proofs().map(\.gpScript)
    let functions = ["r(n) = ", "rho(k) = ", "R(k) = ", "G(k) = ", "U(n) = ", "tau(k) = "]
    for _ in 0..<(LongSuite.isOn ? 1_000 : 25) {
      var lines = scripts[Int.random(in: 0..<scripts.count, using: &random)].split(separator: "\n").map(
        String.init)
      let places = lines.indices.filter { i in functions.contains { lines[i].hasPrefix($0) } }
      guard let place = places.randomElement(using: &random),
        let altered = SoundnessTests.altered(lines[place], from: 0, &random)
      else { continue }
      lines[place] = altered
      #expect(throws: Pari.Silence.self, "\(lines[place]) in \(lines[0])") {
        _ = try Pari.refuted(["1"], definitions: lines.joined(separator: "\n"))
      }
    }
  }

  @Test func lookalikesAreNotLinked() throws {
    // Equal δ and rate, limits that no Möbius map connects: π, log 2 and Catalan's constant.
    let pairs = [
      ("pcf(2n+1, n^2)", "pcf(6n+3, -n^2)"), ("pcf(11n^2+11n+3, n^4)", "pcf(7n^2+7n+2, 8n^4)"),
      ("pcf(2, n^2)", "pcf(4, 4n^2-4n+1)"),
    ]
    for (left, right) in pairs {
      let x = try #require(try Expression(parsing: left).continuedFraction())
      let y = try #require(try Expression(parsing: right).continuedFraction())
      #expect(LinkCertificate(relating: x, y) == nil)
    }
  }

  /// The text with one of its numbers changed; nil where it holds none.
  static func altered(_ text: String, from start: Int, _ random: inout SeededGenerator) -> String? {
    var characters = Array(text)
    let places = characters.indices.filter { characters[$0].isNumber }
    guard let place = places.randomElement(using: &random), let digit = characters[place].wholeNumberValue
    else {
      return nil
    }
    characters[place] = Character("\((digit + Int.random(in: 1...9, using: &random)) % 10)")
    return String(characters)
  }
}
