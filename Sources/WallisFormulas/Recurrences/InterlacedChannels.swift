public import WallisArithmetic

/// A sequence taken apart: after a preperiod, the terms of index P + Nm + j are the j-th of N channels at m.
///
/// Statement: such channels exist exactly where some power of every characteristic root is rational. N is the least
/// common exponent (twice as much where that power would be negative with modulus 1), so that the parts are polynomials
/// where the roots are roots of unity.
public struct InterlacedChannels: Sendable, Hashable {
  /// Terms before the channels begin.
  public let preperiod: [Rational]
  /// The N channels.
  public let channels: [Channel]

  /// Largest N that is looked for.
  public static let mostChannels = 240

  /// The channels of what a recurrence produces; nil where a root has no rational power of a reasonable exponent.
  public init?(_ recurrence: LinearRecurrence) {
    let start = recurrence.preperiod
    var powers: [RationalPower] = []
    for (factor, multiplicity) in recurrence.connectionPolynomial.irreducibleFactors {
      guard let power = RationalPower(ofRootsOf: factor, multiplicity: multiplicity) else { return nil }
      powers.append(power)
    }
    let count = powers.reduce(1) { common, power in
      common * power.exponent / Int.greatestDivisor(common, power.exponent)
    }
    guard count <= InterlacedChannels.mostChannels else { return nil }
    var multiplicities: [Rational: Int] = [:]
    for power in powers {
      multiplicities[power.value(raisedTo: count / power.exponent), default: 0] += power.multiplicity
    }
    let unknowns = multiplicities.sorted { $0.key < $1.key }.flatMap { base, multiplicity in
      (0..<multiplicity).map { (base: base, degree: $0) }
    }
    let terms = recurrence.terms(start + count * (unknowns.count + 1))
    var channels: [Channel] = []
    for j in 0..<count {
      let values = (0...unknowns.count).map { terms[start + j + count * $0] }
      guard let channel = Channel(through: values, unknowns: unknowns) else { return nil }
      channels.append(channel)
    }
    (preperiod, self.channels) = (Array(terms.prefix(start)), channels)
  }

  /// The term of index n.
  public func term(_ n: Int) -> Rational {
    guard n >= preperiod.count else { return preperiod[n] }
    let (m, j) = (n - preperiod.count).quotientAndRemainder(dividingBy: channels.count)
    return channels[j].value(at: m)
  }
}

/// The least power of the roots of an irreducible polynomial that is rational, and not −1.
private struct RationalPower {
  let exponent: Int
  let multiplicity: Int
  private let base: Rational

  /// `connection` is c₀ + c₁x + …; the roots are those of the reversed polynomial.
  init?(ofRootsOf connection: Polynomial, multiplicity: Int) {
    let coefficients = connection.coefficients.map { Rational($0) }
    let degree = coefficients.count - 1
    guard degree <= 64 else { return nil }
    // x^k modulo the characteristic polynomial, constant term first; x^degree = −(c₁x^(d−1) + … + c_d)/c₀.
    var power = [Rational](repeating: 0, count: degree)
    power[0] = 1
    for exponent in 1...InterlacedChannels.mostChannels {
      let top = power[degree - 1]
      power = [0] + power.dropLast()
      for index in 0..<degree {
        power[index] = power[index] - top * coefficients[degree - index] / coefficients[0]
      }
      if power.dropFirst().allSatisfy({ $0.signum == 0 }) {
        let isMinusOne = power[0] == -1
        (self.exponent, base) = isMinusOne ? (2 * exponent, 1) : (exponent, power[0])
        self.multiplicity = multiplicity
        return
      }
    }
    return nil
  }

  func value(raisedTo k: Int) -> Rational { Rational(base.numerator.power(k), base.denominator.power(k)) }
}

extension Channel {
  /// The channel with these values at 0, 1, 2, …, one more than there are unknowns; nil where the last disagrees.
  fileprivate init?(through values: [Rational], unknowns: [(base: Rational, degree: Int)]) {
    var rows: [[Rational]] = unknowns.indices.map { m in
      unknowns.map { unknown in
        let power = Rational(unknown.base.numerator.power(m), unknown.base.denominator.power(m))
        return power * Rational(Integer(m).power(unknown.degree))
      } + [values[m]]
    }
    guard Rational.eliminate(&rows) else { return nil }
    var coefficients: [Rational: [Rational]] = [:]
    for (unknown, row) in zip(unknowns, rows) {
      coefficients[unknown.base, default: []].append(row[unknowns.count])
    }
    self.init(coefficients.map { ($0.key, $0.value) })
    guard value(at: unknowns.count) == values[unknowns.count] else { return nil }
  }
}

extension Rational {
  /// Brings a square system with one right-hand side to diagonal form; false where it is singular.
  static func eliminate(_ rows: inout [[Rational]]) -> Bool {
    for column in rows.indices {
      guard let pivot = rows[column...].firstIndex(where: { $0[column].signum != 0 }) else { return false }
      rows.swapAt(pivot, column)
      let scale = rows[column][column]
      rows[column] = rows[column].map { $0 / scale }
      for other in rows.indices where other != column && rows[other][column].signum != 0 {
        let factor = rows[other][column]
        rows[other] = zip(rows[other], rows[column]).map { $0 - factor * $1 }
      }
    }
    return true
  }
}

extension Int {
  /// Greatest common divisor.
  static func greatestDivisor(_ x: Int, _ y: Int) -> Int { y == 0 ? abs(x) : greatestDivisor(y, x % y) }
}
