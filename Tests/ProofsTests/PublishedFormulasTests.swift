import Testing
import WallisArithmetic
import WallisFormulas

@testable import WallisProofs

@Suite struct PublishedFormulasTests {
  /// Sums of these classes are no theorems of the table: 108 has the twelfths below, 124 squares of (1/6)(5/6) over (1/2),
  /// 148 a factor of a degree beyond what is searched.
  static let reducedOnly: Set = ["108", "124", "148"]
  /// No first-order factor; links prove them: 0 and 22 are classical themselves.
  static let linkedOnly: Set = ["24", "136"]

  @Test func formsForPiAreProvedByThemselves() throws {
    let prover = Prover()
    for row in try ReferenceTables.forms() where !PublishedFormulasTests.linkedOnly.contains(row.id) {
      let outcome = prover.prove(row.fraction, claim: row.limit)
      guard case .proved(let proof) = outcome else {
        #expect(PublishedFormulasTests.reducedOnly.contains(row.id), "\(row.id): \(outcome)")
        continue
      }
      #expect(!PublishedFormulasTests.reducedOnly.contains(row.id), "\(row.id) is proved")
      #expect(try Proof(parsing: proof.text) == proof, "\(row.id)")
    }
  }

  @Test func formsForPiAreProvedByLinks() throws {
    let forms = try ReferenceTables.forms()
    let known = forms.filter { ["22", "78"].contains($0.id) }.map(\.known)
    for row in forms where PublishedFormulasTests.linkedOnly.contains(row.id) {
      guard case .proved(let proof) = Prover(known: known).prove(row.fraction, claim: row.limit) else {
        Issue.record("\(row.id) is open")
        continue
      }
      guard case .linked = proof.argument else {
        Issue.record("\(row.id) needs no link")
        continue
      }
      #expect(try Proof(parsing: proof.text) == proof)
    }
  }

  @Test func publishedPairsAreLinked() throws {
    for (first, second) in try ReferenceTables.links().sampled(every: 4) {
      let link = try #require(LinkCertificate(relating: first, second), "\(first) and \(second)")
      let image = link.map(try second.limit())
      #expect(image.overlaps(try first.limit()))
      #expect(LinkCertificate(first, second, folds: link.folds, matrix: link.matrix) == link)
    }
  }

  /// At least 80 % of the formulas of the literature are proved; these are the others.
  @Test func formulasOfTheLiteratureAreProved() throws {
    let all = try ReferenceTables.known()
    let open: Set = [
      "pcf(n+2, n^2+3n)", "pcf(4, 4n^2+2n)", "pcf(24n+12, 1)", "pcf(7n^2+7n+2, 8n^4)",
      "pcf(12n^2+12n+4, -32n^4)", "pcf(20n^3+30n^2+18n+4, -64n^6)", "pcf(24n^3+36n^2+20n+4, -16n^6)",
      "pcf(18n^3+27n^2+15n+3, 27n^6)", "pcf(10n^3+15n^2+9n+2, -16n^6)",
      "pcf(3n^2+7n+3, -2n^4-4n^3)", "pcf(3n^2+3n+1, -2n^4)",
    ]
    // Zagier's and Zudilin's, and two that are linked to forms which are only reduced.
    let beginnings = ["pcf(-17n^2-17n-6", "pcf(3520n^6+", "pcf(99008n^3+", "pcf(3784n^4+156n^3"]
    let reduced = PublishedFormulasTests.reducedOnly.map { "canonical form \($0)" }
    let prover = Prover(known: all.map(\.known))
    for row in all.sampled(every: 6) {
      guard case .proved(let proof) = prover.prove(row.fraction, claim: row.limit) else {
        let isExplained =
          open.contains("\(row.fraction)") || beginnings.contains { row.id.hasPrefix($0) }
          || reduced.contains { row.source.hasSuffix($0) }
        #expect(isExplained, "\(row.id) is not proved")
        continue
      }
      #expect(try Proof(parsing: proof.text) == proof, "\(row.id)")
    }
    #expect(5 * (open.count + beginnings.count + reduced.count) < all.count)
  }
}
