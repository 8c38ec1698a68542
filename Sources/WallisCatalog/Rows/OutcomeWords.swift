internal import WallisArithmetic
internal import WallisFormulas

/// An outcome as the three text columns of the catalog.
struct OutcomeWords: Equatable {
  let status: String
  /// Why there is no limit; nil for the other outcomes.
  let reason: String?
  /// The exact fraction where there is one.
  let exact: String?

  init(status: String, reason: String?, exact: String?) {
    (self.status, self.reason, self.exact) = (status, reason, exact)
  }

  init(_ outcome: Outcome) {
    status = outcome.status
    switch outcome {
    case .value, .infinite: (reason, exact) = (nil, nil)
    case .rational(let fraction): (reason, exact) = (nil, "\(fraction)")
    case .terminates(let fraction): (reason, exact) = (nil, fraction.map { "\($0)" })
    case .diverges(let divergence), .oscillates(let divergence): (reason, exact) = (divergence.rawValue, nil)
    case .undetermined(let text): (reason, exact) = (text, nil)
    }
  }

  /// The outcome that the words mean; nil where they contradict each other.
  var outcome: Outcome? {
    switch status {
    case "value": .value
    case "infinite": .infinite
    case "rational": exact.flatMap { Rational(parsing: $0) }.map { .rational($0) }
    case "terminates":
      exact.map { text in Rational(parsing: text).map { .terminates($0) } } ?? .terminates(nil)
    case "diverges": reason.flatMap(Divergence.init).map { .diverges($0) }
    case "oscillates": reason.flatMap(Divergence.init).map { .oscillates($0) }
    case "undetermined": .undetermined(reason ?? "")
    default: nil
    }
  }
}
