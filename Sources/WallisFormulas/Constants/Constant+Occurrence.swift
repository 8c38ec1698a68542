extension Constant {
  /// The constant that a closed form in plain text names; nil for fractions and roots.
  ///
  /// - Parameter text: what `ClosedForm.description` gives.
  public static func occurring(in text: String) -> Constant? {
    spellings.first { contains(text, $0.spelling) }?.constant
  }

  /// Every way in which closed forms write a constant, the longest first.
  private static let spellings: [(spelling: String, constant: Constant)] = all.flatMap { constant in
    constant.spellings.map { (spelling: $0, constant: constant) }
  }.sorted { ($0.spelling.count, $0.spelling) > ($1.spelling.count, $1.spelling) }

  private var spellings: [String] {
    switch nature {
    case .plain, .multiple: [name]
    case .quadratic: []
    case .quotient(let top, _): [name, top.plain]
    case .invertible(let reciprocal): [name, reciprocal.plain]
    }
  }

  /// Whether a name occurs that is not part of a longer one.
  static func contains(_ text: String, _ name: String) -> Bool {
    var rest = text[...]
    while let range = rest.firstRange(of: name) {
      let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
      let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
      if before?.isLetter != true, after?.isLetter != true, after != "(" { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }
}
