internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisProofs

/// How two formulas are linked.
struct LinkView {
  private let words: String
  private let kind: String
  private let grade: Grade
  private let how: Text
  private let map: MoebiusMap
  private let certificate: LinkCertificate?
  private let shift: Int
  private let digits: Int?

  /// A link by the coefficients alone, or by digits; `map` carries the first expression into the second.
  init(exact link: FormulaLink, map: MoebiusMap) {
    words =
      switch link.kind {
      case .inflation: "the second is an inflation of the first"
      case .shift:
        "after deflation the second is the first with n\(link.shift < 0 ? "" : "+")\(link.shift) for n"
      case .mobius: "a Möbius map carries one limit into the other"
      }
    (kind, self.map, certificate, shift, digits) = (link.kind.rawValue, map, nil, link.shift, link.digits)
    grade = link.isProved ? .certified : .conjecture
    how =
      link.isProved
      ? Text("certified", .certified) + ": an identity of polynomials"
      : Text("conjecture", .conjecture) + ": the limits agree to \(link.digits ?? 0) digits"
  }

  /// A link by a matrix of polynomials.
  init(certificate: LinkCertificate, map: MoebiusMap) {
    let folds = certificate.folds
    let steps = folds.map { $0 == 1 ? "one step" : "\($0) steps" }
    words = "a matrix of polynomials carries \(steps[1]) of the first into \(steps[0]) of the second"
    (kind, self.map, self.certificate, shift, digits) = ("coboundary", map, certificate, 0, nil)
    grade = .certified
    how =
      Text("certified", .certified)
      + (certificate.carriesLimits
        ? ": an identity of polynomials"
        : ": an identity of polynomials; that it carries the limit into the limit rests on digits")
  }

  var reply: Reply {
    var fields = [Field("link", Text(words)), Field("grade", how)]
    if let certificate {
      let (g1, g2) = certificate.multipliers
      fields.append(Field("identity", "A(n)U(n+1)g2(n) = g1(n)U(n)B(n), A the second, B the first"))
      fields.append(Field("U(n)", Text(certificate.text, .formula)))
      if "\(g1)" != "1" || "\(g2)" != "1" {
        fields.append(Field("g1(n), g2(n)", Text("\(g1), \(g2)", .formula)))
      }
    }
    fields.append(Field("limits", "the second is " + Text("\(map)", .formula) + ", x the first"))
    return Reply(Document([.fields(fields)]), json: json)
  }

  var json: JSONValue {
    let multipliers = certificate?.multipliers
    let scale = kind == FormulaLink.Kind.inflation.rawValue ? "\(Rational(map.a, map.d))" : nil
    let u = certificate.map { link in
      JSONValue.array(link.matrix.rows.map { .array($0.map { .string("\($0)") }) })
    }
    return [
      "related": .bool(true), "kind": .string(kind), "grade": .string(grade.rawValue),
      "certificate": [
        "u": u ?? JSONValue.null, "g1": .optional(multipliers.map { "\($0.g1)" }),
        "g2": .optional(multipliers.map { "\($0.g2)" }),
        "matrix": .array(map.entries.map { $0.word.map(JSONValue.integer) ?? .string("\($0)") }),
        "map": .string("\(map)"), "scale": .optional(scale),
        "fold": certificate.map { .array($0.folds.reversed().map { .integer($0) }) } ?? JSONValue.null,
        "shift": .integer(shift),
      ],
      "digits": .optional(digits), "excludedBelow": .null,
    ]
  }
}
