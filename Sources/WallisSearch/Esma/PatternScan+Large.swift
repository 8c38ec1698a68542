internal import WallisArithmetic
internal import WallisFormulas

/// The same scan with integers of any size, for denominators or coefficients that exceed machine words.
extension PatternScan {
  /// The verdict by a recurrence over several primes, lifted to the integers.
  func largeVerdict(_ signs: SignPeriod) -> Verdict {
    let all = large.isEmpty ? quotients.map { Integer($0) } : large
    let (head, _) = PatternScan.denominators(all, signs, count: terms)
    guard head.count == terms else { return .tooShort }
    guard
      let found = LinearRecurrence(shortestFor: head.map { Rational($0) }, surplus: terms - 2 * bound),
      found.connection[0] == 1
    else { return .nothing }
    if found.connection == [1, -1], head[terms - 1] == 2, signs.isNegative.allSatisfy({ $0 }) {
      return .rationalTail(complexity: found.complexity)
    }
    return confirmed(found, all, signs)
  }

  private func confirmed(_ found: LinearRecurrence, _ all: [Integer], _ signs: SignPeriod) -> Verdict {
    var count = terms
    while true {
      let (denominators, consumed) = PatternScan.denominators(all, signs, count: count)
      if let place = found.firstFailure(in: denominators) {
        return .contradicted(complexity: found.complexity, at: place)
      }
      let reached = digits(consumed: consumed)
      if denominators.count < count || reached >= demand.digits {
        let spent = PatternScan.denominators(all, signs, count: 2 * found.complexity).consumed
        return decided(
          found.connection, found.initial.map(\.numerator), reached: reached, spent: digits(consumed: spent),
          compared: denominators.count)
      }
      count *= 2
    }
  }

  private static func denominators(
    _ quotients: [Integer], _ signs: SignPeriod, count: Int
  ) -> (terms: [Integer], consumed: Int) {
    var expansion = SignedExpansion(quotients)
    var (terms, consumed) = ([Integer](), 0)
    while terms.count < count, let term = expansion.term(isNegative: signs.isNegative(below: terms.count)) {
      terms.append(term)
      consumed = expansion.consumed
    }
    return (terms, consumed)
  }
}

extension LinearRecurrence {
  /// The first term after the initial ones that does not follow from those before it.
  fileprivate func firstFailure(in terms: [Integer]) -> Int? {
    (complexity..<max(complexity, terms.count)).first { place in
      var sum: Integer = 0
      for (back, coefficient) in connection.enumerated() where !coefficient.isZero {
        sum += coefficient * terms[place - back]
      }
      return !sum.isZero
    }
  }
}
