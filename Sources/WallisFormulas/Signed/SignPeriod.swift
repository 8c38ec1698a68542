/// Signs ±1 that repeat: the partial numerators b(1), b(2), … of a signed continued fraction.
public struct SignPeriod: Sendable, Hashable, Codable {
  /// The signs of one period; true stands for −1.
  public let isNegative: [Bool]

  /// The period with these signs.
  /// - Precondition: there is at least one.
  public init(isNegative: [Bool]) {
    precondition(!isNegative.isEmpty, "a period has at least one sign")
    self.isNegative = isNegative
  }

  /// Reads signs written as `+` and `-` (or `−`), with or without commas: `-,+` and `-+` are the same; nil for
  /// anything else and for no sign at all.
  public init?(_ text: some StringProtocol) {
    var signs: [Bool] = []
    for character in text {
      switch character {
      case "+": signs.append(false)
      case "-", "−": signs.append(true)
      case ",", " ": continue
      default: return nil
      }
    }
    guard !signs.isEmpty else { return nil }
    self.init(isNegative: signs)
  }

  /// All signs +: simple continued fractions.
  public static let plus = SignPeriod(isNegative: [false])

  /// Number of signs in the period.
  public var count: Int { isNegative.count }

  /// Whether the sign below the partial denominator of this index is −.
  public func isNegative(below index: Int) -> Bool { isNegative[index % count] }

  /// Whether no shorter period repeats to the same signs.
  public var isPrimitive: Bool {
    !(1..<count).contains { length in
      count % length == 0 && isNegative.indices.allSatisfy { isNegative[$0] == isNegative[$0 % length] }
    }
  }

  /// The shortest period with the same signs.
  public var primitive: SignPeriod {
    let length = (1...count).first { length in
      count % length == 0 && isNegative.indices.allSatisfy { isNegative[$0] == isNegative[$0 % length] }
    }
    return SignPeriod(isNegative: Array(isNegative.prefix(length ?? count)))
  }

  /// Primitive periods of the lengths, short ones first, `+` before `-`: 2, 2, 6, 12, 30, 54 of the lengths 1 to 6.
  /// - Precondition: lengths from 1 to 20.
  public static func primitive(lengths: ClosedRange<Int>) -> [SignPeriod] {
    precondition(lengths.lowerBound >= 1 && lengths.upperBound <= 20, "periods have 1 to 20 signs")
    return lengths.flatMap { length in
      (0..<1 << length).map { bits in
        SignPeriod(isNegative: (0..<length).map { bits >> (length - 1 - $0) & 1 == 1 })
      }.filter(\.isPrimitive)
    }
  }
}

extension SignPeriod: CustomStringConvertible {
  /// For example `-+`.
  public var description: String { isNegative.map { $0 ? "-" : "+" }.joined() }
}
