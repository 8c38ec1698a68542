/// Which rules a text was written by.
public enum ReadingRule: Sendable, Hashable {
  /// Those of this version: digits followed at once by e or E, an optional sign and digits are a power of ten.
  case current
  /// Those of version 0.1, for what its files hold: `e` and `E` after an integer begin an exponent only as `E`, so
  /// that `1/(2e-5)` is 1/(2·e − 5).
  case version01
}

extension Expression {
  /// Reads an expression.
  ///
  /// Grammar: sums of products of powers; `^` and `**` bind tightest and to the right, then unary minus, then
  /// products (written `*`, `·` or by juxtaposition, all from the left, with `/`), then sums; `!` directly after an
  /// operand is its factorial. A name directly before a parenthesis is a function when `FunctionTable` knows it, and
  /// a factor otherwise. Other names of a function become its name, and fractions with rational coefficients are
  /// inflated: `pcf(n/2, n)` is `pcf(n, 4n)/2`.
  ///
  /// - Parameters:
  ///   - functions: names that are functions besides.
  ///   - variables: names that the user assigned, which are factors before a parenthesis.
  ///   - rule: the rules by which the text was written.
  public init(
    parsing text: String, functions: Set<String> = [], variables: Set<String> = [],
    rule: ReadingRule = .current
  ) throws(SyntaxError) {
    do throws(SyntaxError) {
      try self.init(unsuggested: text, functions: functions, variables: variables, rule: rule)
    } catch {
      throw ForeignSpelling(text)?.error ?? error
    }
  }

  /// The same without a look at how other programs write sums.
  init(
    unsuggested text: String, functions: Set<String> = [], variables: Set<String> = [],
    rule: ReadingRule = .current
  ) throws(SyntaxError) {
    var parser = Parser(
      tokens: try Lexer.tokens(of: text, rule: rule), functions: functions, variables: variables)
    self = try parser.wholeText()
  }
}

extension Expression {
  /// The expression with signs before fractions and integers before products, as closed forms are made.
  ///
  /// Text does not show where a product begins: `3pi*sqrt(3)/2` is three times the constant π√3, halved.
  package var closedFormOrder: Expression { replacingOperands { $0.closedFormOrder }.rootOrder }

  private var rootOrder: Expression {
    switch node {
    case .product(let x, let y):
      if case .negation(let size) = x.node { return Expression(.negation(size.times(y).rootOrder)) }
      if case .product(let n, let a) = x.node, n.isNatural, !a.isNatural { return n.times(a.times(y)) }
      if x.isNatural, case .quotient(let a, let b) = y.node, !a.isNatural, Constant.equal(to: y) == nil {
        return x.times(a).over(b)
      }
      return self
    case .quotient(let x, let y):
      if case .negation(let size) = x.node { return Expression(.negation(size.over(y).rootOrder)) }
      if case .product(let n, let a) = x.node, n.isNatural, Constant.equal(to: a.over(y))?.nature == .plain {
        return n.times(a.over(y))
      }
      return self
    case .sum(let x, let y):
      if case .negation(let size) = y.node { return Expression(.difference(x, size)) }
      return self
    default: return self
    }
  }

  /// Reads `root of x^3-x-2 near 1.5213797`, as closed forms write roots without another name; nil for other text.
  init?(rootText text: String, rule: ReadingRule) {
    let (start, middle) = ("root of ", " near ")
    guard text.hasPrefix(start), let place = text.firstRange(of: middle),
      let polynomial = try? Expression(
        parsing: String(text[..<place.lowerBound].dropFirst(start.count)), rule: rule),
      let near = try? Expression(parsing: String(text[place.upperBound...]), rule: rule)
    else { return nil }
    let value = if case .negation(let size) = near.node { size.opposite } else { near }
    self = .call(Expression.rootName, polynomial, value)
    guard algebraicNumber != nil else { return nil }
  }
}
