internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// How values of rows are written, each way once.
extension FieldValue {
  /// For tables that people read: numbers to six decimals, digits shortened.
  var cell: Text {
    switch self {
    case .missing: Text("–")
    case .number(let number): Text(rounded(number, 6), .digits)
    case .integer(let number): Text("\(number)", .digits)
    case .flag(let flag): Text(flag ? "yes" : "no")
    case .text(let text): Text(text)
    case .digits(let digits): Text(SearchSummaryView.shortened(digits), .digits)
    case .grade(let grade): grade.text
    case .formula(let formula): Text("\(formula)", .formula)
    case .side(let text, let polynomial): Text(polynomial?.factored(.plain) ?? text, .formula)
    case .closedForm(let closedForm): Text(closedForm)
    }
  }

  /// For spreadsheets and scripts: nothing is rounded or shortened, what is missing is empty.
  var plain: String {
    switch self {
    case .missing: ""
    case .number(let number): "\(number)"
    case .integer(let number): "\(number)"
    case .flag(let flag): flag ? "true" : "false"
    case .text(let text), .digits(let text), .side(let text, _): text
    case .grade(let grade): grade.rawValue
    case .formula(let formula): "\(formula)"
    case .closedForm(let closedForm): "\(closedForm)"
    }
  }

  /// For programs.
  var json: JSONValue {
    switch self {
    case .missing: .null
    case .number(let number): .double(number)
    case .integer(let number): .integer(number)
    case .flag(let flag): .bool(flag)
    case .text, .digits, .side, .grade, .formula, .closedForm: .string(plain)
    }
  }

  /// A cell of a table in LaTeX.
  var latex: String {
    switch self {
    case .missing: ""
    case .number, .integer: "$\(cell.string)$"
    case .digits(let digits): digits.count > 12 ? "$\(digits.prefix(12))\\dots$" : "$\(digits)$"
    case .formula(let formula): "$\(formula.latex)$"
    case .side(_, let polynomial?): "$\(polynomial.factored(.latex))$"
    case .closedForm(.expression(let expression)): "$\(ExpressionWriter(.latex).text(expression))$"
    case .flag, .text, .side, .grade, .closedForm: LatexRenderer().escaped(plain)
    }
  }
}
