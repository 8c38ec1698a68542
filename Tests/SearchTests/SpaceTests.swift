import Testing
import WallisFormulas
import WallisSearch

/// Sizes are those of the public data set and of the definition (2h+1)^(d+1) − 1 per polynomial.
@Suite struct SpaceTests {
  @Test(
    "Sizes count every pair of non-zero polynomials",
    arguments: [((1, 2), 3, 16_416), ((2, 2), 3, 116_964), ((2, 2), 5, 1_768_900), ((0, 0), 1, 4)])
  func sizes(degrees: (Int, Int), height: Int, expected: Int) throws {
    let space = try DynamicsSpace(degrees: (a: degrees.0, b: degrees.1), height: height)
    #expect(space.memberCount == expected)
    #expect(space.count * 2 == expected)
  }

  @Test("Every number gives another member, and all members with b are reached") func bijection() throws {
    let box = try CoefficientBox([-1...2, 0...3, -2...1])
    var seen: Set<[Int]> = []
    for index in 0..<box.count {
      let polynomial = box.polynomial(at: index)
      #expect(polynomial.last != 0 && !polynomial.isEmpty)
      #expect(box.index(of: polynomial) == index)
      seen.insert(polynomial)
    }
    #expect(seen.count == 4 * 4 * 4 - 1)
    #expect(
      box.index(of: []) == nil && box.index(of: [0, 0, 3]) == nil && box.index(of: [0, 0, 0, 1]) == nil)
  }

  @Test("A box without zero loses nothing") func boxWithoutZero() throws {
    let box = try CoefficientBox(parsing: "1..2, -1..1")
    #expect(box.count == 6)
    #expect(
      (0..<box.count).map(box.polynomial(at:)) == [[-1, 1], [0, 1], [1, 1], [-1, 2], [0, 2], [1, 2]])
  }

  @Test("Candidates of a symmetric space and their mirrors are its members, once each") func mirror() throws {
    let space = try DynamicsSpace(degrees: (a: 1, b: 1), height: 2)
    var members: Set<ContinuedFraction> = []
    for candidate in (0..<space.count).map(space.candidate(at:)) {
      #expect(candidate.signs == .both && (candidate.a.last ?? 0) > 0)
      let fraction = ContinuedFraction(a: candidate.a, b: candidate.b)
      members.formUnion([fraction, fraction.mirror])
    }
    #expect(members.count == space.memberCount)
    let direct = Set((0..<space.memberCount).map { fraction(space.member(at: $0)) })
    #expect(direct == members)
  }

  @Test("An asymmetric range keeps what the user asked for") func asymmetric() throws {
    let space = try DynamicsSpace(a: CoefficientBox(parsing: "-2..1"), b: CoefficientBox(parsing: "1,0..1"))
    let all = (0..<space.count).map(space.candidate(at:))
    #expect(space.memberCount == 6 && space.count == 6)
    #expect(all.map(\.a) == [[2], [2], [1], [1], [1], [1]])
    #expect(all.map(\.signs) == [.minus, .minus, .minus, .minus, .plus, .plus])
  }

  @Test("The quick key is the key of the formula") func key() throws {
    let space = try DynamicsSpace(degrees: (a: 2, b: 2), height: 1)
    for candidate in (0..<space.count).map(space.candidate(at:)) {
      #expect(candidate.key == candidate.formula.key)
    }
  }

  @Test("A sample repeats nothing and depends on the seed alone") func sample() throws {
    let base = try DynamicsSpace(degrees: (a: 1, b: 1), height: 1)
    func draw(_ count: Int, _ seed: UInt64) throws -> [ContinuedFraction] {
      let sample = try SampledSpace(of: base, count: count, seed: seed)
      return (0..<sample.count).map { fraction(sample.candidate(at: $0)) }
    }
    #expect(try Set(draw(base.memberCount, 1)).count == base.memberCount)
    #expect(try draw(20, 7) == draw(20, 7))
    #expect(try draw(20, 7) != draw(20, 8))
    #expect(throws: SearchError.self) { try draw(base.memberCount + 1, 1) }
    #expect(throws: SearchError.self) { try draw(0, 1) }
  }

  @Test("Shards are disjoint and make the whole", arguments: [1, 2, 3, 7, 64]) func shards(count: Int) throws
  {
    let base = try DynamicsSpace(degrees: (a: 1, b: 1), height: 1)
    var members = 0
    var joined: [Candidate] = []
    for index in 1...min(count, base.count) {
      let part = try ShardedSpace(of: base, shard: Shard(index: index, count: min(count, base.count)))
      members += part.memberCount
      joined += (0..<part.count).map(part.candidate(at:))
    }
    #expect(joined == (0..<base.count).map(base.candidate(at:)))
    #expect(members == base.memberCount)
  }

  @Test(
    "Bad ranges are refused at the character that does not fit",
    arguments: [("1..5,x,0", 5), ("", 0), ("1,,2", 2), ("3..1", 0), ("1..2..3", 0), ("1, 2.5", 3)])
  func badRanges(text: String, position: Int) {
    do {
      _ = try CoefficientBox(parsing: text)
      Issue.record("'\(text)' was read")
    } catch {
      guard case .malformed(_, let source, let place, _) = error else {
        Issue.record("unexpected \(error)")
        return
      }
      #expect(source == text && place == position)
    }
  }

  @Test("Sizes beyond a machine word and empty spaces are refused") func refused() {
    #expect(throws: SearchError.self) { try CoefficientBox(degree: 64, height: 5) }
    #expect(throws: SearchError.self) { try CoefficientBox(parsing: "0,0") }
    #expect(throws: SearchError.self) { try CoefficientBox(degree: 1, height: 0) }
    #expect(throws: SearchError.self) { try DynamicsSpace(degrees: (a: 9, b: 9), height: 1000) }
    #expect(throws: SearchError.self) { try Shard(parsing: "4/3") }
    #expect(throws: SearchError.self) { try Shard(parsing: "0/3") }
  }

  private func fraction(_ candidate: Candidate) -> ContinuedFraction {
    let fraction = ContinuedFraction(a: candidate.a, b: candidate.b)
    return candidate.signs == .minus ? fraction.mirror : fraction
  }
}
