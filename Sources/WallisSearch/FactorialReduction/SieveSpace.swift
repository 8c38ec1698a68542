/// All fractions with a in a box and b from a list, as numbered units of the sieve: b by b, stratum by stratum.
struct SieveSpace: Sendable {
  let numerators: NumeratorSpace
  let strata: [SieveStratum]
  /// Units for each b.
  let unitsPerNumerator: Int
  /// Members for each b, one of each mirror pair where both belong to the space.
  let membersPerNumerator: Int
  /// Formulas that each member stands for.
  let signs: Int

  /// A unit: b and the ranges of a_d … a_0.
  struct Unit {
    let numerator: Int
    let stratum: SieveStratum
    let ranges: [ClosedRange<Int>]

    /// Members, mirrors not counted.
    var memberCount: Int { ranges.reduce(1) { $0 * $1.count } }
  }

  /// - Throws: `SearchError.tooLarge` where the size exceeds a machine word or tables exceed the memory.
  init(a box: CoefficientBox, b numerators: NumeratorSpace) throws(SearchError) {
    strata = SieveStratum.all(of: box)
    self.numerators = numerators
    signs = box.isSymmetric ? 2 : 1
    unitsPerNumerator = strata.reduce(0) { $0 + $1.unitCount }
    membersPerNumerator = strata.reduce(0) { $0 + $1.memberCount }
    try SievePrimes.checkDegree(box.ranges.count - 1)
    let members = membersPerNumerator.multipliedReportingOverflow(by: numerators.count)
    guard !members.overflow, !members.partialValue.multipliedReportingOverflow(by: signs).overflow else {
      throw .tooLarge(
        message: "\(membersPerNumerator) × \(numerators.count) formulas are more than a machine word counts",
        remedy: "choose smaller ranges")
    }
  }

  /// Number of units.
  var unitCount: Int { unitsPerNumerator * numerators.count }
  /// Number of members, mirrors not counted.
  var memberCount: Int { membersPerNumerator * numerators.count }

  /// Number of members in the units before this one, mirrors not counted.
  func members(before unit: Int) -> Int {
    let (numerator, first) = unit.quotientAndRemainder(dividingBy: unitsPerNumerator)
    var (rest, members) = (first, numerator * membersPerNumerator)
    for stratum in strata {
      if rest < stratum.unitCount { return members + stratum.members(before: rest) }
      (rest, members) = (rest - stratum.unitCount, members + stratum.memberCount)
    }
    return members
  }

  /// The unit with this number.
  /// - Precondition: 0 ≤ index < unitCount.
  func unit(at index: Int) -> Unit {
    let (numerator, first) = index.quotientAndRemainder(dividingBy: unitsPerNumerator)
    precondition(numerator < numerators.count, "a unit has a number below the count")
    var (rest, place) = (first, 0)
    while rest >= strata[place].unitCount {
      rest -= strata[place].unitCount
      place += 1
    }
    return Unit(numerator: numerator, stratum: strata[place], ranges: strata[place].ranges(ofUnit: rest))
  }
}

extension SieveSpace.Unit {
  /// Coefficients of the member with this number within the unit, constant term first: a_0 varies fastest.
  func denominators(at index: Int) -> [Int] {
    var rest = index
    return ranges.reversed().map { range in
      let value = range.lowerBound + rest % range.count
      rest /= range.count
      return value
    }
  }
}
