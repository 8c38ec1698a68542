internal import WallisArithmetic

/// The search for closed forms of limits of lines: the table of constants first, the wider search where it comes to
/// nothing. The constants are prepared once.
public struct FieldIdentification: Sendable {
  private let table: Identification
  private let constants: [Constant]

  /// A search over these constants.
  public init(constants: [Constant] = Constant.all) {
    self.constants = constants
    table = Identification(constants: constants, scope: .table)
  }

  /// Closed forms of a number.
  public func report(of source: NumberSource) -> IdentificationReport {
    let first = table.identify(source)
    guard first.best == nil else { return first }
    return Identification(constants: constants, scope: .standard).identify(source)
  }
}
