internal import CResidueSieve

/// The members of a box of partial denominators of one degree and one sign of the leading coefficient, cut into units.
///
/// A unit fixes the first coefficients and a window of the constant term; the others run through their ranges.
struct SieveStratum: Sendable, Hashable {
  /// Ranges of a_d, …, a_0; the first leaves out 0.
  let ranges: [ClosedRange<Int>]
  /// Formulas that each member stands for: 2 with its mirror.
  let signs: Int
  /// Words of a window of a_0.
  let words: Int
  /// Coefficients that a unit fixes, a_d first.
  let fixed: Int

  /// Members of a unit, at most: some milliseconds.
  static let largestUnit = 1 << 26

  init(_ ranges: [ClosedRange<Int>], signs: Int) {
    (self.ranges, self.signs) = (ranges, signs)
    let constants = ranges[ranges.count - 1].count
    var words = min((constants - 1) / 64 + 1, Int(RS_MOST_WORDS))
    while words > 1, SievePrimes.inTables(degree: ranges.count - 1, words: words).isEmpty { words -= 1 }
    self.words = words
    let window = min(constants, 64 * words)
    var fixed = 0
    func size(_ fixed: Int) -> Double {
      ranges[fixed..<(ranges.count - 1)].reduce(Double(window)) { $0 * Double($1.count) }
    }
    while fixed < ranges.count - 2, size(fixed) > Double(SieveStratum.largestUnit) { fixed += 1 }
    self.fixed = fixed
  }

  /// Degree of the members.
  var degree: Int { ranges.count - 1 }
  /// Values of a_0 in a window, at most.
  var windowSize: Int { 64 * words }
  /// Number of windows.
  var windows: Int { (ranges[degree].count - 1) / windowSize + 1 }
  /// Choices of the fixed coefficients.
  var prefixes: Int { ranges[..<fixed].reduce(1) { $0 * $1.count } }
  /// Number of units.
  var unitCount: Int { windows * prefixes }
  /// Members in a unit for each value of a_0.
  private var rows: Int { ranges[fixed..<degree].reduce(1) { $0 * $1.count } }
  /// Number of members, mirrors not counted.
  var memberCount: Int { ranges.reduce(1) { $0 * $1.count } }

  /// Number of members in the units before this one.
  func members(before unit: Int) -> Int {
    let (window, prefix) = unit.quotientAndRemainder(dividingBy: prefixes)
    let before = min(window * windowSize, ranges[degree].count)
    return rows * (before * prefixes + prefix * constants(inWindow: window).count)
  }

  /// The values of a_0 in a window; empty behind the last one.
  private func constants(inWindow window: Int) -> Range<Int> {
    let range = ranges[degree]
    let first = min(range.lowerBound + window * windowSize, range.upperBound + 1)
    return first..<min(first + windowSize, range.upperBound + 1)
  }

  /// The ranges of a unit, a_d first.
  func ranges(ofUnit unit: Int) -> [ClosedRange<Int>] {
    let (window, prefix) = unit.quotientAndRemainder(dividingBy: prefixes)
    var place = prefix
    var own = ranges
    for position in stride(from: fixed - 1, through: 0, by: -1) {
      let value = ranges[position].lowerBound + place % ranges[position].count
      own[position] = value...value
      place /= ranges[position].count
    }
    let constants = constants(inWindow: window)
    own[degree] = constants.lowerBound...constants.upperBound - 1
    return own
  }

  /// The strata of a box: where it is symmetric, one of each mirror pair.
  static func all(of box: CoefficientBox) -> [SieveStratum] {
    var strata: [SieveStratum] = []
    for place in box.ranges.indices where box.ranges[..<place].allSatisfy({ $0.contains(0) }) {
      let (leading, rest) = (box.ranges[place], Array(box.ranges[(place + 1)...]))
      if leading.upperBound > 0 {
        strata.append(
          SieveStratum(
            [max(1, leading.lowerBound)...leading.upperBound] + rest, signs: box.isSymmetric ? 2 : 1))
      }
      if leading.lowerBound < 0, !box.isSymmetric {
        strata.append(SieveStratum([leading.lowerBound...min(-1, leading.upperBound)] + rest, signs: 1))
      }
    }
    return strata
  }
}
