import TestSupport
import Testing

@testable import WallisArithmetic

@Suite struct LatticeLawTests {
  private func rows(_ lattice: borrowing Lattice) -> [[Integer]] {
    var rows: [[Integer]] = []
    for row in 0..<lattice.rank { rows.append(lattice.row(row)) }
    return rows
  }

  private func squaredLength(_ row: [Integer]) -> Integer { row.reduce(Integer(0)) { $0 + $1 * $1 } }

  /// The rows generate the same lattice after a reduction: PARI's Hermite forms agree, and its own reduced basis is not
  /// shorter than the bound allows.
  @Test func reductionKeepsTheLattice() throws {
    var samples = Samples(seed: 121)
    var claims: [String] = []
    for (rank, columns, bits) in [(1, 3, 30), (2, 2, 20), (3, 3, 60), (4, 5, 90), (6, 6, 200)] {
      for leading in [nil, 12, 40] {
        let basis = samples.rows(rank, columns, bits: bits)
        var lattice = Lattice(rows: basis)
        if let leading { lattice.reduceLeading(leading, of: 0..<columns) } else { lattice.reduce() }
        let reduced = rows(lattice)
        claims.append("mathnf(\(GP.matrix(basis))~)==mathnf(\(GP.matrix(reduced))~)")
        guard leading == nil else { continue }
        claims.append(
          "my(B=\(GP.matrix(basis))~,v=B*qflll(B)[,1]);"
            + "\(squaredLength(reduced[0]))<=1.37^(\(rank))*norml2(v)&&norml2(v)<=1.37^(\(rank))*\(squaredLength(reduced[0]))"
        )
      }
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  /// min |b*|² bounds the shortest vector, which PARI finds by enumeration, from below; and it is itself the least of
  /// the quotients of the Gram minors.
  @Test func smallestLengthAgreesWithPari() throws {
    var samples = Samples(seed: 122)
    var claims: [String] = []
    for rank in [1, 2, 3, 4, 5] {
      for isReduced in [false, true] {
        var lattice = Lattice(rows: samples.rows(rank, rank + 1, bits: 25))
        if isReduced { lattice.reduce() }
        let (basis, length) = (GP.matrix(rows(lattice)), lattice.smallestSquaredLength())
        let bound = try #require(length)
        // The enumeration of PARI wants two dimensions.
        if rank > 1 { claims.append("my(G=\(basis)*\(basis)~,T=qflllgram(G));\(bound)<=qfminim(T~*G*T)[2]") }
        claims.append(
          "my(G=\(basis)*\(basis)~,d=vector(\(rank + 1),k,matdet(G[1..k-1,1..k-1])));"
            + "vecmin(vector(\(rank),k,d[k+1]/d[k]))==\(bound)")
      }
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  /// Coefficient vectors stay a basis of all integer vectors, whatever digits are fed.
  @Test func relationsStayABasis() throws {
    var samples = Samples(seed: 123)
    var claims: [String] = []
    for (terms, shifts) in [(2, [0, 0]), (3, [0, 5, 0]), (5, [0, 0, 0, 0, 0]), (4, [3, 2, 1, 0])] {
      var lattice = RelationLattice(weightShifts: shifts)
      let digits = (0..<terms).map { _ in samples.integer(bits: 300) }
      for step in [40, 100, 220, 300] {
        lattice.feed(digits.map { $0.shifted(left: step - 300) })
        var basis: [[Integer]] = []
        for row in 0..<lattice.terms { basis.append(lattice.relation(row)) }
        claims.append("abs(matdet(\(GP.matrix(basis))))==1")
      }
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  /// Relations among random multiples of logarithms of primes are those of PARI's `lindep`.
  @Test func relationsAgreeWithPari() throws {
    var samples = Samples(seed: 124)
    var claims: [String] = []
    for count in [2, 3, 4] {
      for _ in 0..<3 {
        let bits = 400
        let logs = [2, 3, 5, 7].prefix(count).map { Ball($0, bits: bits).log }
        let weights = logs.map { _ in Integer(samples.int(1...999)) }
        let sum = zip(logs, weights).reduce(Ball(0, bits: bits)) { $0 + $1.0 * $1.1 }
        var lattice = RelationLattice(weightShifts: [Int](repeating: 0, count: count + 1))
        let numbers = logs + [sum]
        for step in [60, 160, 260] {
          lattice.feed(numbers.map { $0.scaled(byPowerOfTwo: step).nearestInteger })
        }
        let found = lattice.relation(0)
        let names = ["log(2)", "log(3)", "log(5)", "log(7)"].prefix(count)
        let total = zip(names, weights).map { "\($0)*\($1)" }.joined(separator: "+")
        let relation = "[\(found.map { "\($0)" }.joined(separator: ","))]~"
        claims.append(
          "my(r=lindep([\(names.joined(separator: ",")),\(total)]));r==\(relation)||r==-\(relation)")
      }
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  /// Every vector below the excluded height misses zero by more than the digits allow.
  @Test func excludedHeightsHoldNoRelation() throws {
    let numbers = [Ball(1, bits: 200), Ball(.pi, bits: 200), Ball(.e, bits: 200)]
    let scaled = numbers.map { $0.scaled(byPowerOfTwo: 24).nearestInteger }
    var lattice = RelationLattice(weightShifts: [0, 0, 0])
    lattice.feed(scaled)
    let exponent = lattice.excludedExponent(errors: [1, 1, 1])
    #expect(try #require(exponent) >= 1)
    let height = 10
    for a in -height..<height {
      for b in -height..<height {
        for c in -height..<height where (a, b, c) != (0, 0, 0) && max(abs(a), abs(b), abs(c)) < height {
          let sum = scaled[0] * Integer(a) + scaled[1] * Integer(b) + scaled[2] * Integer(c)
          #expect(sum.magnitude > Integer(abs(a) + abs(b) + abs(c)))
        }
      }
    }
  }
}
