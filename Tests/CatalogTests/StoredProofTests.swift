import Foundation
import GRDB
import Testing
import WallisFormulas
import WallisProofs
import WallisSearch

@testable import WallisCatalog

/// Proofs in a catalog: kept with their formula, carried by every exchange, and never believed unread.
@Suite struct StoredProofTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Brouncker's fraction, 4/π, and one for e.
  private static let rows = [("pcf 2,1 1,0,0", "1.273239544735163"), ("pcf 1,3 -1,0", "2.718281828459045")]

  private static func formula(_ key: String) throws -> Formula {
    try #require(FormulaKinds.standard.formula(key: key))
  }

  private static func proof(_ key: String, _ form: String? = nil) throws -> Proof {
    let fraction = try #require(try formula(key).fraction)
    guard
      case .proved(let proof) = Prover().prove(fraction, claim: try form.map { try Expression(parsing: $0) })
    else { throw CatalogError.notStored(key) }
    return proof
  }

  /// A catalog with the formulas, and a conjecture about the first.
  private func catalog(_ name: String = "wallis.sqlite") throws -> Catalog {
    let catalog = try scratch.catalog(name)
    try catalog.store(
      Self.rows.map { key, value in
        MeasuredFormula(
          key: key, canonicalKey: key, signs: [.plus, .minus],
          dynamics: Dynamics(outcome: .value, convergence: .exponential, value: value, digits: 16),
          depth: 100,
          against: 200)
      })
    let evidence = Evidence(
      digitsSupplied: 30, digitsConsumed: 4, surplus: 26, basesTried: 1, decoyHits: 0, residual: "1e-30")
    let formula = try Self.formula(Self.rows[0].0)
    let finding = Discovery(
      formula: formula, value: Self.rows[0].1, closedForm: ClosedForm(reading: "4/pi", rule: .current),
      grade: .conjecture, evidence: evidence)
    try catalog.record([.discovered(finding)], of: [formula])
    return catalog
  }

  @Test func whatIsProvedIsCertifiedAndFound() throws {
    let catalog = try catalog()
    let (brouncker, e) = (try Self.formula(Self.rows[0].0), try Self.formula(Self.rows[1].0))
    #expect(try catalog.total(CatalogQuery("proved")) == 0)
    // The proof of a mirror is that of its partner.
    let mirror = try #require(
      brouncker.mirror.fraction.flatMap { try? Self.proof("pcf 2,1 1,0,0", "4/pi").moved(to: $0) })
    #expect("\(ClosedForm(mirror.closedForm))" == "-4/pi")
    #expect(try catalog.keep([mirror, Self.proof(Self.rows[1].0, "e")]) == 2)
    #expect(try catalog.total(CatalogQuery("proved")) == 4)
    let stored = try #require(try catalog.proofs(about: brouncker.mirror).first)
    #expect(stored.formula == brouncker && stored.closedForm == "4/pi")
    #expect(try stored.checked().base == Self.proof(Self.rows[0].0, "4/pi"))
    #expect(try catalog.findings(about: brouncker).map(\.grade) == [.certified])
    // Without a finding the proof makes one.
    #expect(try catalog.findings(about: e).map { "\($0.closedForm) \($0.grade)" } == ["e certified"])
    #expect(try catalog.total(CatalogQuery("proof ~ \"exponential\"")) == 2)
    #expect(try catalog.row(for: e.mirror)?.proof == Self.proof(Self.rows[1].0, "e").summary)
    #expect(try catalog.keep([Self.proof("pcf 4,2 1")]) == 0)
    #expect(try Catalog.check(at: catalog.path).damages == [])
  }

  @Test func everyExchangeCarriesThem() throws {
    let source = try catalog()
    try source.keep([Self.proof(Self.rows[0].0, "4/pi"), Self.proof(Self.rows[1].0, "e")])
    let text = try source.exported()
    #expect(text.contains("# proof: key text\nproof\t"))
    for name in ["imported", "merged"] {
      let target = try scratch.catalog(name)
      let summary = try name == "merged" ? target.merge(source, check: .evaluating) : target.importText(text)
      #expect(summary.proofs == 2 && summary.unproved == 0 && summary.lowered == 0)
      #expect(try target.exported() == text)
    }
    let salvaged = scratch.path("salvaged")
    try source.close()
    #expect(try Catalog.salvage(source.path, into: salvaged).kept["proof"] == 2)
    #expect(try Catalog.open(at: salvaged).exported() == text)
  }

  /// The proof of a series is that of Euler's fraction with the series above it: kept, carried, and refused where a sign
  /// is changed.
  @Test func aSeriesIsProvedByItsFraction() throws {
    let expression = try Expression(parsing: "sum(k=0..inf, (-1)^k/(2k+1))")
    let leibniz = try #require(try FormulaKinds.standard.formula(expression))
    let image = try #require(leibniz.image)
    guard case .proved(let base) = Prover().prove(image, claim: try Expression(parsing: "pi/4")) else {
      Issue.record("Leibniz's series is not proved")
      return
    }
    let proof = try #require(FormulaProof(leibniz, closedForm: try Expression(parsing: "pi/4"), base: base))
    #expect(FormulaProof(leibniz, closedForm: try Expression(parsing: "pi/5"), base: base) == nil)
    #expect(FormulaProof(try Self.formula(Self.rows[1].0), base: base) == nil)
    #expect(try FormulaProof(parsing: proof.text) == proof)
    for (old, new) in [
      ("= pi/4", "= pi/3"), ("(-1)^k", "1^k"), ("2*k+1", "2*k+3"), ("sum from 0", "sum from 1"),
    ] {
      let changed = proof.text.replacing(old, with: new)
      #expect(changed != proof.text && isRefused(changed), "\(changed)")
    }
    let source = try scratch.catalog("series")
    try source.store([
      MeasuredFormula(
        key: leibniz.key, canonicalKey: leibniz.canonicalKey, signs: [.plus],
        dynamics: Dynamics(outcome: .value, convergence: .powerlaw, value: "0.785398163397448", digits: 15),
        depth: 100, against: 200)
    ])
    #expect(try source.keep([proof]) == 1)
    #expect(try source.findings(about: leibniz).map { "\($0.closedForm) \($0.grade)" } == ["pi/4 certified"])
    #expect(try Catalog.check(at: source.path).damages == [])
    let target = try scratch.catalog("target")
    let summary = try target.importText(source.exported())
    #expect(summary.proofs == 1 && summary.unproved == 0)
    #expect(try target.exported() == source.exported())
  }

  private func isRefused(_ text: String) -> Bool { (try? FormulaProof(parsing: text)) == nil }

  /// A text that was changed proves nothing, in a file and in a catalog that somebody wrote to.
  @Test func whatDoesNotHoldIsLeftOutAndNamed() throws {
    let source = try catalog()
    let e = try Self.formula(Self.rows[1].0)
    try source.keep([Self.proof(Self.rows[1].0, "e")])
    try source.write { db in try db.execute(sql: "UPDATE proof SET text = replace(text, '= e', '= 2*e')") }
    #expect(try Catalog.check(at: source.path).damages.map(\.place) == ["proof"])
    let stored = try #require(try source.proofs(about: e).first)
    #expect(throws: ProofFault.self) { try stored.checked() }
    let target = try scratch.catalog("target")
    #expect(try target.importText(source.exported()).unproved == 1)
    #expect(try target.merge(source, check: .evaluating).unproved == 1)
    #expect(try target.proofs(about: e) == [])
    try source.forget(stored)
    #expect(try source.total(CatalogQuery("proved")) == 0)
    #expect(try source.findings(about: e).map(\.grade) == [.suspicious])
  }

  /// A proof of one formula under the key of another is refused with its line.
  @Test func aProofIsAboutItsFormula() throws {
    let catalog = try catalog()
    var (tally, text) = (ExchangeTally(), "")
    var line = ExchangeLine("proof")
    line.append(Self.rows[0].0)
    line.append(try Self.proof(Self.rows[1].0, "e").text)
    for line in [ExchangeFormat.two.header + "\n", line.text] {
      tally.add(line)
      text += line
    }
    do {
      _ = try catalog.importText(text + tally.closingLine)
      Issue.record("it was imported")
    } catch {
      guard case .badLine(2, let detail) = error else { throw error }
      #expect(detail.contains("pcf(n+3, -n)"))
    }
  }
}
