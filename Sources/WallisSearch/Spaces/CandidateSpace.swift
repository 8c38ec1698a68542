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
  /// The candidate with this number, 0 ≤ index < count.
  func candidate(at index: Int) -> Candidate
  /// The single formula with this number, 0 ≤ index < memberCount; its `signs` have one element.
  func member(at index: Int) -> Candidate
}
