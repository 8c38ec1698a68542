internal import WallisFormulas

/// Names that expressions know before anything is assigned.
enum KnownNames {
  /// Names of constants.
  static let constants: [String] = NamedNumber.all.map(\.name)

  /// One line about a constant; nil for a name that is none.
  static func summary(ofConstant name: String) -> String? {
    Constant.named(name).map { "\($0.definition) (\($0.reference))" } ?? NamedNumber.named(name)?.summary
  }

  /// What a name already means, so that it cannot be assigned; nil for a free name.
  static func meaning(of name: String) -> String? {
    if name == "n" { return "the variable of polynomials" }
    if constants.contains(name) { return "a constant" }
    if FunctionTable.function(named: name) != nil {
      return FunctionTable.isAssignable(name) ? nil : "a function"
    }
    return nil
  }
}
