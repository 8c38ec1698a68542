import Synchronization
internal import WallisArithmetic
internal import WallisFormulas

/// Enclosures of constants that are evaluated when they are first asked for; threads share them.
final class LazyValues: Sendable {
  private let values = Mutex<[String: Ball]>([:])

  /// The enclosure of a constant at the precision at which it was first asked for.
  ///
  /// - Precondition: all calls ask for the same `bits`.
  func value(of constant: Constant, bits: Int) -> Ball {
    if let known = values.withLock({ $0[constant.name] }) { return known }
    let value = constant.ball(bits: bits)
    return values.withLock { values in
      if let known = values[constant.name] { return known }
      values[constant.name] = value
      return value
    }
  }
}
