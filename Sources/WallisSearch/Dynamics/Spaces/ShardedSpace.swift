/// One of several disjoint contiguous parts that together make a space.
public struct ShardedSpace: CandidateSpace {
  /// The whole.
  public private(set) var base: any CandidateSpace
  /// Numbers of the candidates of this part within the whole.
  let candidates: Range<Int>
  /// Number of formulas in this part.
  public let memberCount: Int

  /// The part `shard` of `base`.
  /// - Throws: `SearchError.senseless` when there are more parts than candidates.
  public init(of base: any CandidateSpace, shard: Shard) throws(SearchError) {
    guard shard.count <= base.count else {
      throw .senseless(
        message: "\(shard.count) shards of \(base.count) candidates",
        remedy: "use at most \(base.count) shards")
    }
    func boundary(_ part: Int) -> Int {
      let wide = base.count.multipliedFullWidth(by: part)
      return shard.count.dividingFullWidth(wide).quotient
    }
    self.base = base
    candidates = boundary(shard.index - 1)..<boundary(shard.index)
    memberCount = base.count == base.memberCount ? candidates.count : 2 * candidates.count
  }

  /// Number of candidates.
  public var count: Int { candidates.count }

  /// The candidate with this number within the part.
  public func candidate(at index: Int) -> Candidate { base.candidate(at: candidates.lowerBound + index) }

  /// The formula with this number within the part.
  public func member(at index: Int) -> Candidate {
    guard memberCount != count else { return candidate(at: index) }
    let pair = candidate(at: index / 2)
    return Candidate(member: index % 2 == 0 ? pair.a : pair.a.map { -$0 }, b: pair.b)
  }

  /// Whether a smaller number of the whole holds the same formula.
  public func isRepetition(at index: Int) -> Bool { base.isRepetition(at: candidates.lowerBound + index) }

  /// Whether a smaller number of the whole holds the same formula.
  public func isRepetition(ofMember index: Int) -> Bool {
    isRepetition(at: memberCount == count ? index : index / 2)
  }

  /// The part of the prepared whole.
  public func prepared(workers: Int) -> any CandidateSpace {
    var space = self
    space.base = base.prepared(workers: workers)
    return space
  }
}
