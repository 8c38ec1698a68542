internal import WallisArithmetic
internal import WallisFormulas

/// What is folded under the representatives of a pattern search: the approved pairs of their Möbius classes.
///
/// The catalog keeps the representatives; the pairs of a class are scanned again when they are asked for.
struct EsmaFolding {
  private let scan: EsmaScan
  private let classes: [ClosedForm: [LeftHandSide]]

  /// The folding of a search.
  init(_ units: EsmaUnits) {
    scan = units.scan()
    var classes: [ClosedForm: [LeftHandSide]] = [:]
    for members in units.classes {
      for side in members {
        for isPositive in [true, false] {
          classes[scan.closedForm(side, isPositive: isPositive)] = members
        }
      }
    }
    self.classes = classes
  }

  /// Approved pairs of the class with this closed form, itself included; nil where there is none.
  func approvedPairs(with closedForm: ClosedForm) -> Int? {
    classes[closedForm].map { members in
      members.reduce(0) { sum, side in
        sum + scan.verdicts(side).count { if case .approved = $0 { true } else { false } }
      }
    }
  }
}
