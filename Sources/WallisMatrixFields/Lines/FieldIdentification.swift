internal import WallisArithmetic
public import WallisFormulas
public import WallisIdentification

/// The search for closed forms of limits of lines: the table of constants first, the wider search where it comes to
/// nothing. The constants are prepared once.
public struct FieldIdentification: Sendable {
  private let table: Identification
  private let constants: [Constant]
  private let isWide: Bool

  /// A search over these constants.
  ///
  /// - Parameter isWide: whether the wider search follows.
  public init(constants: [Constant] = Constant.all, isWide: Bool = true) {
    (self.constants, self.isWide) = (constants, isWide)
    table = Identification(constants: constants, scope: .table)
  }

  /// Closed forms of a number.
  ///
  /// - Parameter suggested: constants that are likely and not in the table.
  public func report(of source: NumberSource, suggested: [Constant] = []) -> IdentificationReport {
    let first = table.identify(source, suggested: suggested)
    guard first.best == nil, isWide else { return first }
    return Identification(constants: constants, scope: .standard).identify(
      source, suggested: suggested)
  }
}
