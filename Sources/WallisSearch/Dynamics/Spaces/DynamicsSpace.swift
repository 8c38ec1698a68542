/// All continued fractions with a and b in given boxes; only a ≡ 0 and b ≡ 0 are left out.
///
/// Where the box of a is symmetric, one of each mirror pair a, −a is enumerated: the one whose first non-zero
/// coefficient is positive.
public struct DynamicsSpace: CandidateSpace, Hashable {
  /// Box of the partial denominators.
  public let a: CoefficientBox
  /// Box of the partial numerators.
  public let b: CoefficientBox
  /// Number of formulas, mirrors included.
  public let memberCount: Int

  /// The space of these boxes.
  /// - Throws: `SearchError.tooLarge` when the size exceeds a machine word.
  public init(a: CoefficientBox, b: CoefficientBox) throws(SearchError) {
    let (total, overflows) = a.count.multipliedReportingOverflow(by: b.count)
    guard !overflows else {
      throw .tooLarge(
        message: "\(a.count) × \(b.count) formulas are more than a machine word counts",
        remedy: "choose smaller ranges")
    }
    (self.a, self.b, memberCount) = (a, b, total)
  }

  /// Degrees at most `degrees`, coefficients from −height to height: (1, 2) with height 3 has 16,416 formulas.
  public init(degrees: (a: Int, b: Int), height: Int) throws(SearchError) {
    try self.init(
      a: CoefficientBox(degree: degrees.a, height: height),
      b: CoefficientBox(degree: degrees.b, height: height))
  }

  /// Number of candidates to measure.
  public var count: Int { a.isSymmetric ? memberCount / 2 : memberCount }

  /// The candidate with this number: b varies fastest, a goes through its upper half when the box is symmetric.
  public func candidate(at index: Int) -> Candidate {
    let first = a.isSymmetric ? a.count / 2 : 0
    let (row, column) = index.quotientAndRemainder(dividingBy: b.count)
    return Candidate(
      member: a.polynomial(at: first + row), b: b.polynomial(at: column), both: a.isSymmetric)
  }

  /// The formula with this number among all, mirrors included.
  public func member(at index: Int) -> Candidate {
    let (row, column) = index.quotientAndRemainder(dividingBy: b.count)
    return Candidate(member: a.polynomial(at: row), b: b.polynomial(at: column))
  }
}
