import Foundation
import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

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

  /// Random integers, evenly from a range, of two values far apart, and as partial quotients are distributed (Gauss and
  /// Kuzmin), where half of the terms are 1 and some are large.
  @Test(arguments: ["-1...1", "0...1", "-9...9", "0...1000000", "two values", "partial quotients", "sparse"])
  func noiseShowsNothing(kind: String) {
    var generator = SeededGenerator(seed: 2212)
    for _ in 0..<Self.rounds {
      let count = Int.random(in: 10...40, using: &generator)
      let terms = (0..<count).map { _ in Rational(Integer(Self.random(kind, &generator))) }
      #expect(SequenceFinding(terms).rule == nil || Set(terms).count == 1, "\(terms)")
    }
  }

  private static let rounds = LongSuite.isOn ? 1000 : 25

  private static func random(_ kind: String, _ generator: inout SeededGenerator) -> Int {
    switch kind {
    case "two values": return Bool.random(using: &generator) ? 1_000_000 : 0
    case "partial quotients":
      return Int(1 / (exp2(Double.random(in: 1e-9..<1, using: &generator)) - 1))
    case "sparse": return Int.random(in: 0...9, using: &generator) == 0 ? 1 : 0
    default:
      let ends = kind.split(separator: ".").compactMap { Int($0) }
      return Int.random(in: (ends.first ?? 0)...(ends.last ?? 0), using: &generator)
    }
  }

  /// A polynomial may vanish wherever a sparse sequence does not: that predicts nothing.
  @Test func vanishingCoefficientsAreNoRule() {
    var terms = [Rational](repeating: 0, count: 60)
    for (place, value) in [(3, 5), (11, 1), (29, 7), (41, 3)] { terms[place] = Rational(Integer(value)) }
    #expect(SequenceFinding(terms).rule == nil)
  }

  /// Terms that share the prime of the field, or are tiny fractions, hide nothing.
  @Test func multiplesOfThePrimeAreSeenThrough() throws {
    let p = Integer(2).power(61) - 1
    let fibonacci: [Integer] = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144]
    for factor in [Rational(p), Rational(1, p)] {
      let finding = SequenceFinding(fibonacci.map { Rational($0) * factor })
      guard case .linear(let recurrence, _) = finding.rule else {
        Issue.record("no recurrence with the factor \(factor)")
        continue
      }
      #expect(recurrence.connection == [1, -1, -1])
    }
  }

  @Test func constantAndAlternatingTerms() {
    #expect(SequenceFinding([Rational](repeating: 7, count: 12)).rule != nil)
    #expect(SequenceFinding((0..<10).map { $0 % 2 == 0 ? 1 : -1 }).rule == nil)
    #expect(SequenceFinding((0..<40).map { $0 % 2 == 0 ? 1 : -1 }).rule != nil)
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

  /// The fast algorithm and the plain one agree over the same prime: on noise, on long polynomials, with runs of zeros,
  /// and where a recurrence breaks.
  @Test func fastComplexityIsPlainComplexity() {
    var generator = SeededGenerator(seed: 61)
    for round in 0..<120 {
      let count = round % 10 == 0 ? 330 : Int.random(in: 1...60, using: &generator)
      let size = [1, 3, 1_000_000_000, Int.max / 2][round % 4]
      var terms = (0..<count).map { _ in Int.random(in: -size...size, using: &generator) }
      if round % 3 == 0 {
        for place in terms.indices where Int.random(in: 0..<3, using: &generator) > 0 { terms[place] = 0 }
      }
      let repeated = round % 3 == 1 ? terms.indices.dropFirst(5).dropLast(3) : []
      for place in repeated { terms[place] = terms[place - 5] }
      let fast = LinearComplexity(of: terms)
      let plain = PrimeRecurrence.shortest(of: terms.map { Integer($0) }, modulo: MersenneField.modulus)
      #expect(fast?.complexity == plain.complexity, "\(terms)")
      if 2 * plain.complexity <= count { #expect(fast?.connectionPolynomial == plain.connection, "\(terms)") }
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
