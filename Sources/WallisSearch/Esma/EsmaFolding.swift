internal import WallisArithmetic

/// What is folded under the representatives of a pattern search: the approved pairs of their Möbius classes.
///
/// The catalog keeps the representatives; the pairs of a class are scanned again when they are asked for.
public struct EsmaFolding {
  private let scan: EsmaScan
  private let classes: [String: [LeftHandSide]]

  /// The folding of a search; nil for a request that no search has.
  public init?(_ request: EsmaRequest) {
    guard let space = try? EsmaSpace(request),
      let scan = try? EsmaScan(request, pairs: space.memberCount)
    else { return nil }
    self.scan = scan
    var classes: [String: [LeftHandSide]] = [:]
    for members in space.classes {
      for side in members {
        for isPositive in [true, false] { classes[scan.text(side, isPositive: isPositive)] = members }
      }
    }
    self.classes = classes
  }

  /// Approved pairs, and different numbers among them, of the class with this closed form, itself included.
  public func approved(with closedForm: String) -> (pairs: Int, numbers: Int)? {
    guard let members = classes[closedForm] else { return nil }
    let counts = members.map { side in
      scan.verdicts(side).count { if case .approved = $0 { true } else { false } }
    }
    return (counts.reduce(0, +), counts.count { $0 > 0 })
  }
}
