internal import WallisDocuments
internal import WallisFormulas

extension Outcome {
  /// What the limit is, in words; nil for a plain value, whose digits say it.
  var text: Text? {
    switch self {
    case .value: nil
    case .rational(let value): Text("\(value)", .digits) + ", exactly"
    case .terminates(let value?): "the fraction ends: " + Text("\(value)", .digits) + ", exactly"
    case .terminates(nil): "the fraction ends with denominator zero: infinite"
    case .infinite: "the convergents tend to infinity"
    case .diverges(let reason): Text("diverges", .keyword) + ": \(reason.rawValue)"
    case .oscillates(let reason): Text("oscillates", .keyword) + ": \(reason.rawValue)"
    case .undetermined(let reason): Text("undetermined", .keyword) + ": \(reason)"
    }
  }

  /// The exact value, where there is one.
  var rational: String? {
    switch self {
    case .rational(let value), .terminates(let value?): "\(value)"
    default: nil
    }
  }
}

extension ConvergenceClass {
  /// The speed in words, with the law of the error.
  var text: Text {
    let law =
      switch self {
      case .factorial: "error like n!^-k"
      case .exponential: "error like r^n"
      case .subexponential: "error like exp(-c*sqrt(n))"
      case .powerlaw: "error like n^-r"
      case .logarithmic: "error like 1/log(n)"
      case .finite: "no error"
      }
    return Text(rawValue, .keyword) + Text(" (\(law))", .muted)
  }
}

extension Grade {
  /// The role that repeats the word.
  var role: Role {
    switch self {
    case .certified: .certified
    case .conjecture: .conjecture
    case .suspicious: .suspicious
    case .noise: .noise
    }
  }

  /// The word.
  var text: Text { Text(rawValue, role) }
}
