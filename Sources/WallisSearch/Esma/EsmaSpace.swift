/// The pairs of left-hand sides and sign periods of a request; its candidates are Möbius classes.
struct EsmaSpace: CandidateSpace {
  let classes: [[LeftHandSide]]
  /// Number of pairs.
  let memberCount: Int

  init(_ request: EsmaRequest) throws(SearchError) {
    try request.check()
    classes = LeftHandSide.classes(degree: request.degree, height: request.height)
    memberCount = classes.reduce(0) { $0 + $1.count } * request.signs.count
  }

  /// Number of classes.
  var count: Int { classes.count }

  /// No formula: it is what the search is for.
  func candidate(at index: Int) -> Candidate { Candidate(member: [], b: []) }

  /// No formula either.
  func member(at index: Int) -> Candidate { Candidate(member: [], b: []) }
}
