internal import WallisFormulas

/// Names that expressions know before anything is assigned.
enum KnownNames {
  /// Names of constants.
  static let constants: [String] = [
    "pi", "e", "euler", "catalan", "gauss", "lemniscate", "phi", "gompertz",
  ]

  /// One line about a constant; nil for a name that is none.
  static func summary(ofConstant name: String) -> String? { constants.contains(name) ? "constant" : nil }

  /// What a name already means, so that it cannot be assigned; nil for a free name.
  static func meaning(of name: String) -> String? {
    if name == "n" { return "the variable of polynomials" }
    if constants.contains(name) { return "a constant" }
    if FunctionTable.function(named: name) != nil { return "a function" }
    return nil
  }
}
