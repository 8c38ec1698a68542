import Testing
import WallisArithmetic
import WallisFamilies
import WallisFormulas

/// Families F1 and F2 of Shalyt et al. (2024), section 5.3 of the paper, from members of the box −5 … 5 alone.
@Suite struct GeneralisationTests {
  private static func member(_ a: Int, _ b: Int, of constant: Ball) throws -> GeneralisationMember? {
    let fraction = ContinuedFraction(a: [a], b: [0, b, 1])
    let limit = try #require(try fraction.evaluate(digits: 120).enclosure)
    return MoebiusMap(from: constant, to: limit).map { GeneralisationMember(fraction, map: $0) }
  }

  private static func checkerboard(_ constant: Ball) throws -> [GeneralisationMember] {
    try (1...5).flatMap { a in try (0...5).compactMap { b in try member(a, b, of: constant) } }
  }

  @Test func checkerboardOfPi() throws {
    let pi = Ball(.pi, bits: 500)
    let members = try GeneralisationTests.checkerboard(pi)
    #expect(members.count == 15)
    let found = GeneralisationSearch { Ball(.pi, bits: $0) }.generalisations(of: members)
    let statement = try #require(found.first { $0.isVerified })
    #expect(statement.lattice.directions.count == 2 && statement.members.count == 15)
    guard case .steps(let steps) = statement.limit else {
      Issue.record("images of a constant have steps")
      return
    }
    #expect(steps.isConservative)
    #expect(statement.predictions.count >= 20 && statement.predictions.allSatisfy(\.holds))
    // Table of the paper: a = i+2j+1, b = n²+(i+1)n gives 12/(332 − 105π) at i = 2, j = 1.
    let place = try #require(
      statement.members.first {
        statement.lattice.fraction(at: $0) == ContinuedFraction(a: [5], b: [0, 3, 1])
      })
    #expect(steps.map(at: place) == MoebiusMap(0, 12, -105, 332))
  }

  @Test func checkerboardOfLog2() throws {
    let log2 = Ball(.log2, bits: 500)
    let found = GeneralisationSearch { Ball(.log2, bits: $0) }
      .generalisations(of: try GeneralisationTests.checkerboard(log2))
    let statement = try #require(found.first { $0.isVerified })
    #expect(statement.lattice.directions.count == 2)
    guard case .steps(let steps) = statement.limit else {
      Issue.record("images of a constant have steps")
      return
    }
    // Table of the paper: a = i+2j+1, b = n²+in gives 2/(17 − 24 log 2) at i = 2, j = 1.
    let place = try #require(
      statement.members.first {
        statement.lattice.fraction(at: $0) == ContinuedFraction(a: [5], b: [0, 2, 1])
      })
    #expect(steps.map(at: place) == MoebiusMap(0, 2, -24, 17))
  }

  /// What reduces in the line 2n² + 2n + 1 + c with −n⁴: c = k(k+1). Members between them belong to nothing.
  @Test func quadraticParameter() throws {
    @Sendable func zeta2(_ bits: Int) -> Ball { Ball(.pi, bits: bits) * Ball(.pi, bits: bits) / 6 }
    let members = try (0...7).compactMap { k -> GeneralisationMember? in
      let fraction = ContinuedFraction(a: [1 + k * (k + 1), 2, 2], b: [0, 0, 0, 0, -1])
      let limit = try #require(try fraction.evaluate(digits: 140).enclosure)
      return MoebiusMap(from: zeta2(600), to: limit).map { GeneralisationMember(fraction, map: $0) }
    }
    #expect(members.count == 8)
    let other = ContinuedFraction(a: [6, 2, 2], b: [0, 0, 0, 0, -1])
    let stray = try #require(MoebiusMap(1, 2, 3, 4).map { GeneralisationMember(other, map: $0) })
    let found = GeneralisationSearch(constant: zeta2).generalisations(of: members + [stray])
    let statement = try #require(found.first { $0.isVerified })
    #expect(statement.members == (0...7).map { [$0] })
    #expect(statement.lattice.texts.a == "2*n^2+2*n+i^2+i+1" && statement.lattice.texts.b == "-n^4")
  }

  /// One coefficient of one member altered: nothing about it may be believed.
  @Test func alteredMembersAreRefused() throws {
    let pi = Ball(.pi, bits: 500)
    var members = try GeneralisationTests.checkerboard(pi)
    for index in members.indices.prefix(1) {
      let map = try #require(members[index].map)
      let altered = try #require(MoebiusMap(map.a, map.b + 1, map.c, map.d))
      let whole = members
      members[index] = GeneralisationMember(whole[index].fraction, map: altered)
      let found = GeneralisationSearch { Ball(.pi, bits: $0) }.generalisations(of: members)
      for statement in found where statement.isVerified {
        let fractions = statement.members.map { statement.lattice.fraction(at: $0) }
        #expect(!fractions.contains(whole[index].fraction))
      }
      members = whole
    }
  }

  /// A false closed form for all members, with images of another constant: predictions refuse it.
  @Test func falseFamiliesAreRefused() throws {
    let members = try GeneralisationTests.checkerboard(Ball(.pi, bits: 500))
    let found = GeneralisationSearch { Ball(.e, bits: $0) }.generalisations(of: members)
    #expect(!found.isEmpty && found.allSatisfy { !$0.isVerified })
  }

  /// a = 2n + 1 − j, b = −n² + jn + k: the limit is minus the smaller root of b.
  @Test func algebraicRoots() throws {
    let members = (-3...3).flatMap { j in
      (1...5).compactMap { k in GeneralisationMember(root: ContinuedFraction(a: [1 - j, 2], b: [k, j, -1])) }
    }
    #expect(members.count > 20)
    let found = GeneralisationSearch(constant: nil).generalisations(of: members)
    let statement = try #require(found.first { $0.isVerified })
    guard case .root(let root) = statement.limit else {
      Issue.record("quadratic irrationals are roots")
      return
    }
    #expect(statement.lattice.directions.count == 2 && statement.members.count == members.count)
    for place in statement.members + statement.predictions.map(\.place) {
      let b = statement.lattice.fraction(at: place).b
      // x = −r with b(r) = 0: the equation is that of b(−x).
      let mirrored = Polynomial([b[0], -b[1], b[2]])
      let c = root.equation.map { $0.value(at: place) }
      #expect(c[0] * mirrored[2] == c[2] * mirrored[0] && c[1] * mirrored[2] == c[2] * mirrored[1])
    }
  }

  @Test func predictionsLieBeyondEveryParameter() throws {
    let members = try GeneralisationTests.checkerboard(Ball(.pi, bits: 500))
    let search = GeneralisationSearch(seed: 5) { Ball(.pi, bits: $0) }
    let statement = try #require(search.generalisations(of: members).first { $0.isVerified })
    for axis in 0..<2 {
      let widest = try #require(statement.members.map { $0[axis] }.max())
      #expect(statement.predictions.contains { $0.place[axis] > widest })
    }
    #expect(
      statement.predictions.allSatisfy { prediction in
        (0..<2).contains { axis in prediction.place[axis] > (statement.members.map { $0[axis] }.max() ?? 0) }
      })
    let again = GeneralisationSearch(seed: 6) { Ball(.pi, bits: $0) }.generalisations(of: members)
    #expect(again.first { $0.isVerified }?.predictions != statement.predictions)
  }
}
