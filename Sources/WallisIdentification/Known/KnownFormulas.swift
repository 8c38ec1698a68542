public import WallisFormulas

/// What is known already, so that a finding can say so.
public protocol KnownFormulas: Sendable {
  /// The known formula that this one is, or comes from by mirror, inflation or index shift; nil when there is none.
  func match(_ formula: Formula) -> KnownMatch?
}

extension KnownFormulas {
  /// The entry of the formula itself or of its mirror.
  public func known(_ formula: Formula) -> KnownFormula? {
    match(formula).flatMap { $0.kind == .same ? $0.known : nil }
  }
}

/// Knows no formula.
public struct NothingKnown: KnownFormulas {
  /// A list without entries.
  public init() {}

  /// Always nil.
  public func match(_ formula: Formula) -> KnownMatch? { nil }
}
