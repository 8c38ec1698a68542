// Limits with 40 digits or more. To add a row: id, a(n), b(n), closed form, digits, source.
//
// Rows T: values computed by the authors of this project with mpmath and exact integers for formulas of
// Shalyt et al., "Unsupervised Discovery of Formulas for Mathematical Constants" (2024) and its repository.
// Rows M: the same for formulas collected in "Algorithm-assisted discovery of an intrinsic order among mathematical
// constants" (2024) and in classical sources. The closed form was evaluated by mpmath, the fraction independently.

/// A fraction and its limit.
public struct ReferenceValue: Sendable, CustomStringConvertible {
  /// Row of the source.
  public let id: String
  /// a(n).
  public let a: String
  /// b(n).
  public let b: String
  /// The limit as people write it.
  public let closedForm: String
  /// Digits of the limit.
  public let digits: String

  /// The whole row.
  public var description: String { "\(id): pcf(\(a), \(b)) = \(closedForm)" }
}

/// Fractions with their limits.
public let referenceValues: [ReferenceValue] = [
  ReferenceValue(
    id: "T1", a: "1", b: "1", closedForm: "φ", digits: "1.61803398874989484820458683436563811772030918"),
  ReferenceValue(
    id: "T2", a: "5n+5", b: "−5n²−5n", closedForm: "2+φ",
    digits: "3.61803398874989484820458683436563811772030918"),
  ReferenceValue(
    id: "T3", a: "−3", b: "1", closedForm: "−2/(√13−3)",
    digits: "-3.30277563773199464655961063373524797312564829"),
  ReferenceValue(
    id: "T4", a: "2n+1", b: "−1", closedForm: "cot 1",
    digits: "0.642092615934330703006419986594265620230278114"),
  ReferenceValue(
    id: "T5", a: "4", b: "4n²+2n", closedForm: "2G/(4G−3)",
    digits: "4.93121818777371870774600499435413699564557625"),
  ReferenceValue(
    id: "T8", a: "−2", b: "4n²+4n+1", closedForm: "1−3/(3−3π/4) = −π/(4−π)",
    digits: "-3.65979236632548769447870726925706962132477095"),
  ReferenceValue(
    id: "T9", a: "1", b: "n²", closedForm: "1/ln 2", digits: "1.44269504088896340735992468100189213742664595"),
  ReferenceValue(
    id: "T10", a: "1", b: "n²+n", closedForm: "2/(π−2)",
    digits: "1.75193839388410866120390970151145387925039801"),
  ReferenceValue(
    id: "T11", a: "4", b: "n²+n", closedForm: "1/(3−4 ln 2)",
    digits: "4.39731929677821283519167473826134319264551945"),
  ReferenceValue(
    id: "T13", a: "−2n+4", b: "−n²+5n+5", closedForm: "(5−√45)/2",
    digits: "-0.854101966249684544613760503096914353160927539"),
  ReferenceValue(
    id: "T14", a: "3", b: "2", closedForm: "(3+√17)/2",
    digits: "3.56155281280883027491070492798703851257359961"),
  ReferenceValue(
    id: "T15", a: "n+3", b: "n", closedForm: "1/(6e−16)",
    digits: "3.22902536539711983767523123810332605392203243"),
  ReferenceValue(
    id: "T17", a: "n", b: "1", closedForm: "I₁(2)/I₀(2) = C_CF",
    digits: "0.697774657964007982006790592551752599486658263"),
  ReferenceValue(
    id: "T18", a: "3n+1", b: "−2n²+3n", closedForm: "4/π",
    digits: "1.27323954473516268615107010698011489627567717"),
  ReferenceValue(
    id: "T19", a: "2n+1", b: "n²", closedForm: "4/π", digits: "1.27323954473516268615107010698011489627567717"
  ),
  ReferenceValue(
    id: "T22", a: "3n+2", b: "−2n²", closedForm: "1/ln 2",
    digits: "1.44269504088896340735992468100189213742664595"),
  ReferenceValue(
    id: "T23", a: "3n+3", b: "−2n²−2n", closedForm: "2 (rational, non-terminating)", digits: "2"),
  ReferenceValue(
    id: "T24", a: "2", b: "1", closedForm: "1+√2", digits: "2.41421356237309504880168872420969807856967188"),
  ReferenceValue(
    id: "T25", a: "2", b: "2", closedForm: "1+√3", digits: "2.73205080756887729352744634150587236694280525"),
  ReferenceValue(
    id: "M1", a: "1", b: "1", closedForm: "φ", digits: "1.61803398874989484820458683436563811772"),
  ReferenceValue(
    id: "M2", a: "2", b: "1", closedForm: "1+√2", digits: "2.41421356237309504880168872420969807857"),
  ReferenceValue(
    id: "M3", a: "n+3", b: "-n", closedForm: "e", digits: "2.718281828459045235360287471352662497757"),
  ReferenceValue(
    id: "M4", a: "n+4", b: "-n", closedForm: "e/(e-2)", digits: "3.784422382354665628753105756959633056748"),
  ReferenceValue(
    id: "M5", a: "n", b: "n", closedForm: "1/(e-1)", digits: "0.5819767068693264243850020051090115585469"),
  ReferenceValue(
    id: "M6", a: "4n+2", b: "1", closedForm: "(e+1)/(e-1)",
    digits: "2.163953413738652848770004010218023117094"),
  ReferenceValue(
    id: "M7", a: "2n+1", b: "-1", closedForm: "cot 1", digits: "0.6420926159343307030064199865942656202303"),
  ReferenceValue(
    id: "M8", a: "n+1", b: "1", closedForm: "I0(2)/I1(2)", digits: "1.433127426722311758317183455775991820432"
  ),
  ReferenceValue(
    id: "M9", a: "2n+1", b: "n²", closedForm: "4/π", digits: "1.273239544735162686151070106980114896276"),
  ReferenceValue(
    id: "M10", a: "2n+3", b: "n(n+2)", closedForm: "4/(π-2)",
    digits: "3.503876787768217322407819403022907758501"),
  ReferenceValue(
    id: "M12", a: "2", b: "(2n-1)²", closedForm: "1+4/π", digits: "2.273239544735162686151070106980114896276"),
  ReferenceValue(
    id: "M13", a: "6", b: "(2n-1)²", closedForm: "3+π", digits: "6.141592653589793238462643383279502884197"),
  ReferenceValue(
    id: "M15", a: "3(2n+1)", b: "-n²", closedForm: "2/ln2",
    digits: "2.885390081777926814719849362003784274853"),
  ReferenceValue(
    id: "M16", a: "1", b: "n²", closedForm: "1/ln2", digits: "1.442695040888963407359924681001892137427"),
  ReferenceValue(
    id: "M17", a: "11n²+11n+3", b: "n⁴", closedForm: "5/ζ(2)",
    digits: "3.039635509270133143316383896291829167131"),
  ReferenceValue(
    id: "M18", a: "n²+(n+1)²", b: "-n⁴", closedForm: "1/ζ(2)",
    digits: "0.6079271018540266286632767792583658334262"),
  ReferenceValue(
    id: "M20", a: "34n³+51n²+27n+5", b: "-n⁶", closedForm: "6/ζ(3)",
    digits: "4.991444235484244812098757672929184406502"),
  ReferenceValue(
    id: "M21", a: "n³+(n+1)³", b: "-n⁶", closedForm: "1/ζ(3)",
    digits: "0.8319073725807074686831262788215307344171"),
  ReferenceValue(
    id: "M22", a: "n³+(n+1)³+4(2n+1)", b: "-n⁶", closedForm: "1/(ζ(3)-1)",
    digits: "4.94910089367326282093421032046748460057"),
  ReferenceValue(
    id: "M24", a: "n⁵+(n+1)⁵", b: "-n¹⁰", closedForm: "1/ζ(5)",
    digits: "0.9643873404292624591264365884449845712377"),
  ReferenceValue(
    id: "M26", a: "8n", b: "(2n-1)⁴", closedForm: "1/G-1",
    digits: "0.09174406370390610145415947333389232498605"),
  ReferenceValue(
    id: "M27", a: "2n+2", b: "-n²", closedForm: "1/δ_G = 1/(e·E1(1))",
    digits: "1.676875028178700868441361275041724858465"),
  ReferenceValue(
    id: "M28", a: "4", b: "(2n-1)²", closedForm: "2+4(Γ(5/4)/Γ(3/4))²",
    digits: "4.188439615226476638836769940704464543259"),
]
