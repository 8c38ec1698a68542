internal import WallisArithmetic

/// Writes expressions in one of the notations: the only place where binding strengths are known.
///
/// Plain text is read back by the grammar to the same number, apart from roots of polynomials. A whole subexpression
/// that a constant of the table names is written as its row says.
public struct ExpressionWriter: Sendable {
  /// The notation.
  public let notation: Notation
  /// Whether coefficients of plain and Unicode text are joined to their factors by a sign: `2*pi`, not `2pi`.
  public var joinsCoefficients = false
  /// Subexpressions that are written by a given text, which stands as an operand as it is.
  public var given: [Expression: String] = [:]
  /// Subexpressions that are written by a given text, which reads as a sum.
  public var givenSums: [Expression: String] = [:]

  /// A writer for a notation.
  public init(_ notation: Notation) { self.notation = notation }

  /// How tightly an operation binds.
  private enum Strength: Int {
    case sum, product, power, atom
  }

  /// The expression in the notation.
  public func text(_ x: Expression) -> String {
    if let given = given[x] ?? givenSums[x] ?? spelled(x) { return given }
    return switch x.node {
    case .number(let value, let digits): number(value, digits)
    case .name(let name): self.name(name)
    case .result(let index?) where index < 0: String(repeating: "%", count: -index)
    case .result(let index): "%" + (index.map(String.init) ?? "")
    case .call(let name, let arguments): call(name, arguments)
    case .negation(let x): minus + (strength(x) == .sum ? "(\(text(x)))" : text(x))
    case .sum(let x, let y): text(x) + "+" + grouped(y, .product)
    case .difference(let x, let y): text(x) + minus + grouped(y, .product)
    case .product(let x, let y): product(x, y)
    case .quotient(let x, let y): quotient(x, y)
    case .power(let x, let y): power(x, y)
    }
  }

  private var minus: String { notation == .unicode ? "−" : "-" }

  /// The text of a constant of the table; nil where the parts are written.
  private func spelled(_ x: Expression) -> String? {
    guard notation != .plain else { return nil }
    if case .number = x.node { return nil }
    return Constant.equal(to: x)?.spelling.text(notation)
  }

  private func strength(_ x: Expression) -> Strength {
    if given[x] != nil { return .atom }
    if givenSums[x] != nil { return .sum }
    switch x.node {
    case .sum, .difference, .negation, .call(Expression.rootName, _): return .sum
    case .product, .quotient: return .product
    case .power: return .power
    case .number(let value, let digits):
      if value.signum < 0 { return .sum }
      return value.isInteger || digits != nil || notation == .mpmath ? .atom : .product
    case .name, .result, .call: return .atom
    }
  }

  private func grouped(_ x: Expression, _ least: Strength) -> String {
    let inner = text(x)
    guard strength(x).rawValue < least.rawValue else { return inner }
    return notation == .latex ? "\\left(\(inner)\\right)" : "(\(inner))"
  }

  /// The same without stacked fractions and coefficients that only touch their factor: inside of arguments.
  private var inner: ExpressionWriter {
    var writer = self
    writer.joinsCoefficients = true
    return writer
  }
}

// MARK: - Operations

extension ExpressionWriter {
  private func product(_ x: Expression, _ y: Expression) -> String {
    let left = grouped(x, .product)
    let right = grouped(y, x.isNatural || notation == .latex ? .product : .power)
    let touches = right.first?.isNumber != true && (notation == .latex || !joinsCoefficients && right != "e")
    if x.isNatural, notation.isTypeset, touches { return left + right }
    let sign =
      switch notation {
      case .plain, .gp, .mpmath: "*"
      case .unicode: "·"
      case .latex: right.first?.isNumber == true ? " \\cdot " : "\\,"
      }
    return left + sign + right
  }

  private func quotient(_ x: Expression, _ y: Expression) -> String {
    notation == .latex
      ? "\\frac{\(text(x))}{\(text(y))}" : grouped(x, .product) + "/" + grouped(y, .power)
  }

  private func power(_ x: Expression, _ y: Expression) -> String {
    let base = grouped(x, .atom)
    switch notation {
    case .plain, .gp: return base + "^" + inner.grouped(y, .atom)
    case .mpmath: return base + "**" + inner.grouped(y, .atom)
    case .latex:
      if let degree = x.isRational ? y.rootDegree : nil { return "\\sqrt[\(degree)]{\(onOneLine(x))}" }
      return "{\(base)}^{\(onOneLine(y))}"
    case .unicode:
      if let exponent = y.integer {
        return base + String("\(exponent)".map { NotationTable.superscript($0) })
      }
      if x.isNatural, y.rootDegree == 4 { return "∜" + base }
      return base + "^" + inner.grouped(y, .atom)
    }
  }

