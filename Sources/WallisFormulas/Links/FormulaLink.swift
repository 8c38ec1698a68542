internal import WallisArithmetic

/// How the limits of two continued fractions are connected.
public struct FormulaLink: Sendable, Hashable {
  /// What connects them, the strongest first.
  public enum Kind: String, Sendable, Hashable {
    /// Both have one canonical form: (c(n)a(n), c(n)c(n−1)b(n)).
    case inflation
    /// The canonical forms agree after n → n + t.
    case shift
    /// A Möbius map carries one limit into the other, to all digits that were computed.
    case mobius
  }

  /// What connects them.
  public let kind: Kind
  /// limit of the second = map(limit of the first).
  public let map: MoebiusMap
  /// n → n + shift takes the canonical form of the first into that of the second; 0 for other kinds.
  public let shift: Int
  /// Digits to which a `mobius` link was checked; nil where the link is proved.
  public let digits: Int?

  /// True for links that are identities of polynomials.
  public var isProved: Bool { digits == nil }

  /// What a comparison of two limits says.
  public enum Outcome: Sendable, Hashable {
    /// They are linked.
    case linked(FormulaLink)
    /// Every map between them has an entry of modulus at least 10^excludedExponent; nil where a limit is missing or
    /// too few digits say nothing.
    case unrelated(excludedExponent: Int?)
  }
}

extension FormulaLink {
  /// The link between two continued fractions.
  ///
  /// - Parameter digits: to which limits are compared where no identity connects the formulas.
  public static func between(
    _ first: ContinuedFraction, _ second: ContinuedFraction, digits: Int = 100
  ) -> Outcome {
    if let exact = exact(first, second) { return .linked(exact) }
    guard let x = try? first.evaluate(digits: digits).enclosure,
      let y = try? second.evaluate(digits: digits).enclosure, x.isFinite, y.isFinite
    else { return .unrelated(excludedExponent: nil) }
    if let map = MoebiusMap(from: x, to: y) {
      let checked = min(x.relativeDigits, y.relativeDigits)
      return .linked(FormulaLink(kind: .mobius, map: map, shift: 0, digits: checked))
    }
    let one = Ball(1, bits: x.bits)
    let excluded = IntegerRelation.search(among: [x, one, x * y, y]).excludedExponent
    return .unrelated(excludedExponent: excluded)
  }

  /// An identity of polynomials between the two.
  public static func exact(_ first: ContinuedFraction, _ second: ContinuedFraction) -> FormulaLink? {
    let (from, to) = (CanonicalForm(first), CanonicalForm(second))
    // limit = scale · canonical limit.
    guard let down = MoebiusMap(1, 0, 0, from.scale), let up = MoebiusMap(to.scale, 0, 0, 1) else {
      return nil
    }
    if from.key == to.key {
      return FormulaLink(kind: .inflation, map: up.after(down), shift: 0, digits: nil)
    }
    guard from.shiftKey == to.shiftKey else { return nil }
    for steps in 1...longestShift {
      for sign in [1, -1] {
        let base = sign > 0 ? from.fraction : to.fraction
        let shifted = CanonicalForm(base.shifted(by: steps))
        guard shifted.key == (sign > 0 ? to.key : from.key),
          let tail = base.tailMap(steps: steps),
          let scale = MoebiusMap(1, 0, 0, shifted.scale)
        else { continue }
        // canonical limit of the shifted one = its limit / scale = (tail of base at `steps`) / scale.
        let forward = scale.after(tail)
        let between = sign > 0 ? forward : forward.inverse
        return FormulaLink(kind: .shift, map: up.after(between).after(down), shift: sign * steps, digits: nil)
      }
    }
    return nil
  }

  private static let longestShift = 24
}

extension ContinuedFraction {
  /// The map from the limit of the fraction to that of the fraction with n + steps in place of n: of
  /// x = a(0) + b(1)/y it is y = b(1)/(x − a(0)), and so on; nil where a partial numerator vanishes.
  public func tailMap(steps: Int) -> MoebiusMap? {
    var map = MoebiusMap.identity
    for n in 0..<steps {
      guard let step = MoebiusMap(0, b.value(at: n + 1), 1, -a.value(at: n)) else {
        return nil
      }
      map = step.after(map)
    }
    return map
  }
}
