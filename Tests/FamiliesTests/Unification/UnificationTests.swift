import Testing
import WallisFamilies
import WallisFormulas
import WallisMatrixFields
import WallisProofs

/// Components are what is one formula; nothing else is linked, and proofs go along the links.
@Suite struct UnificationTests {
  private static func fraction(_ text: String) throws -> ContinuedFraction {
    try #require(try Expression(parsing: text).continuedFraction())
  }

  /// Brouncker's fraction in other clothes, those of log 2, and look-alikes: equal rates, other numbers.
  private static let brouncker = [
    "pcf(2n+1, n^2)", "pcf(4n+2, 4n^2)", "pcf(2n+3, (n+1)^2)", "pcf(2n+5, n^2+4n)", "pcf(2n+3, n^2+2n)",
  ]
  private static let others = ["pcf(6n+3, -n^2)", "pcf(2n+1, n^2+1)", "pcf(2n+1, n^2+2)", "pcf(n+3, -n)"]

  private static func graph(_ texts: [String]) throws -> FormulaGraph {
    FormulaGraph(try texts.map { LinkSubject(try fraction($0)) })
  }

  @Test func plantedFormulasAreFoundAndNothingElse() throws {
    var graph = try Self.graph(Self.brouncker + Self.others)
    var trials = 0
    graph.complete { _, _ in
      trials += 1
      return true
    }
    #expect(graph.components == [Array(0..<5)])
    #expect(graph.links.count == 4 && trials < 15, "\(trials) comparisons")
    for link in graph.links {
      let (x, y) = (
        try #require(try graph.subjects[link.from].fraction.evaluate(digits: 40).enclosure),
        try #require(try graph.subjects[link.to].fraction.evaluate(digits: 40).enclosure)
      )
      #expect(link.equivalence.map(x).overlaps(y))
    }
  }

  /// A run that was stopped goes on with what was not compared.
  @Test func whatWasComparedIsNotComparedAgain() throws {
    var (first, kept) = (try Self.graph(Self.brouncker + Self.others), [FormulaGraph.Trial]())
    first.complete { trial, _ in
      kept.append(trial)
      return kept.count < 3
    }
    #expect(kept.count == 3)
    var second = try Self.graph(Self.brouncker + Self.others)
    for trial in kept { second.add(trial) }
    second.complete { trial, _ in
      kept.append(trial)
      return true
    }
    #expect(second.components == [Array(0..<5)])
    var third = try Self.graph(Self.brouncker + Self.others)
    for trial in kept { third.add(trial) }
    third.complete { _, _ in
      Issue.record("a pair is compared twice")
      return true
    }
  }

  /// Gauss's fraction for π is the diagonal of a field after two steps at once (arXiv 2502.17533); Apéry's that of his.
  @Test func linesOfFieldsAreRecognised() throws {
    let fields = try ["pi", "zeta3"].map { try #require(try KnownFields.named($0)) }
    let membership = FieldMembership(fields)
    let texts = ["pcf(34n^3+51n^2+27n+5, -n^6)", "pcf(2n+5, n^2+4n)", "pcf(2n+1, n^2+1)", "pcf(n+3, -n)"]
    let found = try texts.map { membership.field(of: LinkSubject(try Self.fraction($0))) }
    #expect(found == ["zeta3", "pi", nil, nil])
  }

  /// The proof of one member, of none of the simplest, becomes a proof of each.
  @Test func oneProofServesAll() throws {
    var graph = try Self.graph(Self.brouncker + Self.others)
    graph.complete { _, _ in true }
    guard case .proved(let proof) = Prover().prove(try Self.fraction(Self.brouncker[0]), claim: nil),
      let moved = proof.moved(to: try Self.fraction(Self.brouncker[2]))
    else {
      Issue.record("not proved")
      return
    }
    let carried = graph.carried([2: moved])
    #expect(Set(carried.map(\.place)) == [0, 1, 3, 4])
    for (place, proof) in carried {
      #expect(proof.fraction == graph.subjects[place].fraction)
      #expect(try Proof(parsing: proof.text).text == proof.text)
      let value = try #require(try proof.closedForm.evaluate(digits: 40).enclosure)
      #expect(value.overlaps(try #require(try proof.fraction.evaluate(digits: 40).enclosure)))
    }
    #expect(graph.carried([7: proof]).isEmpty)
  }
}
