import Testing
import WallisFormulas
import WallisSearch

/// Families are those of the distributed search for factorial reduction and of the rational shifts of Apéry's fraction.
@Suite struct TemplateTests {
  private func space(_ a: String, _ b: String, _ parameters: String) throws -> any CandidateSpace {
    try DynamicsRequest(a: a, b: b, parameters: parameters).candidates()
  }

  private func pairs(_ space: any CandidateSpace) -> [String] {
    (0..<space.count).map { index in
      let candidate = space.candidate(at: index)
      let fraction = ContinuedFraction(a: candidate.a, b: candidate.b)
      return "\(candidate.signs == .minus ? fraction.mirror : fraction)"
    }
  }

  @Test("Apéry's family has one formula for every choice of the parameters") func aperyFamily() throws {
    let family = try space(
      "x0*(n^3+(n+1)^3)+x1*(2n+1)", "-x2^2*n^6", "x0=1..3,x1=-20..20,x2=1..2")
    #expect(family.count == 3 * 41 * 2 && family.memberCount == family.count)
    let formulas = pairs(family)
    #expect(Set(formulas).count == 246)
    // x0 = 1, x1 = 0, x2 = 1: the fraction of 1/ζ(3).
    #expect(formulas[20 * 2] == "pcf(2n^3+3n^2+3n+1, -n^6)")
    #expect(formulas[245] == "pcf(6n^3+9n^2+49n+23, -4n^6)")
  }

  @Test("Parameters shared by a and b tie them together") func tiedPolynomials() throws {
    let family = try space("y^2*(n^3+(n+1)^3)+2(c*y+x)(c*y+x+y)(2n+1)", "-y^4*n^6", "c=1,x=0..1,y=1..2")
    // a = y²(2n³ + 3n² + 3n + 1) + 2(y + x)(2y + x)(2n + 1), by hand.
    #expect(
      pairs(family) == [
        "pcf(2n^3+3n^2+11n+5, -n^6)", "pcf(8n^3+12n^2+44n+20, -16n^6)", "pcf(2n^3+3n^2+27n+13, -n^6)",
        "pcf(8n^3+12n^2+72n+34, -16n^6)",
      ])
  }

  @Test("Exponents may be parameters; boxes and templates mix") func exponents() throws {
    let family = try space("1..2,0", "-(n+c)^(2k)", "c=0..1,k=0..1")
    #expect(family.count == 8)
    #expect(
      pairs(family) == [
        "pcf(n, -1)", "pcf(2n, -1)", "pcf(n, -n^2)", "pcf(2n, -n^2)", "pcf(n, -1)", "pcf(2n, -1)",
        "pcf(n, -n^2-2n-1)", "pcf(2n, -n^2-2n-1)",
      ])
  }

  @Test("A template without parameters is one polynomial") func constant() throws {
    #expect(try pairs(space("34n^3+51n^2+27n+5", "-n^6", "")) == ["pcf(34n^3+51n^2+27n+5, -n^6)"])
    #expect(try pairs(space("-n-1", "x0*(2n-1)^2", "x0=3")) == ["pcf(-n-1, 12n^2-12n+3)"])
  }

  @Test("Repetitions are exactly the places whose formula has a smaller number, in parts too") func repeated()
    throws
  {
    // b depends on x² only, and c shifts nothing where x = 0.
    let family = try space("n+c*x*x", "x^2*n^2+1", "x=-3..3,c=-1..2").prepared(workers: 2)
    var seen: Set<String> = []
    for (index, formula) in pairs(family).enumerated() {
      #expect(family.isRepetition(at: index) == !seen.insert(formula).inserted, "\(index): \(formula)")
    }
    #expect(seen.count < family.count)
    // Parts and samples pass over what the whole passes over: the second quarter has places 7 to 13.
    let part = try ShardedSpace(of: family, shard: Shard(index: 2, count: 4))
    #expect((0..<7).map(part.isRepetition(at:)) == (7..<14).map(family.isRepetition(at:)))
    let sample = try SampledSpace(of: family, count: 28, seed: 3)
    let kept = (0..<28).filter { !sample.isRepetition(at: $0) }.map { pairs(sample)[$0] }
    #expect(kept.count == seen.count && Set(kept) == seen)
  }

  @Test("A search counts repetitions and zero polynomials apart, and stores every formula once") func funnel()
    throws
  {
    let request = try DynamicsRequest(a: "x*n+x", b: "y^2", parameters: "x=0..3,y=-2..2")
    let store = MemoryStore()
    let job = try store.createJob(for: Plan(request, chunkSize: 3), engine: .test)
    let summary = try SearchRunner(job: job, store: store, workers: 2, resources: .standIn).run()
    // x = 0 or y = 0: 4 + 5 − 1 places; of the others every second is a repetition.
    #expect(summary.funnel.total == 20 && summary.funnel["a or b is zero"] == 8)
    #expect(summary.funnel["repeated in the space"] == 6 && store.formulas.count == 6)
  }

  @Test(
    "Mistakes are shown where they are",
    arguments: [
      ("x*n", "1", "", 0), ("n+y", "1", "x=1", 2), ("2n+", "1", "", 3), ("n/2", "1", "", 0),
      ("n^n", "1", "", 2), ("n^(x-2)", "1", "x=1..3", 2), ("n+x", "1", "x=1..", 2), ("n+x", "1", "x=3..1", 2),
      ("n+x", "1", "x=1,x=2", 4), ("n+x", "1", "n=1", 0), ("sqrt(n)", "1", "", 0),
      ("x0(n+1)^2", "1", "x0=1", 0), ("n+x", "1", "=1", 0),
    ])
  func mistakes(a: String, b: String, parameters: String, position: Int) {
    do {
      _ = try DynamicsRequest(a: a, b: b, parameters: parameters)
      Issue.record("\(a) was read")
    } catch {
      guard case .malformed(_, _, let place, _) = error else {
        Issue.record("unexpected \(error)")
        return
      }
      #expect(place == position, "\(error)")
    }
  }

  @Test("Sizes that no machine word holds are refused before anything is computed") func tooLarge() {
    for (a, parameters) in [
      ("n^65", ""), ("n^x", "x=1..99"), ("x^10*n", "x=1..100"), ("99999999999*99999999999*n", ""),
      ("x*y*z*n", "x=1..999999999,y=1..999999999,z=1..999999999"),
    ] {
      #expect(throws: SearchError.self, "\(a)") { try DynamicsRequest(a: a, b: "1", parameters: parameters) }
    }
    #expect(throws: SearchError.self) { try DynamicsRequest(a: "n", b: "1", parameters: "x=1").candidates() }
  }

  @Test("The request as text names the space, however it was spaced") func text() throws {
    let request = try DynamicsRequest(
      a: "x * n + 1", b: "-3..3, 0", parameters: "x = 1..2", shard: Shard(parsing: "1/2"))
    #expect(request.space.description == "a x*n+1 b -3..3,0 with x=1..2 shard 1/2")
    #expect(try request.candidates().count == 6)
  }
}
