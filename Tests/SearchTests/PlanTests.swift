import Testing
import WallisFormulas
import WallisSearch

@Suite struct PlanTests {
  @Test("A plan that would take years is refused with what it needs") func tooLarge() throws {
    let box = try CoefficientBox(degree: 2, height: 50)
    do {
      _ = try Plan(DynamicsRequest(a: box, b: box))
      Issue.record("it was planned")
    } catch {
      guard case .tooLarge(let message, let remedy) = error else {
        Issue.record("unexpected \(error)")
        return
      }
      // (101³ − 1)² formulas
      #expect(message.contains("1061518090000 formulas") && message.contains("days"))
      #expect(remedy.contains("--sample"))
    }
    _ = try Plan(DynamicsRequest(a: box, b: box, sample: .init(count: 1000, seed: 1)))
  }

  @Test("The log beside the catalog counts, and seconds are not days") func logAndSeconds() throws {
    let box = try CoefficientBox(degree: 1, height: 3)
    let request = DynamicsRequest(a: box, b: box)
    // Room for the rows, but not for what is written before them.
    let room = PlanLimits(disk: try Plan(request).estimate(workers: 1).disk * 3 / 2)
    let error = #expect(throws: SearchError.self) { try Plan(request, limits: room) }
    guard case .tooLarge(let message, _)? = error else {
      Issue.record("unexpected \(String(describing: error))")
      return
    }
    #expect(message.contains("second") && !message.contains("day") && message.contains("can be written"))
  }

  @Test("Depths that make no sense are refused", arguments: [(1000, 1000), (2, 4), (1000, 1_000_000)])
  func depths(depth: Int, against: Int) throws {
    let box = try CoefficientBox(degree: 0, height: 1)
    #expect(throws: SearchError.self) {
      try Plan(DynamicsRequest(a: box, b: box, depth: depth, against: against))
    }
  }

  @Test("Every chunk has one place in the order, and a tenth of them tells what all cost") func order() throws
  {
    let box = try CoefficientBox(degree: 2, height: 5)
    let plan = try Plan(DynamicsRequest(a: box, b: box))
    #expect(plan.measured == 884_450 && plan.chunkCount == 3455)
    let order = (0..<plan.chunkCount).map(plan.chunk(at:))
    #expect(order.sorted() == Array(0..<plan.chunkCount))
    // A cost that grows tenfold along the space, as the sizes of p and q do.
    let costs = order.map { 1 + 9 * Double($0) / Double(plan.chunkCount) }
    for share in [10, 5, 2] {
      let done = costs.count / share
      let predicted = costs.prefix(done).reduce(0, +) / Double(done) * Double(costs.count)
      #expect(abs(predicted / costs.reduce(0, +) - 1) < 0.1)
    }
  }

  @Test("Chunks of very large spaces grow, their number does not") func largeSpace() throws {
    let box = try CoefficientBox(degree: 2, height: 40)
    let plan = try Plan(DynamicsRequest(a: box, b: box), limits: .none)
    #expect(plan.chunkCount <= Plan.mostChunks && plan.chunkCount > Plan.mostChunks / 2)
    #expect(plan.units(inChunk: plan.chunkCount - 1).upperBound == plan.measured)
  }

  @Test("The request rebuilds its space") func request() throws {
    let request = try DynamicsRequest(
      a: CoefficientBox(parsing: "1..5,-3..3,0"), b: CoefficientBox(parsing: "1"),
      shard: Shard(parsing: "2/5"))
    #expect(request.space.description == "a 1..5,-3..3,0 b 1 shard 2/5")
    let usual = try DynamicsRequest(
      a: CoefficientBox(degree: 1, height: 3), b: CoefficientBox(degree: 2, height: 3),
      sample: .init(count: 9, seed: 4))
    #expect(usual.space.description == "degree 1,2 height 3 sample 9 seed 4")
    let mixed = try DynamicsRequest(
      a: CoefficientBox(degree: 1, height: 3), b: CoefficientBox(degree: 2, height: 2))
    #expect(mixed.space.description == "a -3..3,-3..3 b -2..2,-2..2,-2..2")
    #expect(try request.candidates().count == 7)
    #expect(try request.candidates().candidate(at: 0).a == [0, -3, 2])
  }
}

@Suite struct KnownFormulasFileTests {
  @Test("Formulas are found as written, by key and by mirror") func lookup() throws {
    let file = try KnownFormulasFile(
      parsing: """
        # known formulas
        pcf(2n+1, n^2) ; 4/pi ; Brouncker ; Wallis (1656); prop. 191

        pcf 1 1 ; phi ; folklore ; any textbook
        """)
    #expect(file.formulas.count == 2)
    let brouncker = Formula(ContinuedFraction(a: [1, 2], b: [0, 0, 1]))
    let mirror = Formula(ContinuedFraction(a: [-1, -2], b: [0, 0, 1]))
    #expect(file.known(brouncker)?.author == "Brouncker")
    #expect(file.known(mirror)?.reference == "Wallis (1656); prop. 191")
    #expect(file.known(Formula(ContinuedFraction(a: [1], b: [2]))) == nil)
  }

  @Test("Inflations and index shifts of known formulas are known, others are not") func related() throws {
    let file = try KnownFormulasFile(parsing: "pcf(2n+1, n^2) ; 4/pi ; Brouncker ; Wallis (1656)")
    func name(_ a: [Int], _ b: [Int]) -> String? {
      file.match(Formula(ContinuedFraction(a: a, b: b)))?.name
    }
    #expect(name([1, 2], [0, 0, 1]) == "Brouncker" && name([-1, -2], [0, 0, 1]) == "Brouncker")
    // c(n) = 3, then c(n) = n + 1: b(n) = c(n)c(n-1)n^2.
    #expect(name([3, 6], [0, 0, 9]) == "Brouncker's, inflated")
    #expect(name([1, 3, 2], [0, 0, 0, 1, 1]) == "Brouncker's, inflated")
    #expect(name([7, 2], [9, 6, 1]) == "Brouncker's, shifted by 3")
    #expect(name([-1, 2], [1, -2, 1]) == "Brouncker's, shifted by -1")
    #expect(name([14, 4], [36, 24, 4]) == "Brouncker's, shifted by 3")
    #expect(name([2, 2], [0, 0, 1]) == nil && name([1, 2], [1, 0, 1]) == nil)
  }

  @Test(
    "Bad lines are refused",
    arguments: ["pcf(2n+1, n^2) ; 4/pi", "pcf(2n+, 1) ; x ; y ; z", "7 ; x ; y ; z", "pcf 1 1;;a;b"])
  func bad(line: String) {
    #expect(throws: SearchError.self) { try KnownFormulasFile(parsing: line) }
  }
}
