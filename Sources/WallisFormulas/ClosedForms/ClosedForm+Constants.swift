/// Which constants occur: answered by the tree.
extension ClosedForm {
  /// Constants of the table that occur, those within others and within functions too: `pi*sqrt(3)` has itself, `pi`
  /// and `sqrt(3)`. In the order of the text.
  public var constants: [Constant] { expression?.constants ?? [] }

  /// The constant of the table that the number is told by; nil for fractions, roots and other numbers.
  ///
  /// Among several it is the one with the longest name: of `pi*sqrt(3)`, `pi` and `sqrt(3)` the first.
  public var constant: Constant? { expression?.tellingConstant }

  /// The same for the limit of a fraction, whose coefficients may suggest constants that no table has.
  public func constant(ofLimit fraction: ContinuedFraction) -> Constant? {
    guard let expression else { return nil }
    if let constant = expression.tellingConstant { return constant }
    guard expression.contains(where: \.isTranscendentalCall) else { return nil }
    return Constant.suggestions(fraction).first { expression.contains($0) }.flatMap {
      Constant.suggested($0)
    }
  }

  /// What occurs, each by its one name: constants of the table, other names, and functions of anything.
  public var occurrences: [String] {
    var names: [String] = []
    _ = expression?.contains { part in
      if let name = part.occurrenceName, !names.contains(name) { names.append(name) }
      return false
    }
    return names
  }

  /// The name that a number is told by among those that occur in its closed form: that of its constant, else that of
  /// the longest function that is no root; nil for fractions and roots.
  public static func tellingName(among occurrences: [String]) -> String? {
    let constants = occurrences.compactMap { Constant.named($0) }
    if let constant = Constant.telling(among: constants) { return constant.name }
    let names = Set(constants.map(\.name))
    return occurrences.filter { name in
      !names.contains(name) && !["sqrt(", "cbrt(", "\(Expression.rootName)("].contains { name.hasPrefix($0) }
    }.max { ($0.count, $0) < ($1.count, $1) }
  }

  /// The name by which a whole closed form is called where it occurs in others: that of a constant of the table which
  /// it writes, or equals to fifty digits; its text otherwise. Nil for numbers without a name and for unread text.
  public var occurrenceName: String? {
    guard let expression else { return nil }
    if let constant = Constant.equal(to: expression) ?? Constant.equalling(self) { return constant.name }
    return expression.occurrenceName ?? (expression.namesANumber ? description : nil)
  }

  /// Whether a function other than a root occurs.
  public var isTranscendental: Bool { expression?.contains(where: \.isTranscendentalCall) == true }

  /// The radicand of a square root that occurs, 5 for the golden ratio; nil where there is none.
  public var radicand: Int? {
    guard let expression else { return nil }
    var found: Int?
    _ = expression.contains { part in
      if case .call("sqrt", let arguments) = part.node { found = arguments.first?.integer?.word }
      if part == .name("phi") { found = 5 }
      return found != nil
    }
    return found
  }
}

extension Expression {
  /// Constants of the table that occur, each once, outer ones before those within them.
  public var constants: [Constant] {
    var constants: [Constant] = []
    _ = contains { part in
      if let constant = Constant.named(by: part), !constants.contains(constant) { constants.append(constant) }
      return false
    }
    return constants
  }

  /// The name of the expression where it is a constant, a name or a function of something.
  fileprivate var occurrenceName: String? {
    if let constant = Constant.named(by: self) { return constant.name }
    switch node {
    case .name, .call: return ExpressionWriter(.plain).text(self)
    default: return nil
    }
  }

  fileprivate var tellingConstant: Constant? { Constant.telling(among: constants) }

  /// Whether it is a function whose values the table may lack.
  fileprivate var isTranscendentalCall: Bool {
    if case .call(let name, _) = node {
      !["sqrt", "cbrt", Expression.rootName].contains(name)
    } else {
      false
    }
  }
}

extension Constant {
  /// The constant of the table that an expression writes by its name or an alias, as a tree; nil when there is none.
  public static func equal(to expression: Expression) -> Constant? { byExpression[expression] }

  /// Of constants in one closed form that with the longest name, roots apart.
  fileprivate static func telling(among constants: [Constant]) -> Constant? {
    constants.filter {
      if case .quadratic = $0.nature { false } else { true }
    }.max { ($0.name.count, $0.name) < ($1.name.count, $1.name) }
  }

  /// The same, for the parts too by which closed forms name a quotient or a reciprocal: `besseli(1,2)`, `cot(1)`.
  fileprivate static func named(by expression: Expression) -> Constant? {
    byExpression[expression] ?? byPart[expression]
  }

  /// The constant of the table with the same fifty digits; nil where there is none.
  public static func equalling(_ closedForm: ClosedForm) -> Constant? {
    guard let value = closedForm.ball(digits: 52) else { return nil }
    return all.first { $0.ball(bits: 180).overlaps(value) }
  }

  private static let byPart: [Expression: Constant] = {
    var table: [Expression: Constant] = [:]
    for constant in all {
      switch constant.nature {
      case .quotient(let top, _): table[top] = constant
      case .invertible(let reciprocal): table[reciprocal] = constant
      case .plain, .quadratic, .multiple: break
      }
    }
    return table
  }()

  private static let byExpression: [Expression: Constant] = {
    var table: [Expression: Constant] = [:]
    for constant in all { table[constant.expression] = constant }
    for constant in all {
      for alias in constant.aliases {
        guard let expression = try? Expression(parsing: alias) else { continue }
        table[expression, default: constant] = constant
      }
    }
    return table
  }()
}
