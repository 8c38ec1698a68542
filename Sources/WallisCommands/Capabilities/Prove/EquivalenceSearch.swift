internal import WallisDocuments
internal import WallisFormulas
internal import WallisProofs
internal import WallisSearch

/// A formula that is the same, and why.
struct FoundEquivalence {
  let other: ComparedFormula
  let equivalence: Equivalence

  /// The kind of the link in words.
  var how: String {
    switch equivalence {
    case .coefficients(let link): link.kind == .inflation ? "inflation" : "shift by \(link.shift)"
    case .matrix(let link):
      "matrix" + (link.folds == [1, 1] ? "" : " of \(link.folds[0]) and \(link.folds[1]) steps")
    }
  }

  /// The certificate as `relate` writes it.
  var certificate: JSONValue {
    let json =
      switch equivalence {
      case .coefficients(let link): LinkView(exact: link, map: link.map).json
      case .matrix(let link): LinkView(certificate: link, map: link.map).json
      }
    guard case .object(let members) = json else { return .null }
    return members.first { $0.key == "certificate" }?.value ?? .null
  }

  var row: [Text] {
    [
      Text("\(other.fraction)", .formula), Text(other.closedForm.map { "\($0)" } ?? "–", .formula), Text(how),
      Text("\(equivalence.map)", .formula), Text(other.source),
    ]
  }

  var json: JSONValue {
    [
      "formula": .string("\(other.fraction)"), "closedForm": .optional(other.closedForm.map { "\($0)" }),
      "kind": .string(how), "map": .string("\(equivalence.map)"), "certificate": certificate,
      "source": .string(other.source),
    ]
  }
}

/// Seeks exact links from one formula to many.
struct EquivalenceSearch {
  let fraction: ContinuedFraction
  let others: [ComparedFormula]

  /// What is found, in the order of the formulas.
  ///
  /// - Parameter first: whether to end with the first.
  func run(in context: VerbContext, first: Bool = false) -> (found: [FoundEquivalence], isStopped: Bool) {
    var found: [FoundEquivalence] = []
    var isStopped = false
    let subject = LinkSubject(fraction)
    context.stopRequests.observe {
      for (index, other) in others.enumerated() where other.fraction != fraction {
        if let equivalence = Equivalence(from: subject, to: other.subject) {
          found.append(FoundEquivalence(other: other, equivalence: equivalence))
          if first { break }
        }
        context.progress(
          CellProgress(
            title: "compare", done: index + 1, total: others.count, perSecond: nil, secondsLeft: nil,
            findings: found.count))
        isStopped = context.stopRequests.isRequested
        if isStopped { break }
      }
    }
    return (found, isStopped)
  }
}

extension VerbContext {
  /// The fractions of the literature.
  func literature() throws(Refusal) -> [ComparedFormula] { resources.literature(of: try knownFormulas()) }
}
