import TestSupport
import Testing
import WallisArithmetic

@Suite struct LinearComplexityTests {
  /// Random short sequences, sequences with a planted recurrence, and those with one wrong term.
  private func sequences() -> [[Int]] {
    var samples = Samples(seed: 91)
    let random = (0..<12).map { _ in (0..<samples.int(1...14)).map { _ in samples.int(-3...3) } }
    let planted = (0..<24).map { index -> [Int] in
      let order = samples.int(1...4)
      let coefficients = (0..<order).map { _ in samples.int(-2...2) }
      var terms = (0..<order + samples.int(0...2)).map { _ in samples.int(-9...9) }
      while terms.count < 16 {
        terms.append(
          coefficients.enumerated().reduce(0) { $0 + $1.element * terms[terms.count - 1 - $1.offset] })
      }
      if index % 3 == 0 { terms[samples.int(0...15)] += 1 }
      return terms
    }
    return random + planted + [[0, 0, 0], [0, 0, 0, 5], [1, 1, 2, 3, 5, 8, 13, 21]]
  }

  /// PARI solves the linear equations of each length and takes the least that has a solution.
  @Test func complexityIsTheLeast() throws {
    let least = """
      least(s,p)={my(n=#s);for(L=0,n,if(L==0,if(s==0,return(0));next);if(L==n,return(n));\
      my(M=matrix(n-L,L,i,j,Mod(s[i+L-j],p)),v=vector(n-L,i,Mod(-s[i+L],p))~);\
      if(v==0||matinverseimage(M,v)!=[]~,return(L)))};
      """
    let claims = sequences().compactMap { terms in
      LinearComplexity(of: terms).map { "least(\(terms),2^61-1)==\($0.complexity)" }
    }
    #expect(claims.count == sequences().count)
    let refuted = try Pari.refuted(claims, definitions: least)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  /// The connection polynomial annihilates every window, after each term.
  @Test func connectionAnnihilates() {
    for terms in sequences() {
      var search = LinearComplexity(capacity: 2)
      for (index, term) in terms.enumerated() {
        let before = search.complexity
        search.append(MersenneField.residue(term))
        let connection = search.connectionPolynomial
        #expect(
          search.count == index + 1 && search.complexity >= before
            && connection.count <= search.complexity + 1)
        #expect(connection.first == 1 && (connection.last != 0))
        for n in search.complexity...max(search.complexity, index) where n <= index {
          let sum = connection.enumerated().reduce(UInt64(0)) {
            MersenneField.sum($1.element, MersenneField.residue(terms[n - $1.offset]), $0)
          }
          #expect(sum == 0, "\(terms.prefix(index + 1)) at \(n)")
        }
      }
    }
  }

  /// Long sequences, where polynomials are divided by their discrepancy: the planted recurrence comes back.
  @Test(arguments: [100, 200]) func findsLongRecurrences(order: Int) {
    var samples = Samples(seed: UInt64(order))
    let coefficients = (0..<order).map { _ in samples.int(-999...999) } + [1]
    var terms = (0...order).map { _ in MersenneField.residue(samples.word()) }
    while terms.count < 2 * order + 20 {
      let next = coefficients.enumerated().reduce(UInt64(0)) {
        MersenneField.sum(MersenneField.residue($1.element), terms[terms.count - 1 - $1.offset], $0)
      }
      terms.append(next)
    }
    var search = LinearComplexity()
    for term in terms { search.append(term) }
    #expect(search.complexity == order + 1)
    #expect(search.connectionPolynomial.map(MersenneField.centred) == [1] + coefficients.map { -$0 })
  }

  @Test func stopsAboveTheBound() {
    let fibonacci = [1, 1, 2, 3, 5, 8, 13, 21]
    #expect(LinearComplexity(of: fibonacci, atMost: 2)?.complexity == 2)
    #expect(LinearComplexity(of: fibonacci, atMost: 1) == nil)
  }
}
