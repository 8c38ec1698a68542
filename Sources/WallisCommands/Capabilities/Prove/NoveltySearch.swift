internal import WallisFormulas
internal import WallisSearch

/// Whether a formula is new.
struct NoveltySearch {
  /// The formula, or the fraction whose convergents are its partial values.
  let fraction: ContinuedFraction
  let known: KnownFormulasFile
  /// Whether the formula is not itself the fraction.
  private let isImage: Bool

  init(_ fraction: ContinuedFraction, known: KnownFormulasFile) {
    (self.fraction, self.known, isImage) = (fraction, known, false)
  }

  /// - Returns: nil for a formula that is no fraction's.
  init?(_ formula: Formula, known: KnownFormulasFile) {
    guard let image = formula.image else { return nil }
    (fraction, self.known, isImage) = (image.fraction, known, formula.fraction == nil)
  }

  /// What is found.
  struct Answer {
    enum Word: String, Sendable {
      /// It, or its mirror, stands in the literature.
      case known
      /// An exact link carries it into a formula that does.
      case equivalent
      /// Neither, as far as was searched.
      case notFound = "notfound"
      /// It has no limit to compare, or the search was interrupted.
      case undecided
    }

    let word: Word
    /// Where it, or what it is linked to, is published.
    var source: String?
    /// The link.
    var found: FoundEquivalence?
    /// Formulas of the literature that it was compared with.
    var compared = 0
  }

  func answer(in context: VerbContext) -> Answer {
    if let match = known.match(Formula(fraction)), match.kind == .same {
      let compared = known.formulas.count { $0.formula.fraction != nil }
      return Answer(word: isImage ? .equivalent : .known, source: match.known.source, compared: compared)
    }
    guard !fraction.b.isZero, Classification(fraction).convergence != nil else {
      return Answer(word: .undecided)
    }
    let literature = context.resources.literature(of: known)
    let search = EquivalenceSearch(fraction: fraction, others: literature)
    let (found, isStopped) = search.run(in: context, first: true)
    guard let first = found.first else {
      return Answer(word: isStopped ? .undecided : .notFound, compared: literature.count)
    }
    return Answer(word: .equivalent, source: first.other.source, found: first, compared: literature.count)
  }
}
