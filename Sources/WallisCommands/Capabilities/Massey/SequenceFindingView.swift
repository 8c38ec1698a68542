internal import Foundation
internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas

/// The rule of a sequence for people and for scripts.
struct SequenceFindingView {
  let finding: SequenceFinding
  let next: [Rational]
  /// The sequence as `sum` takes it; nil where it has no such form.
  let sequence: WallisFormulas.Expression?

  var document: Document {
    var fields: [Field] = []
    switch finding.rule {
    case .linear(let recurrence, let channels):
      fields.append(Field("recurrence", Text(SequenceFindingView.text(recurrence), .formula)))
      fields.append(
        Field("connection", Text(SequenceFindingView.connection(recurrence), .formula)))
      if let channels {
        fields.append(Field("channels", Text(SequenceFindingView.text(channels), .formula)))
      }
      fields.append(Field("complexity", Text(complexity(recurrence))))
    case .rational(let law):
      fields.append(Field("terms", Text("a(n) = \(law)", .formula)))
    case .polynomial(let recurrence):
      fields.append(Field("recurrence", Text("\(recurrence)", .formula)))
      fields.append(Field("order", "\(recurrence.order), with polynomial coefficients"))
    case nil:
      return Document([.paragraph(Text(nothing))])
    }
    if let sequence {
      fields.append(Field("as a formula", Text(ExpressionWriter(.plain).text(sequence), .formula)))
    }
    if !next.isEmpty {
      fields.append(Field("next", Text(next.map { "\($0)" }.joined(separator: ", ") + ", …", .digits)))
    }
    fields.append(Field("evidence", Text(evidence)))
    return Document([.fields(fields)])
  }

  private var evidence: String { "\(finding.count) terms, surplus \(finding.surplus); \(odds)" }

  private var odds: String {
    let power = Int(Digits.covering(bits: finding.bits))
    return power > 3
      ? "an accident has odds of 1 to 10^\(power)" : "an accident has odds of 1 to \(Int(exp2(finding.bits)))"
  }

  private var nothing: String {
    let shortest = "the shortest linear recurrence of \(finding.count) terms has length \(finding.complexity)"
    guard let doubtful = finding.doubtful else {
      let (order, degree) = SequenceFindingView.nextShape(beyond: finding.count)
      return
        "no recurrence: \(shortest), as that of random terms; one of order \(order) with coefficients of degree "
        + "\(degree) would need \(SequenceFinding.termsNeeded(order: order, degree: degree)) terms"
    }
    return
      "\(shortest), surplus \(finding.surplus): too few terms to believe it; \(odds), a million asked for. It is "
      + SequenceFindingView.text(doubtful)
  }

  /// The smallest order from 2 on, with coefficients of the same degree, that so many terms are too few for.
  private static func nextShape(beyond count: Int) -> (order: Int, degree: Int) {
    let order = (2...).first { SequenceFinding.termsNeeded(order: $0, degree: $0) > count } ?? 2
    return (order, order)
  }

  private func complexity(_ recurrence: LinearRecurrence) -> String {
    let preperiod =
      recurrence.preperiod == 0
      ? "no preperiod" : "preperiod \(recurrence.preperiod)"
    return "L = \(recurrence.complexity), degree \(recurrence.degree), \(preperiod)"
  }

  /// `a(n) = 2a(n-1)-a(n-2)` with the first index it holds for.
  static func text(_ recurrence: LinearRecurrence) -> String {
    "\(recurrence.text) for n >= \(recurrence.complexity)"
  }

  /// The connection polynomial in its factors where there are several.
  static func connection(_ recurrence: LinearRecurrence) -> String {
    let polynomial = recurrence.connectionPolynomial
    let factors = polynomial.irreducibleFactors
    let plain = polynomial.text(variable: "x")
    guard factors.count > 1 || (factors.first?.multiplicity ?? 1) > 1 else { return plain }
    let product = factors.map { factor, multiplicity in
      "(\(factor.text(variable: "x")))" + (multiplicity > 1 ? "^\(multiplicity)" : "")
    }.joined()
    let value = factors.reduce(Integer(1)) { $0 * $1.factor[0].power($1.multiplicity) }
    return (value == polynomial[0] ? "" : "-") + product
  }

  /// `a(0) = 2; a(3m+1) = 1, a(3m+2) = 2m+2, a(3m+3) = 1`.
  static func text(_ channels: InterlacedChannels) -> String {
    let (start, count) = (channels.preperiod.count, channels.channels.count)
    let head = channels.preperiod.enumerated().map { "a(\($0)) = \($1)" }.joined(separator: ", ")
    let rest = channels.channels.enumerated().map { j, channel in
      let index = (count == 1 ? "m" : "\(count)m") + (start + j > 0 ? "+\(start + j)" : "")
      return "a(\(index)) = \(channel)"
    }.joined(separator: ", ")
    return head.isEmpty ? rest : head + "; " + rest
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("verdict", finding.rule == nil ? "none" : "recurrence"),
      .init("complexity", .integer(finding.complexity)), .init("terms", .integer(finding.count)),
      .init("surplus", .integer(finding.surplus)), .init("bits", .double(finding.bits.rounded())),
      .init("doubtful", .optional(finding.doubtful.map(SequenceFindingView.text))),
    ]
    var (connection, preperiod, channels, polynomial, rational) = (
      JSONValue.null, JSONValue.null, JSONValue.null, JSONValue.null, JSONValue.null
    )
    switch finding.rule {
    case .linear(let recurrence, let parts):
      connection = .array(recurrence.connection.map { .string("\($0)") })
      preperiod = .array(recurrence.initial.prefix(recurrence.preperiod).map { .string("\($0)") })
      channels = parts.map { .array($0.channels.map { .string("\($0)") }) } ?? .null
    case .rational(let law): rational = .string("\(law)")
    case .polynomial(let recurrence):
      polynomial = .array(recurrence.coefficients.map { .string("\($0)") })
    case nil: break
    }
    members += [
      .init("connection", connection), .init("preperiod", preperiod), .init("channels", channels),
      .init("polynomials", polynomial), .init("rational", rational),
      .init("rec", .optional(sequence.map { ExpressionWriter(.plain).text($0) })),
      .init("next", .array(next.map { .string("\($0)") })),
    ]
    return .object(members)
  }
}
