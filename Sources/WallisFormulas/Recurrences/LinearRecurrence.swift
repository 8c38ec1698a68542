public import WallisArithmetic

/// A linear recurrence that the terms of a sequence satisfy: c₀ s(n) + c₁ s(n−1) + … + c_d s(n−d) = 0 for n ≥ L.
///
/// Integer sequences that go on for ever have c₀ = 1.
///
/// - Reference: Fatou, "Séries trigonométriques et séries de Taylor", Acta Math. 30 (1906).
public struct LinearRecurrence: Sendable, Hashable {
  /// c₀ > 0, c₁, …: integers without a common factor, without trailing zeros.
  public let connection: [Integer]
  /// The first L terms; L may exceed the degree of the connection polynomial.
  public let initial: [Rational]

  /// L, the linear complexity.
  public var complexity: Int { initial.count }
  /// Degree of the connection polynomial.
  public var degree: Int { connection.count - 1 }
  /// Terms before the recurrence takes hold.
  public var preperiod: Int { complexity - degree }
  /// c₀ + c₁x + … as a polynomial.
  public var connectionPolynomial: Polynomial { Polynomial(connection) }

  /// The recurrence with this connection polynomial and these first terms.
  /// - Precondition: `connection` begins with a positive integer and is no longer than L + 1.
  public init(connection: [Integer], initial: [Rational]) {
    precondition(connection.first.map { $0 > 0 } ?? false, "the first coefficient is positive")
    precondition(connection.count <= initial.count + 1, "a recurrence has as many first terms as its length")
    (self.connection, self.initial) = (connection, initial)
  }

  /// `a(n) = 2a(n-1)-a(n-2)`.
  public var text: String {
    var sum = ""
    for (back, coefficient) in connection.enumerated().dropFirst() where !coefficient.isZero {
      let size = coefficient.magnitude == 1 ? "" : "\(coefficient.magnitude)"
      let sign = coefficient.signum > 0 ? "-" : sum.isEmpty ? "" : "+"
      sum += "\(sign)\(size)a(n-\(back))"
    }
    let left = connection[0] == 1 ? "a(n)" : "\(connection[0])a(n)"
    return "\(left) = \(sum.isEmpty ? "0" : sum)"
  }

  /// The first `count` terms.
  public func terms(_ count: Int) -> [Rational] {
    if connection[0] == 1, initial.allSatisfy(\.isInteger) { return integers(count).map { Rational($0) } }
    var terms = Array(initial.prefix(count))
    while terms.count < count {
      var sum: Rational = 0
      for (back, coefficient) in connection.enumerated().dropFirst() where !coefficient.isZero {
        sum = sum + Rational(coefficient) * terms[terms.count - back]
      }
      terms.append(-sum / Rational(connection[0]))
    }
    return terms
  }

  /// The first `count` terms where c₀ = 1 and the first L are integers.
  private func integers(_ count: Int) -> [Integer] {
    var terms = initial.prefix(count).map(\.numerator)
    while terms.count < count {
      var next: Integer = 0
      for (back, coefficient) in connection.enumerated().dropFirst() where !coefficient.isZero {
        next -= coefficient * terms[terms.count - back]
      }
      terms.append(next)
    }
    return terms
  }

  /// Whether every term of the sequence after the first L follows from those before it.
  public static func holds(_ connection: [Integer], complexity: Int, for sequence: [Integer]) -> Bool {
    guard connection.count <= complexity + 1 else { return false }
    return (complexity..<max(complexity, sequence.count)).allSatisfy { place in
      var sum: Integer = 0
      for (back, coefficient) in connection.enumerated() where !coefficient.isZero {
        sum += coefficient * sequence[place - back]
      }
      return sum.isZero
    }
  }
}

extension LinearRecurrence {
  /// Terms N − 2L that must be left over to take a recurrence for more than an accident.
  public static let leastSurplus = 8

  /// The shortest recurrence of a sequence, where it is short enough to mean something; nil where there is none with
  /// 2L + `surplus` ≤ N, or none over the rational numbers.
  ///
  /// Found over one prime, confirmed over others, lifted by as many as its coefficients need, then checked on all
  /// terms by exact integers.
  public init?(shortestFor sequence: [Rational], surplus: Int = leastSurplus) {
    let integers = sequence.primitiveIntegers
    let bound = (sequence.count - surplus) / 2
    guard sequence.count >= surplus, var length = Self.complexity(of: integers, atMost: bound) else {
      return nil
    }
    var lift = ResidueLift()
    for prime in PrimeTable.primes {
      let (value, residues) = PrimeRecurrence.shortest(of: integers, modulo: prime)
      guard value <= bound else { return nil }
      // A prime may divide too much and see less; none sees more than there is.
      if value > length { (length, lift) = (value, ResidueLift()) }
      guard value == length else { continue }
      let isConfirmed = lift.count > 0
      lift.append(residues, modulo: prime)
      guard isConfirmed, let connection = lift.integers,
        Self.holds(connection, complexity: length, for: integers)
      else { continue }
      self.init(connection: connection, initial: Array(sequence.prefix(length)))
      return
    }
    return nil
  }

  /// L over the field of 2⁶¹ − 1 elements, nil where it exceeds the bound.
  private static func complexity(of sequence: [Integer], atMost bound: Int) -> Int? {
    var search = LinearComplexity(capacity: sequence.count)
    let modulus = Integer(Int(MersenneField.modulus))
    for term in sequence {
      search.append(UInt64(term.modulo(modulus).word ?? 0))
      guard search.complexity <= bound else { return nil }
    }
    return search.complexity
  }
}
