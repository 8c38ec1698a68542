internal import WallisFormulas
internal import WallisIdentification
internal import WallisProofs
internal import WallisSearch

/// A formula that another is compared with.
struct ComparedFormula: Sendable {
  let subject: LinkSubject
  let closedForm: ClosedForm?
  let source: String

  var fraction: ContinuedFraction { subject.fraction }
}

extension ComparedFormula {
  /// The fractions of a list of known formulas.
  static func all(of known: KnownFormulasFile) -> [ComparedFormula] {
    known.formulas.compactMap { known in
      known.formula.fraction.map {
        ComparedFormula(subject: LinkSubject($0), closedForm: known.closedForm, source: known.source)
      }
    }
  }
}

extension KnownFormula {
  /// Author and reference.
  var source: String { "\(author): \(reference)" }
}
