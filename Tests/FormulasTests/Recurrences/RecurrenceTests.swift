import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

/// Recurrences from terms: planted ones are found as they were planted, noise shows none.
@Suite struct RecurrenceTests {
  /// A thousand recurrences of order ≤ 20 with coefficients to 10⁶, given 3L + 10 terms.
  @Test func plantedRecurrencesAreFound() {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<1000 {
      let order = Int.random(in: 1...20, using: &generator)
      var connection: [Integer] = [1]
      for _ in 1..<order {
        connection.append(Integer(Int.random(in: -1_000_000...1_000_000, using: &generator)))
      }
      connection.append(Integer(Int.random(in: 1...1_000_000, using: &generator)))
      let initial = (0..<order).map { _ in Rational(Integer(Int.random(in: -99...99, using: &generator))) }
      let planted = LinearRecurrence(connection: connection, initial: initial)
      let terms = planted.terms(3 * order + 10)
      let found = LinearRecurrence(shortestFor: terms)
      guard let found else {
        Issue.record("round \(round): nothing found")
        continue
      }
      #expect(found.complexity <= order && found.terms(terms.count + 5) == planted.terms(terms.count + 5))
      if found.complexity == order { #expect(found.connection == connection) }
    }
  }

  @Test(arguments: [1, 9, 1_000_000])
  func noiseShowsNothing(size: Int) {
    var generator = SeededGenerator(seed: UInt64(size))
    for _ in 0..<60 {
      let count = Int.random(in: 10...40, using: &generator)
      let terms = (0..<count).map { _ in Rational(Integer(Int.random(in: -size...size, using: &generator))) }
      #expect(SequenceFinding(terms).rule == nil, "\(terms)")
    }
  }

  /// What was a recurrence before its terms were shuffled is none afterwards.
  @Test func shuffledTermsShowNothing() {
    var generator = SeededGenerator(seed: 11)
    for order in 2...12 {
      let initial = (0..<order).map { _ in Rational(Integer(Int.random(in: 1...99, using: &generator))) }
      let planted = LinearRecurrence(
        connection: [1] + (0..<order).map { Integer($0 % 3 - 1) }.dropLast() + [-1], initial: initial)
      let terms = planted.terms(3 * order + 10)
      #expect(LinearRecurrence(shortestFor: terms) != nil)
      #expect(SequenceFinding(terms.shuffled(using: &generator)).rule == nil)
    }
  }

  /// The fast field and plain Massey over another prime agree in L on random words with planted runs of zeros.
  @Test func complexityOfImpulses() {
    for zeros in 0...20 {
      let terms = [Int](repeating: 0, count: zeros) + [5] + [Int](repeating: 0, count: 30)
      let search = LinearComplexity(of: terms)
      #expect(search?.complexity == zeros + 1)
      #expect(search?.connectionPolynomial == [1])
    }
  }

  @Test func fractionsHaveRecurrences() throws {
    let terms = (0..<16).map { Rational(Integer(3).power($0), Integer(2).power($0)) }
    let found = try #require(LinearRecurrence(shortestFor: terms))
    #expect(found.connection == [2, -3] && found.complexity == 1)
  }

  /// The quotients of e (Euler): [2; 1, 2k + 2, 1], L = 7, degree 6, preperiod 1.
  @Test func channelsOfE() throws {
    let e = [2] + (0..<12).flatMap { [1, 2 * $0 + 2, 1] }
    let found = try #require(LinearRecurrence(shortestFor: e.map { Rational(Integer($0)) }))
    #expect(found.complexity == 7 && found.degree == 6 && found.preperiod == 1)
    let channels = try #require(InterlacedChannels(found))
    #expect(channels.preperiod == [2] && channels.channels.map { "\($0)" } == ["1", "2m+2", "1"])
  }

  /// Powers, products of powers and polynomials, halves: every channel is written out.
  @Test func channelsOfManyKinds() throws {
    let terms = (0..<24).flatMap { m -> [Integer] in
      [Integer(2).power(m), Integer(m * (m + 1) / 2), Integer(m) * Integer(-3).power(m) + 7]
    }
    let found = try #require(LinearRecurrence(shortestFor: terms.map { Rational($0) }))
    let channels = try #require(InterlacedChannels(found))
    #expect(channels.channels.map { "\($0)" } == ["2^m", "(m^2+m)/2", "7+m*(-3)^m"])
    for (n, term) in terms.enumerated() { #expect(channels.term(n) == Rational(term)) }
  }

  @Test func rootsWithoutRationalPowersHaveNoChannels() throws {
    let fibonacci = LinearRecurrence(connection: [1, -1, -1], initial: [1, 1])
    #expect(InterlacedChannels(fibonacci) == nil)
  }

  /// Central binomials and Motzkin numbers (A000984, A001006) need polynomial coefficients.
  @Test func polynomialCoefficients() throws {
    var binomials: [Rational] = [1]
    for n in 1..<20 { binomials.append(binomials[n - 1] * Rational(Integer(4 * n - 2), Integer(n))) }
    let finding = SequenceFinding(binomials)
    guard case .polynomial(let recurrence) = finding.rule else {
      Issue.record("no polynomial recurrence")
      return
    }
    #expect(recurrence.order == 1)
    #expect("\(recurrence)" == "(n+1)*a(n+1) + (-4n-2)*a(n) = 0")
    #expect(finding.next(1, after: binomials) == [Rational(Integer("137846528820") ?? 0)])
  }
}
