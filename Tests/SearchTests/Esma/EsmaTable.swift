/// Published and measured patterns of images of e, e², tan 1, cot 1 and Bessel quotients.
///
/// To add a row: expand the number by 600 digits with another program, read the rule off, check it on 100 terms.
enum EsmaTable {
  /// A plain constant or an image of it: expression, signs, preperiod, channels in m, L where it is tabulated.
  struct Row: Sendable, CustomStringConvertible {
    let number: String
    let signs: String
    let preperiod: [Int]
    let channels: [String]
    var complexity: Int?
    var description: String { "\(number) \(signs)" }
  }

  /// Expansions of the plain constants; e +, tan 1 +, cot 1 − by Euler, Lambert and Hurwitz.
  static let plain = [
    Row(number: "e", signs: "+", preperiod: [2], channels: ["1", "2m+2", "1"], complexity: 7),
    Row(number: "e", signs: "-+", preperiod: [3], channels: ["2m+3", "2"], complexity: 5),
    Row(number: "e", signs: "--++", preperiod: [3], channels: ["4m+4", "2", "4m+4", "2"], complexity: 7),
    Row(number: "e", signs: "+-", preperiod: [2, 2, 1, 2], channels: ["2", "2m+5"], complexity: 8),
    Row(
      number: "e^2", signs: "+", preperiod: [7], channels: ["3m+2", "1", "1", "3m+3", "12m+18"],
      complexity: 11),
    Row(
      number: "e^2", signs: "+-++", preperiod: [7], channels: ["3m+3", "2", "3m+3", "12m+18"], complexity: 9),
    Row(
      number: "e^2", signs: "++-+", preperiod: [7], channels: ["3m+2", "2", "3m+4", "12m+18"], complexity: 9),
    Row(number: "tan(1)", signs: "+", preperiod: [], channels: ["1", "2m+1"], complexity: 4),
    Row(number: "tan(1)", signs: "+-+", preperiod: [1], channels: ["4m+2", "4m+4", "1"], complexity: 6),
    Row(
      number: "tan(1)", signs: "+--+", preperiod: [1], channels: ["6m+2", "6m+5", "6m+6", "1"], complexity: 8),
    Row(
      number: "tan(1)", signs: "-+", preperiod: [2, 2, 4], channels: ["4m+6", "2", "1", "4m+7"],
      complexity: 10),
    Row(
      number: "besseli(0,2)/besseli(1,2)", signs: "-+", preperiod: [2], channels: ["1", "m+2"], complexity: 5),
    Row(
      number: "besselj(1,2)/besselj(0,2)", signs: "+-+", preperiod: [2], channels: ["2m+2", "2m+3", "1"],
      complexity: 7),
  ]

  /// Images, checked against 600 digits and by their convergents.
  static let images = [
    Row(number: "e-1", signs: "-+", preperiod: [], channels: ["2", "2m+3"]),
    Row(number: "e/(e-1)", signs: "+-", preperiod: [], channels: ["2m+1", "2"]),
    Row(number: "1+1/e", signs: "-+", preperiod: [], channels: ["2", "2m+1"]),
    Row(number: "(e+1)/(e-1)", signs: "+", preperiod: [], channels: ["4m+2"]),
    Row(number: "(e+1)/(e-1)", signs: "-++", preperiod: [], channels: ["8m+3", "1", "8m+5"]),
    Row(number: "(e+1)/2", signs: "+-", preperiod: [], channels: ["1", "4m+2"]),
    Row(number: "2/(e-1)", signs: "-+", preperiod: [], channels: ["4m+2", "1"]),
    Row(number: "(e-1)/(e-2)", signs: "-+-", preperiod: [], channels: ["3", "1", "2m+2"]),
    Row(number: "(e^2+1)/(e^2-1)", signs: "-++", preperiod: [], channels: ["4m+2", "1", "4m+2"]),
    Row(number: "cot(1)", signs: "-", preperiod: [], channels: ["2m+1"]),
    Row(number: "besseli(0,2)/besseli(1,2)", signs: "+", preperiod: [], channels: ["m+1"]),
  ]

  /// Values that the published algorithm finds for e with height 2, signs of length 1 and 2, and 105 terms, with the
  /// first terms and the connection polynomial.
  static let published: [(number: String, signs: String, terms: [Int], connection: [Int])] = [
    ("2/(e-1)", "-+", [2, 1, 6, 1], [1, 0, -2, 0, 1]),
    ("(1+e)/(e-1)", "+", [2, 6], [1, -2, 1]),
    ("2-2/e", "+", [1, 3, 1, 3, 1, 1, 1, 3, 3], [1, 0, 0, -1, 0, 0, -1, 0, 0, 1]),
    ("e-1", "-+", [2, 3, 2, 5], [1, 0, -2, 0, 1]),
    ("(1+e)/(2*(e-1))", "+", [1, 12, 5, 28], [1, 0, -2, 0, 1]),
    ("2*(1+e)/(e-1)", "+", [4, 3, 20, 7], [1, 0, -2, 0, 1]),
    ("(1+e)/2", "+-", [1, 2, 1, 6], [1, 0, -2, 0, 1]),
    ("(e-1)/(e-2)", "+-", [2, 3, 2, 5], [1, 0, -2, 0, 1]),
    ("e/(e-1)", "+-", [1, 2, 3, 2], [1, 0, -2, 0, 1]),
    ("e/(e-2)", "+", [3, 1, 3, 1, 1, 1, 3, 3, 3], [1, 0, 0, -1, 0, 0, -1, 0, 0, 1]),
    ("1/(e-1)", "-+", [1, 2, 3, 2], [1, 0, -2, 0, 1]),
    ("1/(e-2)", "+", [1, 2, 1, 1, 4, 1], [1, 0, 0, -2, 0, 0, 1]),
    ("1+1/e", "-+", [2, 1, 2, 3], [1, 0, -2, 0, 1]),
  ]
}
