import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

@testable import WallisSearch

/// The sieve against the criterion asked for every fraction by itself.
@Suite struct ResidueSieveTests {
  /// Trace 0 at every prime from 7 to 131 at which b has a root and that divides no leading coefficient and no A² + 4B.
  private func criterion(_ a: [Int], _ b: [Int]) -> Bool {
    let discriminant = b.count == 2 * a.count - 1 ? a[a.count - 1] * a[a.count - 1] + 4 * b[b.count - 1] : 0
    return SievePrimes.all.allSatisfy { prime in
      func residue(_ x: Int) -> Int { ((x % prime) + prime) % prime }
      func value(_ n: Int) -> Int { b.reversed().reduce(0) { residue($0 * n + $1) } }
      guard residue(a[a.count - 1]) != 0, residue(b[b.count - 1]) != 0,
        discriminant == 0 || residue(discriminant) != 0, (0..<prime).contains(where: { value($0) == 0 })
      else { return true }
      return ModularScreen.isNilpotent(a, b, modulo: prime)
    }
  }

  private func survivors(_ space: SieveSpace) -> (passed: [[Int]: Set<[Int]>], members: Int) {
    let sieve = ResidueSieve()
    var (passed, members): ([[Int]: Set<[Int]>], Int) = ([:], 0)
    for index in 0..<space.unitCount {
      let unit = space.unit(at: index)
      let b = space.numerators.polynomial(at: unit.numerator)
      var counted = 0
      let result = sieve.survivors(b: b, ranges: unit.ranges, words: unit.stratum.words) {
        counted += $0
        return true
      }
      #expect(counted == unit.memberCount && !result.isInterrupted)
      #expect(members == space.members(before: index))
      members += unit.memberCount
      passed[b, default: []].formUnion(result.survivors)
    }
    return (passed, members)
  }

  /// Partial numerators of all shapes: with few roots, with content, shifted, with a leading coefficient that 7 and 11
  /// divide, of degree above 7.
  private static let numerators: [[Int]] = [
    [0, 0, 1], [0, 0, -4], [-2, 1, 6], [1, 0, 1], [0, 0, 0, 0, 1], [0, 1, 3, 3, 1], [0, 0, 77], [3, 2],
    [1, -4, 4], [0, 0, 0, 0, 0, 0, -1], [0, 0, 0, 0, 0, 0, 0, 0, 2], [5, 0, 0, 1],
  ]

  @Test("What passes is what the criterion lets pass", arguments: [(0, 270), (1, 7), (2, 3), (3, 1)])
  func exhaustive(degree: Int, height: Int) throws {
    let box = try CoefficientBox(degree: degree, height: height)
    let space = try SieveSpace(a: box, b: .listed(Self.numerators))
    let (passed, members) = survivors(space)
    #expect(2 * members == box.count * Self.numerators.count)
    var total = 0
    for b in Self.numerators {
      let expected = (box.count / 2..<box.count).map { box.polynomial(at: $0) }.filter { criterion($0, b) }
      #expect(passed[b] == Set(expected), "degree \(degree), b \(b)")
      total += expected.count
    }
    #expect(total > 0)
  }

  /// The first is the line (1, 1) from (1, 1/2) of the field of ζ(2) as a fraction: full, with a factor of b that does not
  /// split. The second is symmetric and reduces by one n! of three.
  @Test("Valuations speak only where b splits over the rationals") func splitting() {
    let a = [10_699, 56_088, 120_196, 134_592, 83_024, 26_752, 3_520]
    let b = [
      1_040, 5_312, -9_632, -93_888, 33_808, 1_562_752, 5_581_824, 10_333_696, 11_707_904, 8_411_136,
      3_743_744,
      942_080, 102_400,
    ]
    #expect(ContinuedFraction(a: a, b: b).reduction == .full)
    #expect(!ValuationScreen(b).isPartial(a))
    #expect(ValuationScreen([0, 0, 0, 0, 0, 0, -1]).isPartial([2, 5, 3, 2]))
  }

  @Test("Ranges that are not symmetric, windows that begin anywhere, negative leading coefficients")
  func ranges() throws {
    let box = try CoefficientBox(parsing: "-2..1,-2..3,5..560")
    let space = try SieveSpace(a: box, b: .listed([[0, 0, 0, 0, -1], [0, 0, 3]]))
    let (passed, members) = survivors(space)
    #expect(members == 2 * box.count)
    for (b, found) in passed {
      let expected = (0..<box.count).map { box.polynomial(at: $0) }.filter { criterion($0, b) }
      #expect(found == Set(expected), "\(b)")
    }
  }

