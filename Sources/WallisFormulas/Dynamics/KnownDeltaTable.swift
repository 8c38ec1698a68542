internal import RealModule
internal import WallisArithmetic

// Limits of δ for fractions with factorial reduction whose gcd growth is known in closed form.
// To add a row: canonical key, closed form, its value (checked by a test against the measured sequence), source.
//
// Sources: Apéry (1979) for ζ(2) and ζ(3), Alladi and Robinson (1980) for ln 2; the gcd growth of Brouncker's type
// is e^(−(1 + ln 2 / 2)n) n!, computed for "Algorithm-assisted discovery of an intrinsic order among mathematical
// constants" (2024), with l = ln(1 + √2).
enum KnownDeltaTable {
  /// The limit of δ of a canonical fraction; nil when it is not in the table.
  static func limit(_ canonical: ContinuedFraction) -> ExactNumber? {
    let key = canonical.key
    return rows.first { $0.key == key }?.limit
  }

  private static let l = Double.log(1 + 2.0.squareRoot())
  private static let logPhi = Double.log((1 + 5.0.squareRoot()) / 2)

  private static let brouncker = ExactNumber(
    "2log(1+sqrt(2))/(log(1+sqrt(2))+1+log(2)/2)-1", 2 * l / (l + 1 + Double.log(2) / 2) - 1)

  private static let rows: [(key: String, limit: ExactNumber)] = [
    ("pcf 2,1 1,0,0", brouncker),
    ("pcf 2,3 1,2,0", brouncker),
    ("pcf 6,3 -1,0,0", ExactNumber("(2log(1+sqrt(2))-1)/(2log(1+sqrt(2))+1)", (2 * l - 1) / (2 * l + 1))),
    (
      "pcf 11,11,3 1,0,0,0,0",
      ExactNumber("(5log(phi)-2)/(5log(phi)+2)", (5 * logPhi - 2) / (5 * logPhi + 2))
    ),
    (
      "pcf 34,51,27,5 -1,0,0,0,0,0,0",
      ExactNumber("(4log(1+sqrt(2))-3)/(4log(1+sqrt(2))+3)", (4 * l - 3) / (4 * l + 3))
    ),
  ]
}