  /// A fraction of integers with a slash, as exponents and radicands have it.
  private func onOneLine(_ x: Expression) -> String {
    guard case .quotient(let p, let q) = x.node, p.isNatural, q.isNatural else { return text(x) }
    return "\(text(p))/\(text(q))"
  }

  private func call(_ name: String, _ arguments: [Expression]) -> String {
    if name == Expression.rootName, arguments.count == 2 { return root(arguments[0], arguments[1]) }
    if let bound = BoundCall(Expression(.call(name, arguments))) { return self.bound(bound) }
    let isLine = notation == .latex && NotationTable.isRadical(name)
    let texts = arguments.map { isLine ? onOneLine($0) : inner.text($0) }
    if name == FunctionTable.listName {
      return "[" + texts.joined(separator: notation == .plain ? "," : ", ") + "]"
    }
    if let labels = LabelledCall.labels(of: name, arguments: arguments.count) {
      let rest = zip(labels, texts.dropFirst()).map { "\($0)=\($1)" }
      return "\(name)(\(([texts[0]] + rest).joined(separator: ", ")))"
    }
    if let form = NotationTable.form(of: name, arguments, notation) {
      return NotationTable.filled(form, texts, notation)
    }
    return switch notation {
    case .plain, .unicode: "\(name)(\(texts.joined(separator: ",")))"
    case .latex: "\\operatorname{\(name)}\\left(\(texts.joined(separator: ", "))\\right)"
    case .gp, .mpmath: "\(name)(\(texts.joined(separator: ", ")))"
    }
  }

  /// A sum or a product over an index.
  private func bound(_ call: BoundCall) -> String {
    let (name, k) = (call.operation.rawValue, self.name(call.variable))
    let (lower, body) = (inner.text(call.lower), inner.text(call.body))
    let upper = call.isInfinite ? NotationTable.infinity(notation) : inner.text(call.upper)
    switch notation {
    case .plain, .unicode: return "\(name)(\(k)=\(lower)..\(upper), \(body))"
    case .latex:
      if call.operation == .integral {
        return "\\int_{\(text(call.lower))}^{\(upper)} \(text(call.body))\\,d\(k)"
      }
      let sign = call.operation == .sum ? "\\sum" : "\\prod"
      return "\(sign)_{\(k)=\(text(call.lower))}^{\(upper)} \(grouped(call.body, .product))"
    case .gp: return call.gpText(lower: lower, upper: upper, body: body)
    case .mpmath:
      let function = ["nsum", "nprod", "quad"][
        BoundCall.Operation.allCases.firstIndex(of: call.operation) ?? 0]
      return "\(function)(lambda \(k): \(body), [\(lower), \(upper)])"
    }
  }

  /// A root of a polynomial that has no other name.
  private func root(_ polynomial: Expression, _ near: Expression) -> String {
    let plain = ExpressionWriter(.plain)
    switch notation {
    case .plain, .unicode, .latex: return "root of \(plain.text(polynomial)) near \(plain.text(near))"
    case .gp:
      guard case .number(let value, let digits?) = near.node,
        let unit = DecimalNumber(value, digits: digits)?.exponent
      else { return "?" }
      return "solve(x = \(text(near))-1e\(unit), \(text(near))+1e\(unit), \(text(polynomial)))"
    case .mpmath: return "findroot(lambda x: \(text(polynomial)), \(text(near)))"
    }
  }

  private func number(_ value: Rational, _ digits: Int?) -> String {
    let sign = value.signum < 0 ? minus : ""
    let (top, bottom) = ("\(value.numerator.magnitude)", "\(value.denominator)")
    switch notation {
    case .plain, .unicode, .latex:
      if let digits, let decimal = DecimalNumber(value.magnitude, digits: digits) {
        return sign + "\(decimal)"
      }
      return sign + (value.isInteger ? top : "\(top)/\(bottom)")
    case .gp: return sign + (value.isInteger ? top : "\(top)/\(bottom)")
    case .mpmath: return sign + (value.isInteger ? "mpf(\(top))" : "(mpf(\(top))/\(bottom))")
    }
  }

  private func name(_ name: String) -> String {
    notation == .latex && name.count > 1 ? "\\mathrm{\(name)}" : name
  }
}
