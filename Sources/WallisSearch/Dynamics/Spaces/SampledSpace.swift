/// A random sample without repetition of a space, the same for the same seed on every machine.
///
/// Members are drawn from all formulas, mirrors included, and each counts once.
public struct SampledSpace: CandidateSpace {
  /// Where the members come from.
  public private(set) var base: any CandidateSpace
  /// Number of members.
  public let count: Int
  private let permutation: IndexPermutation

  /// `count` members of `base`, chosen by `seed`.
  /// - Throws: `SearchError.senseless` unless 1 ≤ count ≤ the number of formulas.
  public init(of base: any CandidateSpace, count: Int, seed: UInt64) throws(SearchError) {
    guard (1...base.memberCount).contains(count) else {
      throw .senseless(
        message: "a sample of \(count) from \(base.memberCount) formulas",
        remedy: "a sample has 1 to \(base.memberCount) members")
    }
    (self.base, self.count) = (base, count)
    permutation = IndexPermutation(count: base.memberCount, seed: seed)
  }

  /// Number of formulas: each candidate is one.
  public var memberCount: Int { count }

  /// The member with this number.
  public func candidate(at index: Int) -> Candidate { base.member(at: permutation[index]) }

  /// The member with this number.
  public func member(at index: Int) -> Candidate { candidate(at: index) }

  /// Whether a smaller number of `base` holds the same formula.
  public func isRepetition(at index: Int) -> Bool { base.isRepetition(ofMember: permutation[index]) }

  /// Whether a smaller number of `base` holds the same formula.
  public func isRepetition(ofMember index: Int) -> Bool { isRepetition(at: index) }

  /// The sample of the prepared base.
  public func prepared(workers: Int) -> any CandidateSpace {
    var space = self
    space.base = base.prepared(workers: workers)
    return space
  }
}
