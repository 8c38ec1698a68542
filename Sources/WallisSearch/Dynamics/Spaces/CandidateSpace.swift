/// An indexed space of formulas: nothing is listed in memory, every member is made from its number.
///
/// A space has two numberings. `memberCount` counts every formula, mirrors included; `count` counts what has to be
/// measured, one of each mirror pair where whole pairs belong to the space. All candidates of one space stand for
/// the same number of formulas, so `memberCount` is `count` or twice that.
public protocol CandidateSpace: Sendable {
  /// Number of candidates to measure.
  var count: Int { get }
  /// Number of formulas they stand for: the sum of `signs.count` over all candidates.
  var memberCount: Int { get }
  /// The candidate with this number, 0 ≤ index < count; a or b is empty where a space has a number without formula.
  func candidate(at index: Int) -> Candidate
  /// The single formula with this number, 0 ≤ index < memberCount; its `signs` have one element.
  func member(at index: Int) -> Candidate
  /// Whether a smaller number of the space holds the same formula, so that this one is passed over.
  func isRepetition(at index: Int) -> Bool
  /// The same for the number of a single formula.
  func isRepetition(ofMember index: Int) -> Bool
  /// The space as a search goes through it: with everything worked out that takes longer than planning may.
  func prepared(workers: Int) -> any CandidateSpace
}

extension CandidateSpace {
  /// Never.
  public func isRepetition(at index: Int) -> Bool { false }
  /// Never.
  public func isRepetition(ofMember index: Int) -> Bool { false }
  /// The space itself.
  public func prepared(workers: Int) -> any CandidateSpace { self }
}
