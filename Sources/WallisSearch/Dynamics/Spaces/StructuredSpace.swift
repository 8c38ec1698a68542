/// Continued fractions whose a and b are made from the same parameters: b tied to a, powers of linear factors.
///
/// Either polynomial is a template or a box of ranges of its own. Members are numbered by the assignments of the
/// parameters, then by the members of the boxes, those of b varying fastest. A number may hold no formula (a or b is
/// zero) or one that a smaller number holds already; both leave a search through exits of their own, so that the
/// size of the space is the product of its ranges.
public struct StructuredSpace: CandidateSpace {
  /// Where one of the two polynomials comes from.
  public enum Source: Sendable, Hashable {
    /// Ranges of coefficients.
    case box(CoefficientBox)
    /// A polynomial in n and parameters.
    case template(PolynomialTemplate)

    var count: Int {
      switch self {
      case .box(let box): box.count
      case .template: 1
      }
    }

    func polynomial(_ values: [Int], at index: Int) -> [Int] {
      switch self {
      case .box(let box): box.polynomial(at: index)
      case .template(let template): template.polynomial(values)
      }
    }
  }

  /// Where a comes from.
  public let a: Source
  /// Where b comes from.
  public let b: Source
  /// The parameters of the templates.
  public let parameters: ParameterRanges
  /// Number of places, one formula each at most.
  public let count: Int
  private var repetitions: RepetitionMap?

  /// The space of these sources.
  /// - Throws: `SearchError.senseless` for a parameter that no template uses, `tooLarge` when the size exceeds a
  ///   machine word.
  public init(a: Source, b: Source, parameters: ParameterRanges) throws(SearchError) {
    let used = [a, b].reduce(into: Set<Int>()) { used, source in
      if case .template(let template) = source { used.formUnion(template.parameters) }
    }
    if let idle = parameters.names.indices.first(where: { !used.contains($0) }) {
      throw .senseless(
        message: "\(parameters.names[idle]) occurs neither in a nor in b",
        remedy: "use it in a template, or leave it out")
    }
    let (rows, overflows) = parameters.count.multipliedReportingOverflow(by: a.count)
    let (total, exceeds) = rows.multipliedReportingOverflow(by: b.count)
    guard !overflows, !exceeds else {
      throw .tooLarge(message: "more formulas than a machine word counts", remedy: "choose smaller ranges")
    }
    (self.a, self.b, self.parameters, count) = (a, b, parameters, total)
  }

  /// Number of places.
  public var memberCount: Int { count }

  /// What the place holds; a or b is empty where it is zero.
  public func candidate(at index: Int) -> Candidate {
    let (a, b) = polynomials(at: index)
    return Candidate(member: a, b: b)
  }

  /// What the place holds.
  public func member(at index: Int) -> Candidate { candidate(at: index) }

  /// a and b at a place, constant terms first.
  func polynomials(at index: Int) -> (a: [Int], b: [Int]) {
    let (row, column) = index.quotientAndRemainder(dividingBy: b.count)
    let (assignment, place) = row.quotientAndRemainder(dividingBy: a.count)
    let values = parameters.values(at: assignment)
    return (a.polynomial(values, at: place), b.polynomial(values, at: column))
  }

  /// Whether a smaller number holds the same formula; known after `prepared`.
  public func isRepetition(at index: Int) -> Bool { repetitions?[index] ?? false }

  /// Whether a smaller number holds the same formula.
  public func isRepetition(ofMember index: Int) -> Bool { isRepetition(at: index) }

  /// The space with its repetitions known: goes through all places once, with a bit for each of them kept. Spaces
  /// of more than `RepetitionMap.mostPlaces` stay as they are.
  public func prepared(workers: Int) -> any CandidateSpace {
    guard repetitions == nil, count <= RepetitionMap.mostPlaces else { return self }
    var space = self
    space.repetitions = RepetitionMap(of: self, workers: workers)
    return space
  }
}