  @Test("b has a canonical representative: b(n) = c² B(n + s) modulo the prime") func canonical() throws {
    for prime in [7, 11, 13, 31] {
      for b in Self.numerators {
        guard let canonical = CanonicalNumerators(b, modulo: prime) else {
          #expect((b.last ?? 0) % prime == 0)
          continue
        }
        for n in 0..<prime {
          let place = (n + canonical.shift) % prime
          let value = canonical.scale * canonical.scale * Int(canonical.values[place]) % prime
          #expect(value == b.reversed().reduce(0) { (($0 * n + $1) % prime + prime) % prime })
        }
        // Shifted and scaled numerators share the representative.
        let moved = Integer(9) * Polynomial(b).shifted(by: 3)
        #expect(CanonicalNumerators(try #require(moved.words), modulo: prime)?.values == canonical.values)
      }
    }
  }
}

/// The spaces: what is counted, and what is enumerated.
@Suite struct SieveSpaceTests {
  @Test("Products of linear factors: each once, all that split with small roots") func products() throws {
    let products = try RootProducts(degree: 2, height: 2, leading: 2)
    let all = (0..<products.count).map { products.polynomial(at: $0) }
    #expect(Set(all).count == all.count && all.count == 4 * 28)
    /// Roots 0, ±1, ±2, ±1/2 and content 1 or 2, decided by factorisation.
    func belongs(_ polynomial: [Int]) -> Bool {
      let value = Polynomial(polynomial)
      guard value.degree == 2, value.content <= 2 else { return false }
      let factors = value.irreducibleFactors.filter { $0.factor.degree > 0 }
      return factors.allSatisfy {
        $0.factor.degree == 1 && $0.factor[0].magnitude <= 2 && $0.factor[1].magnitude <= 2
      }
    }
    #expect(all.allSatisfy(belongs))
    let box = try CoefficientBox(degree: 2, height: 10)
    let expected = (0..<box.count).map { box.polynomial(at: $0) }.filter(belongs)
    #expect(Set(expected) == Set(all))
  }

  @Test("Members and units are counted as the boxes say, large ones too") func counts() throws {
    // 120 · 241³ with b = −n⁶ (3.4 billion with their mirrors where the whole box is searched).
    let fixed = try FactorialRequest(a: "1..120,-120..120,-120..120,-120..120", b: ["-n^6"]).units()
    #expect(fixed.members == 1_679_702_520)
    let whole = try FactorialRequest(a: "-5..5,-5..5,-5..5", b: ["-5..5,-5..5,-5..5"]).units()
    #expect(whole.members == 1_768_900)
    let shards = try (1...7).map { index in
      try FactorialRequest(
        a: "-50..50,-50..50,-50..50", b: ["-2..2,-2..2"], shard: Shard(index: index, count: 7)
      ).units()
    }
    #expect(shards.reduce(0) { $0 + $1.members } == (101 * 101 * 101 - 1) * 24)
    let windows = SieveStratum([1...3, -4...4, -1000...1000], signs: 2)
    var sum = 0
    for unit in 0..<windows.unitCount {
      #expect(windows.members(before: unit) == sum)
      sum += windows.ranges(ofUnit: unit).reduce(1) { $0 * $1.count }
    }
    #expect(sum == windows.memberCount && windows.windows == 4)
  }

  @Test("Senseless and too large spaces are refused with what would fit") func refused() {
    let bad: [() throws -> Void] = [
      { _ = try FactorialRequest(a: "0,0", b: ["n^2"]).units() },
      { _ = try FactorialRequest(a: "1..3,0", b: ["0"]).units() },
      { _ = try FactorialRequest(a: "1..3,0", b: ["n-n"]).units() },
      { _ = try FactorialRequest(a: "1..3,0", b: []).units() },
      { _ = try FactorialRequest(a: "1..3,0", b: ["n^2", "1..3,0"]).units() },
      { _ = try FactorialRequest(a: "3..1,0", b: ["n^2"]).units() },
      {
        _ = try FactorialRequest(
          a: "1,0", products: FactorialRequest.Products(degree: 0, height: 1, leading: 1)
        )
        .units()
      },
    ]
    for request in bad { #expect(throws: SearchError.self) { try request() } }
    for degree in [8, 40] {
      do {
        _ = try FactorialRequest.denominators(degree: degree, height: 1)
        Issue.record("degree \(degree) was planned")
      } catch {
        guard case .tooLarge(let message, let remedy) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(message.contains("B") && remedy.contains("degree 7"), "\(message)")
      }
    }
  }
}
